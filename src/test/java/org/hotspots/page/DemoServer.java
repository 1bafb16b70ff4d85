package org.hotspots.page;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The whole program in a process of its own, as a newcomer starts it: the sample loaded, the page served. */
final class DemoServer implements AutoCloseable {
    private static final Pattern LOOK_AT = Pattern.compile("Look at (http://127\\.0\\.0\\.1:\\d+)/");
    private static final int START_MINUTES = 5;

    private final Process process;
    private final CompletableFuture<String> origin = new CompletableFuture<>();

    DemoServer(Path dataFolder) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder = new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.hotspots.app.Main",
                        "demo",
                        "--port",
                        "0",
                        "--data-dir",
                        dataFolder.toString())
                .redirectErrorStream(true);
        // It is the tests' own, and the program refuses settings that it does not know.
        builder.environment().remove("HOTSPOTS_SHARED");
        process = builder.start();
        Thread listener = new Thread(this::listen, "demo server's output");
        listener.setDaemon(true);
        listener.start();
    }

    private void listen() {
        StringBuilder said = new StringBuilder();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.append(line).append('\n');
                Matcher lookAt = LOOK_AT.matcher(line);
                if (origin.isDone())
                    System.out.println("demo: " + line); // what it says while tests run explains their failures
                if (lookAt.find()) origin.complete(lookAt.group(1));
            }
            origin.completeExceptionally(new IllegalStateException("The demo ended before it served:\n" + said));
        } catch (IOException e) {
            origin.completeExceptionally(e);
        }
    }

    /** Waits until the sample is loaded and served. */
    String origin() throws Exception {
        return origin.get(START_MINUTES, TimeUnit.MINUTES);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
