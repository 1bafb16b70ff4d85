package org.hotspots.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.algorithm.Orientation;

class SquareLatticeTest {
    private final SquareLattice lattice = new SquareLattice(200);

    /** By hand: floor(easting / 200), floor(northing / 200). */
    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, 0",
        "199.999, 200, 0, 1",
        "450200, 277999.9, 2251, 1389",
        "-0.001, -200, -1, -1",
        "-200.001, 1300000, -2, 6500"
    })
    void cellsAreClosedInTheSouthWestAndOpenInTheNorthEast(double easting, double northing, int column, int row) {
        assertThat(lattice.cellAt(easting, northing)).isEqualTo(Lattice.cell(column, row));
    }

    @Test
    void everyPointLiesInExactlyOneCell() {
        Random random = new Random(3);
        for (int i = 0; i < 10_000; i++) {
            double easting = random.nextInt(-40, 40) * 50.0;
            double northing = random.nextInt(-40, 40) * 50.0;
            int holding = 0;
            for (int column = -11; column < 11; column++) {
                for (int row = -11; row < 11; row++) {
                    holding += holds(column, row, easting, northing) ? 1 : 0;
                }
            }
            assertThat(holding).isEqualTo(1);
            long cell = lattice.cellAt(easting, northing);
            assertThat(holds(Lattice.column(cell), Lattice.row(cell), easting, northing))
                    .isTrue();
        }
    }

    private static boolean holds(int column, int row, double easting, double northing) {
        return easting >= column * 200.0
                && easting < (column + 1) * 200.0
                && northing >= row * 200.0
                && northing < (row + 1) * 200.0;
    }

    @Test
    void polygonCentreAreaAndNameAgree() {
        long cell = Lattice.cell(2251, 1389);
        var polygon = lattice.polygon(cell);

        assertThat(polygon.getArea()).isEqualTo(40_000).isEqualTo(lattice.cellAreaM2());
        assertThat(polygon.getCentroid().getX()).isCloseTo(450_300, within(1e-6));
        assertThat(lattice.centre(cell)).isEqualTo(new BritishGridPoint(450_300, 277_900));
        assertThat(Orientation.isCCW(polygon.getExteriorRing().getCoordinateSequence()))
                .isTrue();
        assertThat(polygon.getSRID()).isEqualTo(27700);
        assertThat(lattice.id(cell)).isEqualTo("s200-2251-1389");
    }

    @Test
    void aCellIsOneNumberAlsoWestAndSouthOfTheOrigin() {
        for (int column : new int[] {Integer.MIN_VALUE, -1, 0, 1, Integer.MAX_VALUE}) {
            for (int row : new int[] {Integer.MIN_VALUE, -1, 0, 1, Integer.MAX_VALUE}) {
                long cell = Lattice.cell(column, row);
                assertThat(Lattice.column(cell)).isEqualTo(column);
                assertThat(Lattice.row(cell)).isEqualTo(row);
            }
        }
    }

    @Test
    void refusesASideOfNothing() {
        assertThatThrownBy(() -> new SquareLattice(-1)).hasMessage("cell_m=-1.0: above 0");
    }
}
