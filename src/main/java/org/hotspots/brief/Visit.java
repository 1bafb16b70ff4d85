package org.hotspots.brief;

import org.hotspots.hotspot.Hotspot;

/**
 * A place that a brief sends people to.
 *
 * @param place a hotspot of the run
 * @param minutes how long a visit lasts, from 1 to {@value #MOST_MINUTES}
 */
public record Visit(Hotspot place, int minutes) {
    /** A shift of eight hours. */
    public static final int MOST_MINUTES = 480;

    public static final int USUAL_MINUTES = 15;

    public Visit {
        if (minutes < 1 || minutes > MOST_MINUTES) {
            throw new IllegalArgumentException("minutes=" + minutes + ": from 1 to " + MOST_MINUTES);
        }
    }
}
