package org.hotspots.geo;

import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.geometry.jts.JTS;
import org.geotools.referencing.CRS;
import org.locationtech.jts.geom.Geometry;

/**
 * Conversions between the British National Grid (EPSG:27700), WGS 84 longitude and latitude (CRS84) and Web Mercator
 * (EPSG:3857), by GeoTools. Without Ordnance Survey's OSTN15 shift file on the class path the datum shift is a Helmert
 * transformation, two to five metres off; the shift is the same for everything that is loaded as longitude and
 * latitude, so such offences and boundaries agree with each other.
 *
 * <p>All methods are safe for concurrent use.
 */
public final class BritishNationalGrid {
    public static final int SRID = 27700;

    private static final MathTransform FROM_LON_LAT = transform("EPSG:4326", "EPSG:27700");
    private static final MathTransform TO_LON_LAT = transform("EPSG:27700", "EPSG:4326");
    private static final MathTransform FROM_WEB_MERCATOR = transform("EPSG:3857", "EPSG:27700");
    private static final MathTransform TO_WEB_MERCATOR = transform("EPSG:27700", "EPSG:3857");

    private static final double LEAST_LATITUDE = 49;
    private static final double MOST_LATITUDE = 61.5;
    private static final double LEAST_LONGITUDE = -9;
    private static final double MOST_LONGITUDE = 2.5;

    private BritishNationalGrid() {}

    /** Whether a position lies where the grid is meant for; beyond, the projection is of no use and may fail. */
    public static boolean covers(double longitude, double latitude) {
        return coversLatitude(latitude) && longitude >= LEAST_LONGITUDE && longitude <= MOST_LONGITUDE;
    }

    /** Whether a latitude is one of Great Britain's. */
    public static boolean coversLatitude(double degrees) {
        return degrees >= LEAST_LATITUDE && degrees <= MOST_LATITUDE;
    }

    /** Converts {@code count} longitude, latitude pairs to easting, northing pairs, in place. */
    public static void fromLonLat(double[] pairs, int count) {
        apply(FROM_LON_LAT, pairs, count);
    }

    /** Converts {@code count} easting, northing pairs to longitude, latitude pairs, in place. */
    public static void toLonLat(double[] pairs, int count) {
        apply(TO_LON_LAT, pairs, count);
    }

    /** Converts {@code count} Web Mercator x, y pairs (metres) to easting, northing pairs, in place. */
    public static void fromWebMercator(double[] pairs, int count) {
        apply(FROM_WEB_MERCATOR, pairs, count);
    }

    /** Converts {@code count} easting, northing pairs to Web Mercator x, y pairs (metres), in place. */
    public static void toWebMercator(double[] pairs, int count) {
        apply(TO_WEB_MERCATOR, pairs, count);
    }

    public static BritishGridPoint fromLonLat(LonLat position) {
        double[] pair = {position.longitude(), position.latitude()};
        fromLonLat(pair, 1);
        return new BritishGridPoint(pair[0], pair[1]);
    }

    public static LonLat toLonLat(BritishGridPoint point) {
        double[] pair = {point.easting(), point.northing()};
        toLonLat(pair, 1);
        return new LonLat(pair[0], pair[1]);
    }

    /** A copy of the geometry in longitude, latitude; vertices are converted, edges stay straight. */
    public static Geometry toLonLat(Geometry britishGrid) {
        return transformed(britishGrid, TO_LON_LAT, 4326);
    }

    /** A copy of the geometry in easting, northing; vertices are converted, edges stay straight. */
    public static Geometry fromLonLat(Geometry lonLat) {
        return transformed(lonLat, FROM_LON_LAT, SRID);
    }

    /** A copy of the geometry in Web Mercator metres; vertices are converted, edges stay straight. */
    public static Geometry toWebMercator(Geometry britishGrid) {
        return transformed(britishGrid, TO_WEB_MERCATOR, 3857);
    }

    private static Geometry transformed(Geometry geometry, MathTransform transform, int srid) {
        try {
            Geometry result = JTS.transform(geometry, transform);
            result.setSRID(srid);
            return result;
        } catch (TransformException e) {
            throw new IllegalArgumentException("a coordinate cannot be converted: " + e.getMessage(), e);
        }
    }

    private static void apply(MathTransform transform, double[] pairs, int count) {
        try {
            transform.transform(pairs, 0, pairs, 0, count);
        } catch (TransformException e) {
            throw new IllegalArgumentException("a coordinate cannot be converted: " + e.getMessage(), e);
        }
    }

    private static MathTransform transform(String from, String to) {
        try {
            return CRS.findMathTransform(CRS.decode(from, true), CRS.decode(to, true), true);
        } catch (FactoryException e) {
            throw new IllegalStateException("GeoTools has no transformation from " + from + " to " + to, e);
        }
    }
}
