package org.hotspots.offence;

import java.util.Locale;

/** Type of anti-social behaviour. */
public enum AsbType {
    PERSONAL,
    NUISANCE,
    ENVIRONMENTAL;

    /** The word used in files, parameters and answers. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
