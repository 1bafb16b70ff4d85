package org.hotspots.store.cluster;

import java.time.Duration;

/** A limit to waiting, by a clock that never jumps. */
final class Deadline {
    private static final long PAUSE_MILLIS = 25;

    private final long startedAtNanos = System.nanoTime();
    private final Duration patience;

    Deadline(Duration patience) {
        this.patience = patience;
    }

    boolean isHalfOver() {
        return System.nanoTime() - startedAtNanos > patience.toNanos() / 2;
    }

    /**
     * Sleeps for a moment.
     *
     * @param complaint what to say once the limit has passed
     */
    void pause(String complaint) {
        if (System.nanoTime() - startedAtNanos > patience.toNanos()) {
            throw new ClusterException(complaint + " Waited " + patience.toSeconds() + " s.");
        }
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClusterException("interrupted while waiting for the database", e);
        }
    }
}
