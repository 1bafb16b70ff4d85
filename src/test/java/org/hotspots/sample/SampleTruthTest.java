package org.hotspots.sample;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/** Every statement of truth.json, counted again in the extract without the generator's code. */
class SampleTruthTest {
    private static final JsonNode TRUTH = CommittedSample.TRUTH;
    private static final YearMonth FIRST_MONTH = YearMonth.of(2023, 11);
    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    @Test
    void totals() {
        List<NamedCsvRecord> rows = CommittedSample.ROWS;
        JsonNode totals = TRUTH.get("totals");
        assertThat(rows).hasSize(totals.get("records").asInt());
        assertThat(countsBy(rows, "record_kind")).isEqualTo(counts(totals.get("kinds")));
        assertThat(countsBy(rows, "status")).isEqualTo(counts(totals.get("statuses")));
        assertThat(count(rows, row -> !CommittedSample.located(row)))
                .isEqualTo(totals.get("without_location").asInt());
        assertThat(count(rows, row -> row.getField("occurred_from").length() == 10))
                .isEqualTo(totals.get("time_unknown").asInt());
        assertThat(rows.stream()
                        .filter(CommittedSample::located)
                        .map(row -> row.getField("easting") + " " + row.getField("northing"))
                        .distinct()
                        .count())
                .isEqualTo(totals.get("distinct_points").asInt());
        for (String theme : List.of("knife", "hate", "asb", "all")) {
            JsonNode total = totals.get("themes").get(theme);
            assertThat(count(rows, row -> CommittedSample.counts(row, theme)))
                    .isEqualTo(total.get("offences").asInt());
            assertThat(CommittedSample.incidents(theme))
                    .hasSize(total.get("incidents").asInt());
        }
    }

    /** What a county force of this size records in a year. */
    @Test
    void volumesAreThoseOfACountyForce() {
        JsonNode themes = TRUTH.at("/totals/themes");
        assertThat(themes.at("/knife/offences").asInt() / 3.0).isBetween(500.0, 700.0);
        assertThat(themes.at("/hate/offences").asInt() / 3.0).isBetween(900.0, 1_100.0);
        assertThat(themes.at("/asb/offences").asInt() / 3.0).isBetween(9_000.0, 10_000.0);
        assertThat(themes.at("/asb/offences").asInt())
                .isEqualTo(themes.at("/asb/incidents").asInt());
    }

    /** Crimes per incident: 1 + 0.07 x 1.15. */
    @Test
    void eightPercentMoreCrimesThanIncidents() {
        List<NamedCsvRecord> crimes = CommittedSample.ROWS.stream()
                .filter(row -> row.getField("record_kind").equals("crime"))
                .toList();
        double incidents = crimes.stream()
                .map(row -> row.getField("incident_number"))
                .distinct()
                .count();
        assertThat(crimes.size() / incidents).isCloseTo(1.0805, within(0.01));
    }

    @Test
    void plantedIncidentsAreWhereAndWhenTheTruthSays() {
        for (JsonNode hotspot : TRUTH.get("hotspots")) {
            List<NamedCsvRecord> planted = planted(hotspot);
            Set<String> days = new HashSet<>();
            hotspot.get("days").forEach(day -> days.add(day.asText()));
            int[] perMonth = new int[36];
            for (NamedCsvRecord row : planted) {
                assertThat(CommittedSample.within(row, hotspot)).isTrue();
                assertThat(row.getField("setting")).isEqualTo("public_place");
                assertThat(isInHours(row, hotspot, days)).as("%s", row).isTrue();
                perMonth[monthIndex(row)]++;
            }
            assertThat(planted).hasSize(hotspot.get("planted_incidents").asInt());
            assertThat(perMonth).containsExactly(numbers(hotspot.get("planted_incidents_per_month")));
            Set<String> own =
                    planted.stream().map(row -> row.getField("incident_number")).collect(Collectors.toSet());
            assertThat(count(CommittedSample.ROWS, row -> own.contains(row.getField("incident_number"))))
                    .isEqualTo(hotspot.get("planted_offences").asInt());
            assertWithinFourSigma(planted.size(), expected(hotspot));
        }
    }

    /** Mean density of the town includes the hotspots in it, so the ratios are on the low side. */
    @Test
    void plantedHotspotsAreFarDenserThanTheirTowns() {
        Map<String, Geometry> towns = CommittedSample.outlines(SampleGenerator.TOWNS);
        for (JsonNode hotspot : TRUTH.get("hotspots")) {
            PreparedGeometry town = PreparedGeometryFactory.prepare(
                    requireNonNull(towns.get(hotspot.get("town").asText())));
            List<NamedCsvRecord> incidents =
                    CommittedSample.incidents(hotspot.get("theme").asText());
            double radius = hotspot.get("radius_m").asDouble();
            double inside = count(incidents, row -> CommittedSample.within(row, hotspot)) / (Math.PI * radius * radius);
            double mean = count(incidents, row -> isIn(town, row))
                    / town.getGeometry().getArea();
            double ratio = inside / mean;
            assertThat(ratio)
                    .as(hotspot.get("id").asText())
                    .isGreaterThan(hotspot.get("theme").asText().equals("knife") ? 20 : 4);
        }
    }

