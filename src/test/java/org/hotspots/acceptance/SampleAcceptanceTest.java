package org.hotspots.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.hotspots.hotspot.Hotspot;
import org.hotspots.hotspot.Run;
import org.hotspots.hotspot.Verdict;
import org.hotspots.load.ImportCounts;
import org.hotspots.offence.OffenceFlag;
import org.hotspots.offence.OffenceTable;
import org.hotspots.offence.Theme;
import org.hotspots.question.QuestionReader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** What was planted in the sample is found, from the file through the database to the ranked list. */
class SampleAcceptanceTest {
    private static final String FIRST = "2023-11-01";
    private static final String END = "2026-11-01";

    /** Periods in which a hotspot that is not steady was at work; the others are asked about over all three years. */
    private static final Map<String, List<String>> ACTIVE = Map.of(
            "asb-stratford-riverside", List.of("2026-05-01", "2026-10-01"),
            "asb-bedworth-growing", List.of("2025-11-01", END),
            "asb-kenilworth-ended", List.of(FIRST, "2025-08-01"));

    @TempDir
    static Path folder;

    private static SampleWorld world;
    private static JsonNode truth;

    @BeforeAll
    static void load() throws IOException {
        world = new SampleWorld(folder);
        truth = SampleWorld.truth();
    }

    @AfterAll
    static void close() {
        world.close();
    }

    /** A circle in which more was planted than lies around it. */
    private record Planted(String id, String theme, String town, Geometry circle, double radiusMetres, int incidents) {
        static Planted of(JsonNode node) {
            double radius = node.get("radius_m").asDouble();
            Coordinate centre = new Coordinate(
                    node.get("easting").asDouble(), node.get("northing").asDouble());
            return new Planted(
                    node.get("id").asText(),
                    node.get("theme").asText(),
                    node.get("town").asText(),
                    new GeometryFactory().createPoint(centre).buffer(radius),
                    radius,
                    node.get("planted_incidents").asInt());
        }

        boolean isHit(Hotspot hotspot) {
            Coordinate centre = circle.getCentroid().getCoordinate();
            return hotspot.outline().intersects(circle)
                    && Math.hypot(
                                    hotspot.centre().easting() - centre.x,
                                    hotspot.centre().northing() - centre.y)
                            <= radiusMetres;
        }

        String townAddress() {
            return "town:" + town.toLowerCase(Locale.ROOT).replace(' ', '-');
        }

        @Override
        public String toString() {
            return id;
        }
    }

    static List<Planted> planted() throws IOException {
        return StreamSupport.stream(SampleWorld.truth().get("hotspots").spliterator(), false)
                .map(Planted::of)
                .toList();
    }

    @Test
    void everyRecordIsLoadedAndTheCountsAreThoseOfTheGenerator() {
        ImportCounts counts = Objects.requireNonNull(world.loaded().counts());
        JsonNode totals = truth.get("totals");
        assertThat(counts.rowsRead()).isEqualTo(totals.get("records").asLong());
        assertThat(counts.inserted()).isEqualTo(counts.rowsRead());
        assertThat(counts.unlocated()).isEqualTo(totals.get("without_location").asLong());
        assertThat(counts.outsideForce()).isEqualTo(totals.get("outside_force").asLong());
        assertThat(counts.flags())
                .containsEntry("time_unknown", totals.get("time_unknown").asLong());
        assertThat(world.database().ask("select count(*) from place"))
                .isEqualTo(totals.get("distinct_points").asText());
    }

    @ParameterizedTest
    @CsvSource({
        "all, incidents", "knife, incidents", "hate, incidents", "asb, incidents",
        "all, offences", "knife, offences", "hate, offences", "asb, offences"
    })
    void whatIsMappedAndWhatIsNotAddUpToTheGeneratorsTotals(String theme, String basis) {
        Run run = ask("theme", theme, "counting_basis", basis, "police_found", "include", "from", FIRST, "to", END);

        assertThat(run.n() + run.notMapped().total())
                .isEqualTo(truth.at("/totals/themes/" + theme + "/" + basis).asLong());
        assertThat(run.notMapped().total()).isPositive();
    }

