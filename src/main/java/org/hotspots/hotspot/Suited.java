package org.hotspots.hotspot;

import java.util.Locale;
import java.util.Optional;
import org.hotspots.offence.Makeup;

/** What a hotspot calls for, as far as the settings of its events tell. */
public enum Suited {
    /** At least half of the events of known setting happened in public, where a patrol is seen. */
    PATROL,
    /** Most happened in dwellings or online, which no patrol passes. */
    PROBLEM_SOLVING;

    private static final double LEAST_PATROLLABLE = 0.5;

    /** Empty where no event's setting is known. */
    static Optional<Suited> of(Makeup makeup) {
        if (makeup.settingKnown() == 0) {
            return Optional.empty();
        }
        return Optional.of(makeup.patrollableShare() < LEAST_PATROLLABLE ? PROBLEM_SOLVING : PATROL);
    }

    /** The word used in answers. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
