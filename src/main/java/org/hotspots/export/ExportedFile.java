package org.hotspots.export;

import java.nio.file.Path;

/**
 * A file that is whole.
 *
 * @param path where it lies
 * @param count features in it, or cells with a value
 * @param bytes its length
 * @param sha256 of its bytes, 64 hex digits
 */
public record ExportedFile(Path path, long count, long bytes, String sha256) {}
