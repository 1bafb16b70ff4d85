package org.hotspots.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hotspots.geo.Bounds;
import org.hotspots.geo.BritishGridPoint;
import org.hotspots.geo.HexLattice;
import org.hotspots.geo.Lattice;
import org.hotspots.geo.SquareLattice;
import org.junit.jupiter.api.Test;

/** {@link StudyCells} and the counts in them. */
class CellCountsTest {
    private static final Bounds BOUNDS = new Bounds(430_300, 260_100, 432_700, 262_900);

    @Test
    void coversExactlyTheCellsWhoseCentresPass() {
        for (Lattice lattice : List.of(new SquareLattice(150), new HexLattice(110))) {
            StudyCells cells = StudyCells.covering(lattice, BOUNDS, (e, n) -> e + n > 691_500);
            int passing = 0;
            for (int column = 1_000; column < 3_200; column++) {
                for (int row = 1_000; row < 2_000; row++) {
                    BritishGridPoint centre = lattice.centre(Lattice.cell(column, row));
                    boolean passes = BOUNDS.contains(centre.easting(), centre.northing())
                            && centre.easting() + centre.northing() > 691_500;
                    passing += passes ? 1 : 0;
                    assertThat(cells.isInside(cells.windowIndex(Lattice.cell(column, row))))
                            .isEqualTo(passes);
                }
            }
            assertThat(cells.size()).isEqualTo(passing).isPositive();
        }
    }

    @Test
    void aBoxOfWholeCellsHasThoseCells() {
        StudyCells cells = StudyCells.covering(
                new SquareLattice(200), new Bounds(560_000, 180_000, 620_000, 260_000), (e, n) -> true);

        assertThat(cells.columns()).isEqualTo(300);
        assertThat(cells.rows()).isEqualTo(400);
        assertThat(cells.size()).isEqualTo(120_000);
        assertThat(cells.cell(0)).isEqualTo(Lattice.cell(2_800, 900));
        assertThat(cells.windowIndex(Lattice.cell(2_801, 902))).isEqualTo(601);
        assertThat(cells.windowIndex(Lattice.cell(2_799, 902))).isEqualTo(-1);
    }

    @Test
    void whereNoCellPassesThereIsNoWindow() {
        StudyCells none = StudyCells.covering(new SquareLattice(200), BOUNDS, (e, n) -> false);

        assertThat(none.size()).isZero();
        assertThat(CellCounts.count(County.random(7, 10, 3_000, false), none)).isEmpty();
        assertThat(CellCounts.weightOutside(County.random(7, 10, 3_000, false), none))
                .isEqualTo(10);
    }

    @Test
    void countsAsAMapDoesAndLosesNothing() {
        WeightedPoints points = County.random(8, 5_000, 3_000, true);
        for (Lattice lattice : List.of(new SquareLattice(100), new HexLattice(80))) {
            StudyCells cells = StudyCells.covering(lattice, BOUNDS, (e, n) -> e < 432_000);
            Map<Long, Double> expected = new HashMap<>();
            for (int i = 0; i < points.count(); i++) {
                expected.merge(
                        lattice.cellAt(points.eastings()[i], points.northings()[i]), points.weights()[i], Double::sum);
            }
            double[] counts = CellCounts.count(points, cells);
            double inside = 0;
            for (int i = 0; i < counts.length; i++) {
                double there = cells.isInside(i) ? expected.getOrDefault(cells.cell(i), 0.0) : 0;
                assertThat(counts[i]).isEqualTo(there);
                inside += there;
            }
            assertThat(inside + CellCounts.weightOutside(points, cells)).isEqualTo(points.totalWeight());
        }
    }

    @Test
    void refusesAMaskBeyondTheWindow() {
        BitSet mask = new BitSet();
        mask.set(6);
        assertThatThrownBy(() -> new StudyCells(new SquareLattice(100), 0, 0, 2, 3, mask))
                .hasMessage("the mask reaches beyond the window of 6 cells");
        assertThatThrownBy(() -> new StudyCells(new SquareLattice(100), 0, 0, -1, 3, new BitSet()))
                .hasMessage("a window of -1 columns and 3 rows");
    }
}
