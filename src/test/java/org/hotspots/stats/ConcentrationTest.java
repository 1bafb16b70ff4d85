package org.hotspots.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.hotspots.stats.Concentration.Draw;
import org.junit.jupiter.api.Test;

class ConcentrationTest {
    private static final Draw DRAW = new Draw(999, 1, "test");

    /** 60 events in 300 cells: three in a cell is chance, four is not. The other cells hold about what chance gives. */
    @Test
    void threeOfSixtyInOneOfThreeHundredCellsIsChanceFourIsNot() {
        Concentration three = Concentration.of(counts(300, 3, 2, 2, 2, 2), even(300), DRAW);
        Concentration four = Concentration.of(counts(300, 4, 2, 2, 2, 2), even(300), DRAW);

        assertThat(three.pLargest()).isGreaterThan(0.2);
        assertThat(three.p()).isGreaterThan(0.05);
        assertThat(four.pLargest()).isLessThan(0.03);
        assertThat(four.p()).isLessThan(0.05);
        assertThat(three.largestBand()).isEqualTo(new Interval(2, 3));
    }

    /** Sixty events: some cells as given, the rest alone in cells of their own. */
    private static int[] counts(int cells, int... filled) {
        int[] counts = Arrays.copyOf(filled, cells);
        int rest = 60 - Arrays.stream(filled).sum();
        Arrays.fill(counts, filled.length, filled.length + rest, 1);
        return counts;
    }

    /** What is said to be beyond the maps has indeed the least p but one, and Boole's exact bound agrees. */
    @Test
    void farBeyondChanceNoMapNeedBeDrawn() {
        double[] weights = new double[40];
        Arrays.setAll(weights, cell -> 1 + cell % 3);
        double sum = Arrays.stream(weights).sum();
        boolean[] seen = new boolean[2];
        for (int fullest = 1; fullest <= 60; fullest++) {
            int[] counts = new int[weights.length];
            counts[0] = fullest;
            for (int event = fullest; event < 60; event++) {
                counts[1 + event % (weights.length - 1)]++;
            }
            int greatest = Arrays.stream(counts).max().orElseThrow();
            boolean isBeyond = Concentration.isBeyondMaps(counts, weights, DRAW.maps());
            double chances = 0;
            for (double weight : weights) {
                chances += BinomialDistribution.of(60, weight / sum).survivalProbability(greatest - 1);
            }
            seen[isBeyond ? 1 : 0] = true;
            if (isBeyond) {
                assertThat(DRAW.maps() * chances).as("%d", fullest).isLessThan(1e-9);
                assertThat(Concentration.of(counts, new MultinomialMaps(weights), DRAW)
                                .p())
                        .isLessThanOrEqualTo(0.002);
            }
        }
        assertThat(seen).containsExactly(true, true);
    }

    private static MultinomialMaps even(int cells) {
        double[] weights = new double[cells];
        Arrays.fill(weights, 1);
        return new MultinomialMaps(weights);
    }

    /**
     * Counts of a multinomial map are negatively dependent, so P(fullest at least k) lies between 1 - prod (1 - t_i) and
     * sum t_i, t_i being the binomial tails of the cells (Mallows 1968; Boole).
     */
    @Test
    void theFullestCellsProbabilityLiesBetweenMallowsAndBoole() {
        double[] weights = {3, 1, 1, 1, 2, 1, 1, 5, 1, 1, 1, 1};
        MultinomialMaps chance = new MultinomialMaps(weights);
        for (int largest = 8; largest <= 13; largest++) {
            int[] counts = new int[weights.length];
            counts[0] = largest;
            for (int event = largest; event < 24; event++) {
                counts[1 + event % (weights.length - 1)]++;
            }
            int events = 24;
            double none = 1;
            double sum = 0;
            for (double weight : weights) {
                double tail = BinomialDistribution.of(events, weight / 19).survivalProbability(largest - 1);
                none *= 1 - tail;
                sum += tail;
            }
            Concentration found = Concentration.of(counts, chance, new Draw(9999, 3, "mallows"));
            double noise = 4 * Math.sqrt(sum / 10_000) + 1e-4;
            assertThat(found.pLargest()).isBetween(1 - none - noise, sum + noise);
        }
    }

