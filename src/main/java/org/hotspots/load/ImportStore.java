package org.hotspots.load;

import java.io.Writer;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where imports and their rows are kept; the database implements it. */
public interface ImportStore {
    /** The committed import of exactly these bytes under this profile, if it is still what the data rest on. */
    Optional<ImportRecord> findCommitted(String sha256);

    Optional<ImportRecord> findImport(UUID id);

    /** Newest first. */
    List<ImportRecord> listImports(int limit);

    /** Inserts or replaces the import's record, in a transaction of its own. */
    void save(ImportRecord record);

    /** Writes the import's quarantined rows as CSV: file, line, record, reason, detail, raw. */
    void writeQuarantine(UUID id, Writer out);

    /**
     * Opens a staging area for one import, with the lock that lets only one import run on a database.
     *
     * @throws ImportException with slug {@code import-in-progress} and status 409 where another holds the lock
     */
    Staging openStaging(UUID id);

    /** Rows on their way into the database; one thread at a time. Closing without publishing leaves no trace. */
    interface Staging extends AutoCloseable {
        /** @param fileIndex position of the row's file in the import, from 0 */
        void add(int fileIndex, Row row);

        /**
         * What publishing would do, without doing it.
         *
         * @throws ImportException where the rows contradict each other, such as one (force, month) in two files
         */
        ImportCounts preview();

        /**
         * Merges or replaces in one transaction, keeps what was replaced, stores the quarantined rows and the import's
         * record as committed, publishes a data version and notifies listeners.
         */
        ImportRecord publish(ImportRecord record);

        /** Keeps only the quarantined rows, for an import that needs review or was rejected. */
        void keepQuarantine();

        @Override
        void close();
    }
}
