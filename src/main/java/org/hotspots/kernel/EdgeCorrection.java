package org.hotspots.kernel;

import java.util.stream.IntStream;
import org.hotspots.geo.RasterGrid;

/**
 * Corrects a density at the border of the ground that the data come from, where kernels lose the mass that falls
 * outside. With e(u) the share of the kernel around u that falls inside ({@link DataWindow#share}):
 *
 * <ul>
 *   <li>Diggle (1985): event i counts w_i / e(x_i). The integral over the ground is the number of events.
 *   <li>uniform: the density at u is divided by e(u). An even spread of events comes out even; the integral is not kept.
 * </ul>
 *
 * <p>A share below {@value #LEAST_SHARE} counts as {@value #LEAST_SHARE}: there a value would rest on a twentieth of a
 * kernel. Page: {@code src/docs/methods/density.md}.
 */
public final class EdgeCorrection {
    /** Beyond this, what is left of a kernel is too little to be blown up to a whole one. */
    static final double LEAST_SHARE = 0.05;

    private static final double SIGMAS_A_STEP = 0.57;

    private EdgeCorrection() {}

    /**
     * The points with Diggle's weights. Points more than half a cell outside the window's mask keep their weight:
     * they are known although nothing there should be. Cost: linear, and 21 x 21 steps for each point with a border in reach.
     */
    public static WeightedPoints diggle(WeightedPoints points, Kernel kernel, DataWindow window) {
        double[] weights = new double[points.count()];
        IntStream.range(0, points.count())
                .parallel()
                .forEach(i -> weights[i] =
                        points.weights()[i] / shareAround(points.eastings()[i], points.northings()[i], kernel, window));
        return new WeightedPoints(points.eastings(), points.northings(), weights, points.count());
    }

    static double shareAround(double easting, double northing, Kernel kernel, DataWindow window) {
        return window.isNear(easting, northing) ? Math.max(window.share(kernel, easting, northing), LEAST_SHARE) : 1;
    }

    /**
     * e at each centre of a grid, from 0 to 1. Where the kernel is wide by the grid's cells, e is computed on a coarser
     * grid and interpolated: it bends over the length of a kernel, so a step of 0.57 of its standard deviation is off by less
     * than a hundredth.
     */
    public static Raster shares(RasterGrid grid, Kernel kernel, DataWindow window) {
        int step = (int) Math.max(SIGMAS_A_STEP * kernel.sigmaMetres() / grid.cellMetres(), 1);
        if (step == 1) {
            return exactShares(grid, kernel, window);
        }
        RasterGrid coarseGrid =
                RasterGrid.covering(grid.bounds().grownBy(step * grid.cellMetres()), step * grid.cellMetres());
        Raster coarse = exactShares(coarseGrid, kernel, window);
        double[] shares = new double[grid.size()];
        IntStream.range(0, grid.rows()).parallel().forEach(row -> {
            for (int column = 0; column < grid.columns(); column++) {
                shares[row * grid.columns() + column] =
                        coarse.sampleBilinear(grid.centreEasting(column), grid.centreNorthing(row));
            }
        });
        return Raster.owning(grid, shares);
    }

    private static Raster exactShares(RasterGrid grid, Kernel kernel, DataWindow window) {
        double[] shares = new double[grid.size()];
        IntStream.range(0, grid.rows()).parallel().forEach(row -> {
            for (int column = 0; column < grid.columns(); column++) {
                shares[row * grid.columns() + column] =
                        window.share(kernel, grid.centreEasting(column), grid.centreNorthing(row));
            }
        });
        return Raster.owning(grid, shares);
    }

    /** A density divided by e at each centre; {@code shares} on the density's grid. */
    public static Raster uniform(Raster density, Raster shares) {
        if (!density.grid().equals(shares.grid())) {
            throw new IllegalArgumentException("density and shares on different grids");
        }
        double[] values = density.values().clone();
        for (int cell = 0; cell < values.length; cell++) {
            values[cell] /= Math.max(shares.values()[cell], LEAST_SHARE);
        }
        return Raster.owning(density.grid(), values);
    }
}
