package org.hotspots.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

class RasterGridTest {
    @Test
    void coversTheBoundsOnMultiplesOfTheCell() {
        RasterGrid grid = RasterGrid.covering(new Bounds(430_010, 260_050, 430_110, 260_100.5), 50);

        assertThat(grid).isEqualTo(new RasterGrid(430_000, 260_050, 50, 3, 2));
        assertThat(grid.bounds()).isEqualTo(new Bounds(430_000, 260_050, 430_150, 260_150));
        assertThat(grid.centreEasting(2)).isEqualTo(430_125);
        assertThat(grid.centreNorthing(0)).isEqualTo(260_075);
        assertThat(grid.size()).isEqualTo(6);
    }

    @Test
    void coversAPointAndPlacesSouthAndWestOfTheOrigin() {
        assertThat(RasterGrid.covering(new Bounds(-1, -1, -1, -1), 50)).isEqualTo(new RasterGrid(-50, -50, 50, 1, 1));
        assertThat(RasterGrid.covering(new Bounds(100, 100, 100, 100), 50))
                .isEqualTo(new RasterGrid(100, 100, 50, 1, 1));
    }

    @Test
    void anyBoundsAreCoveredWithLessThanACellToSpare() {
        Random random = new Random(4);
        for (int i = 0; i < 1_000; i++) {
            double west = random.nextDouble(-1e4, 7e5);
            double south = random.nextDouble(-1e4, 1.3e6);
            Bounds bounds = new Bounds(west, south, west + random.nextDouble(1e4), south + random.nextDouble(1e4));
            double cell = random.nextInt(10, 500);
            Bounds covered = RasterGrid.covering(bounds, cell).bounds();

            assertThat(covered.union(bounds)).isEqualTo(covered);
            assertThat(covered.widthMetres()).isLessThan(bounds.widthMetres() + 2 * cell);
            assertThat(covered.heightMetres()).isLessThan(bounds.heightMetres() + 2 * cell);
            assertThat(covered.minEasting() % cell).isZero();
        }
    }

    @Test
    void refusesAGridWithoutCellsOrWithTooMany() {
        assertThatThrownBy(() -> new RasterGrid(0, 0, 50, 0, 1)).hasMessageContaining("columns=0");
        assertThatThrownBy(() -> new RasterGrid(0, 0, 50, 50_000, 50_000)).hasMessageContaining("rows=50000");
        assertThatThrownBy(() -> new RasterGrid(0, 0, Double.NaN, 1, 1)).hasMessageContaining("cell_m=NaN");
    }
}
