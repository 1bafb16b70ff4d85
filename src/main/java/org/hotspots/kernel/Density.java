package org.hotspots.kernel;

import java.util.stream.IntStream;
import org.hotspots.geo.RasterGrid;

/**
 * Kernel density: how many offences per square kilometre, smoothed. Values are exact at the cell centres, by summing
 * the kernel of every point there; no binning. Points outside the grid count where their kernel reaches in; mass beyond the
 * grid is not folded back, which is what {@link EdgeCorrection} is for. Without points, or where all lie out of reach, the
 * surface is 0.
 *
 * <p>Both run on the common pool by bands of rows. A cell is always summed in the same order, so the result has the
 * same bits whatever the number of threads; another order of the points changes it by rounding alone.
 *
 * <p>Formulas, error bounds and sources: {@code src/docs/methods/density.md}; times: {@code DensityBenchmark}.
 */
public final class Density {
    static final double M2_PER_KM2 = 1e6;
    private static final int BAND_ROWS = 64;

    /** Half-width of the Gaussian's window in sigmas; what lies beyond is left out. */
    static final double GAUSSIAN_REACH_SIGMAS = 5;

    private Density() {}

    /** {@link #quartic} or {@link #gaussian}, as the kernel's shape is. */
    public static Raster of(WeightedPoints points, Kernel kernel, RasterGrid grid) {
        return kernel.shape() == Kernel.Shape.QUARTIC
                ? quartic(points, kernel.bandwidthMetres(), grid)
                : gaussian(points, kernel.bandwidthMetres(), grid);
    }

    /**
     * Quartic (biweight) kernel: f(u) = 1e6 sum w_i 3 / (pi h^2) (1 - d_i^2 / h^2)^2 over the points with d_i at most h,
     * where d_i is the distance from u to point i. Cost: distinct points times cells in a circle of radius h.
     *
     * @param bandwidthMetres h, the radius beyond which a point has no effect; above 0
     * @return density per km2
     */
    public static Raster quartic(WeightedPoints points, double bandwidthMetres, RasterGrid grid) {
        requireAboveZero("bandwidth_m", bandwidthMetres);
        double scale = M2_PER_KM2 * 3 / (Math.PI * bandwidthMetres * bandwidthMetres);
        RowSorted sorted = RowSorted.of(points.collapsed(), grid, bandwidthMetres);
        double[] values = new double[grid.size()];
        QuarticRows quartic = new QuarticRows(sorted, bandwidthMetres / grid.cellMetres(), scale, values);
        inBands(grid, quartic::sum);
        return Raster.owning(grid, values);
    }

    /**
     * Gaussian kernel: f(u) = 1e6 sum w_i / (2 pi s^2) exp(-d_i^2 / (2 s^2)) over the points with d_i at most 5 s. What
     * is left out at a cell is at most exp(-12.5) = 3.7e-6 of the peak that the points beyond 5 s would have if they all
     * lay at one place. Cost: distinct points times cells in a circle of radius 5 s.
     *
     * @param sigmaMetres s, the standard deviation along each axis; above 0
     * @return density per km2
     */
    public static Raster gaussian(WeightedPoints points, double sigmaMetres, RasterGrid grid) {
        requireAboveZero("sigma_m", sigmaMetres);
        double scale = M2_PER_KM2 / (2 * Math.PI * sigmaMetres * sigmaMetres);
        RowSorted sorted = RowSorted.of(points.collapsed(), grid, GAUSSIAN_REACH_SIGMAS * sigmaMetres);
        double[] values = new double[grid.size()];
        GaussianRows gaussian = new GaussianRows(sorted, sigmaMetres / grid.cellMetres(), scale, values);
        inBands(grid, gaussian::sum);
        return Raster.owning(grid, values);
    }

    /** Sums the points that reach rows [fromRow, toRow) in those rows. */
    @FunctionalInterface
    interface BandWork {
        void sum(int fromRow, int toRow);
    }

    static void inBands(RasterGrid grid, BandWork work) {
        int bands = (grid.rows() + BAND_ROWS - 1) / BAND_ROWS;
        IntStream.range(0, bands)
                .parallel()
                .forEach(band -> work.sum(band * BAND_ROWS, Math.min((band + 1) * BAND_ROWS, grid.rows())));
    }

    private static void requireAboveZero(String name, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + "=" + value + ": above 0 and finite");
        }
    }
}
