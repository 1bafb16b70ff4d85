package org.hotspots.kernel;

import org.locationtech.jts.geom.MultiPolygon;

/** Areas above a threshold. */
public final class Contours {
    private Contours() {}

    public static MultiPolygon above(Raster raster, double threshold) {
        throw new UnsupportedOperationException();
    }
}
