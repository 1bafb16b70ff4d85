package org.hotspots.hotspot;

import java.util.Optional;

/** Where runs are kept, as their questions; the database implements it. */
public interface RunStore {
    /** Stores the run unless it is stored already. */
    void save(StoredRun run);

    Optional<StoredRun> findRun(String runId);

    /**
     * @param runId hash of question, data version and software version
     * @param question canonical JSON, every default written out
     * @param dataVersion number of the data version
     * @param softwareVersion version of this program that answered
     */
    record StoredRun(String runId, String question, long dataVersion, String softwareVersion) {}
}
