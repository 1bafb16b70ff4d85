package org.hotspots.store.cluster;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL cluster that belongs to a data folder. The first process to open the folder runs the cluster and holds
 * the folder's lock; every later one joins it, and on closing leaves it as it was. When the process that runs it ends,
 * in order or by being killed, the cluster ends too.
 */
public final class PrivateCluster implements AutoCloseable {
    static final String USER = "hotspots";
    static final String DATABASE = "hotspots";

    private static final Logger LOG = LoggerFactory.getLogger(PrivateCluster.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** Recovery after a crash replays the log, which takes as long as it takes; while it runs, it says so. */
    private static final Duration RECOVERY_PATIENCE = Duration.ofMinutes(10);

    private static final int PORT_ATTEMPTS = 3;
    private static final String CANNOT_CONNECT_NOW = "57P03";

    private final ClusterFolder folder;
    private final ClusterFolder.Connection connection;
    private final String description;
    private final @Nullable Ownership ownership;

    private PrivateCluster(
            ClusterFolder folder,
            ClusterFolder.Connection connection,
            String description,
            @Nullable Ownership ownership) {
        this.folder = folder;
        this.connection = connection;
        this.description = description;
        this.ownership = ownership;
    }

    /** What only the process that runs the cluster has; a cluster that was found running has no process of ours. */
    private record Ownership(
            FileChannel lock,
            PostgresBinaries binaries,
            ClusterAccount account,
            @Nullable ClusterProcess process) {}

    /**
     * Runs the folder's cluster, or joins it where another process runs it.
     *
     * @throws ClusterException where neither is possible
     */
    public static PrivateCluster open(Path dataDir, PostgresChoice choice) {
        try {
            ClusterFolder folder = new ClusterFolder(dataDir);
            Deadline deadline = new Deadline(PATIENCE);
            while (true) {
                FileChannel lock = tryLock(folder);
                if (lock != null) {
                    return own(folder, lock, choice);
                }
                Optional<ClusterFolder.Connection> running = folder.findConnection();
                if (running.isPresent() && answers(running.get())) {
                    return new PrivateCluster(
                            folder, running.get(), "the cluster that another process runs in " + folder.root(), null);
                }
                deadline.pause("Another process holds " + folder.lock() + " but its database does not answer.");
            }
        } catch (IOException e) {
            throw new ClusterException("The data folder " + dataDir + " cannot be used: " + e, e);
        }
    }

    public DatabaseAddress address() {
        return address(connection, DATABASE);
    }

    /** Whether this process runs the cluster, rather than having joined it. */
    public boolean isOwner() {
        return ownership != null;
    }

    /** For people: which PostgreSQL, where. */
    public String description() {
        return description;
    }

    /** Stops the cluster if this process runs it. */
    @Override
    public void close() {
        if (ownership == null) {
            return;
        }
        try {
            folder.deleteConnection();
            if (ownership.process() != null) {
                ownership.process().stop();
            } else {
                ClusterProcess.stop(ownership.binaries(), ownership.account(), folder);
            }
            ownership.lock().close();
        } catch (IOException e) {
            LOG.warn("The cluster's folder was not left tidy", e);
        }
    }

    private static @Nullable FileChannel tryLock(ClusterFolder folder) throws IOException {
        FileChannel channel = FileChannel.open(folder.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        @Nullable FileLock lock = null;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            LOG.debug("This process itself holds {}", folder.lock());
        }
        if (lock == null) {
            channel.close();
            return null;
        }
        return channel;
    }

    private static PrivateCluster own(ClusterFolder folder, FileChannel lock, PostgresChoice choice)
            throws IOException {
        try {
            PostgresBinaries binaries = PostgresBinaries.choose(choice, folder.dataVersion(), folder.programs());
            ClusterAccount account = ClusterAccount.choose(folder);
            String description = binaries + " in " + folder.root();
            Optional<ClusterFolder.Connection> survivor = awaitPredecessor(folder);
            if (survivor.isPresent()) {
                LOG.info("Taking over the cluster that still runs in {}", folder.root());
                return new PrivateCluster(
                        folder, survivor.get(), description, new Ownership(lock, binaries, account, null));
            }
            folder.deleteConnection();
            if (folder.dataVersion().isEmpty()) {
                initialise(folder, binaries, account);
            }
            return start(folder, description, new Ownership(lock, binaries, account, null));
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /**
     * Waits for the cluster of a process that was killed. Where the kernel ends it, it is on its way out; elsewhere it
     * goes on, and is taken over.
     */
    private static Optional<ClusterFolder.Connection> awaitPredecessor(ClusterFolder folder) throws IOException {
        Optional<ClusterFolder.Connection> last = folder.findConnection();
        Deadline deadline = new Deadline(PATIENCE);
        while (folder.postmaster().isPresent()) {
            boolean survives = last.isPresent() && (!last.get().diesWithOwner() || deadline.isHalfOver());
            if (survives && answers(last.get())) {
                return last;
            }
            deadline.pause("The database's former process "
                    + folder.postmaster().map(ProcessHandle::pid).orElse(0L) + " in " + folder.root()
                    + " does not end.");
        }
        return Optional.empty();
    }

    private static void initialise(ClusterFolder folder, PostgresBinaries binaries, ClusterAccount account)
            throws IOException {
        Path unfinished = folder.root().resolve("data.unfinished");
        if (Files.exists(unfinished)) {
            ClusterFolder.deleteTree(unfinished);
        }
        Files.createDirectory(unfinished);
        Path passwordFile = folder.root().resolve("password.initdb");
        folder.writePrivately(passwordFile, folder.createPassword() + "\n");
        try {
            account.give(unfinished);
            account.give(passwordFile);
            Programs.Result made = Programs.run(account.command(List.of(
                    binaries.program("initdb"),
                    "--pgdata=" + unfinished,
                    "--username=" + USER,
                    "--encoding=UTF8",
                    "--locale=C",
                    "--auth=scram-sha-256",
                    "--pwfile=" + passwordFile,
                    "--data-checksums",
                    "--no-instructions")));
            if (!made.succeeded()) {
                throw new ClusterException("initdb failed: " + made.text());
            }
        } finally {
            Files.delete(passwordFile);
        }
        Files.move(unfinished, folder.data(), StandardCopyOption.ATOMIC_MOVE);
    }

    private static PrivateCluster start(ClusterFolder folder, String description, Ownership found) throws IOException {
        String password = folder.getPassword();
        for (int attempt = 1; ; attempt++) {
            int port = freePort();
            ClusterProcess process = ClusterProcess.start(found.binaries(), found.account(), folder, port);
            ClusterFolder.Connection connection =
                    new ClusterFolder.Connection(port, password, process.diesWithParent());
            if (awaitReady(connection, process)) {
                createDatabase(connection);
                folder.writeConnection(connection);
                return new PrivateCluster(
                        folder,
                        connection,
                        description,
                        new Ownership(found.lock(), found.binaries(), found.account(), process));
            }
            process.stop();
            // The port was free a moment ago; that another program took it is the one fault worth another attempt.
            if (attempt == PORT_ATTEMPTS || !process.lastWords().contains("could not bind")) {
                throw new ClusterException(
                        "PostgreSQL did not start; the end of " + folder.log() + ":\n" + process.lastWords());
            }
        }
    }

    /** Whether it came to answer; false where it ended instead. */
    private static boolean awaitReady(ClusterFolder.Connection connection, ClusterProcess process) {
        Deadline deadline = new Deadline(RECOVERY_PATIENCE);
        while (true) {
            try {
                connect(connection, "postgres").close();
                return true;
            } catch (SQLException e) {
                boolean starting = CANNOT_CONNECT_NOW.equals(e.getSQLState()) || isConnectionFault(e);
                if (!process.isAlive()) {
                    return false;
                }
                if (!starting) {
                    throw new ClusterException("PostgreSQL started but refuses its own user: " + e.getMessage(), e);
                }
            }
            deadline.pause("PostgreSQL did not get ready.");
        }
    }

    private static void createDatabase(ClusterFolder.Connection connection) {
        try (Connection opened = connect(connection, "postgres");
                Statement statement = opened.createStatement();
                ResultSet found =
                        statement.executeQuery("select from pg_database where datname = '" + DATABASE + "'")) {
            if (!found.next()) {
                statement.execute("create database " + DATABASE);
            }
        } catch (SQLException e) {
            throw new ClusterException("The database cannot be created: " + e.getMessage(), e);
        }
    }

    private static boolean answers(ClusterFolder.Connection connection) {
        try {
            connect(connection, DATABASE).close();
            return true;
        } catch (SQLException e) {
            LOG.debug("No answer on port {}: {}", connection.port(), e.getMessage());
            return false;
        }
    }

    private static Connection connect(ClusterFolder.Connection connection, String database) throws SQLException {
        DatabaseAddress address = address(connection, database);
        return DriverManager.getConnection(address.jdbcUrl(), address.credentials());
    }

    private static DatabaseAddress address(ClusterFolder.Connection connection, String database) {
        return new DatabaseAddress(
                "jdbc:postgresql://127.0.0.1:" + connection.port() + "/" + database, USER, connection.password());
    }

    private static boolean isConnectionFault(SQLException e) {
        return e.getSQLState() != null && e.getSQLState().startsWith("08");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
