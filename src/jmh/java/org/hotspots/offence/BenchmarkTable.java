package org.hotspots.offence;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.hotspots.area.AreaIndex;
import org.hotspots.kernel.BenchmarkCounty;
import org.hotspots.kernel.WeightedPoints;

/** The benchmarks' county as a table: a million offences of three years, each an incident for itself. */
public final class BenchmarkTable {
    public static final LocalDate FIRST_DAY = LocalDate.of(2023, 1, 1);
    public static final LocalDate LAST_DAY = LocalDate.of(2025, 12, 31);
    private static final int DAYS = 1096;

    private BenchmarkTable() {}

    public static OffenceTable county(int offences, AreaIndex areas) {
        WeightedPoints places = BenchmarkCounty.offences(offences).collapsed();
        int[] order = IntStream.range(0, places.count())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> Math.floor(places.northings()[i] / 50))
                        .thenComparingDouble(i -> places.eastings()[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] eastings =
                Arrays.stream(order).mapToDouble(i -> places.eastings()[i]).toArray();
        double[] northings =
                Arrays.stream(order).mapToDouble(i -> places.northings()[i]).toArray();
        String[] names = new String[order.length];
        Arrays.setAll(names, i -> "On or near Street " + i / 10);
        int[] placeOf = Arrays.stream(IntStream.range(0, order.length).toArray())
                .flatMap(i -> IntStream.generate(() -> i).limit((long) places.weights()[order[i]]))
                .toArray();
        return new OffenceTable(
                new OffenceTable.Places(eastings, northings, areas.assignAll(eastings, northings, order.length), names),
                columns(placeOf));
    }

    private static OffenceTable.Columns columns(int[] placeOf) {
        Random random = new Random(7);
        int n = placeOf.length;
        byte[] themes = new byte[n];
        int[] days = new int[n];
        for (int i = 0; i < n; i++) {
            days[i] = (int) FIRST_DAY.toEpochDay() + random.nextInt(DAYS);
            themes[i] = (byte) (1 << Theme.ALL.ordinal() | (random.nextInt(5) == 0 ? 1 << Theme.ASB.ordinal() : 0));
        }
        return new OffenceTable.Columns(
                placeOf,
                days,
                new short[n],
                IntStream.range(0, n).toArray(),
                themes,
                new byte[n],
                new byte[n],
                new byte[n],
                new byte[n],
                new byte[n],
                new short[n],
                new String[] {"any"},
                new byte[n],
                new byte[n],
                new short[n],
                new HomeOfficeCode[] {new HomeOfficeCode("8N", "06")},
                new short[n],
                new Beat[] {new Beat("", "")});
    }
}
