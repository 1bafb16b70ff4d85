package org.hotspots.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.hotspots.store.Database;
import org.hotspots.store.DatabaseSettings;
import org.hotspots.store.cluster.DatabaseAddress;
import org.hotspots.store.cluster.PostgresChoice;
import org.hotspots.store.cluster.PrivateCluster;

/**
 * A real database of a test's own, with the schema and nothing in it, on a cluster that all tests of one JVM share. It
 * has PostGIS where the machine has.
 */
public final class TestDatabase implements AutoCloseable {
    private static final String TEMPLATE = "with_schema";
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final String name = "test_" + COUNT.incrementAndGet();
    private final Database database;

    private TestDatabase() {
        execute(Shared.CLUSTER.address(), "create database " + name + " template " + TEMPLATE);
        database = Database.open(settings(name));
    }

    public static TestDatabase create() {
        return new TestDatabase();
    }

    public Database database() {
        return database;
    }

    /** Settings that open this very database again, as another process would. */
    public DatabaseSettings settings() {
        return settings(name);
    }

    /** A connection with no more than the schema's names, for looking at what was stored. */
    public Connection connect() throws SQLException {
        DatabaseAddress address = database.address();
        Connection connection = DriverManager.getConnection(address.jdbcUrl(), address.credentials());
        try (Statement statement = connection.createStatement()) {
            statement.execute("set search_path = hotspots, public");
        }
        return connection;
    }

    /** How QGIS and GDAL are told of this database, with its owner's rights. */
    public String gisConnection() {
        DatabaseAddress owner = database.address();
        return gisConnection(
                Objects.requireNonNull(owner.user(), "the private cluster has a user"),
                Objects.requireNonNull(owner.password(), "the private cluster has a password"));
    }

    /** How QGIS and GDAL are told of this database, as this user. */
    public String gisConnection(String user, String password) {
        URI server = URI.create(database.address().jdbcUrl().substring("jdbc:".length()));
        return "host=" + server.getHost() + " port=" + server.getPort() + " dbname=" + name + " user='" + user
                + "' password='" + password + "'";
    }

    /** The first column of the first row, as text; null is "". */
    public String ask(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            String answer = rows.next() ? rows.getString(1) : null;
            return answer == null ? "" : answer;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    public void execute(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** An empty database without the schema, on the same cluster. */
    public static DatabaseAddress createBare() {
        String bare = "bare_" + COUNT.incrementAndGet();
        execute(Shared.CLUSTER.address(), "create database " + bare);
        return address(bare);
    }

    @Override
    public void close() {
        database.close();
        execute(Shared.CLUSTER.address(), "drop database " + name + " with (force)");
    }

    private static DatabaseSettings settings(String name) {
        return new DatabaseSettings(address(name), Path.of("unused"), PostgresChoice.AUTO, 3);
    }

    private static DatabaseAddress address(String name) {
        DatabaseAddress shared = Shared.CLUSTER.address();
        String server = shared.jdbcUrl().substring(0, shared.jdbcUrl().lastIndexOf('/') + 1);
        return new DatabaseAddress(server + name, shared.user(), shared.password());
    }

    private static void execute(DatabaseAddress address, String sql) {
        try (Connection connection = DriverManager.getConnection(address.jdbcUrl(), address.credentials());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Started by the first test that needs it, stopped with the JVM. */
    private static final class Shared {
        static final PrivateCluster CLUSTER = start();

        static {
            execute(CLUSTER.address(), "create database " + TEMPLATE);
            Database.open(settings(TEMPLATE)).close();
        }

        private static PrivateCluster start() {
            try {
                Path folder = Files.createTempDirectory("hotspots-test");
                if (Files.getFileAttributeView(folder, PosixFileAttributeView.class) != null) {
                    // Root runs PostgreSQL as another account, which has to get there.
                    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
                }
                PrivateCluster cluster = PrivateCluster.open(folder, PostgresChoice.AUTO);
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    cluster.close();
                    delete(folder);
                }));
                return cluster;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void delete(Path folder) {
            try (Stream<Path> tree = Files.walk(folder)) {
                tree.sorted(Comparator.reverseOrder())
                        .forEach(path -> path.toFile().delete());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
