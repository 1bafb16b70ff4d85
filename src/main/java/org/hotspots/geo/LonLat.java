package org.hotspots.geo;

/**
 * A WGS 84 position (CRS84 axis order).
 *
 * @param longitude degrees east, from -180 to 180
 * @param latitude degrees north, from -90 to 90
 */
public record LonLat(double longitude, double latitude) {
    public LonLat {
        if (!(longitude >= -180 && longitude <= 180)) {
            throw new IllegalArgumentException("longitude=" + longitude + ": from -180 to 180");
        }
        if (!(latitude >= -90 && latitude <= 90)) {
            throw new IllegalArgumentException("latitude=" + latitude + ": from -90 to 90");
        }
    }
}
