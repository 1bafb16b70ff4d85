package org.hotspots.load;

import java.util.Locale;
import java.util.Optional;

/** Coordinate systems that a pair of columns may be in. */
enum CoordinateSystem {
    BRITISH_GRID,
    LON_LAT;

    static final String NAMES = "EPSG:27700, CRS84, EPSG:4326";

    /** By its usual names; the order of the two columns is told by their own names, so 4326 and CRS84 mean the same. */
    static Optional<CoordinateSystem> find(String name) {
        return switch (name.toUpperCase(Locale.ROOT)) {
            case "EPSG:27700", "27700" -> Optional.of(BRITISH_GRID);
            case "CRS84", "OGC:CRS84", "EPSG:4326", "4326" -> Optional.of(LON_LAT);
            default -> Optional.empty();
        };
    }
}
