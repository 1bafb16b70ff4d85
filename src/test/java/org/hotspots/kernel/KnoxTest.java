package org.hotspots.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.hotspots.kernel.Knox.Bands;
import org.hotspots.kernel.Knox.Cell;
import org.hotspots.kernel.Knox.DatedEvents;
import org.hotspots.kernel.Knox.Metric;
import org.hotspots.kernel.Knox.Table;
import org.hotspots.stats.SeededRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KnoxTest {
    private static final Bands BANDS = new Bands(List.of(0.0, 1.0, 20.0, 50.0), List.of(0, 1, 8, 15));

    @ParameterizedTest
    @EnumSource(Metric.class)
    void observedAndExpectedAgreeWithAllPairs(Metric metric) {
        DatedEvents events = random(1, 300, 60, 30);
        Table table = Knox.table(events, BANDS, metric, 1, new SeededRandom(1));
        long[][] both = new long[3][3];
        long[] near = new long[3];
        long[] soon = new long[3];
        for (int i = 0; i < 300; i++) {
            for (int j = 0; j < i; j++) {
                double across = Math.abs(events.eastings()[i] - events.eastings()[j]);
                double up = Math.abs(events.northings()[i] - events.northings()[j]);
                double metres = metric == Metric.MANHATTAN ? across + up : Math.sqrt(across * across + up * up);
                int days = Math.abs(events.days()[i] - events.days()[j]);
                for (int k = 0; k < 3; k++) {
                    boolean isNear = metres >= BANDS.metres().get(k)
                            && metres < BANDS.metres().get(k + 1);
                    near[k] += isNear ? 1 : 0;
                    soon[k] +=
                            days >= BANDS.days().get(k) && days < BANDS.days().get(k + 1) ? 1 : 0;
                    for (int l = 0; l < 3; l++) {
                        boolean isSoon = days >= BANDS.days().get(l)
                                && days < BANDS.days().get(l + 1);
                        both[k][l] += isNear && isSoon ? 1 : 0;
                    }
                }
            }
        }
        assertThat(table.pairs()).isEqualTo(300 * 299 / 2);
        for (Cell cell : table.cells()) {
            assertThat(cell.observed()).isEqualTo(both[cell.metresBand()][cell.daysBand()]);
            assertThat(cell.expected())
                    .isCloseTo(near[cell.metresBand()] * soon[cell.daysBand()] / (300 * 299 / 2.0), within(1e-9));
        }
        assertThat(table.cells()).hasSize(9).allMatch(cell -> cell.expected() > 0);
    }

    /** Of all 720 orders of six days, the share with at least as many pairs is what shuffles estimate. */
    @Test
    void pIsTheShareOfAllOrders() {
        DatedEvents events = new DatedEvents(
                new double[] {0, 5, 100, 105, 200, 900}, new double[6], new int[] {1, 2, 30, 31, 50, 70});
        Bands bands = new Bands(List.of(0.0, 50.0), List.of(0, 10));
        long[] asMany = new long[2];
        orders(events.days().clone(), 0, days -> {
            boolean first = Math.abs(days[0] - days[1]) < 10;
            boolean second = Math.abs(days[2] - days[3]) < 10;
            asMany[0] += first && second ? 1 : 0;
            asMany[1]++;
        });
        Cell cell = Knox.table(events, bands, Metric.EUCLIDEAN, 9_999, new SeededRandom(2))
                .cells()
                .get(0);
        assertThat(cell.observed()).isEqualTo(2);
        assertThat(asMany[1]).isEqualTo(720);
        // Four standard errors of 10,000 draws at this p are under 0.006.
        assertThat(cell.p()).isCloseTo(asMany[0] / 720.0, within(0.006));
    }

    private static void orders(int[] days, int from, Consumer<int[]> each) {
        if (from == days.length) {
            each.accept(days);
        }
        for (int j = from; j < days.length; j++) {
            int kept = days[from];
            days[from] = days[j];
            days[j] = kept;
            orders(days, from + 1, each);
            days[j] = days[from];
            days[from] = kept;
        }
    }

    @Test
    void shiftsInPlaceAndTimeChangeNothing() {
        DatedEvents events = random(3, 200, 300, 40);
        DatedEvents shifted = new DatedEvents(
                IntStream.range(0, 200)
                        .mapToDouble(i -> events.eastings()[i] + 1024)
                        .toArray(),
                events.northings(),
                IntStream.range(0, 200).map(i -> events.days()[i] - 20_000).toArray());
        assertThat(Knox.table(shifted, BANDS, Metric.EUCLIDEAN, 49, new SeededRandom(5)))
                .isEqualTo(Knox.table(events, BANDS, Metric.EUCLIDEAN, 49, new SeededRandom(5)));
    }

    @Test
    void noEventsOneEventAndEqualEvents() {
        for (int count : new int[] {0, 1}) {
            Table table = Knox.table(random(1, count, 10, 5), BANDS, Metric.EUCLIDEAN, 9, new SeededRandom(1));
            assertThat(table.cells()).allMatch(cell -> cell.observed() == 0 && cell.expected() == 0 && cell.p() == 1);
        }
        DatedEvents equal = new DatedEvents(new double[4], new double[4], new int[4]);
        Cell cell = Knox.table(equal, BANDS, Metric.EUCLIDEAN, 9, new SeededRandom(1))
                .cells()
                .get(0);
        assertThat(cell.observed()).isEqualTo(6);
        assertThat(cell.expected()).isEqualTo(6);
        assertThat(cell.ratio()).isEqualTo(1);
        assertThat(cell.p()).isEqualTo(1);
    }

    @Test
    void labelsSayWhichDaysAreIn() {
        assertThat(BANDS.daysLabel(0)).isEqualTo("0 days");
        assertThat(BANDS.daysLabel(1)).isEqualTo("1 to 7 days");
        assertThat(BANDS.daysLabel(2)).isEqualTo("8 to 14 days");
    }

    @Test
    void refusesBandsThatDoNotRiseAndTooMuchWork() {
        assertThatThrownBy(() -> new Bands(List.of(0.0), List.of(0, 1)))
                .hasMessage("metres=[0.0]: at least two, rising, from 0 or more");
        assertThatThrownBy(() -> new Bands(List.of(0.0, 1.0), List.of(3, 3)))
                .hasMessage("days=[3, 3]: at least two, rising, from 0 or more");
        assertThatThrownBy(() -> new Bands(List.of(-1.0, 1.0), List.of(0, 3)))
                .hasMessageStartingWith("metres=[-1.0, 1.0]");
        DatedEvents events = random(1, 100, 10, 5);
        assertThatThrownBy(() -> Knox.table(events, BANDS, Metric.EUCLIDEAN, 0, new SeededRandom(1)))
                .hasMessage("shuffles=0: at least 1");
        assertThatThrownBy(() -> Knox.table(events, BANDS, Metric.EUCLIDEAN, 1_000_000, new SeededRandom(1)))
                .hasMessage("pairs within 50.0 m: 4950, with shuffles=1000000 more than 2000000000 comparisons");
        assertThatThrownBy(() -> new DatedEvents(new double[2], new double[2], new int[1]))
                .hasMessage("eastings, northings and days must be equally many: 2, 2, 1");
    }

    private static DatedEvents random(long seed, int count, int side, int days) {
        WeightedPoints points = County.random(seed, count, side, false);
        SeededRandom random = new SeededRandom(seed);
        return new DatedEvents(
                points.eastings(),
                points.northings(),
                IntStream.range(0, count).map(i -> random.nextInt(days)).toArray());
    }
}
