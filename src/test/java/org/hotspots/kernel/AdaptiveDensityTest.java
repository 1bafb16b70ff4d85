package org.hotspots.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.concurrent.ForkJoinPool;
import org.hotspots.geo.RasterGrid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

class AdaptiveDensityTest {
    private static final RasterGrid GRID = new RasterGrid(430_000, 260_000, 40, 60, 50);

    /** The formula, written out over all pairs. */
    @ParameterizedTest
    @EnumSource
    void agreesWithTheSumOverEveryPoint(Kernel.Shape shape) {
        Kernel typical = new Kernel(shape, shape == Kernel.Shape.QUARTIC ? 300 : 110);
        WeightedPoints points = clustered(21);
        int n = points.count();
        double[] factors = new double[n];
        double logs = 0;
        for (int i = 0; i < n; i++) {
            double pilot = 0;
            for (int j = 0; j < n; j++) {
                pilot += points.weights()[j] * typical.perM2(squared(points, i, points, j));
            }
            factors[i] = 1 / Math.sqrt(pilot);
            logs += points.weights()[i] == 0 ? 0 : points.weights()[i] * Math.log(factors[i]);
        }
        double typicalFactor = Math.exp(logs / points.totalWeight());
        AdaptiveDensity adaptive = AdaptiveDensity.of(points, typical, 0, null);
        Raster density = adaptive.over(GRID);
        for (int cell = 0; cell < GRID.size(); cell += 7) {
            double sum = 0;
            for (int i = 0; i < n; i++) {
                double times = Math.min(factors[i], 5 * typicalFactor) / typicalFactor;
                double across = points.eastings()[i] - GRID.centreEasting(cell % GRID.columns());
                double up = points.northings()[i] - GRID.centreNorthing(cell / GRID.columns());
                sum += points.weights()[i]
                        * new Kernel(shape, times * typical.bandwidthMetres()).perM2(across * across + up * up);
            }
            assertThat(density.values()[cell]).isCloseTo(1e6 * sum, within(1e-9 * density.max()));
        }
        assertThat(Arrays.stream(adaptive.bandwidthsMetres()).max().orElseThrow())
                .isCloseTo(5 * typical.bandwidthMetres(), within(1e-9));
    }

    /** A crowd, some scattered points and one so far away that its bandwidth is cut. */
    private static WeightedPoints clustered(long seed) {
        WeightedPoints crowd = County.random(seed, 400, 150, false);
        WeightedPoints scattered = County.random(seed + 1, 15, 2_000, true);
        double[] eastings = concat(crowd.eastings(), scattered.eastings(), 439_000);
        double[] northings = concat(crowd.northings(), scattered.northings(), 261_000);
        double[] weights = concat(crowd.weights(), scattered.weights(), 1);
        return new WeightedPoints(eastings, northings, weights, weights.length);
    }

    private static double[] concat(double[] first, double[] second, double last) {
        double[] all = Arrays.copyOf(first, first.length + second.length + 1);
        System.arraycopy(second, 0, all, first.length, second.length);
        all[all.length - 1] = last;
        return all;
    }

    private static double squared(WeightedPoints a, int i, WeightedPoints b, int j) {
        double across = a.eastings()[i] - b.eastings()[j];
        double up = a.northings()[i] - b.northings()[j];
        return across * across + up * up;
    }

    @Test
    void aBandwidthTheSameForAllIsTheFixedDensity() {
        WeightedPoints far = WeightedPoints.unweighted(
                new double[] {430_300, 431_700, 430_900}, new double[] {260_300, 260_400, 261_700});
        Raster fixed = Density.quartic(far, 250, GRID);

        assertThat(AdaptiveDensity.of(far, Kernel.quartic(250), 0, null)
                        .over(GRID)
                        .values())
                .containsExactly(fixed.values(), within(1e-9));
    }

    @Test
    void massIsKeptAndWeightTwoIsTwoPoints() {
        WeightedPoints points = County.random(23, 300, 1_200, false);
        double[] twos = new double[points.count()];
        Arrays.fill(twos, 2);
        WeightedPoints doubled = new WeightedPoints(points.eastings(), points.northings(), twos, points.count());
        AdaptiveDensity adaptive = AdaptiveDensity.of(points, Kernel.quartic(300), 80, null);
        RasterGrid around = RasterGrid.covering(points.bounds().grownBy(adaptive.reachMetres()), 20);
        Raster single = adaptive.over(around);
        Raster twice =
                AdaptiveDensity.of(doubled, Kernel.quartic(300), 80, null).over(around);

        assertThat(single.integral() / 1e6).isCloseTo(300, withinPercentage(0.1));
        for (int cell = 0; cell < around.size(); cell++) {
            assertThat(twice.values()[cell]).isCloseTo(2 * single.values()[cell], within(1e-9 * twice.max()));
        }
        Raster shuffled = AdaptiveDensity.of(County.shuffled(points, 5), Kernel.quartic(300), 80, null)
                .over(around);
        assertThat(shuffled.values()).containsExactly(single.values(), within(1e-11 * single.max()));
    }

    @Test
    void correctedAtTheBorderTheIntegralIsTheNumberOfEvents() {
        WeightedPoints points = County.random(24, 200, 2_000, false);
        DataWindow square =
                DataWindow.of(new GeometryFactory().toGeometry(new Envelope(430_000, 432_000, 260_000, 262_000)), 25);
        RasterGrid grid = new RasterGrid(430_000, 260_000, 25, 80, 80);

        assertThat(AdaptiveDensity.of(points, Kernel.quartic(400), 50, square)
                                .over(grid)
                                .integral()
                        / 1e6)
                .isCloseTo(200, withinPercentage(1));
    }

    @Test
    void withoutPointsThereIsNothingAndEqualPointsAreOneKernel() {
        WeightedPoints none = WeightedPoints.unweighted(new double[0], new double[0]);
        WeightedPoints one = new WeightedPoints(new double[] {431_000}, new double[] {261_000}, new double[] {9}, 1);

        assertThat(AdaptiveDensity.of(none, Kernel.quartic(100), 0, null)
                        .over(GRID)
                        .values())
                .containsOnly(0);
        assertThat(AdaptiveDensity.of(none, Kernel.quartic(100), 0, null).reachMetres())
                .isZero();
        assertThat(AdaptiveDensity.of(one, Kernel.quartic(100), 0, null).bandwidthsMetres())
                .containsExactly(new double[] {100}, within(1e-9));
        assertThat(AdaptiveDensity.of(one, Kernel.quartic(100), 130, null).bandwidthsMetres())
                .containsExactly(130);
    }

    @Test
    void theNumberOfThreadsChangesNoBit() throws Exception {
        WeightedPoints points = County.random(25, 5_000, 2_400, true);
        double[] alone = inPoolOf(1, points);

        assertThat(inPoolOf(5, points)).isEqualTo(alone);
    }

    private static double[] inPoolOf(int threads, WeightedPoints points) throws Exception {
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            return pool.submit(() -> AdaptiveDensity.of(points, Kernel.quartic(200), 0, null)
                            .over(GRID)
                            .values())
                    .get();
        } finally {
            pool.shutdown();
        }
    }
}
