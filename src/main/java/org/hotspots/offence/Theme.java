package org.hotspots.offence;

import java.util.Locale;

/** What a question is about. */
public enum Theme {
    KNIFE,
    HATE,
    ASB,
    ALL;

    /** The word used in files, parameters and answers. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
