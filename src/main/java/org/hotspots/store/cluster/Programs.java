package org.hotspots.store.cluster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs small programs to their end. */
final class Programs {
    private static final int TIMEOUT_SECONDS = 120;

    private Programs() {}

    /**
     * @param exitCode 0 for success; -1 where the program could not be started
     * @param text what it printed, on both streams
     */
    record Result(int exitCode, String text) {
        boolean succeeded() {
            return exitCode == 0;
        }
    }

    /** Runs the command with messages in English and nothing on its standard input. */
    static Result run(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C");
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return new Result(-1, command.get(0) + " did not end within " + TIMEOUT_SECONDS + " s");
            }
            return new Result(process.exitValue(), text.strip());
        } catch (IOException e) {
            // A program that is not there is an answer here, not a fault.
            return new Result(-1, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClusterException("interrupted while running " + command.get(0), e);
        }
    }
}
