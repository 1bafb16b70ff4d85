package org.hotspots.offence;

import java.util.Locale;

/** Where an offence happened, as far as patrols can reach it. */
public enum Setting {
    PUBLIC_PLACE,
    DWELLING,
    ONLINE,
    UNKNOWN;

    /** The word used in files, parameters and answers. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
