package org.hotspots.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.BitSet;
import org.hotspots.geo.Bounds;
import org.hotspots.geo.RasterGrid;
import org.hotspots.stats.SeededRandom;
import org.junit.jupiter.api.Test;

class GroundTest {
    private static final RasterGrid GRID = new RasterGrid(400_000, 300_000, 50, 3, 2);

    /** Two of six cells: each gets half of the points, and none falls elsewhere. */
    @Test
    void strewsEvenlyOverTheCellsInside() {
        BitSet inside = BitSet.valueOf(new long[] {0b100_010});
        Ground ground = Ground.cells(GRID, inside);
        double[] eastings = new double[10_000];
        double[] northings = new double[10_000];
        ground.strew(new SeededRandom(1), eastings, northings);
        int[] counts = new int[6];
        int inWestHalf = 0;
        for (int i = 0; i < eastings.length; i++) {
            int column = (int) ((eastings[i] - 400_000) / 50);
            int row = (int) ((northings[i] - 300_000) / 50);
            counts[row * 3 + column]++;
            inWestHalf += (eastings[i] - 400_000) % 50 < 25 ? 1 : 0;
        }
        // Four standard deviations of 10,000 even chances are 200.
        assertThat(counts[1]).isBetween(4_800, 5_200);
        assertThat(counts[1] + counts[5]).isEqualTo(10_000);
        assertThat(inWestHalf).isBetween(4_800, 5_200);
        assertThat(ground.areaM2()).isEqualTo(5_000);
    }

    @Test
    void aRectangleIsOneCell() {
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
        assertThatThrownBy(() -> Ground.cells(GRID, new BitSet())).hasMessageEndingWith("has no area");
        assertThatThrownBy(() -> Ground.rectangle(new Bounds(0, 0, 0, 10))).hasMessageEndingWith("has no area");
    }
}
