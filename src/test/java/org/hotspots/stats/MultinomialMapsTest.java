package org.hotspots.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.hotspots.stats.MultinomialMaps.Summary;
import org.junit.jupiter.api.Test;

class MultinomialMapsTest {
    private static final int MAPS = 40_000;

    /** Every one of the 3^5 ways to throw five events on three cells, with its probability. */
    @Test
    void fewEventsLieAsEveryWayToThrowThemSays() {
        double[] weights = {5, 3, 2};
        double[] largest = new double[6];
        double meanRanked = 0;
        for (int way = 0; way < 243; way++) {
            int[] counts = new int[3];
            double probability = 1;
            for (int rest = way, event = 0; event < 5; event++, rest /= 3) {
                counts[rest % 3]++;
                probability *= weights[rest % 3] / 10;
            }
            Arrays.sort(counts);
            largest[counts[2]] += probability;
            meanRanked += probability * (counts[0] + 2 * counts[1] + 3 * counts[2]);
        }

        Summary[] maps = new MultinomialMaps(weights).summaries(5, MAPS, 1, "ways");

        for (int count = 0; count <= 5; count++) {
            int events = count;
            double share =
                    Arrays.stream(maps).filter(map -> map.largest() == events).count() / (double) MAPS;
            assertThat(share)
                    .as("fullest cell %d", count)
                    .isCloseTo(largest[count], within(fourSigmas(largest[count])));
        }
        assertThat(Arrays.stream(maps).mapToLong(Summary::rankedSum).average().orElseThrow())
                .isCloseTo(meanRanked, within(0.02));
    }

    /** Of two cells the fuller one tells all; its distribution is that of a binomial count. */
    @Test
    void manyEventsLieAsTheBinomialSays() {
        int events = 300;
        Summary[] maps = new MultinomialMaps(new double[] {2, 1}).summaries(events, MAPS, 1, "pairs");
        BinomialDistribution first = BinomialDistribution.of(events, 2 / 3.0);
        for (int least : new int[] {180, 190, 200, 205, 210, 220}) {
            double share =
                    Arrays.stream(maps).filter(map -> map.largest() >= least).count() / (double) MAPS;
            double expected = first.survivalProbability(least - 1) + first.cumulativeProbability(events - least);
            assertThat(share).as("at least %d", least).isCloseTo(expected, within(fourSigmas(expected)));
        }
        assertThat(maps).allSatisfy(map -> {
            assertThat(map.rankedSum()).isEqualTo(events + map.largest());
            assertThat(map.cellsHoldingHalf()).isEqualTo(1);
        });
    }

    private static double fourSigmas(double probability) {
        return 4 * Math.sqrt(probability * (1 - probability) / MAPS) + 1e-9;
    }

    /** Large counts of a skewed map, beside a map that is drawn one event after the other and sorted. */
    @Test
    void whatIsKeptOfAMapIsWhatSortingGives() {
        double[] weights = {4000, 1, 700, 0, 2, 900, 3, 1, 1, 40};
        MultinomialMaps maps = new MultinomialMaps(weights);
        for (int events : new int[] {1, 7, 400, 9000}) {
            int[] counts = maps.draw(events, new SeededRandom(events));
            assertThat(counts[3]).isZero();
            CountHistogram histogram = new CountHistogram();
            Arrays.stream(counts).forEach(histogram::add);
            int[] rising = counts.clone();
            Arrays.sort(rising);
            long ranked = 0;
            int half = 0;
            long held = 0;
            for (int i = 0; i < rising.length; i++) {
                ranked += (i + 1L) * rising[i];
                if (2 * held < events) {
                    held += rising[rising.length - 1 - i];
                    half++;
                }
            }
            assertThat(Summary.of(histogram, events)).isEqualTo(new Summary(ranked, rising[rising.length - 1], half));
            for (int least : new int[] {1, 2, 100, 600}) {
                assertThat(histogram.cellsWithAtLeast(least)).isEqualTo((int)
                        Arrays.stream(counts).filter(count -> count >= least).count());
            }
        }
    }

    @Test
    void theMapsDoNotDependOnTheNumberOfThreads() throws ExecutionException, InterruptedException {
        double[] weights = new double[40];
        Arrays.setAll(weights, i -> 1 + i % 7);
        MultinomialMaps maps = new MultinomialMaps(weights);
        for (int events : new int[] {30, 3000}) {
            Summary[] alone = in(1, maps, events);
            assertThat(in(4, maps, events)).containsExactly(alone);
            assertThat(maps.summaries(events, 99, 6, "threads")).isNotEqualTo(alone);
        }
    }

    private static Summary[] in(int threads, MultinomialMaps maps, int events)
            throws ExecutionException, InterruptedException {
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            return pool.submit(() -> maps.summaries(events, 99, 5, "threads")).get();
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void weightsMustBeChances() {
        assertThatIllegalArgumentException().isThrownBy(() -> new MultinomialMaps(new double[0]));
        assertThatIllegalArgumentException().isThrownBy(() -> new MultinomialMaps(new double[] {0, 0}));
        assertThatIllegalArgumentException().isThrownBy(() -> new MultinomialMaps(new double[] {1, -1}));
        assertThatIllegalArgumentException().isThrownBy(() -> new MultinomialMaps(new double[] {1, Double.NaN}));
    }
}
