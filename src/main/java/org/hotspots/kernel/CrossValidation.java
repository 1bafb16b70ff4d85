package org.hotspots.kernel;

import java.util.stream.IntStream;
import org.hotspots.geo.RasterGrid;

/**
 * Criteria that compare the density at each place with what the places say, for a Gaussian of standard deviation sigma.
 *
 * <p>Up to {@link BandwidthAdvice#MOST_QUERIES} places every pair counts. Beyond that, the criterion is that of so many of
 * the places, scaled to the weight of all; other places are merged in squares of half a sigma, at their centre of mass, and
 * count up to eight sigma away: that widens the kernel by one part in a hundred and bounds the cost of a criterion at
 * some 800 kernels a place.
 */
final class CrossValidation {
    private static final double REACH_SIGMAS = 8;
    private static final double MOST_CELLS = 250_000;

    private final WeightedPoints places;
    private final DataWindow window;
    private final int[] queries;
    private final double scale;

    /** @param places distinct */
    CrossValidation(WeightedPoints places, DataWindow window) {
        this.places = places;
        this.window = window;
        this.queries = Neighbours.sample(places, BandwidthAdvice.MOST_QUERIES);
        double asked =
                IntStream.of(queries).mapToDouble(i -> places.weights()[i]).sum();
        this.scale = places.totalWeight() / asked;
    }

    /** Sum of w_i log(f(x_i) / e(x_i)) with f from the other places, less the integral of f / e over the window. */
    double likelihood(double sigma) {
        double[] others = fromOthers(sigma);
        double[] terms = new double[queries.length];
        Kernel kernel = Kernel.gaussian(sigma);
        IntStream.range(0, queries.length).parallel().forEach(q -> {
            int i = queries[q];
            double share = EdgeCorrection.shareAround(places.eastings()[i], places.northings()[i], kernel, window);
            // A place that no other foretells would make every candidate as bad as any other.
            terms[q] = places.weights()[i] * StrictMath.log(Math.max(others[q] / share, Double.MIN_NORMAL));
        });
        return scale * sum(terms) - integral(kernel);
    }

    /** Sum of w_i / f(x_i) with f from all places. */
    double matchedArea(double sigma) {
        double[] others = fromOthers(sigma);
        double own = Kernel.gaussian(sigma).peakPerM2();
        double[] terms = new double[queries.length];
        for (int q = 0; q < terms.length; q++) {
            double weight = places.weights()[queries[q]];
            terms[q] = weight / (others[q] + weight * own);
        }
        return scale * sum(terms);
    }

    private static double sum(double[] terms) {
        double sum = 0;
        for (double term : terms) {
            sum += term;
        }
        return sum;
    }

    /** The Gaussian density per m2 at each query that comes from the other places. */
    private double[] fromOthers(double sigma) {
        boolean few = places.count() <= BandwidthAdvice.MOST_QUERIES;
        Merged merged = few ? Merged.none(places) : Merged.inSquares(places, sigma / 2);
        double reach = few ? places.bounds().widthMetres() + places.bounds().heightMetres() : REACH_SIGMAS * sigma;
        NearPoints near = new NearPoints(merged.points(), reach);
        double[] densities = new double[queries.length];
        IntStream.range(0, queries.length).parallel().forEach(q -> {
            double[] sum = new double[1];
            int i = queries[q];
            near.within(
                    places.eastings()[i],
                    places.northings()[i],
                    reach + sigma,
                    (j, squared) -> sum[0] += j == merged.squareOf()[i]
                            ? ownSquare(merged.points(), i, j, sigma)
                            : merged.points().weights()[j] * StrictMath.exp(-squared / (2 * sigma * sigma)));
            densities[q] = sum[0] / (2 * Math.PI * sigma * sigma);
        });
        return densities;
    }

    /** What the others in a place's own square give, taken at their own centre of mass. */
    private double ownSquare(WeightedPoints squares, int place, int square, double sigma) {
        double own = places.weights()[place];
        double rest = squares.weights()[square] - own;
        if (!(rest > 0)) {
            return 0;
        }
        // The square's centre of mass c with the place's own x taken out lies at c + (c - x) own / rest: seen from x,
        // that is (c - x) (1 + own / rest).
        double stretch = 1 + own / rest;
        double across = stretch * (squares.eastings()[square] - places.eastings()[place]);
        double up = stretch * (squares.northings()[square] - places.northings()[place]);
        return rest * StrictMath.exp(-(across * across + up * up) / (2 * sigma * sigma));
    }

    /**
     * Integral of the edge-corrected density over the window. Where its grid of half a sigma would have more than 250,000
     * cells, the border is so long in sigmas that what the correction adds and what it takes are as good as equal:
     * then it is the number of events.
     */
    private double integral(Kernel kernel) {
        double cell = kernel.bandwidthMetres() / 2;
        double cells = window.bounds().widthMetres() / cell * (window.bounds().heightMetres() / cell);
        if (cells > MOST_CELLS) {
            return places.totalWeight();
        }
        RasterGrid grid = RasterGrid.covering(window.bounds(), cell);
        Raster density =
                EdgeCorrection.uniform(Density.of(places, kernel, grid), EdgeCorrection.shares(grid, kernel, window));
        double sum = 0;
        for (int row = 0; row < grid.rows(); row++) {
            for (int column = 0; column < grid.columns(); column++) {
                if (window.contains(grid.centreEasting(column), grid.centreNorthing(row))) {
                    sum += density.value(column, row);
                }
            }
        }
        return sum * cell * cell / Density.M2_PER_KM2;
    }

    /**
     * Places merged.
     *
     * @param points what they were merged to
     * @param squareOf for each place the index of what it was merged into
     */
    @SuppressWarnings("ArrayRecordComponent")
    private record Merged(WeightedPoints points, int[] squareOf) {
        static Merged none(WeightedPoints places) {
            return new Merged(places, IntStream.range(0, places.count()).toArray());
        }

        static Merged inSquares(WeightedPoints places, double side) {
            double[] columns = new double[places.count()];
            double[] rows = new double[places.count()];
            for (int i = 0; i < columns.length; i++) {
                columns[i] = Math.floor(places.eastings()[i] / side);
                rows[i] = Math.floor(places.northings()[i] / side);
            }
            Collapse squares = Collapse.of(new WeightedPoints(columns, rows, places.weights(), columns.length));
            WeightedPoints merged = squares.places();
            double[] eastings = new double[merged.count()];
            double[] northings = new double[merged.count()];
            for (int i = 0; i < columns.length; i++) {
                int square = squares.placeOf()[i];
                double share = places.weights()[i] / merged.weights()[square];
                eastings[square] += share * places.eastings()[i];
                northings[square] += share * places.northings()[i];
            }
            return new Merged(
                    new WeightedPoints(eastings, northings, merged.weights(), merged.count()), squares.placeOf());
        }
    }
}
