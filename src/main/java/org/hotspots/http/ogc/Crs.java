package org.hotspots.http.ogc;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hotspots.geo.BritishNationalGrid;
import org.locationtech.jts.geom.Geometry;

/** The coordinate reference systems that features are told in. */
enum Crs {
    CRS84("http://www.opengis.net/def/crs/OGC/1.3/CRS84", 7, false),
    EPSG_4326("http://www.opengis.net/def/crs/EPSG/0/4326", 7, true),
    EPSG_27700("http://www.opengis.net/def/crs/EPSG/0/27700", 2, false),
    EPSG_3857("http://www.opengis.net/def/crs/EPSG/0/3857", 2, false);

    private final String uri;
    private final int decimals;
    private final boolean isLatitudeFirst;

    Crs(String uri, int decimals, boolean isLatitudeFirst) {
        this.uri = uri;
        this.decimals = decimals;
        this.isLatitudeFirst = isLatitudeFirst;
    }

    /** The name by which requests ask for it. */
    String uri() {
        return uri;
    }

    /** Decimals that tell a centimetre. */
    int decimals() {
        return decimals;
    }

    /** Whether the first number of a position is the latitude. */
    boolean isLatitudeFirst() {
        return isLatitudeFirst;
    }

    /** Whether positions are degrees, so that a box may span the 180th meridian. */
    boolean isGeographic() {
        return this == CRS84 || this == EPSG_4326;
    }

    static Optional<Crs> find(String uri) {
        return Arrays.stream(values()).filter(crs -> crs.uri.equals(uri)).findFirst();
    }

    static List<String> uris() {
        return Arrays.stream(values()).map(Crs::uri).toList();
    }

    /** The geometry in this system with east before north, whatever the order in which it is written. */
    Geometry fromBritishGrid(Geometry geometry) {
        return switch (this) {
            case CRS84, EPSG_4326 -> BritishNationalGrid.toLonLat(geometry);
            case EPSG_27700 -> geometry;
            case EPSG_3857 -> BritishNationalGrid.toWebMercator(geometry);
        };
    }
}
