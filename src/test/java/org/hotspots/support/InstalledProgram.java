package org.hotspots.support;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Programs of this machine that read what this one writes. */
public final class InstalledProgram {
    private InstalledProgram() {}

    /**
     * Runs the program and returns what it says.
     *
     * @throws AssertionError where it is not installed, which {@code src/test/setup/install-test-tools.sh} sees to, or fails
     */
    public static String run(String... command) throws IOException, InterruptedException {
        boolean isInstalled = Arrays.stream(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder).resolve(command[0])));
        if (!isInstalled) {
            throw new AssertionError(command[0] + " is not installed: run src/test/setup/install-test-tools.sh");
        }
        Process process =
                new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new AssertionError(String.join(" ", command) + " ended with " + process.exitValue() + ": " + said);
        }
        return said;
    }
}
