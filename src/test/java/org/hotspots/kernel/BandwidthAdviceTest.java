package org.hotspots.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.hotspots.stats.Normal;
import org.hotspots.stats.SeededRandom;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

class BandwidthAdviceTest {
    private static final double WEST = 430_000;
    private static final double SOUTH = 260_000;
    private static final double SIDE = 5_000;
    private static final DataWindow SQUARE =
            DataWindow.of(new GeometryFactory().toGeometry(new Envelope(WEST, WEST + SIDE, SOUTH, SOUTH + SIDE)), 25);

    /** Events in heaps, each snapped to ten metres, some of them equal. */
    private static WeightedPoints heaps(int count, long seed) {
        SeededRandom random = new SeededRandom(seed);
        double[][] centres = new double[8][];
        for (int k = 0; k < centres.length; k++) {
            centres[k] = new double[] {random.between(500, SIDE - 500), random.between(500, SIDE - 500)};
        }
        double[] eastings = new double[count];
        double[] northings = new double[count];
        for (int i = 0; i < count; i++) {
            double[] centre = centres[random.nextInt(centres.length)];
            eastings[i] = WEST + 10 * Math.rint(Math.min(Math.max(centre[0] + 150 * random.gaussian(), 0), SIDE) / 10);
            northings[i] =
                    SOUTH + 10 * Math.rint(Math.min(Math.max(centre[1] + 150 * random.gaussian(), 0), SIDE) / 10);
        }
        return WeightedPoints.unweighted(eastings, northings);
    }

    /** In a rectangle the share of a Gaussian is a product of normal probabilities. */
    private static double share(WeightedPoints points, int i, double sigma) {
        return inside(points.eastings()[i] - WEST, sigma) * inside(points.northings()[i] - SOUTH, sigma);
    }

    private static double inside(double coordinate, double sigma) {
        return Normal.cdf((SIDE - coordinate) / sigma) - Normal.cdf(-coordinate / sigma);
    }

    private static double gaussian(WeightedPoints points, int i, int j, double sigma) {
        double across = points.eastings()[i] - points.eastings()[j];
        double up = points.northings()[i] - points.northings()[j];
        return points.weights()[j]
                * Math.exp(-(across * across + up * up) / (2 * sigma * sigma))
                / (2 * Math.PI * sigma * sigma);
    }

    @Test
    void theLikelihoodIsTheSumOverEveryPair() {
        WeightedPoints places = heaps(150, 51).collapsed();
        CrossValidation validation = new CrossValidation(places, SQUARE);
        for (double sigma : new double[] {60, 150, 400}) {
            double sum = 0;
            double area = 0;
            for (int i = 0; i < places.count(); i++) {
                double others = 0;
                for (int j = 0; j < places.count(); j++) {
                    others += j == i ? 0 : gaussian(places, i, j, sigma);
                }
                sum += places.weights()[i] * Math.log(others / share(places, i, sigma));
                area += places.weights()[i] / (others + gaussian(places, i, i, sigma));
            }
            assertThat(validation.likelihood(sigma)).isCloseTo(sum - integral(places, sigma), within(0.5));
            assertThat(validation.matchedArea(sigma)).isCloseTo(area, withinPercentage(1e-9));
        }
    }

    /** The corrected density's integral over the square, by midpoints of squares of 50 m. */
    private static double integral(WeightedPoints places, double sigma) {
        double integral = 0;
        for (int cell = 0; cell < 10_000; cell++) {
            WeightedPoints here = WeightedPoints.unweighted(
                    new double[] {WEST + 25 + 50.0 * (cell % 100)},
                    new double[] {SOUTH + 25 + 50.0 * Math.floorDiv(cell, 100)});
            double density = 0;
            for (int i = 0; i < places.count(); i++) {
                double across = places.eastings()[i] - here.eastings()[0];
                double up = places.northings()[i] - here.northings()[0];
                density += places.weights()[i] * Math.exp(-(across * across + up * up) / (2 * sigma * sigma));
            }
            integral += 2_500 * density / (2 * Math.PI * sigma * sigma) / share(here, 0, sigma);
        }
        return integral;
    }

    /** Above the cap places are sampled and merged: the criterion stays near that of all pairs, by far nearer than candidates differ. */
    @Test
    void manyPlacesAreSampledCloseToTheWhole() {
        WeightedPoints places = heaps(6_000, 52).collapsed();
        assertThat(places.count()).isGreaterThan(2 * BandwidthAdvice.MOST_QUERIES);
        CrossValidation validation = new CrossValidation(places, SQUARE);
        double sigma = 80;
        double[] densities = IntStream.range(0, places.count())
                .mapToDouble(i -> IntStream.range(0, places.count())
                        .mapToDouble(j -> gaussian(places, i, j, sigma))
                        .sum())
                .toArray();
        double area = IntStream.range(0, places.count())
                .mapToDouble(i -> places.weights()[i] / densities[i])
                .sum();

        assertThat(validation.matchedArea(sigma)).isCloseTo(area, withinPercentage(6));
    }

