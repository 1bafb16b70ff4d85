package org.hotspots.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hotspots.stats.MannKendall.Trend;
import org.junit.jupiter.api.Test;

class MannKendallTest {
    /** The variance by its meaning: the mean of S^2 over every order of the values. */
    @Test
    void varianceIsThatOfEveryOrder() {
        for (double[] values : new double[][] {{1, 2, 3, 4, 5, 6}, {1, 1, 2, 3, 3, 3}, {0, 0, 0, 5, 0, 0}, {2, 1}}) {
            List<double[]> orders = new ArrayList<>();
            addOrders(values.clone(), 0, orders);
            double meanSquare = orders.stream()
                    .mapToDouble(
                            order -> Math.pow((double) MannKendall.of(order).s(), 2))
                    .average()
                    .orElseThrow();

            assertThat(MannKendall.of(values).variance()).isCloseTo(meanSquare, within(1e-10));
        }
    }

    private static void addOrders(double[] values, int from, List<double[]> orders) {
        if (from == values.length) {
            orders.add(values.clone());
            return;
        }
        for (int i = from; i < values.length; i++) {
            swap(values, from, i);
            addOrders(values, from + 1, orders);
            swap(values, from, i);
        }
    }

    private static void swap(double[] values, int i, int j) {
        double kept = values[i];
        values[i] = values[j];
        values[j] = kept;
    }

    /** Twelve months without a trend: at most 5 % of 4,000 are called one, give or take three standard deviations. */
    @Test
    void seldomCallsChanceATrend() {
        for (double mean : new double[] {0.5, 5, 50}) {
            SeededRandom random = new SeededRandom(42);
            int called = 0;
            for (int round = 0; round < 4000; round++) {
                double[] months = new double[12];
                Arrays.setAll(months, i -> random.poisson(mean));
                called += MannKendall.of(months).trend() == Trend.NONE ? 0 : 1;
            }
            assertThat(called).as("of 4000 with mean %s", mean).isBetween(80, 241);
        }
    }

    @Test
    void backwardsIsTheOppositeAndScaleDoesNotMatter() {
        double[] values = {3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8};
        double[] backwards = new double[values.length];
        Arrays.setAll(backwards, i -> values[values.length - 1 - i]);
        double[] scaled = Arrays.stream(values).map(value -> 10 * value - 7).toArray();
        MannKendall here = MannKendall.of(values);

        assertThat(MannKendall.of(backwards).z()).isEqualTo(-here.z());
        assertThat(MannKendall.of(scaled)).isEqualTo(here);
    }

    @Test
    void hasWordsForTrends() {
        double[] up = {1, 2, 3, 4, 5, 6};
        double[] down = {6, 5, 4, 3, 2, 1};

        assertThat(MannKendall.of(up).trend().word()).isEqualTo("rising");
        assertThat(MannKendall.of(down).trend().word()).isEqualTo("falling");
        assertThat(MannKendall.of(new double[] {1, 2, 3}).trend().word()).isEqualTo("no trend");
    }

    @Test
    void tiesAreNoRises() {
        MannKendall flat = MannKendall.of(new double[] {0.0, -0.0, 0.0, -0.0, 0.0, 0.0, 0.0, 0.0});

        assertThat(flat).isEqualTo(new MannKendall(8, 0, 0, 0, 1));
        assertThat(MannKendall.of(new double[0])).isEqualTo(new MannKendall(0, 0, 0, 0, 1));
        assertThat(MannKendall.of(new double[] {5})).isEqualTo(new MannKendall(1, 0, 0, 0, 1));
    }

    @Test
    void refusesGapsAndEndlessSeries() {
        assertThatThrownBy(() -> MannKendall.of(new double[] {1, Double.NaN}))
                .hasMessage("value 1 is NaN: every value must be a number");
        assertThatThrownBy(() -> MannKendall.of(new double[100_001]))
                .hasMessage("a series of 100001 values: at most 100000");
    }
}
