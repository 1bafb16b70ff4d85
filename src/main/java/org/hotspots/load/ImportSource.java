package org.hotspots.load;

import java.nio.file.Path;

/**
 * A file to import: CSV, gzip or zip, as its content says.
 *
 * @param name as its owner calls it; shown, never used as a path
 * @param path where its bytes are
 */
public record ImportSource(String name, Path path) {
    /** A file under its own name. */
    public static ImportSource of(Path path) {
        return new ImportSource(path.getFileName().toString(), path);
    }
}
