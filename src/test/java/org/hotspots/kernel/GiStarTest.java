package org.hotspots.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.hotspots.geo.Bounds;
import org.hotspots.geo.BritishGridPoint;
import org.hotspots.geo.HexLattice;
import org.hotspots.geo.Lattice;
import org.hotspots.geo.SquareLattice;
import org.hotspots.stats.Normal;
import org.junit.jupiter.api.Test;

class GiStarTest {
    /** R package spData's data set getisord, 16 x 16 cells of 30 m, with spdep's scores for three distances. */
    @Test
    void getisAndOrdsRemoteSensingExample() {
        List<String[]> rows = County.rows("getisord_localG.csv");
        double[] counts = County.column(rows, 2);
        StudyCells cells = window(new SquareLattice(30), 16, 16);
        int[] columns = {4, 6, 8};
        for (int k = 0; k < 3; k++) {
            double[] z = GiStar.score(cells, counts, 30 * (k + 1)).z();
            double[] expected = County.column(rows, columns[k]);
            assertThat(z).containsExactly(expected, within(1e-12));
        }
    }

    /** spdep's scores for the county; NumPy agrees to 6e-14. */
    @Test
    void theCountyHasTheExactScores() {
        StudyCells cells = StudyCells.covering(
                new SquareLattice(200), new Bounds(560_000, 180_000, 620_000, 260_000), (e, n) -> true);
        double[] counts = CellCounts.count(County.points(false), cells);
        double[] z = GiStar.score(cells, counts, 600).z();
        for (String[] row : County.rows("county/gistar_ref_10000.csv")) {
            int index = Integer.parseInt(row[1]) * 300 + Integer.parseInt(row[0]);
            assertThat(counts[index]).isEqualTo(Double.parseDouble(row[2]));
            assertThat(z[index]).isCloseTo(Double.parseDouble(row[3]), within(1e-11));
        }
        assertThat(Arrays.stream(z).sum()).isCloseTo(118.6042409, within(1e-6));
        assertThat(Arrays.stream(z).max()).hasValueCloseTo(86.42938571, within(1e-8));
        assertThat(Arrays.stream(z).filter(value -> Math.abs(value) > 1.96).count())
                .isEqualTo(7158);
    }

    @Test
    void agreesWithTheFormulaOverAllPairs() {
        Random random = new Random(21);
        for (Lattice lattice : List.of(new SquareLattice(100), new HexLattice(60))) {
            for (double metres : new double[] {0, 90, 60 * Math.sqrt(3), 100, 240, 300, 777}) {
                StudyCells cells = holed(lattice, random);
                double[] counts = new double[cells.windowSize()];
                Arrays.setAll(counts, i -> random.nextInt(9) < 5 ? 0 : random.nextInt(7));
                GiStar.Scores scores = GiStar.score(cells, counts, metres);
                for (int i = 0; i < counts.length; i++) {
                    if (cells.isInside(i)) {
                        double z = byFormula(cells, counts, metres, i);
                        assertThat(scores.z()[i]).isCloseTo(z, within(1e-11));
                        assertThat(scores.p()[i]).isCloseTo(Normal.twoSidedP(z), within(1e-11));
                    } else {
                        assertThat(scores.z()[i]).isNaN();
                        assertThat(scores.p()[i]).isNaN();
                    }
                }
            }
        }
    }

    private static StudyCells holed(Lattice lattice, Random random) {
        BitSet inside = new BitSet();
        for (int i = 0; i < 13 * 17; i++) {
            inside.set(i, random.nextInt(4) > 0);
        }
        return new StudyCells(lattice, -5, 8, 13, 17, inside);
    }

    private static double byFormula(StudyCells cells, double[] counts, double metres, int of) {
        BritishGridPoint here = cells.lattice().centre(cells.cell(of));
        double n = cells.size();
        double sum = 0;
        double squares = 0;
        double near = 0;
        double neighbours = 0;
        for (int j = 0; j < counts.length; j++) {
            if (cells.isInside(j)) {
                BritishGridPoint there = cells.lattice().centre(cells.cell(j));
                boolean isNear = Math.hypot(here.easting() - there.easting(), here.northing() - there.northing())
                        <= metres + 1e-6;
                sum += counts[j];
                squares += counts[j] * counts[j];
                near += isNear ? counts[j] : 0;
                neighbours += isNear ? 1 : 0;
            }
        }
        double mean = sum / n;
        double s = Math.sqrt(squares / n - mean * mean);
        return (near - neighbours * mean) / (s * Math.sqrt((n * neighbours - neighbours * neighbours) / (n - 1)));
    }

    @Test
    void hexagonsHaveSixNeighboursAtTheirOwnWidth() {
        double[] counts = new double[81];
        counts[40] = 1;
        double[] z = GiStar.score(window(new HexLattice(200), 9, 9), counts, 200 * Math.sqrt(3))
                .z();

        assertThat(Arrays.stream(z).filter(value -> value > 0).count()).isEqualTo(7);
    }

    @Test
    void scaleAndShiftOfTheCountsChangeNothing() {
        Random random = new Random(22);
        StudyCells cells = window(new SquareLattice(100), 12, 11);
        double[] counts = new double[132];
        Arrays.setAll(counts, i -> random.nextInt(5));
        double[] moved = Arrays.stream(counts).map(x -> 3 * x + 10).toArray();

        assertThat(GiStar.score(cells, moved, 200).z())
                .containsExactly(GiStar.score(cells, counts, 200).z(), within(1e-12));
    }

    @Test
    void whereNothingDiffersNothingStandsOut() {
        StudyCells cells = window(new SquareLattice(100), 4, 3);
        double[] equal = new double[12];
        Arrays.fill(equal, 0.1);
        for (GiStar.Scores scores : List.of(
                GiStar.score(cells, new double[12], 100),
                GiStar.score(cells, equal, 100),
                GiStar.score(cells, new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}, 1e6),
                GiStar.score(window(new SquareLattice(100), 1, 1), new double[] {3}, 100))) {
            assertThat(scores.z()).containsOnly(0);
            assertThat(scores.p()).containsOnly(1);
        }
        assertThat(GiStar.score(window(new SquareLattice(100), 0, 0), new double[0], 100)
                        .z())
                .isEmpty();
    }

    @Test
    void refusesCountsOfAnotherWindowAndNoDistance() {
        StudyCells cells = window(new SquareLattice(100), 2, 2);
        assertThatThrownBy(() -> GiStar.score(cells, new double[3], 100))
                .hasMessage("counts.length=3: the window has 4 cells");
        assertThatThrownBy(() -> GiStar.score(cells, new double[4], -1))
                .hasMessage("neighbour_m=-1.0: not below 0, and finite");
    }

    private static StudyCells window(Lattice lattice, int columns, int rows) {
        BitSet inside = new BitSet();
        inside.set(0, columns * rows);
        return new StudyCells(lattice, 0, 0, columns, rows, inside);
    }
}
