package org.hotspots.geo;

/**
 * A point of the British National Grid (EPSG:27700).
 *
 * @param easting metres east of the false origin, finite
 * @param northing metres north of the false origin, finite
 */
public record BritishGridPoint(double easting, double northing) {
    public BritishGridPoint {
        if (!Double.isFinite(easting) || !Double.isFinite(northing)) {
            throw new IllegalArgumentException(
                    "easting and northing must be finite: easting=" + easting + ", northing=" + northing);
        }
    }
}
