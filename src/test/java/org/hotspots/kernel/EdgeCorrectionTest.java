package org.hotspots.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import org.hotspots.geo.Bounds;
import org.hotspots.geo.RasterGrid;
import org.hotspots.stats.SeededRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

class EdgeCorrectionTest {
    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    /** Bent, with a bay and a hole, no side along an axis. */
    private static final Geometry FORCE = polygon(
                    0, 300, 2600, 0, 3900, 900, 2700, 1700, 4100, 2500, 3100, 4000, 1500, 3500, 300, 3800)
            .difference(polygon(1200, 1300, 1900, 1250, 1700, 2100));

    private static final DataWindow WINDOW = DataWindow.of(FORCE, 25);

    private static Geometry polygon(double... corners) {
        Coordinate[] ring = new Coordinate[corners.length / 2 + 1];
        for (int i = 0; i < ring.length; i++) {
            int corner = 2 * i % corners.length;
            ring[i] = new Coordinate(430_000 + corners[corner], 260_000 + corners[corner + 1]);
        }
        return GEOMETRY.createPolygon(ring);
    }

    /** Half a kernel at a straight side, a quarter at a corner; nothing of it outside. */
    @ParameterizedTest
    @EnumSource
    void sharesAtAStraightBorderAreKnown(Kernel.Shape shape) {
        DataWindow square = DataWindow.of(GEOMETRY.toGeometry(new Envelope(0, 4_000, 0, 4_000)), 50);
        Kernel kernel = new Kernel(shape, shape == Kernel.Shape.QUARTIC ? 500 : 160);

        assertThat(square.share(kernel, 2_000, 2_000)).isEqualTo(1);
        assertThat(square.share(kernel, 0, 2_000)).isCloseTo(0.5, within(1e-9));
        assertThat(square.share(kernel, 4_000, 4_000)).isCloseTo(0.25, within(1e-9));
        assertThat(square.share(kernel, -1_000, 2_000)).isZero();
        assertThat(square.areaM2()).isEqualTo(16e6);
        assertThat(square.diameterMetres()).isCloseTo(Math.hypot(4_000, 4_000), within(1e-9));
        assertThat(square.bounds()).isEqualTo(new Bounds(0, 0, 4_000, 4_000));
    }

    /** Against the kernel summed over squares of 5 metres by the outline itself. */
    @ParameterizedTest
    @EnumSource
    void sharesAgreeWithASumOverTheOutline(Kernel.Shape shape) {
        Kernel kernel = new Kernel(shape, shape == Kernel.Shape.QUARTIC ? 400 : 90);
        RasterGrid fine = RasterGrid.covering(WINDOW.bounds(), 5);
        var inside = OutlineScan.cellsInside(FORCE, fine);
        SeededRandom random = new SeededRandom(31);
        for (int k = 0; k < 40; k++) {
            double easting = 430_000 + random.between(0, 4_000);
            double northing = 260_000 + random.between(0, 4_000);
            double sum = 0;
            for (int cell = inside.nextSetBit(0); cell >= 0; cell = inside.nextSetBit(cell + 1)) {
                double across = fine.centreEasting(cell % fine.columns()) - easting;
                double up = fine.centreNorthing(cell / fine.columns()) - northing;
                sum += 25 * kernel.perM2(across * across + up * up);
            }
            assertThat(WINDOW.share(kernel, easting, northing)).isCloseTo(sum, within(0.012));
        }
    }

    @ParameterizedTest
    @EnumSource
    void digglesIntegralIsTheNumberOfEvents(Kernel.Shape shape) {
        Kernel kernel = new Kernel(shape, shape == Kernel.Shape.QUARTIC ? 500 : 170);
        WeightedPoints points = inWindow(500, 32);
        RasterGrid grid = RasterGrid.covering(WINDOW.bounds(), 25);
        Raster corrected = Density.of(EdgeCorrection.diggle(points, kernel, WINDOW), kernel, grid);
        double plain = integralInside(Density.of(points, kernel, grid));

        assertThat(integralInside(corrected)).isCloseTo(points.totalWeight(), withinPercentage(1));
        assertThat(plain).isLessThan(0.95 * points.totalWeight());
    }

