package org.hotspots.offence;

import java.util.Locale;

/** Facts about a stored offence that its reader should know; the bit of a flag in a mask is {@code 1 << ordinal}. */
public enum OffenceFlag {
    /** The location is one that the force uses where it knows none (its headquarters, a custody suite). */
    DEFAULT_LOCATION,
    /** The coordinates carry two decimals of a degree or fewer (about a kilometre). */
    LOW_PRECISION,
    /** The wall-clock time happened twice (clocks going back); the earlier reading was taken. */
    AMBIGUOUS_LOCAL_TIME,
    /** The wall-clock time never happened (clocks going forward); the time an hour later was taken. */
    NON_EXISTENT_LOCAL_TIME,
    /** Only the date is known. */
    TIME_UNKNOWN,
    /** The offence code or category is not one that the system knows. */
    UNKNOWN_CATEGORY;

    public int bit() {
        return 1 << ordinal();
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
