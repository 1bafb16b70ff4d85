package org.hotspots.offence;

import java.util.Locale;

/** What a question is about. */
public enum Theme {
    KNIFE("Knife crime"),
    HATE("Hate crime"),
    ASB("Anti-social behaviour"),
    ALL("All offences");

    private final String title;

    Theme(String title) {
        this.title = title;
    }

    /** The word used in files, parameters and answers. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The theme's name for people. */
    public String title() {
        return title;
    }
}
