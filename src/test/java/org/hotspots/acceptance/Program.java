package org.hotspots.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hotspots.app.Main;
import org.hotspots.store.cluster.DatabaseAddress;
import org.hotspots.support.TestDatabase;

/** The program, in processes of its own as a person starts it. */
final class Program {
    private static final int PATIENCE_SECONDS = 180;
    private static final Pattern LOOK_AT = Pattern.compile("Look at http://127\\.0\\.0\\.1:([0-9]+)/");
    /** Refuses anything behind the document. */
    private static final JsonMapper ONE_DOCUMENT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Program() {}

    /** What a command left: its exit code, standard output, standard error. */
    record Ended(int code, String out, String err) {
        JsonNode json() throws IOException {
            return ONE_DOCUMENT.readTree(out);
        }
    }

    /** Runs a command on a database to its end, with a data folder in the folder. */
    static Ended run(Path folder, TestDatabase test, String... arguments) throws IOException, InterruptedException {
        DatabaseAddress address = test.database().address();
        return run(
                folder,
                Map.of(
                        "HOTSPOTS_DB_URL", address.jdbcUrl(),
                        "HOTSPOTS_DB_USER", address.user(),
                        "HOTSPOTS_DB_PASSWORD", address.password(),
                        "HOTSPOTS_DATA_DIR", folder.resolve("data").toString()),
                arguments);
    }

    /** Runs a command to its end; output goes through files, so that neither stream can hold the program up. */
    static Ended run(Path folder, Map<String, String> settings, String... arguments)
            throws IOException, InterruptedException {
        Path out = Files.createTempFile(folder, "out", ".txt");
        Path err = Files.createTempFile(folder, "err", ".txt");
        ProcessBuilder builder =
                builder(settings, arguments).redirectOutput(out.toFile()).redirectError(err.toFile());
        Process process = builder.start();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError(List.of(arguments) + " did not end; it said " + Files.readString(err));
        }
        return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    private static ProcessBuilder builder(Map<String, String> settings, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("HOTSPOTS_"));
        builder.environment().putAll(settings);
        return builder;
    }

    /** A server in a process of its own, on a free port. */
    static final class Server implements AutoCloseable {
        private final Process process;
        private final CompletableFuture<Integer> port = new CompletableFuture<>();

        private Server(Process process) {
            this.process = process;
        }

        /** Waits until it listens. */
        static Server start(Path dataFolder) throws IOException {
            Process process = builder(Map.of(), "serve", "--port", "0", "--data-dir", dataFolder.toString())
                    .redirectErrorStream(true)
                    .start();
            Server server = new Server(process);
            Thread listener = new Thread(server::listen, "server's output");
            listener.setDaemon(true);
            listener.start();
            try {
                server.port();
                return server;
            } catch (RuntimeException e) {
                process.destroyForcibly();
                throw e;
            }
        }

        private void listen() {
            StringBuilder said = new StringBuilder();
            try (BufferedReader lines = process.inputReader(UTF_8)) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    said.append(line).append('\n');
                    Matcher lookAt = LOOK_AT.matcher(line);
                    if (lookAt.find()) {
                        port.complete(Integer.valueOf(lookAt.group(1)));
                    }
                }
                port.completeExceptionally(new IllegalStateException("it ended before it served:\n" + said));
            } catch (IOException e) {
                port.completeExceptionally(e);
            }
        }

        int port() {
            return port.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        }

        boolean isAlive() {
            return process.isAlive();
        }

        /** As {@code kill -9} does: nothing in the program gets a chance to tidy up. */
        void kill() {
            process.destroyForcibly();
            awaitEnd();
        }

        /** As {@code kill} does; waits until its cluster is down, too. */
        @Override
        public void close() {
            process.destroy();
            awaitEnd();
        }

        private void awaitEnd() {
            process.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        }
    }
}
