package org.hotspots.http;

import java.util.function.Function;
import org.hotspots.snapshot.Snapshot;
import org.jspecify.annotations.Nullable;

/**
 * A value that is made of a snapshot when first asked for, once for all who wait, and kept until a snapshot of other data is asked about.
 *
 * @param <T> the value
 */
final class PerVersion<T> {
    private final Function<Snapshot, T> making;
    private @Nullable Kept<T> kept;

    PerVersion(Function<Snapshot, T> making) {
        this.making = making;
    }

    private record Kept<T>(String fingerprint, T value) {}

    synchronized T of(Snapshot snapshot) {
        String fingerprint = snapshot.version().fingerprint();
        Kept<T> known = kept;
        if (known == null || !known.fingerprint().equals(fingerprint)) {
            known = new Kept<>(fingerprint, making.apply(snapshot));
            kept = known;
        }
        return known.value();
    }
}
