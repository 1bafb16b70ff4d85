package org.hotspots.load;

/**
 * How far an import has come.
 *
 * @param stage what it is doing
 * @param bytesRead bytes of the files as given that have been read in this stage
 * @param bytesTotal bytes of the files as given
 * @param rows rows read so far
 * @param rowsPerSecond since reading began
 */
public record ImportProgress(Stage stage, long bytesRead, long bytesTotal, long rows, double rowsPerSecond) {
    /** What an import does, in order. */
    public enum Stage {
        /** Reading the bytes once, to see whether they are already here. */
        CHECKSUM,
        /** Reading, checking and staging rows. */
        READING,
        /** Working out what would change. */
        COMPARING,
        /** Changing it. */
        PUBLISHING
    }
}
