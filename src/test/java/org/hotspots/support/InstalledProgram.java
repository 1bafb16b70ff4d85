package org.hotspots.support;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** Programs of this machine that read what this one writes. */
public final class InstalledProgram {
    private InstalledProgram() {}

    /** Runs the program and returns what it says; skips the test, aloud, where it is not installed. */
    public static String run(String... command) throws IOException, InterruptedException {
        boolean isInstalled = Arrays.stream(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, command[0])));
        Assumptions.assumeTrue(isInstalled, command[0] + " is not installed: what it would read back was not read");
        Process process =
                new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new AssertionError(String.join(" ", command) + " ended with " + process.exitValue() + ": " + said);
        }
        return said;
    }
}
