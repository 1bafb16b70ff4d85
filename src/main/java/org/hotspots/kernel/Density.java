package org.hotspots.kernel;

import org.hotspots.geo.RasterGrid;

/** Kernel density. */
public final class Density {
    private Density() {}

    public static Raster quartic(WeightedPoints points, double bandwidthMetres, RasterGrid grid) {
        throw new UnsupportedOperationException();
    }

    public static Raster gaussian(WeightedPoints points, double sigmaMetres, RasterGrid grid) {
        throw new UnsupportedOperationException();
    }
}