    /** Shares of the hours at random would be at most 45 of 168. */
    @Test
    void plantedHoursHoldMostOfWhatHappensThere() {
        for (JsonNode hotspot : TRUTH.get("hotspots")) {
            Set<String> days = new HashSet<>();
            hotspot.get("days").forEach(day -> days.add(day.asText()));
            List<NamedCsvRecord> inside = CommittedSample.incidents(
                            hotspot.get("theme").asText())
                    .stream()
                    .filter(row -> CommittedSample.within(row, hotspot)
                            && row.getField("occurred_from").length() > 10)
                    .toList();
            double share = (double) count(inside, row -> isInHours(row, hotspot, days)) / inside.size();
            assertThat(share).as(hotspot.get("id").asText()).isGreaterThan(0.75);
        }
    }

    @Test
    void nothingElseIsAsStrongAsTheWeakestHotspot() {
        for (String theme : List.of("knife", "asb")) {
            List<JsonNode> hotspots = hotspots(theme);
            int weakest = hotspots.stream()
                    .mapToInt(hotspot -> hotspot.get("planted_incidents").asInt())
                    .min()
                    .orElseThrow();
            List<NamedCsvRecord> elsewhere = CommittedSample.incidents(theme).stream()
                    .filter(row -> CommittedSample.located(row)
                            && !row.getField("beat").isEmpty()
                            && hotspots.stream().noneMatch(hotspot -> CommittedSample.within(row, hotspot)))
                    .toList();
            assertThat(strongest(elsewhere, 250)).as(theme).isLessThan(weakest * 2 / 3);
        }
    }

    @Test
    void oneHotspotGrowsAndOneEnds() {
        JsonNode growing = trend("growing");
        JsonNode ended = trend("ended");
        assertThat(countInside(growing, LocalDate.of(2026, 5, 1), LocalDate.of(2026, 11, 1)))
                .isGreaterThan(3 * countInside(growing, LocalDate.of(2024, 5, 1), LocalDate.of(2024, 11, 1)));
        assertThat(countInside(ended, LocalDate.of(2025, 8, 1), LocalDate.of(2026, 8, 1)) * 3)
                .isLessThan(countInside(ended, LocalDate.of(2024, 8, 1), LocalDate.of(2025, 8, 1)));
        JsonNode months = ended.get("planted_incidents_per_month");
        for (int month = 21; month < 36; month++) {
            assertThat(months.get(month).asInt()).isZero();
        }
    }

    /** Six months before against the six months of the operation, in the target and in the controls. */
    @Test
    void theOperationPreventsWhatTheTruthSays() {
        JsonNode operation = TRUTH.get("operation");
        LocalDate from = LocalDate.parse(operation.get("from").asText());
        LocalDate to = LocalDate.parse(operation.get("to").asText());
        int before = knife(operation.get("target"), from.minusMonths(6), from);
        int during = knife(operation.get("target"), from, to);
        int prevented = operation.get("prevented_incidents").asInt();
        double share = operation.get("prevented_share").asDouble();

        double trials = during + prevented;
        assertThat((double) prevented).isCloseTo(trials * share, within(3.3 * Math.sqrt(trials * share * (1 - share))));
        assertThat(during).isLessThan(before * 6 / 10);
        assertThat(knife(operation.get("target"), to, to.plusMonths(2)) / 2.0).isGreaterThan(1.5 * during / 6);
        int controlsBefore = 0;
        int controlsDuring = 0;
        for (JsonNode control : operation.get("controls")) {
            controlsBefore += knife(control, from.minusMonths(6), from);
            controlsDuring += knife(control, from, to);
        }
        assertThat((double) controlsDuring)
                .isCloseTo(controlsBefore, within(3 * Math.sqrt(controlsBefore + controlsDuring)));
    }

    @Test
    void nothingWasDisplacedIntoTheBuffer() {
        JsonNode operation = TRUTH.get("operation");
        assertThat(operation.get("displaced_incidents").asInt()).isZero();
        LocalDate from = LocalDate.parse(operation.get("from").asText());
        LocalDate to = LocalDate.parse(operation.get("to").asText());
        int during = ring(operation, from, to);
        int others = ring(operation, LocalDate.of(2023, 11, 1), from);
        // 28 months before, 6 during: a rate of before carried over, with three standard deviations.
        assertThat((double) during).isLessThanOrEqualTo(others * 6 / 28.0 + 3 * Math.sqrt(others * 6 / 28.0 + 1));
    }

