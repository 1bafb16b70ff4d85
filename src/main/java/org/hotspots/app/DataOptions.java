package org.hotspots.app;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that mean the same in every command that touches data. */
final class DataOptions {
    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            description = "Folder of the data (HOTSPOTS_DATA_DIR; by default in the user's data folder).")
    @Nullable
    Path dataDir;

    Settings settings() {
        return Settings.read(System.getenv(), dataDir, null);
    }

    Settings settings(@Nullable Integer port) {
        return Settings.read(System.getenv(), dataDir, port);
    }
}
