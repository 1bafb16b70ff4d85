package org.hotspots.offence;

import java.util.Locale;

/** How exact a location is: an address, a street, an area, or an anonymised snap point. */
public enum GeocodeClass {
    UPRN,
    STREET,
    AREA,
    SNAP;

    /** The word used in files, parameters and answers. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
