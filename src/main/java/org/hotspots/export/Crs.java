package org.hotspots.export;

import java.util.Optional;

/** Coordinate systems that files are written in. */
public enum Crs {
    BRITISH_NATIONAL_GRID(27700),
    WGS84(4326);

    private final int epsg;

    Crs(int epsg) {
        this.epsg = epsg;
    }

    /** Its number in the EPSG register, by which it is asked for. */
    public int epsg() {
        return epsg;
    }

    static Optional<Crs> find(String word) {
        for (Crs crs : values()) {
            if (Integer.toString(crs.epsg).equals(word)) {
                return Optional.of(crs);
            }
        }
        return Optional.empty();
    }
}
