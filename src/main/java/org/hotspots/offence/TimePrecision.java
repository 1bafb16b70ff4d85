package org.hotspots.offence;

import java.util.Locale;

/** How exactly the time of an offence is known. */
public enum TimePrecision {
    MINUTE,
    DAY,
    MONTH;

    /** The word used in files, parameters and answers. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