    /** A weight of two is two equal points, for every rule; the order of the points is irrelevant. */
    @Test
    void weightsAreEqualPointsAndOrderIsIrrelevant() {
        WeightedPoints points = heaps(300, 53);
        WeightedPoints collapsed = points.collapsed();
        assertThat(collapsed.count()).isLessThan(points.count());
        double[] candidates = BandwidthAdvice.candidates(points, SQUARE);
        for (WeightedPoints same : new WeightedPoints[] {collapsed, County.shuffled(points, 54)}) {
            assertThat(BandwidthAdvice.scott(same).sigmaMetres())
                    .isCloseTo(BandwidthAdvice.scott(points).sigmaMetres(), withinPercentage(1e-9));
            assertThat(BandwidthAdvice.normalReference(same).sigmaMetres())
                    .isCloseTo(BandwidthAdvice.normalReference(points).sigmaMetres(), withinPercentage(1e-9));
            assertThat(BandwidthAdvice.meanSquareError(same, SQUARE))
                    .isEqualTo(BandwidthAdvice.meanSquareError(points, SQUARE));
            assertThat(BandwidthAdvice.likelihood(same, SQUARE, candidates))
                    .isEqualTo(BandwidthAdvice.likelihood(points, SQUARE, candidates));
            assertThat(BandwidthAdvice.areaMatch(same, SQUARE, candidates))
                    .isEqualTo(BandwidthAdvice.areaMatch(points, SQUARE, candidates));
            assertThat(BandwidthAdvice.nearestPlaces(same, 10).orElseThrow())
                    .isCloseTo(BandwidthAdvice.nearestPlaces(points, 10).orElseThrow(), withinPercentage(1e-9));
        }
    }

    /** Twice the map, twice every bandwidth. */
    @Test
    void bandwidthsGrowWithTheMap() {
        WeightedPoints points = heaps(200, 55);
        WeightedPoints wide = new WeightedPoints(
                Arrays.stream(points.eastings()).map(e -> WEST + 2 * (e - WEST)).toArray(),
                Arrays.stream(points.northings())
                        .map(n -> SOUTH + 2 * (n - SOUTH))
                        .toArray(),
                points.weights(),
                points.count());
        DataWindow wideSquare = DataWindow.of(
                new GeometryFactory().toGeometry(new Envelope(WEST, WEST + 2 * SIDE, SOUTH, SOUTH + 2 * SIDE)), 50);

        assertThat(BandwidthAdvice.normalReference(wide).upMetres())
                .isCloseTo(2 * BandwidthAdvice.normalReference(points).upMetres(), withinPercentage(1e-6));
        assertThat(BandwidthAdvice.meanSquareError(wide, wideSquare).orElseThrow())
                .isCloseTo(2 * BandwidthAdvice.meanSquareError(points, SQUARE).orElseThrow(), withinPercentage(1e-6));
        assertThat(BandwidthAdvice.likelihood(wide, wideSquare, BandwidthAdvice.candidates(wide, wideSquare))
                        .orElseThrow())
                .isCloseTo(
                        2
                                * BandwidthAdvice.likelihood(points, SQUARE, BandwidthAdvice.candidates(points, SQUARE))
                                        .orElseThrow(),
                        withinPercentage(1e-6));
    }

    /** By hand: values 1, 2, 2, 4, 6 have mean 3, squares 16, quartiles 2 and 4. */
    @Test
    void theNormalRulesAreThoseOfTheirFormulas() {
        WeightedPoints points = new WeightedPoints(
                new double[] {1, 2, 4, 6}, new double[] {10, 20, 40, 60}, new double[] {1, 2, 1, 1}, 4);

        assertThat(BandwidthAdvice.scott(points).acrossMetres())
                .isCloseTo(2 * Math.pow(5, -1 / 6.0), withinPercentage(1e-9));
        assertThat(BandwidthAdvice.normalReference(points).upMetres())
                .isCloseTo(1.06 * 20 / 1.34 * Math.pow(5, -0.2), withinPercentage(1e-9));
    }

    /** Four corners of a square and its middle: the nearest of a corner is the middle, then the two corners beside it. */
    @Test
    void theNearestPlacesAreOtherPlaces() {
        WeightedPoints square = new WeightedPoints(
                new double[] {0, 0, 2, 2, 1, 1}, new double[] {0, 2, 0, 2, 1, 1}, new double[] {1, 1, 1, 1, 3, 1}, 6);

        assertThat(BandwidthAdvice.nearestPlaces(square, 1).orElseThrow()).isCloseTo(Math.sqrt(2), within(1e-12));
        // The four corners have 2, the four events of the middle the square root of 2.
        assertThat(BandwidthAdvice.nearestPlaces(square, 3).orElseThrow())
                .isCloseTo((4 * 2 + 4 * Math.sqrt(2)) / 8, within(1e-12));
        assertThat(BandwidthAdvice.nearestPlaces(square, 99).orElseThrow())
                .isCloseTo((4 * Math.sqrt(8) + 4 * Math.sqrt(2)) / 8, within(1e-12));
    }

    @Test
    void withoutTwoPlacesThereIsNoAdvice() {
        WeightedPoints none = WeightedPoints.unweighted(new double[0], new double[0]);
        WeightedPoints onePlace = new WeightedPoints(
                new double[] {WEST + 900, WEST + 900}, new double[] {SOUTH, SOUTH}, new double[] {4, 5}, 2);
        double[] candidates = {50, 100};
        for (WeightedPoints points : new WeightedPoints[] {none, onePlace}) {
            assertThat(BandwidthAdvice.meanSquareError(points, SQUARE)).isEmpty();
            assertThat(BandwidthAdvice.likelihood(points, SQUARE, candidates)).isEmpty();
            assertThat(BandwidthAdvice.areaMatch(points, SQUARE, candidates)).isEmpty();
            assertThat(BandwidthAdvice.nearestPlaces(points, 10)).isEmpty();
            assertThat(BandwidthAdvice.candidates(points, SQUARE)).isEmpty();
        }
        assertThatThrownBy(() -> BandwidthAdvice.scott(none)).hasMessage("events=0.0: at least 2");
        assertThat(BandwidthAdvice.scott(onePlace).sigmaMetres()).isZero();
    }
}