    @ParameterizedTest
    @MethodSource("planted")
    void inItsTownEachPlantedHotspotIsTheOnlyOneByDensityAndByGiStar(Planted planted) {
        List<String> period = ACTIVE.getOrDefault(planted.id(), List.of(FIRST, END));
        for (String method : List.of("kde_quartic", "gi_star")) {
            Run run = ask(
                    "theme", planted.theme(),
                    "area", planted.townAddress(),
                    "from", period.get(0),
                    "to", period.get(1),
                    "method", method);
            assertThat(run.verdict().kind()).isEqualTo(Verdict.Kind.CONCENTRATED);
            assertThat(run.hotspots()).as(method).singleElement().satisfies(hotspot -> {
                assertThat(hotspot.rank()).isEqualTo(1);
                assertThat(planted.isHit(hotspot))
                        .as("centre at %s", hotspot.centre())
                        .isTrue();
            });
        }
    }

    /** Counted by hand from the table: the night of the knives in Rugby, from nine in the evening to three. */
    @Test
    void theNightsOfFridayAndSaturdayInRugbyHoldThePlantedKnifeHotspot() throws IOException {
        Run run = knivesInRugbyAtNight("friday,saturday");
        Planted planted = planted().stream()
                .filter(each -> each.id().equals("knife-rugby-town-centre"))
                .findFirst()
                .orElseThrow();

        assertThat(run.n()).isEqualTo(knifeIncidentsOfRugbysNights(run));
        assertThat(run.verdict().sentence())
                .startsWith("Knife crime in Rugby, Friday and Saturday 21:00 to 03:00, is concentrated: ");
        assertThat(run.hotspots())
                .singleElement()
                .satisfies(hotspot -> assertThat(planted.isHit(hotspot)).isTrue());
        assertThat(run.hotspots().get(0).count())
                .as("the rest has no time, came to light through police work, or lies outside the outline")
                .isGreaterThan(planted.incidents() / 2);
        assertThat(run.timesUnknown()).isPositive();
        Run days = knivesInRugbyAtNight("monday,tuesday,wednesday,thursday");
        assertThat(days.hotspots()).noneMatch(planted::isHit);
    }

    private static Run knivesInRugbyAtNight(String days) {
        return ask("theme", "knife", "area", "town:rugby", "from", FIRST, "to", END, "days", days, "hours", "21-3");
    }

    private static long knifeIncidentsOfRugbysNights(Run run) {
        OffenceTable.Columns columns = run.snapshot().offences().columns();
        Set<Integer> incidents = new HashSet<>();
        for (int row = 0; row < columns.place().length; row++) {
            LocalDate day = LocalDate.ofEpochDay(columns.day()[row]);
            LocalDateTime moment = day.atStartOfDay().plusMinutes(columns.minuteOfDay()[row]);
            DayOfWeek evening = moment.minusHours(3).getDayOfWeek();
            boolean atNight = columns.minuteOfDay()[row] >= 0
                    && (evening == DayOfWeek.FRIDAY || evening == DayOfWeek.SATURDAY)
                    && (moment.getHour() >= 21 || moment.getHour() < 3);
            boolean asked = (columns.themes()[row] >> Theme.KNIFE.ordinal() & 1) == 1
                    && !day.isBefore(LocalDate.parse(FIRST))
                    && day.isBefore(LocalDate.parse(END))
                    && columns.policeFound()[row] != OffenceTable.YES;
            int poor = OffenceFlag.DEFAULT_LOCATION.bit() | OffenceFlag.LOW_PRECISION.bit();
            int place = columns.place()[row];
            if (atNight
                    && asked
                    && place >= 0
                    && (columns.flags()[row] & poor) == 0
                    && run.area().inside().get(place)) {
                incidents.add(columns.incident()[row]);
            }
        }
        return incidents.size();
    }

