package org.hotspots.question;

import java.util.Locale;

/** How density is corrected at the border of the data, the force's edge; the page on density has the formulas. */
public enum EdgeMethod {
    /** Events near the border count for more, so that the integral over the force is the number of events. */
    DIGGLE,
    /** Density near the border is raised, so that an even spread comes out even. */
    UNIFORM,
    NONE;

    /** The word used in parameters and answers. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
