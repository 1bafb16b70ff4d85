package org.hotspots.search;

import java.util.Locale;
import org.hotspots.area.AreaKind;

/** What can be found, in the order in which equally good matches are told. */
public enum PlaceKind {
    GRID_REFERENCE,
    COORDINATES,
    TOWN,
    DISTRICT,
    WARD,
    BEAT,
    STREET,
    LSOA;

    static PlaceKind of(AreaKind kind) {
        return switch (kind) {
            case TOWN -> TOWN;
            case DISTRICT -> DISTRICT;
            case WARD -> WARD;
            case BEAT -> BEAT;
            case LSOA -> LSOA;
        };
    }

    /** The word used in answers. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
