package org.hotspots.offence;

import java.util.Locale;

/** Where an offence was read from: the public street files, or a force's own extract. */
public enum Source {
    POLICE_UK,
    FORCE_EXTRACT;

    /** The word used in files, parameters and answers. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
