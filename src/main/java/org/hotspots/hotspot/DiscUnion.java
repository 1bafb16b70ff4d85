package org.hotspots.hotspot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hotspots.geo.Bounds;
import org.hotspots.geo.RasterGrid;
import org.hotspots.kernel.Contours;
import org.hotspots.kernel.Raster;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;

/**
 * The union of discs of one radius, as a polygon: the ground within the radius of any of the centres.
 *
 * <p>A few discs are united as polygons of 32 corners. Thousands would take seconds that way, nearly all of it on arcs
 * that lie inside other discs; so for many, the distance to the nearest centre is taken on a grid of a sixteenth of the
 * radius and its contour drawn, which costs the same for every centre. Both are true to half a percent of the radius.
 * Where such a grid would be too large (a small radius over a whole town), it is made coarser, down to a quarter of the
 * radius, which is true to a few percent; where even that would be too large, the discs are united after all.
 */
final class DiscUnion {
    private static final GeometryFactory GEOMETRY = new GeometryFactory(new PrecisionModel(), 27700);
    private static final int FEW = 16;
    private static final int FINEST_CELLS_PER_RADIUS = 16;
    private static final int COARSEST_CELLS_PER_RADIUS = 4;
    private static final double MOST_CELLS = 8_000_000;

    private DiscUnion() {}

    /**
     * @param centres at least one, in easting and northing
     * @param radiusMetres above 0
     */
    static Geometry of(List<Coordinate> centres, double radiusMetres) {
        if (centres.size() <= FEW) {
            return united(centres, radiusMetres);
        }
        Bounds bounds = bounds(centres).grownBy(radiusMetres);
        int cellsPerRadius = FINEST_CELLS_PER_RADIUS;
        while (cells(bounds, radiusMetres / cellsPerRadius) > MOST_CELLS) {
            cellsPerRadius /= 2;
        }
        return cellsPerRadius < COARSEST_CELLS_PER_RADIUS
                ? united(centres, radiusMetres)
                : contoured(centres, radiusMetres, cellsPerRadius);
    }

    private static double cells(Bounds bounds, double cellMetres) {
        return bounds.widthMetres() / cellMetres * (bounds.heightMetres() / cellMetres);
    }

    static Geometry united(List<Coordinate> centres, double radiusMetres) {
        List<Geometry> discs = new ArrayList<>();
        for (Coordinate centre : centres) {
            discs.add(GEOMETRY.createPoint(centre).buffer(radiusMetres));
        }
        return discs.size() == 1 ? discs.get(0) : Outlines.union(discs);
    }

    /**
     * The contour of radius less distance, squares standing in for roots until the nearest centre is known. Grid points
     * farther than twice the radius from every centre have the value of that distance: the contour is nowhere near them.
     */
    static Geometry contoured(List<Coordinate> centres, double radiusMetres, int cellsPerRadius) {
        double cell = radiusMetres / cellsPerRadius;
        RasterGrid grid = RasterGrid.covering(bounds(centres).grownBy(radiusMetres + 2 * cell), cell);
        double reach = radiusMetres + 2 * cell;
        double[] values = new double[grid.size()];
        Arrays.fill(values, 4 * radiusMetres * radiusMetres);
        for (Coordinate centre : centres) {
            int firstColumn = (int) Math.max(0, (centre.x - reach - grid.minEasting()) / cell);
            int lastColumn = (int) Math.min(grid.columns() - 1.0, (centre.x + reach - grid.minEasting()) / cell);
            int firstRow = (int) Math.max(0, (centre.y - reach - grid.minNorthing()) / cell);
            int lastRow = (int) Math.min(grid.rows() - 1.0, (centre.y + reach - grid.minNorthing()) / cell);
            for (int row = firstRow; row <= lastRow; row++) {
                double up = grid.centreNorthing(row) - centre.y;
                for (int column = firstColumn; column <= lastColumn; column++) {
                    double across = grid.centreEasting(column) - centre.x;
                    int at = row * grid.columns() + column;
                    values[at] = Math.min(values[at], across * across + up * up);
                }
            }
        }
        for (int at = 0; at < values.length; at++) {
            values[at] = 2 * radiusMetres - Math.sqrt(values[at]);
        }
        return Contours.above(Raster.owning(grid, values), radiusMetres);
    }

    private static Bounds bounds(List<Coordinate> centres) {
        Bounds bounds = new Bounds(centres.get(0).x, centres.get(0).y, centres.get(0).x, centres.get(0).y);
        for (Coordinate centre : centres) {
            bounds = bounds.union(new Bounds(centre.x, centre.y, centre.x, centre.y));
        }
        return bounds;
    }
}
