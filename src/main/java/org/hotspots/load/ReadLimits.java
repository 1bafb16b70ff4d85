package org.hotspots.load;

/**
 * How much of what a file may hold; beyond it the file is refused, whatever it is.
 *
 * @param maxSourceBytes size of one file as given
 * @param maxDecompressedBytes size of all that an import's archives hold, decompressed
 * @param maxRatio decompressed over compressed size, once a mebibyte is out
 * @param maxEntries entries of a zip
 * @param maxColumns columns of a file
 * @param maxFieldChars characters of a field; a longer one costs its row
 */
public record ReadLimits(
        long maxSourceBytes,
        long maxDecompressedBytes,
        int maxRatio,
        int maxEntries,
        int maxColumns,
        int maxFieldChars) {

    public static final ReadLimits DEFAULT = new ReadLimits(4L << 30, 16L << 30, 100, 50_000, 1_000, 10_000);

    public ReadLimits {
        if (maxSourceBytes < 1
                || maxDecompressedBytes < 1
                || maxRatio < 1
                || maxEntries < 1
                || maxColumns < 1
                || maxFieldChars < 1) {
            throw new IllegalArgumentException("every limit must be at least 1");
        }
    }
}
