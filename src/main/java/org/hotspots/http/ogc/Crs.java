package org.hotspots.http.ogc;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hotspots.geo.BritishNationalGrid;
import org.hotspots.http.Positions;
import org.locationtech.jts.geom.Geometry;

/** The coordinate reference systems that features are told in. */
enum Crs {
    CRS84("http://www.opengis.net/def/crs/OGC/1.3/CRS84"),
    EPSG_4326("http://www.opengis.net/def/crs/EPSG/0/4326"),
    EPSG_27700("http://www.opengis.net/def/crs/EPSG/0/27700"),
    EPSG_3857("http://www.opengis.net/def/crs/EPSG/0/3857");

    private static final Positions LAT_LON = new Positions(Positions.LON_LAT.scale(), Positions.LON_LAT.most(), true);
    private static final Positions METRES = new Positions(100, 1e8, false);

    private final String uri;

    Crs(String uri) {
        this.uri = uri;
    }

    /** The name by which requests ask for it. */
    String uri() {
        return uri;
    }

    /** How its positions are written, to a centimetre. */
    Positions positions() {
        return switch (this) {
            case CRS84 -> Positions.LON_LAT;
            case EPSG_4326 -> LAT_LON;
            case EPSG_27700, EPSG_3857 -> METRES;
        };
    }

    /** Whether the first number of a position is the latitude. */
    boolean isLatitudeFirst() {
        return positions().isLatitudeFirst();
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
