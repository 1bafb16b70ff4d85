package org.hotspots.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.hotspots.geo.Bounds;
import org.hotspots.geo.HexLattice;
import org.hotspots.geo.Lattice;
import org.hotspots.geo.SquareLattice;
import org.hotspots.stats.SeededRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GroundTest {
    /** Of a checkerboard half the cells: each gets its share of points, each half of a cell half, and no other any. */
    @ParameterizedTest
    @MethodSource("lattices")
    void strewsEvenlyOverTheCellsInside(Lattice lattice) {
        StudyCells cells = new StudyCells(lattice, 4000, 3000, 3, 2, BitSet.valueOf(new long[] {0b010_101}));
        Ground ground = Ground.cells(cells);
        double[] eastings = new double[12_000];
        double[] northings = new double[12_000];
        ground.strew(new SeededRandom(1), eastings, northings);
        int[] counts = new int[6];
        int inWestHalf = 0;
        int inSouthHalf = 0;
        for (int i = 0; i < eastings.length; i++) {
            long cell = lattice.cellAt(eastings[i], northings[i]);
            counts[cells.windowIndex(cell)]++;
            inWestHalf += eastings[i] < lattice.centre(cell).easting() ? 1 : 0;
            inSouthHalf += northings[i] < lattice.centre(cell).northing() ? 1 : 0;
        }
        // Four standard deviations of 12,000 chances of a third, or of a half, are 207 and 219.
        assertThat(counts[0]).isBetween(3_793, 4_207);
        assertThat(counts[2]).isBetween(3_793, 4_207);
        assertThat(counts[0] + counts[2] + counts[4]).isEqualTo(12_000);
        assertThat(inWestHalf).isBetween(5_781, 6_219);
        assertThat(inSouthHalf).isBetween(5_781, 6_219);
        assertThat(ground.areaM2()).isEqualTo(3 * lattice.cellAreaM2());
    }

    private static List<Lattice> lattices() {
        return List.of(new SquareLattice(50), new HexLattice(50));
    }

    @Test
    void strewsOverARectangle() {
        Ground ground = Ground.rectangle(new Bounds(10, 20, 110, 70));
        double[] eastings = new double[1_000];
        double[] northings = new double[1_000];
        ground.strew(new SeededRandom(2), eastings, northings);
        assertThat(Arrays.stream(eastings)).allMatch(easting -> easting >= 10 && easting < 110);
        assertThat(Arrays.stream(northings)).allMatch(northing -> northing >= 20 && northing < 70);
        assertThat(ground.areaM2()).isEqualTo(5_000);
    }

    @Test
    void groundWithoutAreaIsRefused() {
        StudyCells none = new StudyCells(new SquareLattice(50), 0, 0, 3, 2, new BitSet());
        assertThatThrownBy(() -> Ground.cells(none)).hasMessageEndingWith("has no area");
        assertThatThrownBy(() -> Ground.rectangle(new Bounds(0, 0, 0, 10))).hasMessageEndingWith("has no area");
    }
}
