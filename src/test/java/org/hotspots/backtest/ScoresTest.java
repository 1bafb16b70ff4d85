package org.hotspots.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.BitSet;
import org.hotspots.geo.SquareLattice;
import org.hotspots.kernel.StudyCells;
import org.hotspots.stats.SeededRandom;
import org.junit.jupiter.api.Test;

/** Scores of predictions, agreement of lists, shapes of flags. */
class ScoresTest {
    /** Every set of cells of an admissible size is tried for the best. */
    @Test
    void agreeWithTheirDefinitions() {
        SeededRandom random = new SeededRandom(52);
        for (int round = 0; round < 20; round++) {
            double[] scores = new double[10];
            double[] learntFrom = new double[10];
            double[] heldOut = new double[10];
            Arrays.setAll(scores, i -> random.nextDouble());
            Arrays.setAll(learntFrom, i -> random.nextInt(7));
            Arrays.setAll(heldOut, i -> 1 + random.nextInt(5));
            PredictionScores of = PredictionScores.of(
                    Flags.best(scores, 0.6), CellEvents.of(learntFrom), CellEvents.of(heldOut), 0.04);
            double events = Arrays.stream(heldOut).sum();

            assertThat(of.hitRate()).isCloseTo(of.hits() / events, within(1e-12));
            assertThat(of.pai()).isCloseTo(of.hits() / events / 0.6, within(1e-12));
            assertThat(of.ppai()).isCloseTo(of.hits() / events / Math.sqrt(0.6), within(1e-12));
            assertThat(of.eventsPerKm2()).isCloseTo(of.hits() / 0.24, within(1e-9));
            assertThat(of.pei()).isCloseTo(of.hits() / bestHits(heldOut, 6, 6), within(1e-12));
            assertThat(of.peiStar()).isCloseTo(of.pai() / bestPai(heldOut), within(1e-12));
        }
    }

    private static double bestHits(double[] counts, int least, int most) {
        double best = 0;
        for (int set = 0; set < 1 << counts.length; set++) {
            if (Integer.bitCount(set) >= least && Integer.bitCount(set) <= most) {
                best = Math.max(best, held(counts, set));
            }
        }
        return best;
    }

    private static double bestPai(double[] counts) {
        double best = 0;
        for (int cells = 2; cells <= 6; cells++) {
            best = Math.max(
                    best, bestHits(counts, cells, cells) / Arrays.stream(counts).sum() * counts.length / cells);
        }
        return best;
    }

    private static double held(double[] counts, int set) {
        double sum = 0;
        for (int i = 0; i < counts.length; i++) {
            sum += (set >> i & 1) * counts[i];
        }
        return sum;
    }

    @Test
    void whatRepeatsIsRecapturedAndNothingIsKnownWithoutEvents() {
        double[] counts = {4, 0, 1, 3, 0};
        Flags flags = Flags.best(counts, 0.4);

        assertThat(PredictionScores.of(flags, CellEvents.of(counts), CellEvents.of(counts), 1)
                        .recaptureRate())
                .isCloseTo(1, within(1e-15));
        assertThat(PredictionScores.of(flags, CellEvents.of(counts), CellEvents.of(counts), 1)
                        .pei())
                .isCloseTo(1, within(1e-15));
        assertThat(PredictionScores.of(flags, CellEvents.of(counts), CellEvents.of(new double[5]), 1)
                        .pai())
                .isNaN();
        assertThat(PredictionScores.of(flags, CellEvents.of(new double[5]), CellEvents.of(counts), 1)
                        .recaptureRate())
                .isNaN();
    }

    @Test
    void overlapIsOneForTheSameListAndNothingForOthers() {
        int[] list = {7, 3, 9, 1};
        assertThat(Overlap.jaccard(list, new int[] {1, 9, 3, 7})).isEqualTo(1);
        assertThat(Overlap.rankBiased(list, list)).isCloseTo(1, within(1e-15));
        assertThat(Overlap.jaccard(list, new int[] {2, 4})).isZero();
        assertThat(Overlap.rankBiased(list, new int[] {2, 4})).isZero();
        // Two of six, by hand.
        assertThat(Overlap.jaccard(list, new int[] {7, 2, 9, 4})).isCloseTo(2 / 6.0, within(1e-15));
        assertThat(Overlap.jaccard(new int[0], new int[0])).isNaN();
        assertThat(Overlap.rankBiased(list, new int[0])).isNaN();
    }

    /** By hand: X = 1, 1, 3, so 3/3 .9^3 + (.1 / .9)(1 x .9 + 1/2 x .81 + 3/3 x .729). */
    @Test
    void overlapCountsTheFirstRanksMost() {
        assertThat(Overlap.rankBiased(new int[] {1, 2, 3}, new int[] {1, 3, 2})).isCloseTo(.955, within(1e-12));
        assertThat(Overlap.rankBiased(new int[] {1, 2, 3}, new int[] {2, 1, 3}))
                .isLessThan(Overlap.rankBiased(new int[] {1, 2, 3}, new int[] {1, 3, 2}));
    }

    /** Cells put at random are as clumpy as chance: 0 on average. */
    @Test
    void clumpinessOfChanceIsNothing() {
        SeededRandom random = new SeededRandom(53);
        StudyCells cells = window(40);
        double sum = 0;
        for (int round = 0; round < 200; round++) {
            BitSet flagged = new BitSet();
            while (flagged.cardinality() < 300) {
                flagged.set(random.nextInt(1600));
            }
            sum += FlagShape.clumpiness(cells, flagged);
        }
        assertThat(sum / 200).isCloseTo(0, within(0.02));
    }

    @Test
    void rowsDoNotJoinAtTheEndsOfTheWindow() {
        BitSet ends = new BitSet();
        ends.set(9);
        ends.set(10);
        assertThat(FlagShape.clumpiness(window(10), ends)).isEqualTo(-1);
        assertThat(FlagShape.clumpiness(window(10), new BitSet())).isNaN();
    }

    @Test
    void compactnessIsThatOfTheOutline() {
        BitSet square = new BitSet();
        square.set(0, 2);
        square.set(10, 12);
        BitSet row = new BitSet();
        row.set(0, 4);
        assertThat(FlagShape.compactness(window(10), square)).isCloseTo(Math.PI / 4, within(1e-15));
        // 4 pi 4 / 10^2.
        assertThat(FlagShape.compactness(window(10), row)).isCloseTo(.16 * Math.PI, within(1e-15));
    }

    private static StudyCells window(int side) {
        BitSet inside = new BitSet();
        inside.set(0, side * side);
        return new StudyCells(new SquareLattice(200), 0, 0, side, side, inside);
    }
}