    @Test
    void inTheWholeForceGiStarFindsTheFourKnifeHotspotsRankedAsPlanted() throws IOException {
        List<Planted> knife = planted().stream()
                .filter(planted -> planted.theme().equals("knife"))
                .sorted(Comparator.comparing(Planted::incidents).reversed())
                .toList();
        List<Hotspot> found = ask(
                        "theme", "knife", "police_found", "include", "from", FIRST, "to", END, "method", "gi_star")
                .hotspots();

        assertThat(found).hasSameSizeAs(knife);
        for (int i = 0; i < knife.size(); i++) {
            assertThat(knife.get(i).isHit(found.get(i)))
                    .as("%s at rank %d", knife.get(i), i + 1)
                    .isTrue();
            assertThat(found.get(i).town()).isEqualTo(knife.get(i).town());
            assertThat(found.get(i).count()).isGreaterThanOrEqualTo(knife.get(i).incidents());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "district:rugby, knife-rugby-town-centre",
        "district:nuneaton-and-bedworth, knife-nuneaton-bus-station knife-bedworth-town-centre",
        "district:warwick, knife-leamington-night-life"
    })
    void inEachDistrictGiStarFindsItsKnifeHotspotsRankedAsPlanted(String district, String ids) throws IOException {
        Map<String, Planted> planted = new HashMap<>();
        planted().forEach(one -> planted.put(one.id(), one));
        List<Hotspot> found = ask("theme", "knife", "area", district, "from", FIRST, "to", END, "method", "gi_star")
                .hotspots();

        String[] expected = ids.split(" ", -1);
        assertThat(found).hasSize(expected.length);
        for (int i = 0; i < expected.length; i++) {
            assertThat(Objects.requireNonNull(planted.get(expected[i])).isHit(found.get(i)))
                    .as(expected[i])
                    .isTrue();
        }
    }

    /** Gi* compares patrollable cells only, so its hotspots are places within towns, each of less than a square kilometre. */
    @ParameterizedTest
    @MethodSource("planted")
    void inTheWholeForceEachPlantedHotspotLiesInOneOfTheFirstRanks(Planted planted) {
        List<String> period = ACTIVE.getOrDefault(planted.id(), List.of(FIRST, END));
        for (String method : List.of("kde_quartic", "gi_star")) {
            Run run = ask("theme", planted.theme(), "from", period.get(0), "to", period.get(1), "method", method);
            assertThat(run.hotspots().stream().limit(9))
                    .as("%s: one for each of nine towns", method)
                    .anySatisfy(hotspot -> assertThat(
                                    hotspot.outline().covers(planted.circle().getCentroid()))
                            .isTrue());
            if (method.equals("gi_star")) {
                assertThat(run.hotspots())
                        .allSatisfy(hotspot -> assertThat(hotspot.areaKm2()).isLessThan(1));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2023-11-01 2025-08-01 true", "2025-08-01 2026-11-01 false"})
    void aHotspotThatHasEndedIsNoLongerFound(String periodAndAnswer) throws IOException {
        String[] words = periodAndAnswer.split(" ", -1);
        Planted ended = planted().stream()
                .filter(planted -> planted.id().equals("asb-kenilworth-ended"))
                .findFirst()
                .orElseThrow();
        Run run =
                ask("theme", "asb", "area", ended.townAddress(), "from", words[0], "to", words[1], "method", "gi_star");

        assertThat(run.hotspots().stream().anyMatch(ended::isHit)).isEqualTo(Boolean.parseBoolean(words[2]));
    }

    /**
     * Hate crime is even over every street of a town. Of nine maps that chance drew one may well be called weak (a
     * probability of 0.05 for each).
     */
    @ParameterizedTest
    @ValueSource(strings = {FIRST, "2025-11-01"})
    void hateCrimeIsSaidToBeChanceInEveryTown(String from) {
        List<String> weak = new ArrayList<>();
        for (String town : towns()) {
            Run run = ask("theme", "hate", "area", town, "from", from, "to", END);
            assertThat(run.verdict().kind()).as(town).isNotEqualTo(Verdict.Kind.CONCENTRATED);
            if (!run.verdict().isChance()) {
                weak.add(town);
                continue;
            }
            assertThat(run.hotspots()).as(town).isEmpty();
            assertThat(run.verdict().sentence()).contains("There is no hotspot to patrol.");
        }
        assertThat(weak).as("towns that are not chance").hasSizeLessThanOrEqualTo(1);
    }

    private static List<String> towns() {
        List<String> towns = Stream.of(world.database()
                        .ask(
                                "select string_agg('town:' || slug, ' ') from area where kind = 'town' and valid_to is null")
                        .split(" ", -1))
                .toList();
        assertThat(towns).hasSize(9);
        return towns;
    }

    private static Run ask(String... namesAndValues) {
        Map<String, List<String>> question = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            question.put(namesAndValues[i], List.of(namesAndValues[i + 1]));
        }
        return world.engine().ask(new QuestionReader(world.engine().snapshot()).read(question));
    }
}
