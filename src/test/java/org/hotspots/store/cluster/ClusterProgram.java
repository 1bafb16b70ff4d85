package org.hotspots.store.cluster;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A process that opens a data folder's cluster and keeps it until its standard input ends or it is killed; and, for
 * tests, the handle on such a process.
 */
final class ClusterProgram implements AutoCloseable {
    private final Process process;
    private final BufferedReader output;
    private final List<String> lines = new ArrayList<>();

    private ClusterProgram(Process process) {
        this.process = process;
        this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    public static void main(String[] arguments) throws IOException {
        try (PrivateCluster cluster = PrivateCluster.open(
                Path.of(arguments[0]), PostgresChoice.find(arguments[1]).orElseThrow())) {
            System.out.println(cluster.isOwner() ? "OWNER" : "JOINED");
            System.out.flush();
            while (System.in.read() >= 0) {
                // Anything but the end of input is ignored.
            }
        }
        System.out.println("CLOSED");
    }

    /** @param account to run as, blank for this process's own */
    static ClusterProgram start(Path dataDir, PostgresChoice choice, String account) throws IOException {
        List<String> command = new ArrayList<>();
        String classPath = System.getProperty("java.class.path");
        if (!account.isBlank()) {
            command.addAll(List.of("setpriv", "--reuid", account, "--regid", "nogroup", "--clear-groups"));
            classPath = reachable(classPath, dataDir.resolveSibling("class-path"));
        }
        command.addAll(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx128m",
                "-cp",
                classPath,
                ClusterProgram.class.getName(),
                dataDir.toString(),
                choice.word()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .directory(Path.of("/tmp").toFile());
        builder.environment().put("HOME", "/nonexistent");
        return new ClusterProgram(builder.start());
    }

    /** Waits until it has opened the cluster: OWNER or JOINED. */
    String awaitOpen() throws IOException {
        return await("OWNER", "JOINED");
    }

    private String await(String... words) throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (List.of(words).contains(line)) {
                return line;
            }
            lines.add(line);
        }
        throw new AssertionError("the program ended: " + String.join("\n", lines));
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Ends it in order. */
    void end() throws IOException {
        if (process.isAlive()) {
            process.getOutputStream().close();
            await("CLOSED");
            process.onExit().orTimeout(30, TimeUnit.SECONDS).join();
        }
    }

    @Override
    public void close() throws IOException {
        end();
    }

    /** Libraries may lie where only this account can read them: the same class path of links that all can read. */
    private static String reachable(String classPath, Path folder) throws IOException {
        Files.createDirectories(folder);
        List<String> entries = new ArrayList<>();
        for (String entry : classPath.split(java.io.File.pathSeparator)) {
            Path path = Path.of(entry);
            Path copy = folder.resolve(entries.size() + "-" + path.getFileName());
            if (Files.isRegularFile(path)) {
                Files.copy(path, copy);
            } else if (Files.isDirectory(path)) {
                copyTree(path, copy);
            }
            entries.add(copy.toString());
        }
        return String.join(java.io.File.pathSeparator, entries);
    }

    private static void copyTree(Path from, Path to) throws IOException {
        try (var tree = Files.walk(from)) {
            tree.forEach(path -> {
                try {
                    Path copy = to.resolve(from.relativize(path).toString());
                    if (Files.isDirectory(path)) {
                        Files.createDirectories(copy);
                        Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rwxr-xr-x"));
                    } else {
                        Files.copy(path, copy);
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
