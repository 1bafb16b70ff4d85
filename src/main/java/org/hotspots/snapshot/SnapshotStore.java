package org.hotspots.snapshot;

import java.util.Optional;
import java.util.function.Consumer;

/** Where data versions are kept; the database implements it. */
public interface SnapshotStore {
    DataVersion getCurrentVersion();

    /** The version of this number, as it was published. */
    Optional<DataVersion> findVersion(long number);

    /** Reads a whole version; the areas and offences valid then. */
    Snapshot read(DataVersion version);

    /** Calls the listener, on a thread of the store, with each version published from now on by any process. */
    AutoCloseable listen(Consumer<DataVersion> listener);
}
