package org.hotspots.load;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The record of an import, kept for ever.
 *
 * @param id unguessable
 * @param profile name of the reader or mapping profile
 * @param files names of what was read, in order; an entry of a zip as {@code archive.zip/folder/entry.csv}
 * @param sha256 hex SHA-256 over how the files are read (profile, overrides) and their bytes in order
 * @param counts what became of the rows; null until they are known
 * @param ignoredColumns columns of the files that no reader asked for
 * @param problem why it was rejected or failed; null otherwise
 * @param dataVersion the version it published; null unless committed
 */
public record ImportRecord(
        UUID id,
        String profile,
        List<String> files,
        String sha256,
        ImportState state,
        Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable ImportCounts counts,
        List<String> ignoredColumns,
        @Nullable ImportProblem problem,
        @Nullable Long dataVersion) {
    public ImportRecord {
        files = List.copyOf(files);
        ignoredColumns = List.copyOf(ignoredColumns);
    }
}
