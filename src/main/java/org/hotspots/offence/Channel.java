package org.hotspots.offence;

import java.util.Locale;

/** How an offence was reported. */
public enum Channel {
    EMERGENCY_999,
    NON_EMERGENCY_101,
    ONLINE,
    OFFICER,
    OTHER,
    UNKNOWN;

    /** The word used in files, parameters and answers. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
