package org.hotspots.geo;

/**
 * A tile of the WebMercatorQuad scheme (XYZ): y counts from the north.
 *
 * @param z zoom, from 0 to {@value #MAX_ZOOM}
 * @param x column, from 0 to 2^z - 1
 * @param y row, from 0 to 2^z - 1
 */
public record TileAddress(int z, int x, int y) {
    public static final int MAX_ZOOM = 19;
    private static final double HALF_WORLD_METRES = Math.PI * 6378137.0;

    public TileAddress {
        if (z < 0 || z > MAX_ZOOM || x < 0 || y < 0 || x >= 1 << z || y >= 1 << z) {
            throw new IllegalArgumentException("no tile " + z + "/" + x + "/" + y);
        }
    }

    /** Side of the tile in metres of EPSG:3857. */
    public double mercatorSide() {
        return 2 * HALF_WORLD_METRES / (1 << z);
    }

    /** West side in EPSG:3857. */
    public double mercatorWest() {
        return -HALF_WORLD_METRES + x * mercatorSide();
    }

    /** North side in EPSG:3857. */
    public double mercatorNorth() {
        return HALF_WORLD_METRES - y * mercatorSide();
    }
}
