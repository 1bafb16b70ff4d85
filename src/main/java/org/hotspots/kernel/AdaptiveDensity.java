package org.hotspots.kernel;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.hotspots.geo.RasterGrid;
import org.jspecify.annotations.Nullable;

/**
 * Density with a bandwidth of its own for each event: narrow where events are many, wide where they are few (Abramson
 * 1982). With a pilot density f~ of fixed bandwidth h0 at the events themselves, the event's own kernel included, and G the
 * geometric mean of f~(x_i)^(-1/2) over the events,
 *
 * <p>h_i = h0 min(f~(x_i)^(-1/2), 5 G) / G.
 *
 * <p>So h0 is the typical bandwidth, and none is wider than five times h0 (Hall and Marron 1988). A bandwidth below
 * {@code leastMetres} is raised to it: a kernel narrower than a cell may miss every centre. The density is exact at the
 * centres; where a window is given, pilot and density are corrected at its border with Diggle's weights.
 *
 * <p>Cost: a pilot of distinct points times their neighbours within the kernel's reach, then distinct points times cells
 * in their own circles, at worst those of 5 h0. The same input gives the same bits whatever the number of threads.
 */
public final class AdaptiveDensity {
    /** No bandwidth is wider than this many times the geometric mean. */
    static final double MOST_TIMES_TYPICAL = 5;

    private final WeightedPoints places;
    private final Kernel.Shape shape;
    private final double[] bandwidths;

    private AdaptiveDensity(WeightedPoints places, Kernel.Shape shape, double[] bandwidths) {
        this.places = places;
        this.shape = shape;
        this.bandwidths = bandwidths;
    }

    /**
     * The bandwidths of the distinct points.
     *
     * @param typical kernel of the pilot, whose bandwidth is h0
     * @param leastMetres no bandwidth is below this, at least 0
     * @param window ground that the data come from, whose border is corrected for; null for no correction
     */
    public static AdaptiveDensity of(
            WeightedPoints points, Kernel typical, double leastMetres, @Nullable DataWindow window) {
        WeightedPoints places = points.collapsed();
        WeightedPoints corrected = window == null ? places : EdgeCorrection.diggle(places, typical, window);
        double[] factors = Arrays.stream(KernelSums.at(places, corrected, typical))
                .map(density -> 1 / Math.sqrt(density))
                .toArray();
        double typicalFactor = geometricMean(factors, places);
        double[] bandwidths = new double[factors.length];
        for (int i = 0; i < bandwidths.length; i++) {
            double times = Math.min(factors[i] / typicalFactor, MOST_TIMES_TYPICAL);
            bandwidths[i] = Math.max(typical.bandwidthMetres() * times, leastMetres);
        }
        WeightedPoints weighted = window == null ? places : reweighted(places, typical.shape(), bandwidths, window);
        return new AdaptiveDensity(weighted, typical.shape(), bandwidths);
    }

    private static WeightedPoints reweighted(
            WeightedPoints places, Kernel.Shape shape, double[] bandwidths, DataWindow window) {
        double[] weights = new double[places.count()];
        IntStream.range(0, weights.length)
                .parallel()
                .forEach(i -> weights[i] = places.weights()[i]
                        / EdgeCorrection.shareAround(
                                places.eastings()[i], places.northings()[i], new Kernel(shape, bandwidths[i]), window));
        return new WeightedPoints(places.eastings(), places.northings(), weights, weights.length);
    }

    /** Over the events; places without weight are no events. */
    private static double geometricMean(double[] factors, WeightedPoints places) {
        double sum = 0;
        double weight = 0;
        for (int i = 0; i < factors.length; i++) {
            if (places.weights()[i] > 0) {
                sum += places.weights()[i] * StrictMath.log(factors[i]);
                weight += places.weights()[i];
            }
        }
        return weight == 0 ? 1 : StrictMath.exp(sum / weight);
    }

    /** The distinct points, with their edge-corrected weights where there is a window. */
    WeightedPoints places() {
        return places;
    }

    /** The bandwidth of each distinct point, in the order of first appearance; a copy. */
    public double[] bandwidthsMetres() {
        return bandwidths.clone();
    }

    /** The farthest that any kernel reaches; 0 without points. */
    public double reachMetres() {
        double widest = Arrays.stream(bandwidths).max().orElse(0);
        return widest == 0 ? 0 : new Kernel(shape, widest).reachMetres();
    }

    /** Density per km2 at the centres of a grid. */
    public Raster over(RasterGrid grid) {
        double[] values = new double[grid.size()];
        Density.inBands(grid, (fromRow, toRow) -> sum(grid, fromRow, toRow, values));
        return Raster.owning(grid, values);
    }

    private void sum(RasterGrid grid, int fromRow, int toRow, double[] values) {
        double[] profile = new double[grid.columns()];
        for (int i = 0; i < places.count(); i++) {
            Kernel kernel = new Kernel(shape, bandwidths[i]);
            double reachCells = kernel.reachMetres() / grid.cellMetres();
            double up = (places.northings()[i] - grid.minNorthing()) / grid.cellMetres() - 0.5;
            double across = (places.eastings()[i] - grid.minEasting()) / grid.cellMetres() - 0.5;
            int first = (int) Math.max(Math.ceil(up - reachCells), fromRow);
            int last = (int) Math.min(Math.floor(up + reachCells), toRow - 1);
            int west = (int) Math.max(Math.ceil(across - reachCells), 0);
            int end = (int) Math.min(Math.floor(across + reachCells), grid.columns() - 1) + 1;
            if (first > last || west >= end) {
                continue;
            }
            double scale = Density.M2_PER_KM2 * kernel.peakPerM2() * places.weights()[i];
            double perCell2 = 1 / (reachCells * reachCells);
            for (int column = west; column < end; column++) {
                profile[column] = along((column - across) * (column - across) * perCell2);
            }
            for (int row = first; row <= last; row++) {
                double squared = (row - up) * (row - up) * perCell2;
                double half = reachCells * Math.sqrt(Math.max(1 - squared, 0));
                int from = Math.max((int) Math.ceil(across - half), west);
                int to = Math.min((int) Math.floor(across + half) + 1, end);
                addRow(new Span(row * grid.columns(), from, to), scale, squared, profile, values);
            }
        }
    }

    /** Columns of a row: {@code from} to {@code to - 1}, counted from the index {@code line}. */
    private record Span(int line, int from, int to) {}

    /** What a row needs of a column: for the quartic the squared distance, for the Gaussian its factor. */
    private double along(double squaredReaches) {
        return shape == Kernel.Shape.QUARTIC ? squaredReaches : gaussian(squaredReaches);
    }

    private static double gaussian(double squaredReaches) {
        double sigmas2 = Density.GAUSSIAN_REACH_SIGMAS * Density.GAUSSIAN_REACH_SIGMAS * squaredReaches;
        return StrictMath.exp(-sigmas2 / 2);
    }

    private void addRow(Span span, double scale, double squared, double[] profile, double[] values) {
        int line = span.line();
        int to = span.to();
        if (shape == Kernel.Shape.QUARTIC) {
            for (int column = span.from(); column < to; column++) {
                double rest = 1 - squared - profile[column];
                values[line + column] += scale * rest * rest;
            }
        } else {
            double height = scale * gaussian(squared);
            for (int column = span.from(); column < to; column++) {
                values[line + column] += height * profile[column];
            }
        }
    }
}
