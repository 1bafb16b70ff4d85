package org.hotspots.support;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Real files and published answers that are not part of the project. The folder is taken from the system property
 * {@code hotspots.shared}, else the environment variable {@code HOTSPOTS_SHARED}, else {@code ../shared}.
 */
public final class SharedData {
    private SharedData() {}

    /** The file or folder below {@code data/}; without it the test is skipped, and says so. */
    public static Path require(String relative) {
        Path file = Path.of(Optional.ofNullable(System.getProperty("hotspots.shared"))
                        .or(() -> Optional.ofNullable(System.getenv("HOTSPOTS_SHARED")))
                        .orElse("../shared"))
                .resolve("data")
                .resolve(relative);
        assumeTrue(Files.exists(file), "skipped: there is no " + file + " (set HOTSPOTS_SHARED)");
        return file;
    }
}
