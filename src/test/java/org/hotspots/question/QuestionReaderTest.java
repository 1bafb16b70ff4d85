package org.hotspots.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hotspots.area.AreaIndex;
import org.hotspots.offence.CountingBasis;
import org.hotspots.offence.HateStrand;
import org.hotspots.offence.HourBand;
import org.hotspots.offence.PoliceFound;
import org.hotspots.offence.Setting;
import org.hotspots.offence.TableDraft;
import org.hotspots.offence.Theme;
import org.hotspots.offence.WeekTimes;
import org.hotspots.question.Fault.Kind;
import org.hotspots.snapshot.DataVersion;
import org.hotspots.snapshot.Snapshot;
import org.hotspots.support.TestWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionReaderTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final QuestionReader reader = new QuestionReader(TestWorld.snapshot(1, 100));

    @Test
    void withoutParametersEveryDefaultIsWrittenOut() {
        assertThat(reader.read(Map.of()).canonicalJson())
                .isEqualTo("{\"theme\":\"all\",\"strand\":null,\"asb_type\":null,\"area\":null,"
                        + "\"from\":\"2025-03-01\",\"to\":\"2026-03-01\",\"days\":null,\"hours\":null,\"setting\":\"any\","
                        + "\"counting_basis\":\"incidents\",\"police_found\":\"exclude\",\"weight\":\"count\","
                        + "\"codebook\":null,\"method\":\"kde_quartic\",\"bandwidth_m\":500,"
                        + "\"edge\":\"diggle\",\"location_error_m\":0,"
                        + "\"grid\":\"square\",\"cell_m\":200,\"neighbour_m\":400,\"q_max\":0.05,\"eps_m\":200,"
                        + "\"min_points\":5,\"grain_m\":50,\"threshold_m\":null,\"nnh_t\":1.645,\"radius_m\":200,"
                        + "\"times_mean\":5,\"seed\":1}");
    }

    @Test
    void aTownIsReadWithANarrowerBandwidth() {
        assertThat(read("area", "town:middleton").density().bandwidthMetres()).isEqualTo(300);
        assertThat(read("area", "district:north").density().bandwidthMetres()).isEqualTo(500);
        assertThat(read("area", "town:middleton", "bandwidth_m", "450")
                        .density()
                        .bandwidthMetres())
                .isEqualTo(450);
    }

    @Test
    void aDrawnAreaIsReadWithTheBandwidthOfItsSize() throws JsonProcessingException {
        Question small = read("area", "drawn:407000,306000;403000,306000;403000,303000;407000,303000");

        assertThat(small.density().bandwidthMetres()).isEqualTo(300);
        assertThat(small.canonicalJson())
                .contains("\"area\":\"drawn:403000,303000;407000,303000;407000,306000;403000,306000\"");
        assertThat(reader.read(JSON.readTree(small.canonicalJson()))).isEqualTo(small);
        assertThat(read("area", "drawn:400000,300000;410000,300000;410000,310000")
                        .density()
                        .bandwidthMetres())
                .as("half of 10 km by 10 km")
                .isEqualTo(300);
        assertThat(read("area", "drawn:400000,300000;410000,300000;410000,310001")
                        .density()
                        .bandwidthMetres())
                .isEqualTo(500);
    }

    @Test
    void neighboursReachTwiceTheCell() {
        assertThat(read("cell_m", "150").cells().neighbourMetres()).isEqualTo(300);
    }

    @Test
    void clustersAreLargerThanTheCoresOfDbscan() {
        assertThat(read("method", "dbscan").clusters().minPoints()).isEqualTo(5);
        for (String method : List.of("hdbscan", "nnh", "stac")) {
            assertThat(read("method", method).clusters().minPoints()).isEqualTo(10);
        }
        assertThat(read("method", "nnh").clusters().nearness().thresholdMetres())
                .isNull();
    }

    @Test
    void everyParameterIsRead() {
        Question question = read(
                "theme",
                "hate",
                "strand",
                "sexual_orientation",
                "area",
                "district:south",
                "from",
                "2025-04-01",
                "to",
                "2025-07-01",
                "days",
                "sunday,monday",
                "hours",
                "22-7",
                "setting",
                "public_place",
                "counting_basis",
                "offences",
                "police_found",
                "only",
                "method",
                "gi_star",
                "bandwidth_m",
                "250.5",
                "edge",
                "uniform",
                "location_error_m",
                "37.5",
                "grid",
                "hex",
                "cell_m",
                "100",
                "neighbour_m",
                "250",
                "q_max",
                "0.1",
                "eps_m",
                "99",
                "min_points",
                "7",
                "grain_m",
                "20",
                "threshold_m",
                "150",
                "nnh_t",
                "2",
                "radius_m",
                "250",
                "times_mean",
                "2.5",
                "seed",
                "2147483647");

        assertThat(question.filter().theme()).isEqualTo(Theme.HATE);
        assertThat(question.filter().strand()).isEqualTo(HateStrand.SEXUAL_ORIENTATION);
        assertThat(question.area()).isEqualTo(TestWorld.SOUTH_DISTRICT);
        assertThat(question.filter().from()).isEqualTo(LocalDate.of(2025, 4, 1));
        assertThat(question.filter().to()).isEqualTo(LocalDate.of(2025, 7, 1));
        assertThat(question.filter().times()).hasToString("WeekTimes[days=[MONDAY, SUNDAY], hours=22-7]");
        assertThat(question.filter().setting()).isEqualTo(Setting.PUBLIC_PLACE);
        assertThat(question.filter().countingBasis()).isEqualTo(CountingBasis.OFFENCES);
        assertThat(question.filter().policeFound()).isEqualTo(PoliceFound.ONLY);
        assertThat(question.method()).isEqualTo(Method.GI_STAR);
        assertThat(question.density()).isEqualTo(new Question.DensitySettings(250.5, EdgeMethod.UNIFORM, 37.5, 2.5));
        assertThat(question.cells()).isEqualTo(new Question.CellSettings(GridShape.HEX, 100, 250, 0.1));
        assertThat(question.clusters())
                .isEqualTo(new Question.ClusterSettings(99, 7, 20, new Question.Nearness(150.0, 2), 250));
        assertThat(question.seed()).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void timesOfTheWeekAreReadAndWrittenOneWay() throws JsonProcessingException {
        Question question = read("days", "saturday,friday", "hours", "21-03");

        assertThat(question.filter().times())
                .isEqualTo(new WeekTimes(List.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY), new HourBand(21, 3)));
        assertThat(question.canonicalJson()).contains("\"days\":\"friday,saturday\",\"hours\":\"21-3\"");
        assertThat(reader.read(JSON.readTree(question.canonicalJson()))).isEqualTo(question);
        assertThat(read("hours", "21-0")).isEqualTo(read("hours", "21-24"));
        assertThat(read("days", "monday,tuesday,wednesday,thursday,friday,saturday,sunday"))
                .isEqualTo(read());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bandwidth_m | 5 | bandwidth_m=5: from 50 to 5000",
                "location_error_m | 501 | location_error_m=501: from 0 to 500",
                "edge | ripley | edge=ripley: one of diggle, uniform, none",
                "bandwidth_m | 1000000000 | bandwidth_m=1000000000: from 50 to 5000",
                "bandwidth_m | NaN | bandwidth_m=NaN: from 50 to 5000",
                "bandwidth_m | 100d | bandwidth_m=100d: from 50 to 5000",
                "bandwidth_m | 0x100 | bandwidth_m=0x100: from 50 to 5000",
                "bandwidth_m | 1e3 | bandwidth_m=1e3: from 50 to 5000",
                "bandwidth_m | +300 | bandwidth_m=+300: from 50 to 5000",
                "bandwidth_m | 300. | bandwidth_m=300.: from 50 to 5000",
                "bandwidth_m | ٣٠٠ | bandwidth_m=٣٠٠: from 50 to 5000",
                "bandwidth_m | '' | bandwidth_m=: from 50 to 5000",
                "cell_m | 100.5 | cell_m=100.5: a whole number from 25 to 5000",
                "cell_m | 0.001 | cell_m=0.001: a whole number from 25 to 5000",
                "neighbour_m | 150 | neighbour_m=150: from cell_m (200) to 10000",
                "q_max | 0 | q_max=0: from 0.001 to 0.5",
                "eps_m | 1000000 | eps_m=1000000: from 10 to 5000",
                "min_points | 1 | min_points=1: a whole number from 2 to 1000",
                "min_points | 2.5 | min_points=2.5: a whole number from 2 to 1000",
                "grain_m | 0 | grain_m=0: from 1 to 1000",
                "threshold_m | 5 | threshold_m=5: from 10 to 1000",
                "nnh_t | 5.1 | nnh_t=5.1: from 0 to 5",
                "radius_m | 2001 | radius_m=2001: from 50 to 2000",
                "times_mean | 1 | times_mean=1: from 1.5 to 100",
                "police_found | yes | police_found=yes: one of exclude, include, only",
                "weight | cost | weight=cost: one of count, harm",
                "weight | harm | weight=harm: one of the codebooks that are loaded: none",
                "codebook | ours | codebook=ours: only with weight=harm",
                "seed | -1 | seed=-1: a whole number from 0 to 2147483647",
                "seed | 2147483648 | seed=2147483648: a whole number from 0 to 2147483647",
                "from | 2025-02-29 | from=2025-02-29: no such day in the calendar",
                "from | 01/02/2026 | from=01/02/2026: a day from 1900-01-01 to 2199-12-31, written as 2026-10-31",
                "to | 2026-3-1 | to=2026-3-1: a day from 1900-01-01 to 2199-12-31, written as 2026-10-31",
                "from | 2026-03-01 | from=2026-03-01: before the end of the data (2026-03-01)",
                "theme | knives | theme=knives: one of all, knife, hate, asb",
                "theme | '' | theme=: one of all, knife, hate, asb",
                "days | fri | days=fri: days of the week, each at most once, written as friday,saturday",
                "days | friday,friday | days=friday,friday: days of the week, each at most once, written as friday,saturday",
                "days | friday, saturday | days=friday, saturday: days of the week, each at most once, written as friday,saturday",
                "days | '' | days=: days of the week, each at most once, written as friday,saturday",
                "hours | 21-21 | hours=21-21: two different whole hours written as 21-3, the first from 0 to 23, the second"
                        + " from 0 to 24, and not the whole day",
                "hours | 0-24 | hours=0-24: two different whole hours written as 21-3, the first from 0 to 23, the second"
                        + " from 0 to 24, and not the whole day",
                "setting | unknown | setting=unknown: one of any, public_place, dwelling, online",
                "method | kde | method=kde: one of kde_quartic, kde_gaussian, kde_adaptive, grid_count, gi_star, dbscan,"
                        + " hdbscan, nnh, stac",
                "strand | race | strand=race: only with theme=hate",
                "asb_type | nuisance | asb_type=nuisance: only with theme=asb",
                "area | middleton | area=middleton: kind:slug, such as district:rugby; the kinds are district, town, ward, lsoa, beat, and drawn for one drawn by hand",
                "area | drawn:1,1;2,2 | area=drawn:1,1;2,2: 2 corners: from 3 to 200",
                "area | drawn:0,0;900,900;900,0;0,900 | area=drawn:0,0;900,900;900,0;0,900: sides cross or touch near"
                        + " 450,450: none may",
                "area | town:nowhere | area=town:nowhere: no such area is loaded",
            })
    void aFaultTellsTheRuleAndTheValue(String name, String value, String reason) {
        List<Fault> faults = faults(Map.of(name, List.of(value)));

        assertThat(faults).containsExactly(new Fault(Kind.INVALID_PARAMETER, "query", name, reason));
    }

    @Test
    void unknownAndRepeatedParametersAreRefused() {
        Map<String, List<String>> query = new LinkedHashMap<>();
        query.put("categry", List.of("knife"));
        query.put("theme", List.of("knife", "hate"));
        query.put("cell_m", List.of("1"));

        List<Fault> faults = faults(query);

        assertThat(faults)
                .extracting(Fault::kind)
                .containsExactly(Kind.UNKNOWN_PARAMETER, Kind.DUPLICATED_PARAMETER, Kind.INVALID_PARAMETER);
        assertThat(faults.get(0).reason()).startsWith("categry: not a parameter; the parameters are theme, strand");
        assertThat(faults.get(1).reason()).isEqualTo("theme: given 2 times, at most once");
    }

    @Test
    void allFaultsAreToldAtOnce() {
        List<Fault> faults = faults(Map.of(
                "bandwidth_m", List.of("5"),
                "from", List.of("x"),
                "theme", List.of("y"),
                "area", List.of("z"),
                "min_points", List.of("0")));

        assertThat(faults)
                .extracting(Fault::name)
                .containsExactlyInAnyOrder("bandwidth_m", "from", "theme", "area", "min_points");
    }

    @Test
    void aLongValueIsCut() {
        List<Fault> faults = faults(Map.of("theme", List.of("x".repeat(1000))));

        assertThat(faults.get(0).reason()).isEqualTo("theme=" + "x".repeat(64) + ": one of all, knife, hate, asb");
    }

    @Test
    void aPeriodOfOneDayIsOneDay() {
        Question question = read("from", "2025-05-01", "to", "2025-05-02");

        assertThat(question.filter().from()).isEqualTo(LocalDate.of(2025, 5, 1));
    }

    @Test
    void withoutAnEndThePeriodEndsWithTheData() {
        assertThat(read("from", "2025-12-01").filter().to()).isEqualTo(LocalDate.of(2026, 3, 1));
        assertThat(read("to", "2025-12-01").filter().from()).isEqualTo(LocalDate.of(2024, 12, 1));
    }

    @Test
    void withoutDataThePeriodEndsAtPublication() {
        DataVersion none = new DataVersion(0, "none", Instant.parse("2026-05-04T00:00:00Z"), null, null);
        AreaIndex noAreas = new AreaIndex(List.of());
        QuestionReader empty = new QuestionReader(new Snapshot(none, new TableDraft().build(noAreas), noAreas));

        assertThat(empty.read(Map.of()).filter().to()).isEqualTo(LocalDate.of(2026, 5, 4));
    }

    @Test
    void canonicalJsonIsReadBackToTheSameQuestion() throws JsonProcessingException {
        Question question = read(
                "theme",
                "asb",
                "asb_type",
                "nuisance",
                "area",
                "town:middleton",
                "q_max",
                "0.001",
                "times_mean",
                "1.5");

        Question again = reader.read(JSON.readTree(question.canonicalJson()));

        assertThat(again).isEqualTo(question);
        assertThat(again.canonicalJson()).isEqualTo(question.canonicalJson());
    }

    @Test
    void equalQuestionsHaveEqualTextHoweverTheyAreWritten() throws JsonProcessingException {
        String asked = read("bandwidth_m", "300.0", "q_max", "0.050").canonicalJson();

        assertThat(asked).isEqualTo(read("q_max", "0.05", "bandwidth_m", "300").canonicalJson());
        assertThat(asked).isEqualTo(read("bandwidth_m", "0300").canonicalJson());
        assertThat(reader.read(JSON.readTree("{\"bandwidth_m\":3e2}")).canonicalJson())
                .isEqualTo(asked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "3",
                "{\"bandwidth_m\":\"300\"}",
                "{\"theme\":3}",
                "{\"bandwidth_m\":1e999}",
                "{\"bandwidth_m\":true}",
                "{\"area\":{\"kind\":\"town\"}}",
                "{\"role\":\"admin\"}"
            })
    void jsonOfTheWrongShapeIsRefused(String body) {
        RefusedQuestionException refused =
                catchThrowableOfType(RefusedQuestionException.class, () -> reader.read(JSON.readTree(body)));

        assertThat(refused.faults()).hasSize(1);
        assertThat(refused.faults().get(0).in()).isEqualTo("body");
    }

    @Test
    void theSpecificationsAreInTheOrderOfTheCanonicalText() {
        List<String> keys = new ArrayList<>();
        read().toJson().fieldNames().forEachRemaining(keys::add);

        assertThat(QuestionParameters.all()).extracting(ParameterSpec::name).containsExactlyElementsOf(keys);
    }

    @Test
    void everyParameterOfAMethodIsSpecified() {
        for (Method method : Method.values()) {
            assertThat(method.parameters())
                    .allSatisfy(name ->
                            assertThat(QuestionParameters.get(name).name()).isEqualTo(name));
        }
    }

    private Question read(String... namesAndValues) {
        Map<String, List<String>> query = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            query.put(namesAndValues[i], List.of(namesAndValues[i + 1]));
        }
        return reader.read(query);
    }

    private List<Fault> faults(Map<String, List<String>> query) {
        return catchThrowableOfType(RefusedQuestionException.class, () -> reader.read(query))
                .faults();
    }
}
