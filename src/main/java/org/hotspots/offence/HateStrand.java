package org.hotspots.offence;

import java.util.Locale;

/** The five monitored strands of hate crime; one offence may carry several. The bit of a strand in a mask is 1 << ordinal. */
public enum HateStrand {
    RACE,
    RELIGION,
    SEXUAL_ORIENTATION,
    DISABILITY,
    TRANSGENDER;

    /** The word used in files, parameters and answers. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
