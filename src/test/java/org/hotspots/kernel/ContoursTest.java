package org.hotspots.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Random;
import org.hotspots.geo.RasterGrid;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.valid.IsValidOp;

class ContoursTest {
    /** By hand: a peak of 8 among zeros crosses 4 half-way to its neighbours, so a square on its corner, 2 x 25^2. */
    @Test
    void aLonePeakIsADiamond() {
        MultiPolygon area = Contours.above(raster(".....", "..8..", "....."), 4);

        assertThat(area.getNumGeometries()).isEqualTo(1);
        assertThat(area.getArea()).isCloseTo(1_250, within(1e-6));
        assertThat(area.getCentroid().getX()).isCloseTo(430_125, within(1e-6));
        assertThat(area.getCentroid().getY()).isCloseTo(260_075, within(1e-6));
        assertThat(area.getSRID()).isEqualTo(27700);
        assertSound(area);
    }

    @Test
    void aRingKeepsItsHoleAndWhatStandsInTheHole() {
        MultiPolygon area = Contours.above(
                raster(".........", ".8888888.", ".8.....8.", ".8..8..8.", ".8.....8.", ".8888888.", "........."), 4);

        assertThat(area.getNumGeometries()).isEqualTo(2);
        assertThat(((Polygon) area.getGeometryN(0)).getNumInteriorRing()).isEqualTo(1);
        assertThat(((Polygon) area.getGeometryN(1)).getNumInteriorRing()).isZero();
        assertThat(area.getGeometryN(1).getArea()).isCloseTo(1_250, within(1e-6));
        assertSound(area);
    }

    @Test
    void twoHolesOfOnePartSideBySide() {
        MultiPolygon area = Contours.above(raster(".......", ".88888.", ".8.8.8.", ".88888.", "......."), 4);

        assertThat(area.getNumGeometries()).isEqualTo(1);
        assertThat(((Polygon) area.getGeometryN(0)).getNumInteriorRing()).isEqualTo(2);
        assertSound(area);
    }

    /** By hand: between 9 9 and 1 1 across the saddle lies (81 - 1) / 16 = 5. */
    @Test
    void aSaddleJoinsWhatTheSurfaceJoins() {
        Raster saddle = raster("....", ".19.", ".91.", "....");

        assertThat(Contours.above(saddle, 4.9).getNumGeometries()).isEqualTo(1);
        assertThat(Contours.above(saddle, 5.1).getNumGeometries()).isEqualTo(2);
        assertSound(Contours.above(saddle, 4.9));
        assertSound(Contours.above(saddle, 5.1));
    }

    @Test
    void atTheEdgeOfTheGridTheAreaEnds() {
        MultiPolygon all = Contours.above(raster("88", "88", "88"), 4);

        assertThat(all.getArea()).isCloseTo(6 * 2_500, within(1e-6));
        assertThat(all.getEnvelopeInternal().getMaxX()).isEqualTo(430_100);
        assertSound(all);
        assertThat(Contours.above(raster("8"), 8).getArea()).isEqualTo(2_500);
        // By hand: the edge cell's value goes on to the edge, and inwards half the way to the next centre.
        assertThat(Contours.above(raster("8."), 4).getArea()).isCloseTo(2_500, within(1e-6));
    }

    @Test
    void belowTheThresholdThereIsNothing() {
        assertThat(Contours.above(raster("123", "456"), 6.5).isEmpty()).isTrue();
        assertThat(Contours.above(raster(".....", "..8..", "....."), 8).isEmpty())
                .isTrue();
        assertThatThrownBy(() -> Contours.above(raster("1"), Double.NaN)).hasMessage("threshold=NaN: a number");
    }