    /** Expected counts of the calendar months from the factors alone; five standard deviations. */
    @Test
    void asbHasItsSummerWave() {
        Set<String> planted = plantedNumbers();
        List<NamedCsvRecord> background = CommittedSample.ROWS.stream()
                .filter(row ->
                        row.getField("record_kind").equals("asb") && !planted.contains(row.getField("incident_number")))
                .toList();
        double[] weights = new double[12];
        for (LocalDate day = LocalDate.of(2023, 11, 1);
                day.isBefore(LocalDate.of(2026, 11, 1));
                day = day.plusDays(1)) {
            weights[day.getMonthValue() - 1] += TRUTH.at("/seasonal_wave/month_factors")
                    .get(day.getMonthValue() - 1)
                    .asDouble();
        }
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        int[] observed = new int[12];
        background.forEach(row -> observed[CommittedSample.occurredFrom(row).getMonthValue() - 1]++);
        for (int month = 0; month < 12; month++) {
            double expected = background.size() * weights[month] / sum;
            assertThat((double) observed[month])
                    .as("month %d", month + 1)
                    .isCloseTo(expected, within(5 * Math.sqrt(expected)));
        }
    }

    @Test
    void asbMovesOnline() {
        JsonNode shift = TRUTH.get("channel_shift");
        LocalDateTime from = CommittedSample.time(shift.get("from").asText());
        assertThat(from).isEqualTo(LocalDateTime.of(2025, 4, 1, 0, 0));
        for (boolean after : new boolean[] {false, true}) {
            List<NamedCsvRecord> rows = CommittedSample.ROWS.stream()
                    .filter(row -> row.getField("record_kind").equals("asb")
                            && CommittedSample.occurredFrom(row).isBefore(from) != after)
                    .toList();
            for (int i = 0; i < shift.get("channels").size(); i++) {
                String channel = shift.get("channels").get(i).asText();
                double share = shift.get(after ? "percent_after" : "percent_before")
                                .get(i)
                                .asDouble()
                        / 100;
                assertThat((double) count(rows, row -> row.getField("channel").equals(channel)))
                        .as("%s, after=%s", channel, after)
                        .isCloseTo(rows.size() * share, within(4 * Math.sqrt(rows.size() * share * (1 - share))));
            }
        }
    }

    @Test
    void repeatLocationsCallMonthAfterMonth() {
        for (JsonNode repeat : TRUTH.get("repeat_locations")) {
            String uprn = repeat.get("uprn").asText();
            List<NamedCsvRecord> planted = planted(repeat);
            assertThat(planted).hasSize(repeat.get("planted_incidents").asInt()).allSatisfy(row -> {
                assertThat(row.getField("uprn")).isEqualTo(uprn);
                assertThat(YearMonth.from(CommittedSample.occurredFrom(row)))
                        .isBetween(
                                YearMonth.parse(repeat.get("first_month").asText()),
                                YearMonth.parse(repeat.get("last_month").asText()));
            });
            assertThat(planted.size()).isGreaterThanOrEqualTo(15);
        }
    }

    /** The share that the setting of the mission gives: public order, communications, harassment, assault without injury. */
    @Test
    void hateIsMostlyPublicOrder() {
        List<NamedCsvRecord> hate = CommittedSample.incidents("hate");
        Set<String> classes = Set.of("9A", "9B", "8R", "8L", "8M", "105A", "105B");
        assertThat((double) count(hate, row -> classes.contains(row.getField("ho_class"))) / hate.size())
                .isCloseTo(0.94, within(0.015));
        assertThat(count(hate, row -> row.getField("hate_strands").contains(";")))
                .isBetween(100, 300);
    }

    private static boolean isInHours(NamedCsvRecord row, JsonNode hotspot, Set<String> days) {
        int from = Integer.parseInt(hotspot.get("from_time").asText().substring(0, 2));
        int to = Integer.parseInt(hotspot.get("to_time").asText().substring(0, 2));
        LocalDateTime time = CommittedSample.occurredFrom(row);
        boolean overMidnight = to <= from;
        boolean smallHours = overMidnight && time.getHour() < to;
        LocalDate night = smallHours ? time.toLocalDate().minusDays(1) : time.toLocalDate();
        boolean inHours = smallHours || (time.getHour() >= from && (overMidnight || time.getHour() < to));
        return inHours && days.contains(night.getDayOfWeek().name().toLowerCase(Locale.ROOT));
    }

