package org.hotspots.area;

import java.util.List;
import java.util.Locale;
import org.hotspots.geo.BritishNationalGrid;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.MultiPolygon;

/** Coordinate systems that a file of areas may be in, with the box that Great Britain fills in each. */
enum AreaCrs {
    /** Longitude, latitude in degrees, whichever way the file names WGS 84. */
    LON_LAT(-9, 49.7, 2.2, 61.1),
    /** Easting, northing in metres. */
    BRITISH_GRID(0, 0, 700_000, 1_300_000);

    private final double minX;
    private final double minY;
    private final double maxX;
    private final double maxY;

    AreaCrs(double minX, double minY, double maxX, double maxY) {
        this.minX = minX;
        this.minY = minY;
        this.maxX = maxX;
        this.maxY = maxY;
    }

    /** The system asked for, else the one the file names, else longitude and latitude as RFC 7946 has it. */
    static AreaCrs of(@Nullable String asked, @Nullable String named) {
        String name = asked != null ? asked : named;
        if (name == null) {
            return LON_LAT;
        }
        String upper = name.toUpperCase(Locale.ROOT);
        if (upper.endsWith("CRS84") || upper.matches("(.*[:/])?4326")) {
            return LON_LAT;
        }
        if (upper.matches("(.*[:/])?27700")) {
            return BRITISH_GRID;
        }
        throw new AreaFileException(List.of("crs=" + name + ": one of CRS84, EPSG:4326, EPSG:27700"));
    }

    /** The outline in EPSG:27700. */
    MultiPolygon toBritishGrid(MultiPolygon outline) throws OutlineException {
        for (Coordinate at : outline.getCoordinates()) {
            if (!contains(at.x, at.y)) {
                throw new OutlineException(
                        "the vertex " + at.x + "," + at.y + " is outside Great Britain; " + hint(at));
            }
        }
        return this == BRITISH_GRID ? outline : (MultiPolygon) BritishNationalGrid.fromLonLat(outline);
    }

    private boolean contains(double x, double y) {
        return x >= minX && x <= maxX && y >= minY && y <= maxY;
    }

    private String hint(Coordinate at) {
        if (contains(at.y, at.x)) {
            return "the two axes look swapped";
        }
        if (this == LON_LAT && BRITISH_GRID.contains(at.x, at.y)) {
            return "it looks projected: give crs EPSG:27700";
        }
        if (this == BRITISH_GRID && LON_LAT.contains(at.x, at.y)) {
            return "it looks like longitude and latitude: give crs CRS84";
        }
        return this == LON_LAT ? "longitude and latitude in degrees were expected" : "metres were expected";
    }
}
