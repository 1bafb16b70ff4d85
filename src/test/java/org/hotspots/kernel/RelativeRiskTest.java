package org.hotspots.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import org.hotspots.geo.RasterGrid;
import org.hotspots.kernel.RelativeRisk.Samples;
import org.hotspots.stats.Normal;
import org.hotspots.stats.SeededRandom;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;

class RelativeRiskTest {
    private static final double SIDE = 4_000;
    private static final GeometryFactory GEOMETRY = new GeometryFactory();
    private static final DataWindow SQUARE = DataWindow.of(GEOMETRY.toGeometry(new Envelope(0, SIDE, 0, SIDE)), 25);
    private static final RasterGrid GRID = new RasterGrid(0, 0, 100, 40, 40);

    private static WeightedPoints even(int count, long seed) {
        SeededRandom random = new SeededRandom(seed);
        double[] eastings = new double[count];
        double[] northings = new double[count];
        for (int i = 0; i < count; i++) {
            eastings[i] = random.between(0, SIDE);
            northings[i] = random.between(0, SIDE);
        }
        return WeightedPoints.unweighted(eastings, northings);
    }

    /** 200 even points and 60 around (1000, 3000). */
    private static WeightedPoints withACluster() {
        WeightedPoints even = even(200, 41);
        double[] eastings = Arrays.copyOf(even.eastings(), 260);
        double[] northings = Arrays.copyOf(even.northings(), 260);
        SeededRandom random = new SeededRandom(42);
        for (int i = 200; i < 260; i++) {
            eastings[i] = 1_000 + 120 * random.gaussian();
            northings[i] = 3_000 + 120 * random.gaussian();
        }
        return WeightedPoints.unweighted(eastings, northings);
    }

    /**
     * In a rectangle the shares of a Gaussian are products of normal probabilities, so the whole formula can be written
     * out; a twentieth of what is beyond five sigma is all that differs.
     */
    @Test
    void agreesWithTheFormulaWrittenOut() {
        Samples samples = new Samples(withACluster(), even(900, 43));
        double h = 300;
        RelativeRisk risk = RelativeRisk.of(samples, h, SQUARE, GRID);
        for (int cell = 0; cell < GRID.size(); cell += 13) {
            double easting = GRID.centreEasting(cell % 40);
            double northing = GRID.centreNorthing(cell / 40);
            double e = inside(easting, h) * inside(northing, h);
            double e2 = inside(easting, h * Math.sqrt(0.5)) * inside(northing, h * Math.sqrt(0.5));
            double f = sum(samples.cases(), easting, northing, h) / e / 260;
            double g = sum(samples.controls(), easting, northing, h) / e / 900;
            double deviation = Math.sqrt(e2 / (e * e) / (4 * Math.PI) * (1 / 260.0 + 1 / 900.0) / g) / h;
            double ratio = Math.log(f / g);

            assertThat(risk.logRatio().values()[cell]).isCloseTo(ratio, within(2e-3));
            assertThat(risk.p().values()[cell]).isCloseTo(Normal.cdf(-ratio / deviation), within(2e-3));
        }
    }

    private static double inside(double coordinate, double sigma) {
        return Normal.cdf((SIDE - coordinate) / sigma) - Normal.cdf(-coordinate / sigma);
    }

    private static double sum(WeightedPoints points, double easting, double northing, double h) {
        double sum = 0;
        for (int i = 0; i < points.count(); i++) {
            double across = points.eastings()[i] - easting;
            double up = points.northings()[i] - northing;
            sum += Math.exp(-(across * across + up * up) / (2 * h * h)) / (2 * Math.PI * h * h);
        }
        return sum;
    }

    @Test
    void theContourHoldsThePlantedClusterAndLittleElse() {
        RelativeRisk risk = RelativeRisk.of(new Samples(withACluster(), even(900, 44)), 250, SQUARE, GRID);
        MultiPolygon contour = risk.contour(0.05);

        assertThat(contour.contains(GEOMETRY.createPoint(new Coordinate(1_000, 3_000))))
                .isTrue();
        assertThat(contour.getArea()).isLessThan(0.2 * SIDE * SIDE);
    }

    /** Cases and controls from one even spread: about one cell in twenty is below 0.05. */
    @Test
    void underTheNullFewCellsAreBelowTheLevel() {
        double below = 0;
        int maps = 40;
        for (int map = 0; map < maps; map++) {
            Samples samples = new Samples(even(300, 100 + map), even(600, 200 + map));
            double[] p = RelativeRisk.of(samples, 350, SQUARE, GRID).p().values();
            below += Arrays.stream(p).filter(value -> value <= 0.05).count() / (double) p.length;
        }

        assertThat(below / maps).isBetween(0.02, 0.08);
    }

    @Test
    void weightTwoIsTwoPointsAndTheSameAgainstItselfIsNothing() {
        WeightedPoints cases = withACluster();
        double[] twos = new double[cases.count()];
        Arrays.fill(twos, 2);
        WeightedPoints twice = new WeightedPoints(cases.eastings(), cases.northings(), twos, cases.count());
        RelativeRisk against = RelativeRisk.of(new Samples(cases, twice), 300, SQUARE, GRID);

        assertThat(against.logRatio().values()).containsExactly(new double[GRID.size()], within(1e-12));
        for (double p : against.p().values()) {
            assertThat(p).isCloseTo(0.5, within(1e-9));
        }
    }

    @Test
    void whereThereAreNoControlsNothingIsPainted() {
        WeightedPoints east = WeightedPoints.unweighted(new double[] {3_500, 3_600}, new double[] {2_000, 2_100});
        WeightedPoints west = WeightedPoints.unweighted(new double[] {300, 400}, new double[] {2_000, 2_100});
        RelativeRisk risk = RelativeRisk.of(new Samples(east, west), 100, SQUARE, GRID);

        assertThat(risk.logRatio().value(35, 20)).isNaN();
        assertThat(risk.p().value(35, 20)).isNaN();
        assertThat(risk.logRatio().value(3, 20)).isNaN();
        assertThat(risk.p().value(3, 20)).isEqualTo(1);
        assertThat(risk.contour(0.05).isEmpty()).isTrue();
    }

    /** By hand: both axes of both samples have deviation d and quartile range r. */
    @Test
    void theCommonBandwidthIsTerrellsForTheGeometricMean() {
        double[] values = {0, 1_000, 2_000, 3_000};
        WeightedPoints square = WeightedPoints.unweighted(values, values);
        double deviation = Math.sqrt(10e6 / 7);
        double terrell = Math.pow(2 / (4 * Math.PI) / (16 * 24 * 8 / (1e4 * Math.PI)), 1 / 6.0);
        // Pooled 0 0 1 1 2 2 3 3 (thousands): quartiles at ranks 1.75 and 5.25, so 750 and 2,250.
        double scale = Math.min(deviation, 1_500 / 1.34);

        assertThat(new Samples(square, square).commonSigmaMetres().orElseThrow())
                .isCloseTo(terrell * scale * Math.pow(4, -1 / 6.0), withinPercentage(1e-9));
        WeightedPoints one = new WeightedPoints(new double[] {5}, new double[] {5}, new double[] {3}, 1);
        assertThat(new Samples(one, one).commonSigmaMetres()).isEmpty();
        WeightedPoints none = WeightedPoints.unweighted(new double[0], new double[0]);
        assertThatThrownBy(() -> new Samples(one, none))
                .hasMessage("events=3.0 of 0.0: at least one case and one control");
    }
}
