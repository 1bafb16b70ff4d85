package org.hotspots.sample;

/**
 * @param easting of the centre, whole metres
 * @param northing of the centre, whole metres
 * @param radiusMetres the edge belongs to the circle
 */
record Circle(int easting, int northing, int radiusMetres) {
    boolean contains(Place.Point point) {
        return StrictMath.hypot(point.easting() - easting, point.northing() - northing) <= radiusMetres;
    }

    Circle withRadius(int metres) {
        return new Circle(easting, northing, metres);
    }
}
