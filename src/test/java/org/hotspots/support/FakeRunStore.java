package org.hotspots.support;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.hotspots.hotspot.RunStore;

/** Runs in memory. */
public final class FakeRunStore implements RunStore {
    private final Map<String, StoredRun> runs = new ConcurrentHashMap<>();

    @Override
    public void save(StoredRun run) {
        runs.putIfAbsent(run.runId(), run);
    }

    @Override
    public Optional<StoredRun> findRun(String runId) {
        return Optional.ofNullable(runs.get(runId));
    }

    public int size() {
        return runs.size();
    }
}
