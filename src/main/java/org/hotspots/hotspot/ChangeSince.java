package org.hotspots.hotspot;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The change since an earlier period, or why there is none to tell.
 *
 * @param from first day of the earlier period
 * @param to the day after its last
 * @param change the change since; null where the data do not cover both periods
 * @param reason why there is no change to tell; null where there is one
 */
public record ChangeSince(
        LocalDate from,
        LocalDate to,
        @Nullable Change change,
        @Nullable String reason) {
    public ChangeSince {
        if ((change == null) == (reason == null)) {
            throw new IllegalArgumentException("a change, or the reason why there is none");
        }
    }
}
