package org.hotspots.sample;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Hate crime is even over streets, which all stand for as many residents, and over time. */
class SampleHateTest {
    private static final double SMALLEST_EXPECTED = 5;

    private final List<NamedCsvRecord> hate = CommittedSample.incidents("hate").stream()
            .filter(row -> CommittedSample.located(row)
                    && !row.getField("geocode_class").equals("area")
                    && !row.getField("beat").isEmpty())
            .toList();
    private final List<Street> streets = new StreetPlan(Sample.SEED).streets();

    /** Cells of 500 m and of 1 km: a hotspot of a few hundred metres would fill one of them. */
    @Test
    void evenOverTheStreets() {
        for (int side : new int[] {500, 1_000}) {
            assertThat(upperTail(groups(hate, side))).as("cells of %d m", side).isGreaterThan(0.01);
        }
    }

    /** The test above can fail: half of the weakest knife hotspot, heaped onto these records, shows. */
    @Test
    void aHotspotWouldBeSeen() {
        NamedCsvRecord inRugby = CommittedSample.incidents("knife").stream()
                .filter(row -> CommittedSample.within(row, 450_300, 275_150, 100))
                .findFirst()
                .orElseThrow();
        List<NamedCsvRecord> heaped = new ArrayList<>(hate);
        heaped.addAll(Collections.nCopies(50, inRugby));
        for (int side : new int[] {500, 1_000}) {
            assertThat(upperTail(groups(heaped, side)))
                    .as("cells of %d m", side)
                    .isLessThan(0.01);
        }
    }

    @Test
    void evenOverTheMonths() {
        Map<YearMonth, Double> months = counts(hate, row -> YearMonth.from(CommittedSample.occurredFrom(row)));
        assertThat(months).hasSize(36);
        List<double[]> groups = new ArrayList<>();
        months.forEach(
                (month, count) -> groups.add(new double[] {count, hate.size() * month.lengthOfMonth() / 1_096.0}));
        assertThat(upperTail(groups)).isGreaterThan(0.01);
    }

    /** Observed and expected counts of cells; cells that expect too little are taken together. */
    private List<double[]> groups(List<NamedCsvRecord> records, int sideMetres) {
        Map<String, Double> observed = counts(
                records,
                row -> cell((int) CommittedSample.easting(row), (int) CommittedSample.northing(row), sideMetres));
        double perStreet = (double) records.size() / streets.size();
        List<double[]> groups = new ArrayList<>();
        double[] rest = {records.size(), records.size()};
        counts(streets, street -> cell(street.easting(), street.northing(), sideMetres))
                .forEach((cell, count) -> {
                    double seen = observed.getOrDefault(cell, 0.0);
                    double expected = count * perStreet;
                    if (expected >= SMALLEST_EXPECTED) {
                        groups.add(new double[] {seen, expected});
                        rest[0] -= seen;
                        rest[1] -= expected;
                    }
                });
        groups.add(rest);
        return groups;
    }

    /** p of Pearson's statistic by Wilson and Hilferty's cube root, good to two digits from ten degrees on. */
    private static double upperTail(List<double[]> observedAndExpected) {
        double statistic = observedAndExpected.stream()
                .mapToDouble(pair -> (pair[0] - pair[1]) * (pair[0] - pair[1]) / pair[1])
                .sum();
        double degrees = observedAndExpected.size() - 1;
        double spread = 2 / (9 * degrees);
        double z = (Math.cbrt(statistic / degrees) - (1 - spread)) / Math.sqrt(spread);
        return 1 - standardNormal(z);
    }

    /** Midpoint sum of the density from -8: slow, and right to more digits than are needed. */
    private static double standardNormal(double z) {
        double step = (z + 8) / 20_000;
        double sum = 0;
        for (int i = 0; i < 20_000; i++) {
            double x = -8 + (i + 0.5) * step;
            sum += Math.exp(-x * x / 2) * step;
        }
        return sum / Math.sqrt(2 * Math.PI);
    }

    private static String cell(int easting, int northing, int sideMetres) {
        return easting / sideMetres + " " + northing / sideMetres;
    }

    private static <T, K extends Comparable<K>> Map<K, Double> counts(List<T> items, Function<T, K> key) {
        return items.stream().collect(Collectors.groupingBy(key, TreeMap::new, Collectors.summingDouble(item -> 1)));
    }
}
