package org.hotspots.offence;

import java.util.Locale;

/**
 * Whether offences that came to light through police work (a search, a proactive find) count. They say where police
 * were, and patrols sent by them would find more of the same; so they stay out of targeting unless asked for.
 */
public enum PoliceFound {
    /** Leaves them out; offences whose source does not say are kept. */
    EXCLUDE,
    /** Counts every offence, however it came to light. */
    INCLUDE,
    /** Counts them alone; offences whose source does not say are left out. */
    ONLY;

    /** The word used in parameters and answers. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
