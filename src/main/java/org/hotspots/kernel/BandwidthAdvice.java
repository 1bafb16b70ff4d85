package org.hotspots.kernel;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * Rules for choosing a bandwidth. They disagree, by a factor of five and more, because each answers another question; a
 * person chooses. All of them work on distinct places with weights, so that equal points, of which recorded offences have
 * many, neither fail nor pull a rule towards 0; none has an answer where there are fewer than two distinct places.
 *
 * <p>Answers are standard deviations along an axis, in the points' unit; {@link Kernel#ofSigma} makes kernels of them.
 * Where there are more than {@value #MOST_QUERIES} places, rules that compare all pairs ask at that many of them, taken
 * evenly from south to north. Page: {@code src/docs/methods/density.md}.
 */
public final class BandwidthAdvice {
    /** Places at which a rule that compares pairs is evaluated, at most. */
    static final int MOST_QUERIES = 2000;

    private static final int CANDIDATES = 16;
    private static final double SCOTT_POWER = -1.0 / 6;
    private static final double NORMAL_FACTOR = 1.06;
    private static final double NORMAL_POWER = -1.0 / 5;

    /** Terrell (1990) for the plane and a Gaussian: (2 R(K) / V)^(1/6), R(K) = 1 / (4 pi), V = 16 4! 8 / (10^4 pi). */
    private static final double OVERSMOOTHING =
            StrictMath.pow(2 / (4 * Math.PI) / (16 * 24 * 8 / (1e4 * Math.PI)), 1.0 / 6);

    private BandwidthAdvice() {}

    /**
     * A bandwidth for each axis.
     *
     * @param acrossMetres west to east
     * @param upMetres south to north
     */
    public record PerAxis(double acrossMetres, double upMetres) {
        /** One bandwidth for both axes: the geometric mean. */
        public double sigmaMetres() {
            return Math.sqrt(acrossMetres * upMetres);
        }
    }

    /** Scott (1992): standard deviation times n^(-1/6). Best for one round heap of events, much too wide for several. */
    public static PerAxis scott(WeightedPoints points) {
        requireSpread(points);
        AxisSpread across = across(points);
        AxisSpread up = up(points);
        double factor = StrictMath.pow(across.count(), SCOTT_POWER);
        return new PerAxis(across.deviation() * factor, up.deviation() * factor);
    }

    /**
     * Normal reference, as a standard deviation: 1.06 min(standard deviation, quartile range / 1.34) n^(-1/5) (Silverman
     * 1986). Software that means the width of four standard deviations gives four times this (Venables and Ripley).
     */
    public static PerAxis normalReference(WeightedPoints points) {
        requireSpread(points);
        return new PerAxis(normalReference(across(points)), normalReference(up(points)));
    }

    private static double normalReference(AxisSpread spread) {
        return NORMAL_FACTOR * spread.robust() * StrictMath.pow(spread.count(), NORMAL_POWER);
    }

    /**
     * The widest bandwidth that the spread of the events allows (Terrell 1990, maximal smoothing): 1.0846 s n^(-1/6), s the
     * smaller of the mean standard deviation and of the mean quartile range / 1.34.
     *
     * @param effectiveCount n; for a ratio of two densities the geometric mean of their numbers of events
     */
    public static double oversmoothing(WeightedPoints points, double effectiveCount) {
        requireSpread(points);
        AxisSpread across = across(points);
        AxisSpread up = up(points);
        double deviation = (across.deviation() + up.deviation()) / 2;
        double quartiles = (across.quartileRange() + up.quartileRange()) / 2 / 1.34;
        double scale = quartiles > 0 ? Math.min(deviation, quartiles) : deviation;
        return OVERSMOOTHING * scale * StrictMath.pow(effectiveCount, SCOTT_POWER);
    }

    /**
     * Least mean square error of the density as an estimate of a random intensity (Berman and Diggle 1989; Diggle 1985),
     * from the K function of the places. Tends to small bandwidths.
     */
    public static OptionalDouble meanSquareError(WeightedPoints points, DataWindow window) {
        WeightedPoints places = points.collapsed();
        return places.count() < 2
                ? OptionalDouble.empty()
                : OptionalDouble.of(new BermanDiggle(places, window).sigma());
    }

    /**
     * The candidate under which each place is best foretold by the others (likelihood cross-validation, Loader 1999): the
     * greatest sum of w_i log f(x_i), f being the edge-corrected density of the other places, less the integral of the
     * density.
     */
    public static OptionalDouble likelihood(WeightedPoints points, DataWindow window, double[] candidates) {
        CrossValidation validation = new CrossValidation(points.collapsed(), window);
        return best(candidates, points, sigma -> -validation.likelihood(sigma));
    }

    /**
     * The candidate under which the sum of w_i / f(x_i) is nearest to the area, f without edge correction and with the
     * event's own kernel (Cronie and van Lieshout 2018). Tends to large bandwidths.
     */
    public static OptionalDouble areaMatch(WeightedPoints points, DataWindow window, double[] candidates) {
        CrossValidation validation = new CrossValidation(points.collapsed(), window);
        return best(candidates, points, sigma -> Math.abs(validation.matchedArea(sigma) - window.areaM2()));
    }

    /** The first candidate with the smallest value. */
    private static OptionalDouble best(double[] candidates, WeightedPoints points, DoubleUnaryOperator criterion) {
        if (points.collapsed().count() < 2) {
            return OptionalDouble.empty();
        }
        double best = candidates[0];
        double least = Double.POSITIVE_INFINITY;
        for (double candidate : candidates) {
            double value = criterion.applyAsDouble(candidate);
            if (value < least) {
                least = value;
                best = candidate;
            }
        }
        return OptionalDouble.of(best);
    }

    /**
     * Sixteen bandwidths in equal ratios, from the shortest distance between two places to half the window's diameter;
     * none where there are fewer than two places.
     */
    public static double[] candidates(WeightedPoints points, DataWindow window) {
        WeightedPoints places = points.collapsed();
        if (places.count() < 2) {
            return new double[0];
        }
        double nearest = Arrays.stream(Neighbours.distances(places, everyPlace(places), 1))
                .min()
                .orElseThrow();
        return geometric(nearest, window.diameterMetres() / 2, CANDIDATES);
    }

    private static int[] everyPlace(WeightedPoints places) {
        return IntStream.range(0, places.count()).toArray();
    }

    /** Values in equal ratios from the first to the last, both included. */
    public static double[] geometric(double first, double last, int count) {
        return IntStream.range(0, count)
                .mapToDouble(k -> k == count - 1
                        ? last
                        : first * StrictMath.exp(k / (count - 1.0) * StrictMath.log(last / first)))
                .toArray();
    }

    /**
     * The mean, over the events, of the distance from an event's place to the k-th nearest other place: the radius within
     * which the density rests on some k places (Williamson et al. 1999). A radius, not a standard deviation.
     *
     * @param k at least 1; all others where there are fewer
     */
    public static OptionalDouble nearestPlaces(WeightedPoints points, int k) {
        WeightedPoints places = points.collapsed();
        if (places.count() < 2) {
            return OptionalDouble.empty();
        }
        int[] queries = Neighbours.sample(places, MOST_QUERIES);
        double[] distances = Neighbours.distances(places, queries, Math.min(k, places.count() - 1));
        double sum = 0;
        double weight = 0;
        for (int i = 0; i < queries.length; i++) {
            sum += places.weights()[queries[i]] * distances[i];
            weight += places.weights()[queries[i]];
        }
        return OptionalDouble.of(sum / weight);
    }

    private static AxisSpread across(WeightedPoints points) {
        return AxisSpread.of(points.eastings(), points.weights(), points.count());
    }

    private static AxisSpread up(WeightedPoints points) {
        return AxisSpread.of(points.northings(), points.weights(), points.count());
    }

    private static void requireSpread(WeightedPoints points) {
        if (!(points.totalWeight() > 1)) {
            throw new IllegalArgumentException("events=" + points.totalWeight() + ": at least 2");
        }
    }
}
