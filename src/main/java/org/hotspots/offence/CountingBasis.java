package org.hotspots.offence;

import java.util.Locale;

/** What is counted: an incident with several crime numbers once, or every offence. */
public enum CountingBasis {
    INCIDENTS,
    OFFENCES;

    /** The word used in files, parameters and answers. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
