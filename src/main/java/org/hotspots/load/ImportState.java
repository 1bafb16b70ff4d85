package org.hotspots.load;

import java.util.Locale;

/** Life of an import. */
public enum ImportState {
    RECEIVED,
    VALIDATING,
    NEEDS_REVIEW,
    COMMITTED,
    REJECTED,
    FAILED,
    INTERRUPTED,
    CANCELLED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean isFinal() {
        return this != RECEIVED && this != VALIDATING && this != NEEDS_REVIEW;
    }
}
