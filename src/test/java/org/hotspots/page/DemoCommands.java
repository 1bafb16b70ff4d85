package org.hotspots.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.hotspots.app.CommandsInTurn;

/** The program's command line on the data that the demo serves. A command may be sent while others are answered. */
final class DemoCommands implements AutoCloseable {
    private final Process process;
    private final DataInputStream answers;

    /** What a command left: its exit code, standard output. */
    record Answer(int code, String out) {}

    DemoCommands(Path dataFolder) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CommandsInTurn.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().keySet().removeIf(name -> name.startsWith("HOTSPOTS_"));
        builder.environment().put("HOTSPOTS_DATA_DIR", dataFolder.toString());
        process = builder.start();
        answers = new DataInputStream(process.getInputStream());
    }

    void send(List<String> words) {
        try {
            process.getOutputStream().write((String.join("\t", words) + "\n").getBytes(UTF_8));
            process.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The answer to the first command that was not received yet; waits for it. */
    Answer receive() {
        try {
            int code = answers.readInt();
            return new Answer(code, new String(answers.readNBytes(answers.readInt()), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the command line ended before it answered", e);
        }
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