    private static List<NamedCsvRecord> planted(JsonNode plant) {
        Set<String> numbers = new HashSet<>();
        plant.get("incident_numbers").forEach(number -> numbers.add(number.asText()));
        String theme = plant.has("theme") ? plant.get("theme").asText() : "asb";
        return CommittedSample.incidents(theme).stream()
                .filter(row -> numbers.contains(row.getField("incident_number")))
                .toList();
    }

    private static Set<String> plantedNumbers() {
        Set<String> numbers = new HashSet<>();
        for (String list : List.of("hotspots", "repeat_locations")) {
            TRUTH.get(list).forEach(plant -> plant.get("incident_numbers").forEach(n -> numbers.add(n.asText())));
        }
        return numbers;
    }

    /** The most incidents in any circle around one of them; sorted by easting, only those near are looked at. */
    private static int strongest(List<NamedCsvRecord> incidents, double radiusMetres) {
        double[][] points = incidents.stream()
                .map(row -> new double[] {CommittedSample.easting(row), CommittedSample.northing(row)})
                .sorted(Comparator.comparingDouble(point -> point[0]))
                .toArray(double[][]::new);
        int most = 0;
        for (int i = 0, start = 0; i < points.length; i++) {
            while (points[i][0] - points[start][0] > radiusMetres) {
                start++;
            }
            int inside = 0;
            for (int j = start; j < points.length && points[j][0] - points[i][0] <= radiusMetres; j++) {
                double away = Math.hypot(points[j][0] - points[i][0], points[j][1] - points[i][1]);
                inside += away <= radiusMetres ? 1 : 0;
            }
            most = Math.max(most, inside);
        }
        return most;
    }

    private static List<JsonNode> hotspots(String theme) {
        return StreamSupport.stream(TRUTH.get("hotspots").spliterator(), false)
                .filter(hotspot -> hotspot.get("theme").asText().equals(theme))
                .toList();
    }

    private static JsonNode trend(String word) {
        List<JsonNode> found = new ArrayList<>();
        TRUTH.get("hotspots").forEach(hotspot -> {
            if (hotspot.get("trend").asText().equals(word)) {
                found.add(hotspot);
            }
        });
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static int countInside(JsonNode hotspot, LocalDate from, LocalDate to) {
        return count(
                CommittedSample.incidents(hotspot.get("theme").asText()),
                row -> CommittedSample.within(row, hotspot) && isIn(row, from, to));
    }

    private static int knife(JsonNode circle, LocalDate from, LocalDate to) {
        return count(
                CommittedSample.incidents("knife"), row -> CommittedSample.within(row, circle) && isIn(row, from, to));
    }

    private static int ring(JsonNode operation, LocalDate from, LocalDate to) {
        JsonNode target = operation.get("target");
        double outer =
                target.get("radius_m").asDouble() + operation.get("buffer_m").asDouble();
        return count(
                CommittedSample.incidents("knife"),
                row -> CommittedSample.within(
                                row,
                                target.get("easting").asDouble(),
                                target.get("northing").asDouble(),
                                outer)
                        && !CommittedSample.within(row, target)
                        && isIn(row, from, to));
    }

    private static boolean isIn(NamedCsvRecord row, LocalDate from, LocalDate to) {
        LocalDate day = CommittedSample.occurredFrom(row).toLocalDate();
        return !day.isBefore(from) && day.isBefore(to);
    }

    private static boolean isIn(PreparedGeometry area, NamedCsvRecord row) {
        return CommittedSample.located(row)
                && area.contains(GEOMETRIES.createPoint(
                        new Coordinate(CommittedSample.easting(row), CommittedSample.northing(row))));
    }

    private static int monthIndex(NamedCsvRecord row) {
        YearMonth month = YearMonth.from(CommittedSample.occurredFrom(row));
        return (month.getYear() - FIRST_MONTH.getYear()) * 12 + month.getMonthValue() - FIRST_MONTH.getMonthValue();
    }

    private static double expected(JsonNode hotspot) {
        double sum = 0;
        for (JsonNode month : hotspot.get("expected_incidents_per_month")) {
            sum += month.asDouble();
        }
        return sum;
    }

    private static void assertWithinFourSigma(int count, double expected) {
        assertThat((double) count).isCloseTo(expected, within(4 * Math.sqrt(expected)));
    }

    private static int count(List<NamedCsvRecord> rows, Predicate<NamedCsvRecord> which) {
        return (int) rows.stream().filter(which).count();
    }

    private static Map<String, Integer> countsBy(List<NamedCsvRecord> rows, String column) {
        return rows.stream()
                .collect(Collectors.groupingBy(row -> row.getField(column), Collectors.summingInt(row -> 1)));
    }

    private static Map<String, Integer> counts(JsonNode object) {
        return object.properties().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().asInt()));
    }

    private static int[] numbers(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToInt(JsonNode::asInt)
                .toArray();
    }
}
