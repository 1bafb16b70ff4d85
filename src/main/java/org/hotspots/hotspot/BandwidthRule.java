package org.hotspots.hotspot;

import java.util.Locale;

/** A rule for choosing a bandwidth; the page on density has the definitions. */
public enum BandwidthRule {
    SCOTT("Scott", "Suits one round heap of events; far too wide for a town with several."),
    NORMAL_REFERENCE("Normal reference", "As Scott's rule, but less moved by a few events far away."),
    DIGGLE("Least mean square error", "Keeps detail; on snapped places it tends to be too narrow to patrol by."),
    LIKELIHOOD("Likelihood", "The width under which each place is best foretold by the other places."),
    CRONIE_VAN_LIESHOUT("Cronie and van Lieshout", "Shows the broad structure; tends to be wide."),
    NEAREST_PLACES("Ten nearest places", "The width within which an event has ten other places on average.");

    private final String title;
    private final String sentence;

    BandwidthRule(String title, String sentence) {
        this.title = title;
        this.sentence = sentence;
    }

    /** The word used in answers. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its name for people. */
    public String title() {
        return title;
    }

    /** What it is good for, in one sentence. */
    public String sentence() {
        return sentence;
    }
}