    @Test
    void expectedLevelsAreWhatTheMapsHoldOnAverage() {
        double[] weights = {1, 2, 3, 4, 5, 6, 7, 8};
        MultinomialMaps chance = new MultinomialMaps(weights);
        Concentration found = Concentration.of(new int[] {0, 3, 0, 1, 2, 9, 4, 1}, chance, DRAW);
        SeededRandom random = new SeededRandom(8);
        double[] held = new double[10];
        int maps = 20_000;
        for (int map = 0; map < maps; map++) {
            for (int count : chance.draw(20, random)) {
                for (int k = 1; k <= Math.min(count, 9); k++) {
                    held[k]++;
                }
            }
        }
        assertThat(found.levels()).extracting(Concentration.Level::k).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(found.levels()).extracting(Concentration.Level::observed).containsExactly(6, 4, 3, 2, 1, 1, 1, 1, 1);
        for (Concentration.Level level : found.levels()) {
            assertThat(level.expected()).isCloseTo(held[level.k()] / maps, within(0.03));
        }
    }

    /** Equal chances: which cell is which cannot matter. */
    @Test
    void theOrderOfEqualCellsIsIrrelevant() {
        int[] counts = {0, 5, 1, 0, 2, 0, 0, 1, 0, 1};
        int[] other = {5, 2, 1, 1, 1, 0, 0, 0, 0, 0};
        assertThat(Concentration.of(other, even(10), DRAW)).isEqualTo(Concentration.of(counts, even(10), DRAW));
        double[] asDoubles = Arrays.stream(counts).asDoubleStream().toArray();
        assertThat(Concentration.of(counts, even(10), DRAW).gini()).isCloseTo(Lorenz.gini(asDoubles), within(1e-15));
    }

    /** p at most alpha in at most a part alpha of the maps that chance draws, with room for the simulation's noise. */
    @Test
    void underChancePIsNoSmallerThanUniform() {
        double[] skewed = new double[200];
        Arrays.setAll(skewed, i -> 1 + 300.0 / (i + 1));
        for (double[] weights : new double[][] {ones(200), skewed}) {
            MultinomialMaps chance = new MultinomialMaps(weights);
            for (int events : new int[] {12, 60, 900}) {
                SeededRandom random = new SeededRandom(events);
                int rounds = 400;
                double[] p = new double[rounds];
                for (int round = 0; round < rounds; round++) {
                    p[round] = Concentration.of(chance.draw(events, random), chance, new Draw(199, round, "null"))
                            .p();
                }
                for (double alpha : new double[] {0.01, 0.05, 0.2, 0.5}) {
                    double share =
                            Arrays.stream(p).filter(value -> value <= alpha).count() / (double) rounds;
                    assertThat(share)
                            .as("%d events, alpha %s", events, alpha)
                            .isLessThanOrEqualTo(alpha + 3 * Math.sqrt(alpha * (1 - alpha) / rounds));
                }
            }
        }
    }

    private static double[] ones(int cells) {
        double[] weights = new double[cells];
        Arrays.fill(weights, 1);
        return weights;
    }

    @Test
    void everythingInOneCellIsAsConcentratedAsCanBe() {
        Concentration found = Concentration.of(new int[] {0, 0, 0, 40, 0, 0, 0, 0}, even(8), DRAW);

        assertThat(found.p()).isEqualTo(0.001);
        assertThat(found.gini()).isEqualTo(7 / 8.0);
        assertThat(found.cellsHoldingHalf()).isEqualTo(1);
        assertThat(found.levels())
                .last()
                .satisfies(level -> assertThat(level.k()).isEqualTo(40));
    }

    @Test
    void degenerateMaps() {
        Concentration single = Concentration.of(new int[] {7}, even(1), DRAW);
        assertThat(single.p()).isEqualTo(1);
        assertThat(single.gini()).isZero();
        assertThat(single.excess()).isZero();
        Concentration equal = Concentration.of(new int[] {5, 5, 5, 5}, even(4), DRAW);
        assertThat(equal.p()).isEqualTo(1);
        assertThatIllegalArgumentException().isThrownBy(() -> Concentration.of(new int[4], even(4), DRAW));
        assertThatIllegalArgumentException().isThrownBy(() -> Concentration.of(new int[] {1}, even(4), DRAW));
        assertThatIllegalArgumentException().isThrownBy(() -> new Draw(10, 1, "few"));
    }
}
