package org.hotspots.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.hotspots.stats.SeededRandom;
import org.junit.jupiter.api.Test;

class FlagsTest {
    /** Ties decided by lot, many times: on average the flagged cells hold what the parts say. */
    @Test
    void partsAreWhatALotAmongTiesGives() {
        SeededRandom random = new SeededRandom(51);
        for (int round = 0; round < 20; round++) {
            double[] scores = new double[12];
            double[] counts = new double[12];
            Arrays.setAll(scores, i -> random.nextInt(4));
            Arrays.setAll(counts, i -> random.nextInt(6));
            Flags flags = Flags.best(scores, 5 / 12.0);
            double byLot = 0;
            int draws = 4000;
            for (int draw = 0; draw < draws; draw++) {
                double[] lots = new double[12];
                Arrays.setAll(lots, i -> random.nextDouble());
                byLot += IntStream.range(0, 12)
                        .boxed()
                        .sorted(Comparator.comparingDouble((Integer i) -> -scores[i] - lots[i]))
                        .limit(5)
                        .mapToDouble(i -> counts[i])
                        .sum();
            }

            assertThat(flags.budget()).isEqualTo(5);
            assertThat(Arrays.stream(flags.parts()).sum()).isCloseTo(5, within(1e-12));
            assertThat(flags.held(counts)).isCloseTo(byLot / draws, within(0.25));
        }
    }

    @Test
    void ranksKnownCellsBestFirstAndTiesByNumber() {
        assertThat(Flags.best(new double[] {1, 5, 3, 5, 3, 3}, 4 / 6.0).ranked())
                .containsExactly(1, 3, 2, 4);
        // Two cells are known, the other two of the budget are any of the rest.
        Flags few = Flags.best(new double[] {0, 2, 0, 0, 7, 0}, 4 / 6.0);
        assertThat(few.ranked()).containsExactly(4, 1);
        assertThat(few.parts()).containsExactly(0.5, 1, 0.5, 0.5, 1, 0.5);
        assertThat(Flags.best(new double[3], 0.01).ranked()).isEmpty();
    }

    @Test
    void coverageIsRoundedDownButNeverToNothing() {
        assertThat(Flags.best(new double[299], 0.01).budget()).isEqualTo(2);
        assertThat(Flags.best(new double[300], 0.01).budget()).isEqualTo(3);
        assertThat(Flags.best(new double[30], 0.01).budget()).isEqualTo(1);
        assertThat(Flags.best(new double[30], 1).budget()).isEqualTo(30);
    }

    @Test
    void refusesNoCellsAndNoCoverage() {
        assertThatThrownBy(() -> Flags.best(new double[0], 0.5))
                .hasMessage("cells=0, coverage=0.5: at least one, and above 0 to 1");
        assertThatThrownBy(() -> Flags.best(new double[4], 0)).hasMessageContaining("coverage=0.0");
    }
}