    /** Whole numbers with a whole threshold: many centres exactly at it, saddles, touching corners. */
    @Test
    void anySurfaceGivesAValidAreaThatHoldsExactlyTheCentresAbove() {
        Random random = new Random(41);
        for (int round = 0; round < 300; round++) {
            RasterGrid grid = new RasterGrid(430_000, 260_000, 50, random.nextInt(1, 14), random.nextInt(1, 14));
            double[] values = new double[grid.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = random.nextInt(round % 5 + 2);
            }
            MultiPolygon area = Contours.above(Raster.owning(grid, values), 1);

            assertSound(area);
            assertHolds(area, grid, values, 1, 1);
        }
    }

    /** Off the lines between centres the outline is a chord of the surface's own curve, so only far values are sure. */
    @Test
    void aDensitySurfaceIsCutWhereItsSamplesAre() {
        WeightedPoints points = County.random(42, 300, 3_000, true);
        RasterGrid grid = RasterGrid.covering(points.bounds().grownBy(300), 50);
        Raster density = Density.quartic(points, 300, grid);
        double threshold = density.max() / 3;
        MultiPolygon area = Contours.above(density, threshold);
        assertSound(area);
        assertThat(area.getNumGeometries()).isGreaterThan(3);

        assertHolds(area, grid, density.values(), threshold, threshold);
        var locator = new IndexedPointInAreaLocator(area);
        Random random = new Random(43);
        int inside = 0;
        int samples = 40_000;
        for (int i = 0; i < samples; i++) {
            double easting =
                    grid.minEasting() + random.nextDouble() * grid.bounds().widthMetres();
            double northing =
                    grid.minNorthing() + random.nextDouble() * grid.bounds().heightMetres();
            double value = density.sampleBilinear(easting, northing);
            inside += value >= threshold ? 1 : 0;
            if (Math.abs(value - threshold) > 0.05 * threshold) {
                assertThat(locator.locate(new Coordinate(easting, northing)) != Location.EXTERIOR)
                        .isEqualTo(value >= threshold);
            }
        }
        double sampled = (double) inside
                / samples
                * grid.bounds().widthMetres()
                * grid.bounds().heightMetres();
        assertThat(area.getArea()).isCloseTo(sampled, withinPercentage(3));
    }

    private static void assertHolds(
            MultiPolygon area, RasterGrid grid, double[] values, double threshold, double surelyAbove) {
        var locator = new IndexedPointInAreaLocator(area);
        for (int i = 0; i < values.length; i++) {
            Coordinate centre =
                    new Coordinate(grid.centreEasting(i % grid.columns()), grid.centreNorthing(i / grid.columns()));
            boolean held = locator.locate(centre) != Location.EXTERIOR;
            if (values[i] < threshold || values[i] > surelyAbove) {
                assertThat(held).as("centre %d of %s", i, grid).isEqualTo(values[i] >= threshold);
            }
        }
    }

    private static void assertSound(MultiPolygon area) {
        IsValidOp valid = new IsValidOp(area);
        assertThat(valid.isValid())
                .as(() -> valid.getValidationError() + " in " + area)
                .isTrue();
        for (int i = 0; i < area.getNumGeometries(); i++) {
            Polygon polygon = (Polygon) area.getGeometryN(i);
            assertThat(Orientation.isCCW(polygon.getExteriorRing().getCoordinateSequence()))
                    .isTrue();
            for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                assertThat(Orientation.isCCW(polygon.getInteriorRingN(hole).getCoordinateSequence()))
                        .isFalse();
            }
        }
    }

    /** Drawn from the north: a digit is a value, a dot 0; cells of 50 m. */
    private static Raster raster(String... rows) {
        int columns = rows[0].length();
        double[] values = new double[columns * rows.length];
        for (int row = 0; row < rows.length; row++) {
            for (int column = 0; column < columns; column++) {
                char drawn = rows[rows.length - 1 - row].charAt(column);
                values[row * columns + column] = drawn == '.' ? 0 : drawn - '0';
            }
        }
        return Raster.owning(new RasterGrid(430_000, 260_000, 50, columns, rows.length), values);
    }
}