    /** An even spread: a point in the middle of every square of 40 m of the window. */
    @ParameterizedTest
    @EnumSource
    void uniformMakesAnEvenSpreadEven(Kernel.Shape shape) {
        Kernel kernel = new Kernel(shape, shape == Kernel.Shape.QUARTIC ? 500 : 170);
        RasterGrid lattice = RasterGrid.covering(WINDOW.bounds(), 40);
        int[] cells = OutlineScan.cellsInside(FORCE, lattice).stream().toArray();
        WeightedPoints even = WeightedPoints.unweighted(
                Arrays.stream(cells)
                        .mapToDouble(cell -> lattice.centreEasting(cell % lattice.columns()))
                        .toArray(),
                Arrays.stream(cells)
                        .mapToDouble(cell -> lattice.centreNorthing(cell / lattice.columns()))
                        .toArray());
        RasterGrid grid = RasterGrid.covering(WINDOW.bounds(), 50);
        Raster uniform =
                EdgeCorrection.uniform(Density.of(even, kernel, grid), EdgeCorrection.shares(grid, kernel, WINDOW));
        for (int cell = 0; cell < grid.size(); cell++) {
            if (isInside(grid, cell)) {
                assertThat(uniform.values()[cell]).isCloseTo(625, withinPercentage(5));
            }
        }
    }

    @Test
    void withoutABorderInReachNothingChanges() {
        WeightedPoints middle = WeightedPoints.unweighted(new double[] {430_700}, new double[] {260_900});
        Kernel kernel = Kernel.quartic(300);
        RasterGrid grid = RasterGrid.covering(middle.bounds().grownBy(100), 25);

        assertThat(EdgeCorrection.diggle(middle, kernel, WINDOW).weights()).containsExactly(1);
        Raster density = Density.of(middle, kernel, grid);
        assertThat(EdgeCorrection.uniform(density, EdgeCorrection.shares(grid, kernel, WINDOW))
                        .values())
                .isEqualTo(density.values());
    }

    /** Points that should not be there are not blown up; none is counted more than twenty times. */
    @Test
    void pointsOutsideKeepTheirWeight() {
        WeightedPoints outside = WeightedPoints.unweighted(new double[] {429_000, 439_000}, new double[] {260_000, 1});

        assertThat(EdgeCorrection.diggle(outside, Kernel.quartic(2_000), WINDOW).weights())
                .containsExactly(1, 1);
        assertThat(EdgeCorrection.diggle(
                                WeightedPoints.unweighted(new double[0], new double[0]), Kernel.quartic(9), WINDOW)
                        .count())
                .isZero();
    }

    @Test
    void refusesWhatDoesNotFit() {
        RasterGrid grid = new RasterGrid(0, 0, 50, 2, 2);
        Raster one = Raster.owning(grid, new double[4]);
        Raster other = Raster.owning(new RasterGrid(0, 0, 50, 1, 4), new double[4]);

        assertThatThrownBy(() -> EdgeCorrection.uniform(one, other))
                .hasMessage("density and shares on different grids");
        assertThatThrownBy(() -> DataWindow.of(GEOMETRY.createPoint(new Coordinate(1, 1)), 50))
                .hasMessage("a window needs an area: Point");
    }

    private static WeightedPoints inWindow(int count, long seed) {
        SeededRandom random = new SeededRandom(seed);
        double[] eastings = new double[count];
        double[] northings = new double[count];
        for (int i = 0; i < count; i++) {
            do {
                eastings[i] = 430_000 + random.between(0, 4_200);
                northings[i] = 260_000 + random.between(0, 4_100);
            } while (!WINDOW.contains(eastings[i], northings[i]));
        }
        return WeightedPoints.unweighted(eastings, northings);
    }

    private static double integralInside(Raster raster) {
        double sum = 0;
        for (int cell = 0; cell < raster.grid().size(); cell++) {
            sum += isInside(raster.grid(), cell) ? raster.values()[cell] : 0;
        }
        return sum * raster.grid().cellMetres() * raster.grid().cellMetres() / 1e6;
    }

    private static boolean isInside(RasterGrid grid, int cell) {
        return WINDOW.contains(grid.centreEasting(cell % grid.columns()), grid.centreNorthing(cell / grid.columns()));
    }
}
