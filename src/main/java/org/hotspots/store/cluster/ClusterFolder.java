package org.hotspots.store.cluster;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * The files of a private cluster, below {@code <data-dir>/postgres}: {@code data} (PostgreSQL's own), {@code lock} (held
 * by the process that runs the cluster), {@code password} and {@code connection} (readable by their owner only),
 * {@code postgres.log}, {@code programs} (where they are unpacked).
 */
final class ClusterFolder {
    private static final int PASSWORD_BYTES = 24;
    private static final long LONG_LOG_BYTES = 10_000_000;

    private final Path root;

    ClusterFolder(Path dataDir) throws IOException {
        root = dataDir.toAbsolutePath().normalize().resolve("postgres");
        createReachable(root);
    }

    Path root() {
        return root;
    }

    Path data() {
        return root.resolve("data");
    }

    Path lock() {
        return root.resolve("lock");
    }

    Path log() {
        return root.resolve("postgres.log");
    }

    Path programs() {
        return root.resolve("programs");
    }

    /** Major version of the data that are there, if any. */
    OptionalInt dataVersion() throws IOException {
        try {
            return OptionalInt.of(Integer.parseInt(
                    Files.readString(data().resolve("PG_VERSION")).strip()));
        } catch (NoSuchFileException e) {
            return OptionalInt.empty();
        }
    }

    /** The postmaster that wrote its pid file last, if it still runs. */
    Optional<ProcessHandle> postmaster() throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(data().resolve("postmaster.pid"));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        return lines.isEmpty() || !lines.get(0).strip().matches("\\d+")
                ? Optional.empty()
                : ProcessHandle.of(Long.parseLong(lines.get(0).strip())).filter(ClusterFolder::isPostgres);
    }

    /** After a crash of the machine the id in a pid file may be another program's. */
    private static boolean isPostgres(ProcessHandle process) {
        return process.isAlive() && process.info().command().orElse("").contains("postgres");
    }

    /** Sets a long log aside, so that two of them are the most there is. */
    void rotateLog() throws IOException {
        if (Files.exists(log()) && Files.size(log()) > LONG_LOG_BYTES) {
            Files.move(log(), root.resolve("postgres.log.old"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    String getPassword() throws IOException {
        try {
            return Files.readString(root.resolve("password")).strip();
        } catch (NoSuchFileException e) {
            throw new ClusterException("The database's password is missing: " + root.resolve("password")
                    + " belongs to the data beside it and must be restored with them.");
        }
    }

    String createPassword() throws IOException {
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        writePrivately(root.resolve("password"), password + "\n");
        return password;
    }

    /**
     * How to reach the running cluster.
     *
     * @param port on 127.0.0.1
     * @param password of the user {@value PrivateCluster#USER}
     * @param diesWithOwner whether the cluster ends when the process that runs it is killed
     */
    record Connection(int port, String password, boolean diesWithOwner) {}

    void writeConnection(Connection connection) throws IOException {
        Properties properties = new Properties();
        properties.setProperty("port", Integer.toString(connection.port()));
        properties.setProperty("password", connection.password());
        properties.setProperty("dies_with_owner", Boolean.toString(connection.diesWithOwner()));
        StringWriter text = new StringWriter();
        properties.store(text, null);
        writePrivately(root.resolve("connection"), text.toString());
    }

    /** Empty where no cluster has been announced. */
    Optional<Connection> findConnection() throws IOException {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(Files.readString(root.resolve("connection"))));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (AccessDeniedException e) {
            throw new ClusterException("The database in " + root + " is run by another user, who alone may read "
                    + root.resolve("connection") + ": run this as that user.");
        }
        return Optional.of(new Connection(
                Integer.parseInt(properties.getProperty("port")),
                properties.getProperty("password"),
                Boolean.parseBoolean(properties.getProperty("dies_with_owner"))));
    }

    void deleteConnection() throws IOException {
        Files.deleteIfExists(root.resolve("connection"));
    }

    /** The uid that files made by this process get; empty where the platform has none. */
    OptionalInt ownUid() throws IOException {
        if (!hasPosixPermissions(root)) {
            return OptionalInt.empty();
        }
        Path probe = Files.createTempFile(root, "uid", ".probe");
        try {
            return OptionalInt.of((int) Files.getAttribute(probe, "unix:uid"));
        } finally {
            Files.delete(probe);
        }
    }

    /** Creates or replaces a file that its owner alone may read, at once. */
    void writePrivately(Path file, String text) throws IOException {
        // Files.createTempFile makes its files readable by their owner only.
        Path unfinished = Files.createTempFile(root, file.getFileName().toString(), ".unfinished");
        Files.writeString(unfinished, text);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Creates the folder and what is missing above it, such that other accounts can pass through what was created. */
    static void createReachable(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Path parent = folder.getParent();
        if (parent != null) {
            createReachable(parent);
        }
        Files.createDirectories(folder);
        if (hasPosixPermissions(folder)) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    static boolean hasPosixPermissions(Path path) {
        return Files.getFileAttributeView(path, PosixFileAttributeView.class) != null;
    }

    static void deleteTree(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
