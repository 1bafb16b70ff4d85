package org.hotspots.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.hotspots.geo.RasterGrid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DensityTest {
    private static final WeightedPoints SEVEN = WeightedPoints.unweighted(
            new double[] {0, 100, 150, 400, 420, 430, 700}, new double[] {0, 0, 80, 300, 310, 290, 650});
    private static final RasterGrid COUNTY = new RasterGrid(560_000, 180_000, 50, 1200, 1600);

    /** From an independent sum over the seven points, confirmed by R package spatstat. */
    @ParameterizedTest
    @CsvSource({
        "200, 0, 23.9981884328165",
        "400, 0, 0",
        "100, 100, 31.7396152445357",
        "500, 100, 2.98243630958764",
        "100, 300, 0.526316891564739",
        "700, 650, 15.278874536822"
    })
    void sevenPointsHaveThePublishedDensity(double easting, double northing, double densityPerKm2) {
        Raster raster = Density.quartic(SEVEN, 250, cellCentredOn(easting, northing));

        assertThat(raster.value(0, 0)).isCloseTo(densityPerKm2, within(1e-12 * 45));
    }

    private static RasterGrid cellCentredOn(double easting, double northing) {
        return new RasterGrid(easting - 5, northing - 5, 10, 1, 1);
    }

    /** By hand: at the point the quartic is 3 / (pi h^2), the Gaussian 1 / (2 pi s^2), per square metre. */
    @Test
    void onePointHasTheKernelsOwnShape() {
        WeightedPoints one = new WeightedPoints(new double[] {205}, new double[] {205}, new double[] {2}, 1);
        RasterGrid grid = new RasterGrid(0, 0, 10, 60, 60);
        Raster quartic = Density.quartic(one, 100, grid);
        Raster gaussian = Density.gaussian(one, 40, grid);

        assertThat(quartic.value(20, 20)).isCloseTo(2e6 * 3 / (Math.PI * 1e4), withinPercentage(1e-10));
        // (1 - 0.5^2)^2 at half the bandwidth, 0 at and beyond it.
        assertThat(quartic.value(25, 20)).isCloseTo(quartic.value(20, 20) * 0.5625, withinPercentage(1e-10));
        assertThat(quartic.value(30, 20)).isZero();
        assertThat(gaussian.value(20, 20)).isCloseTo(2e6 / (2 * Math.PI * 1600), withinPercentage(1e-10));
        assertThat(gaussian.value(20, 24)).isCloseTo(gaussian.value(20, 20) * Math.exp(-0.5), withinPercentage(1e-10));
        assertThat(gaussian.value(20, 50)).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "50, 300, 40, 40",
        "10, 35, 100, 90",
        "400, 120, 8, 7",
        "33, 1000, 21, 55",
        "50, 500, 2, 3",
        "7, 3, 130, 1"
    })
    void agreesWithTheSumOverEveryPoint(double cellMetres, double metres, int columns, int rows) {
        WeightedPoints points = County.random(11, 400, 3_000, true);
        RasterGrid grid = new RasterGrid(430_400.5, 260_700.25, cellMetres, columns, rows);
        Raster quartic = Density.quartic(points, metres, grid);
        Raster gaussian = Density.gaussian(points, metres, grid);
        double quarticPeak = 3e6 / (Math.PI * metres * metres);
        double gaussianPeak = 1e6 / (2 * Math.PI * metres * metres);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                double quarticSum = 0;
                double gaussianSum = 0;
                double far = 0;
                for (int i = 0; i < points.count(); i++) {
                    double d = Math.hypot(
                                    points.eastings()[i] - grid.centreEasting(column),
                                    points.northings()[i] - grid.centreNorthing(row))
                            / metres;
                    quarticSum += d < 1 ? points.weights()[i] * quarticPeak * (1 - d * d) * (1 - d * d) : 0;
                    gaussianSum += points.weights()[i] * gaussianPeak * Math.exp(-d * d / 2);
                    far += d > 5 ? points.weights()[i] : 0;
                }
                assertThat(quartic.value(column, row)).isCloseTo(quarticSum, within(1e-11 * quarticPeak));
                assertThat(gaussianSum - gaussian.value(column, row))
                        .isBetween(-1e-11 * gaussianPeak, (1e-11 + far * Math.exp(-12.5)) * gaussianPeak);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"snap0", "snap1"})
    void theCountyHasTheExactAnswers(String snap) {
        List<String[]> answers = County.rows("county/kde_ref_10000_" + snap + ".csv");
        List<Raster> surfaces = List.of(
                Density.quartic(snapped(snap, false), 500, COUNTY),
                Density.gaussian(snapped(snap, false), 500, COUNTY),
                Density.quartic(snapped(snap, true), 500, COUNTY),
                Density.gaussian(snapped(snap, true), 500, COUNTY));
        // Relative to the maximum: rounding for the quartic, the window of 5 sigma for the Gaussian.
        double[] tolerances = {1e-14, 1e-6, 1e-14, 1e-6};
        for (int k = 0; k < 4; k++) {
            Raster surface = surfaces.get(k);
            double largest = 0;
            for (String[] answer : answers) {
                double value = surface.value(Integer.parseInt(answer[0]), Integer.parseInt(answer[1]));
                largest = Math.max(largest, Math.abs(value - 1e6 * Double.parseDouble(answer[4 + k])));
            }
            assertThat(largest / surface.max()).isLessThan(tolerances[k]);
        }
    }

    private static WeightedPoints snapped(String snap, boolean weighted) {
        WeightedPoints points = County.points(weighted);
        if (snap.equals("snap0")) {
            return points;
        }
        double[] eastings =
                Arrays.stream(points.eastings()).map(DensityTest::cellCentre).toArray();
        double[] northings =
                Arrays.stream(points.northings()).map(DensityTest::cellCentre).toArray();
        return new WeightedPoints(eastings, northings, points.weights(), points.count());
    }

    /** The box starts on a multiple of the cell, so cells are those of the grid origin. */
    private static double cellCentre(double coordinate) {
        return 50 * (Math.floor(coordinate / 50) + 0.5);
    }

    @Test
    void theCountysQuarticHasTheExactIntegral() {
        assertThat(Density.quartic(County.points(false), 500, COUNTY).integral() / 1e6)
                .isCloseTo(9965.121867, within(1e-6));
    }

    @Test
    void massIsKeptAwayFromTheEdges() {
        WeightedPoints points = County.random(12, 3_000, 2_000, true);
        RasterGrid grid = RasterGrid.covering(points.bounds().grownBy(1_300), 25);
        double mass = points.totalWeight() * 1e6;

        assertThat(Density.quartic(points, 400, grid).integral()).isCloseTo(mass, withinPercentage(0.01));
        assertThat(Density.gaussian(points, 250, grid).integral()).isCloseTo(mass, withinPercentage(0.01));
    }

    @Test
    void orderAndCollapsingChangeRoundingAlone() {
        WeightedPoints points = County.random(13, 3_000, 800, false);
        RasterGrid grid = RasterGrid.covering(points.bounds(), 30);
        for (WeightedPoints same : List.of(County.shuffled(points, 14), points.collapsed())) {
            assertSame(Density.quartic(points, 200, grid), Density.quartic(same, 200, grid));
            assertSame(Density.gaussian(points, 90, grid), Density.gaussian(same, 90, grid));
        }
    }

    @Test
    void shiftingByWholeCellsShiftsTheSurface() {
        WeightedPoints points = County.random(15, 1_000, 900, true);
        double[] eastings =
                Arrays.stream(points.eastings()).map(e -> e + 7 * 32).toArray();
        double[] northings =
                Arrays.stream(points.northings()).map(n -> n - 5 * 32).toArray();
        WeightedPoints shifted = new WeightedPoints(eastings, northings, points.weights(), points.count());
        RasterGrid here = new RasterGrid(430_016, 260_000, 32, 31, 29);
        RasterGrid there = new RasterGrid(430_016 + 7 * 32, 260_000 - 5 * 32, 32, 31, 29);

        assertThat(Density.quartic(shifted, 160, there).values())
                .isEqualTo(Density.quartic(points, 160, here).values());
        assertThat(Density.gaussian(shifted, 70, there).values())
                .isEqualTo(Density.gaussian(points, 70, here).values());
    }

    @Test
    void partOfAGridHasTheValuesOfTheWhole() {
        WeightedPoints points = County.random(16, 2_000, 3_000, true);
        Raster whole = Density.quartic(points, 250, new RasterGrid(430_000, 260_000, 20, 150, 150));
        Raster part = Density.quartic(points, 250, new RasterGrid(430_000 + 37 * 20, 260_000 + 41 * 20, 20, 50, 30));
        for (int row = 0; row < 30; row++) {
            for (int column = 0; column < 50; column++) {
                assertThat(part.value(column, row)).isCloseTo(whole.value(column + 37, row + 41), within(1e-9));
            }
        }
    }

    @Test
    void theNumberOfThreadsChangesNoBit() throws Exception {
        WeightedPoints points = County.random(17, 200_000, 20_000, true);
        RasterGrid grid = RasterGrid.covering(points.bounds(), 50);
        double[] alone = inPoolOf(1, points, grid);

        assertThat(inPoolOf(7, points, grid)).isEqualTo(alone);
    }

    private static double[] inPoolOf(int threads, WeightedPoints points, RasterGrid grid) throws Exception {
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            return pool.submit(() -> Density.quartic(points, 500, grid).values())
                    .get();
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void withoutPointsInReachThereIsNothing() {
        RasterGrid grid = new RasterGrid(430_000, 260_000, 50, 20, 20);
        WeightedPoints none = WeightedPoints.unweighted(new double[0], new double[0]);
        WeightedPoints far = WeightedPoints.unweighted(
                new double[] {430_000 - 501, 430_500, 1e15, -1e15}, new double[] {260_500, 261_000 + 501, 0, 1e15});
        for (WeightedPoints points : List.of(none, far)) {
            assertThat(Density.quartic(points, 500, grid).values()).containsOnly(0);
            assertThat(Density.gaussian(points, 100, grid).values()).containsOnly(0);
        }
    }

    @Test
    void equalPointsWeighAsMuchAsTheirNumber() {
        RasterGrid grid = new RasterGrid(430_000, 260_000, 50, 20, 20);
        double[] eastings = new double[1_000];
        double[] northings = new double[1_000];
        Arrays.fill(eastings, 430_512.5);
        Arrays.fill(northings, 260_498);
        WeightedPoints one =
                new WeightedPoints(new double[] {430_512.5}, new double[] {260_498}, new double[] {1_000}, 1);

        assertThat(Density.quartic(WeightedPoints.unweighted(eastings, northings), 300, grid)
                        .values())
                .isEqualTo(Density.quartic(one, 300, grid).values());
    }

    @Test
    void refusesABandwidthOfNothing() {
        RasterGrid grid = new RasterGrid(0, 0, 50, 2, 2);
        assertThatThrownBy(() -> Density.quartic(SEVEN, 0, grid)).hasMessage("bandwidth_m=0.0: above 0 and finite");
        assertThatThrownBy(() -> Density.gaussian(SEVEN, Double.NaN, grid))
                .hasMessage("sigma_m=NaN: above 0 and finite");
    }

    private static void assertSame(Raster one, Raster other) {
        double tolerance = 1e-13 * one.max();
        assertThat(other.values()).containsExactly(one.values(), within(tolerance));
    }
}
