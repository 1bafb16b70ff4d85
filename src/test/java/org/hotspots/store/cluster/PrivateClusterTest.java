package org.hotspots.store.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Real processes: clusters started, joined, stopped and killed. */
class PrivateClusterTest {
    @TempDir
    private Path temporary;

    private Path dataDir;

    @BeforeEach
    void othersCanPassThrough() throws Exception {
        dataDir = temporary.resolve("data");
        if (ClusterFolder.hasPosixPermissions(temporary)) {
            Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = PostgresChoice.class,
            names = {"INSTALLED", "BUNDLED"})
    void keepsItsDataOverARestart(PostgresChoice choice) throws Exception {
        try (PrivateCluster cluster = PrivateCluster.open(dataDir, choice)) {
            assertThat(cluster.isOwner()).isTrue();
            assertThat(cluster.description().contains("with PostGIS")).isEqualTo(choice == PostgresChoice.INSTALLED);
            execute(cluster, "create table kept as select 42 as answer");
        }
        assertThat(new ClusterFolder(dataDir).postmaster()).isEmpty();
        try (PrivateCluster cluster = PrivateCluster.open(dataDir, choice)) {
            assertThat(ask(cluster, "select answer from kept")).isEqualTo("42");
        }
    }

    @Test
    void isASmallServerOfItsOwn() throws Exception {
        try (PrivateCluster cluster = PrivateCluster.open(dataDir, PostgresChoice.AUTO)) {
            assertThat(ask(cluster, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(ask(cluster, "show fsync")).isEqualTo("on");
            assertThat(ask(cluster, "show wal_level")).isEqualTo("minimal");
            assertThat(ask(cluster, "show server_encoding")).isEqualTo("UTF8");
            assertThat(ask(cluster, "select datcollate from pg_database where datname = current_database()"))
                    .isEqualTo("C");
            assertThat(ask(cluster, "select left(rolpassword, 13) from pg_authid where rolname = 'hotspots'"))
                    .isEqualTo("SCRAM-SHA-256");
            for (String secret : new String[] {"password", "connection"}) {
                assertThat(Files.getPosixFilePermissions(
                                dataDir.resolve("postgres").resolve(secret)))
                        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
            }
            assertThatThrownBy(
                            () -> DriverManager.getConnection(cluster.address().jdbcUrl(), "hotspots", "guessed")
                                    .close())
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void rootWithoutAReachableFolderUsesANamespace() throws Exception {
        assumeTrue(isRoot(), "skipped: only root is refused by PostgreSQL");
        assumeTrue(
                Programs.run(java.util.List.of("unshare", "--user", "true")).succeeded(),
                "skipped: this machine allows no user namespaces");
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwx------"));
        try (PrivateCluster cluster = PrivateCluster.open(dataDir, PostgresChoice.AUTO)) {
            assertThat(ask(cluster, "select 1")).isEqualTo("1");
            assertThat(Files.getAttribute(dataDir.resolve("postgres/data"), "unix:uid"))
                    .isEqualTo(0);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = PostgresChoice.class,
            names = {"INSTALLED", "BUNDLED"})
    void runsForAnOrdinaryUser(PostgresChoice choice) throws Exception {
        assumeTrue(isRoot(), "skipped: this already is an ordinary user");
        Files.createDirectory(dataDir);
        Files.setOwner(
                dataDir, dataDir.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));
        try (ClusterProgram program = ClusterProgram.start(dataDir, choice, "nobody")) {
            assertThat(program.awaitOpen()).isEqualTo("OWNER");
            assertThat(Files.getOwner(dataDir.resolve("postgres/data")).getName())
                    .isEqualTo("nobody");
        }
        assertThat(new ClusterFolder(dataDir).postmaster()).isEmpty();
    }

    @Test
    void endsWhenItsProcessIsKilledAndLosesNothing() throws Exception {
        assumeTrue(ClusterProcess.canDieWithParent(), "skipped: this machine has no setpriv --pdeathsig");
        ClusterProgram program = ClusterProgram.start(dataDir, PostgresChoice.AUTO, "");
        assertThat(program.awaitOpen()).isEqualTo("OWNER");
        try (PrivateCluster joined = PrivateCluster.open(dataDir, PostgresChoice.AUTO)) {
            execute(joined, "create table kept as select 42 as answer");
        }
        ProcessHandle postmaster = new ClusterFolder(dataDir).postmaster().orElseThrow();

        program.kill();

        postmaster.onExit().get(10, TimeUnit.SECONDS);
        try (PrivateCluster next = PrivateCluster.open(dataDir, PostgresChoice.AUTO)) {
            assertThat(next.isOwner()).isTrue();
            assertThat(ask(next, "select answer from kept")).isEqualTo("42");
        }
    }

    @Test
    void startsAgainAtOnceAfterAKill() throws Exception {
        ClusterProgram program = ClusterProgram.start(dataDir, PostgresChoice.AUTO, "");
        program.awaitOpen();
        program.kill();
        try (PrivateCluster next = PrivateCluster.open(dataDir, PostgresChoice.AUTO)) {
            assertThat(next.isOwner()).isTrue();
            assertThat(ask(next, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void startsOverAStalePidFile() throws Exception {
        try (PrivateCluster cluster = PrivateCluster.open(dataDir, PostgresChoice.AUTO)) {
            execute(cluster, "create table kept as select 42 as answer");
        }
        // As after a loss of power: the id is of a process that is no PostgreSQL, namely this one.
        Files.writeString(
                dataDir.resolve("postgres/data/postmaster.pid"),
                ProcessHandle.current().pid() + "\n" + dataDir.resolve("postgres/data") + "\n");
        try (PrivateCluster next = PrivateCluster.open(dataDir, PostgresChoice.AUTO)) {
            assertThat(ask(next, "select answer from kept")).isEqualTo("42");
        }
    }

    @Test
    void aSecondProcessJoinsAndEndsNothing() throws Exception {
        try (PrivateCluster owner = PrivateCluster.open(dataDir, PostgresChoice.AUTO)) {
            ClusterProgram second = ClusterProgram.start(dataDir, PostgresChoice.AUTO, "");
            assertThat(second.awaitOpen()).isEqualTo("JOINED");
            second.end();
            assertThat(ask(owner, "select 1")).isEqualTo("1");

            ClusterProgram third = ClusterProgram.start(dataDir, PostgresChoice.AUTO, "");
            assertThat(third.awaitOpen()).isEqualTo("JOINED");
            third.kill();
            assertThat(ask(owner, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void ofTwoThatStartTogetherOneRunsItAndTheOtherJoins() throws Exception {
        try (ClusterProgram one = ClusterProgram.start(dataDir, PostgresChoice.AUTO, "");
                ClusterProgram other = ClusterProgram.start(dataDir, PostgresChoice.AUTO, "")) {
            String first = one.awaitOpen();
            String second = other.awaitOpen();
            assertThat(new String[] {first, second}).containsExactlyInAnyOrder("OWNER", "JOINED");
            if (second.equals("OWNER")) {
                one.end();
            } else {
                other.end();
            }
        }
    }

    @Test
    void anotherProcessKillsThePostmasterAndItComesBack() throws Exception {
        try (PrivateCluster cluster = PrivateCluster.open(dataDir, PostgresChoice.AUTO)) {
            execute(cluster, "create table kept as select 42 as answer");
            new ClusterFolder(dataDir).postmaster().orElseThrow().destroyForcibly();
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
            String answer = "";
            while (!answer.equals("42") && System.nanoTime() < deadline) {
                try {
                    answer = ask(cluster, "select answer from kept");
                } catch (SQLException e) {
                    Thread.sleep(100);
                }
            }
            assertThat(answer).isEqualTo("42");
        }
    }

    @Test
    void dataOfAnotherMajorVersionAreRefusedByName() throws Exception {
        Files.createDirectories(dataDir.resolve("postgres/data"));
        Files.writeString(dataDir.resolve("postgres/data/PG_VERSION"), "9\n");
        int present = PostgresBinaries.choose(PostgresChoice.AUTO, OptionalInt.empty(), dataDir)
                .majorVersion();
        assertThatThrownBy(() -> PrivateCluster.open(dataDir, PostgresChoice.AUTO))
                .isInstanceOf(ClusterException.class)
                .hasMessageContaining("is of PostgreSQL 9,")
                .hasMessageContaining("has PostgreSQL " + present);
    }

    private boolean isRoot() throws Exception {
        return (int) Files.getAttribute(temporary, "unix:uid") == 0;
    }

    private static void execute(PrivateCluster cluster, String sql) throws SQLException {
        try (Connection connection = connect(cluster);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(PrivateCluster cluster, String sql) throws SQLException {
        try (Connection connection = connect(cluster);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }

    private static Connection connect(PrivateCluster cluster) throws SQLException {
        return DriverManager.getConnection(
                cluster.address().jdbcUrl(), cluster.address().credentials());
    }
}
