package org.hotspots.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/** Known answers: PostGIS 3.3, {@code ST_HexagonGrid(200, ...)} with {@code ST_Contains}, {@code ST_Centroid}. */
class HexLatticeTest {
    private final HexLattice lattice = new HexLattice(200);

    @ParameterizedTest
    @CsvSource({
        "1499, 796, 449700.000000, 275915.693646",
        "1500, 796, 450000.000000, 275742.488565",
        "1501, 795, 450300.000000, 275569.283484",
        "1502, 797, 450600.000000, 276088.898726"
    })
    void liesWherePostGisLaysIt(int column, int row, double easting, double northing) {
        BritishGridPoint centre = lattice.centre(Lattice.cell(column, row));

        assertThat(centre.easting()).isCloseTo(easting, within(1e-6));
        assertThat(centre.northing()).isCloseTo(northing, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({
        "450123.4, 275987.6, 1500, 797",
        "400000.5, 300000.5, 1333, 866",
        "431234.5, 256789.25, 1437, 741",
        "452000.1, 275000.9, 1507, 793",
        "-1234.5, -987.25, -4, -3",
        "150.25, 90.5, 1, 0",
        "299999.75, 120001.5, 1000, 346",
        "655123.5, 1219876.25, 2184, 3521"
    })
    void numbersCellsAsPostGisDoes(double easting, double northing, int column, int row) {
        assertThat(lattice.cellAt(easting, northing)).isEqualTo(Lattice.cell(column, row));
    }

    @Test
    void hasThePublishedArea() {
        assertThat(lattice.cellAreaM2()).isCloseTo(103_923.0485, within(1e-4));
        assertThat(lattice.polygon(Lattice.cell(1500, 797)).getArea()).isCloseTo(lattice.cellAreaM2(), within(1e-4));
    }

    @Test
    void putsEveryPointIntoTheHexagonWhoseCentreIsNearest() {
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            double easting = random.nextDouble(-5_000, 700_000);
            double northing = random.nextDouble(-5_000, 1_300_000);
            long cell = lattice.cellAt(easting, northing);

            assertThat(distanceToCentre(cell, easting, northing))
                    .isLessThanOrEqualTo(nearestCentre(easting, northing) + 1e-6);
        }
    }

    private double nearestCentre(double easting, double northing) {
        int column = (int) Math.round(easting / 300);
        int row = (int) Math.round(northing / 346.4);
        double nearest = Double.POSITIVE_INFINITY;
        for (int i = column - 3; i <= column + 3; i++) {
            for (int j = row - 3; j <= row + 3; j++) {
                nearest = Math.min(nearest, distanceToCentre(Lattice.cell(i, j), easting, northing));
            }
        }
        return nearest;
    }

    private double distanceToCentre(long cell, double easting, double northing) {
        BritishGridPoint centre = lattice.centre(cell);
        return Math.hypot(easting - centre.easting(), northing - centre.northing());
    }

    @Test
    void neighboursShareTheirCorners() {
        var here = lattice.polygon(Lattice.cell(7, 5));
        var east = lattice.polygon(Lattice.cell(8, 5));

        assertThat(Orientation.isCCW(here.getExteriorRing().getCoordinateSequence()))
                .isTrue();
        assertThat(here.buffer(1e-6).intersection(east).getLength()).isCloseTo(2 * 200, within(0.01));
    }

    @Test
    void aPolygonHoldsThePointsOfItsCell() {
        Random random = new Random(2);
        for (int i = 0; i < 2_000; i++) {
            double easting = random.nextDouble(400_000, 401_000);
            double northing = random.nextDouble(200_000, 201_000);
            var point = new GeometryFactory().createPoint(new Coordinate(easting, northing));

            assertThat(lattice.polygon(lattice.cellAt(easting, northing)).isWithinDistance(point, 1e-6))
                    .isTrue();
        }
    }

    @Test
    void namesACellForEver() {
        assertThat(lattice.id(Lattice.cell(1500, 797))).isEqualTo("h200-1500-797");
        assertThat(lattice.id(Lattice.cell(-4, -3))).isEqualTo("h200--4--3");
    }

    @Test
    void refusesASideOfNothing() {
        assertThatThrownBy(() -> new HexLattice(0)).hasMessage("cell_m=0.0: above 0");
    }
}
