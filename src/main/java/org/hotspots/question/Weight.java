package org.hotspots.question;

import java.util.Locale;

/** What an event weighs in surfaces, in the scores of cells and in the ranking. */
public enum Weight {
    /** One. */
    COUNT,
    /** What its offence weighs in a codebook. */
    HARM;

    /** The word used in parameters and answers. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
