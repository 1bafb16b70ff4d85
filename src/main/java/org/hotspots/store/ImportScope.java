package org.hotspots.store;

import java.time.Instant;
import org.hotspots.offence.Offence;
import org.hotspots.offence.Source;
import org.jspecify.annotations.Nullable;

/**
 * What an import speaks for.
 *
 * @param source kind of source
 * @param force the force
 * @param month start of the month, for public street files, which are replaced month by month; null for extracts
 */
record ImportScope(Source source, String force, @Nullable Instant month) {
    static ImportScope of(Offence offence) {
        return new ImportScope(
                offence.source(), offence.force(), offence.source() == Source.POLICE_UK ? offence.recordedAt() : null);
    }
}
