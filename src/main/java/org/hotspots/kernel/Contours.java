package org.hotspots.kernel;

import org.hotspots.geo.BritishNationalGrid;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.PrecisionModel;

/** Areas where a surface is at or above a threshold. */
public final class Contours {
    private static final GeometryFactory GEOMETRY = new GeometryFactory(new PrecisionModel(), BritishNationalGrid.SRID);

    private Contours() {}

    /**
     * The area where the raster's surface, as {@link Raster#sampleBilinear} has it, is at or above the threshold. The
     * outline runs straight through each square between four centres (marching squares) and meets the lines between
     * neighbouring centres where the surface crosses the threshold; at a saddle it joins the sides that the surface
     * joins. At the edge of the grid the area ends. Holes are kept.
     *
     * <p>The result is valid. Exteriors run counter-clockwise and holes clockwise, in EPSG:27700; polygons come in the
     * order of their southernmost, then westernmost centre. Outlines keep at least a millionth of a cell away from the
     * centres, so parts never touch; a peak that is exactly the threshold gives no polygon. Cost: linear in the cells.
     *
     * @param threshold in the raster's unit, not NaN
     * @return empty where the surface is below the threshold everywhere
     */
    public static MultiPolygon above(Raster raster, double threshold) {
        if (Double.isNaN(threshold)) {
            throw new IllegalArgumentException("threshold=NaN: a number");
        }
        return new MarchingSquares(raster, threshold, GEOMETRY).polygons();
    }
}
