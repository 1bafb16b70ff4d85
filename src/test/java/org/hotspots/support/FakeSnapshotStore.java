package org.hotspots.support;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.hotspots.snapshot.DataVersion;
import org.hotspots.snapshot.Snapshot;
import org.hotspots.snapshot.SnapshotStore;

/** Snapshots in memory, published by the test. */
public final class FakeSnapshotStore implements SnapshotStore {
    private final ConcurrentSkipListMap<Long, Snapshot> snapshots = new ConcurrentSkipListMap<>();
    private final List<Consumer<DataVersion>> listeners = new ArrayList<>();
    private final AtomicInteger reads = new AtomicInteger();

    public FakeSnapshotStore(Snapshot... published) {
        for (Snapshot snapshot : published) {
            snapshots.put(snapshot.version().number(), snapshot);
        }
    }

    public void publish(Snapshot snapshot) {
        snapshots.put(snapshot.version().number(), snapshot);
        listeners.forEach(listener -> listener.accept(snapshot.version()));
    }

    /** How often a whole version was read. */
    public int reads() {
        return reads.get();
    }

    @Override
    public DataVersion getCurrentVersion() {
        Map.Entry<Long, Snapshot> newest = snapshots.lastEntry();
        if (newest == null) {
            throw new NoSuchElementException("nothing is published");
        }
        return newest.getValue().version();
    }

    @Override
    public Optional<DataVersion> findVersion(long number) {
        return Optional.ofNullable(snapshots.get(number)).map(Snapshot::version);
    }

    @Override
    public Snapshot read(DataVersion version) {
        reads.incrementAndGet();
        Snapshot snapshot = snapshots.get(version.number());
        if (snapshot == null) {
            throw new NoSuchElementException("no version " + version.number());
        }
        return snapshot;
    }

    @Override
    public AutoCloseable listen(Consumer<DataVersion> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
