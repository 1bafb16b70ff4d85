package org.hotspots.hotspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.hotspots.hotspot.Months.Month;
import org.hotspots.offence.OffenceTable;
import org.hotspots.offence.TableDraft;
import org.hotspots.offence.TableDraft.Row;
import org.hotspots.offence.Theme;
import org.hotspots.question.QuestionReader;
import org.hotspots.snapshot.DataVersion;
import org.hotspots.snapshot.Snapshot;
import org.hotspots.stats.PredictionBand;
import org.hotspots.support.FakeRunStore;
import org.hotspots.support.FakeSnapshotStore;
import org.hotspots.support.TestWorld;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;

class MonthsTest {
    private static final LocalDate FIRST = LocalDate.of(2023, 3, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 2, 28);
    private static final double EASTING = TestWorld.WEST + 5000;
    private static final double NORTHING = 304_500;

    private static Snapshot snapshot(TableDraft draft) {
        DataVersion version = new DataVersion(1, "three years", Instant.parse("2026-03-02T06:10:00Z"), FIRST, LAST);
        return TestWorld.snapshot(version, draft, TestWorld.areas());
    }

    /** The months of knife crime in the town, with further parameters. */
    private static Months inMiddleton(Snapshot snapshot, String... namesAndValues) {
        String[] town = {"theme", "knife", "area", "town:middleton"};
        return ask(snapshot, Stream.of(town, namesAndValues).flatMap(Stream::of).toArray(String[]::new))
                .months();
    }

    private static Run ask(Snapshot snapshot, String... namesAndValues) {
        Map<String, List<String>> query = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            query.put(namesAndValues[i], List.of(namesAndValues[i + 1]));
        }
        Engine engine =
                new Engine(new FakeSnapshotStore(snapshot), new FakeRunStore(), EngineSettings.defaults("test"));
        return engine.ask(new QuestionReader(snapshot).read(query));
    }

    private static Snapshot spread() {
        Random random = new Random(9);
        TableDraft draft = new TableDraft();
        TestWorld.draft(9, 6000).rows().forEach(row -> draft.add(row.on(FIRST.plusDays(random.nextInt(1096)))));
        return snapshot(draft);
    }

    /** Each month is counted as a question about it alone would be, and its year before too. */
    @Test
    void eachMonthIsTheAnswerToAQuestionAboutIt() {
        Snapshot snapshot = spread();
        String[] question = {"theme", "knife", "area", "district:north", "days", "friday,saturday", "hours", "18-6"};
        Months months = ask(snapshot, question).months();

        assertThat(months.months()).hasSize(24);
        assertThat(months.months().get(0).month()).isEqualTo(YearMonth.of(2024, 3));
        long sum = 0;
        for (Month month : months.months()) {
            assertThat(month.whole()).isTrue();
            assertThat(month.count()).isEqualTo(n(snapshot, question, month.month()));
            assertThat(month.yearBefore())
                    .isEqualTo(n(snapshot, question, month.month().minusYears(1)));
            sum += Objects.requireNonNull(month.count());
        }
        assertThat(sum).isGreaterThan(50);
    }

    private static long n(Snapshot snapshot, String[] question, YearMonth month) {
        List<String> asked = new ArrayList<>(List.of(question));
        asked.addAll(List.of(
                "from",
                month.atDay(1).toString(),
                "to",
                month.plusMonths(1).atDay(1).toString()));
        return ask(snapshot, asked.toArray(String[]::new)).n();
    }

    @Test
    void aHotspotsMonthsAreCountedInItsOutline() {
        Snapshot snapshot = spread();
        Run run = ask(
                snapshot, "theme", "knife", "area", "district:north", "counting_basis", "offences", "method", "dbscan");
        Hotspot second = run.hotspots().get(1);
        Hotspot first = run.hotspots().get(0);
        OffenceTable.Places places = snapshot.offences().places();
        for (Month month : run.months(second).months()) {
            Run alone = ask(
                    snapshot,
                    "theme",
                    "knife",
                    "area",
                    "district:north",
                    "counting_basis",
                    "offences",
                    "from",
                    month.from().toString(),
                    "to",
                    month.to().toString());
            double expected = 0;
            for (int k = 0; k < alone.selection().inside().places().length; k++) {
                int place = alone.selection().inside().places()[k];
                Point point = new GeometryFactory()
                        .createPoint(new Coordinate(places.eastings()[place], places.northings()[place]));
                boolean isIn =
                        second.outline().covers(point) && !first.outline().covers(point);
                expected += isIn ? alone.selection().inside().counts()[k] : 0;
            }
            assertThat(month.count()).isEqualTo((long) expected);
        }
    }

    /** Ten a month, but thirty-five in October 2025, and none in January 2026. */
    @Test
    void onlyWhatChanceDoesNotExplainIsCalledMoreOrFewer() {
        Months months = inMiddleton(
                snapshot(monthly(month -> month.equals(YearMonth.of(2025, 10)) ? 35 : 9 + month.getMonthValue() % 3)));

        assertThat(months.months().stream().filter(Month::isAbove))
                .extracting(Month::month)
                .containsExactly(YearMonth.of(2025, 10));
        assertThat(months.months()).noneMatch(Month::isBelow);
        Month october = months.months().get(19);
        // 24 tests share 5 %; 120 events in the 365 days before, which spread less than chance would have it.
        PredictionBand band = PredictionBand.of(120, 365, 31, 1, 0.05 / 24);
        assertThat(october.normal()).isEqualTo(new NormalMonth(band, false));
        assertThat(months.sentence())
                .isEqualTo("More than the months before let expect: October 2025 (35; " + band.low() + " to "
                        + band.high() + ").");
        Month november = months.months().get(20);
        assertThat(Objects.requireNonNull(november.normal()).band().high())
                .as("a burst makes the months after it less sure")
                .isGreaterThan(band.high());
    }

    /** Sixty in winter to a hundred and forty in summer, year after year, but 230 in July 2025. */
    @Test
    void aSeasonThatComesEveryYearIsNormalAndMoreThanItIsNot() {
        Months months = inMiddleton(snapshot(monthly(month -> month.equals(YearMonth.of(2025, 7))
                ? 230
                : (int) Math.round(100 - 40 * Math.cos(Math.PI * (month.getMonthValue() - 1) / 6)))));

        assertThat(months.months().stream().filter(Month::isAbove))
                .extracting(Month::month)
                .containsExactly(YearMonth.of(2025, 7));
        assertThat(months.months()).noneMatch(Month::isBelow);
        NormalMonth june = Objects.requireNonNull(months.months().get(15).normal());
        assertThat(june.seasonal()).isTrue();
        // 135 in June 2024; the year to May 2024 had the same sum in a day more than the year to May 2025.
        PredictionBand expected = PredictionBand.of(135, 30, 30 * 366.0 / 365, 1, 0.05 / 24);
        assertThat(june.band().low()).isEqualTo(expected.low());
        assertThat(june.band().high()).isEqualTo(expected.high());
        assertThat(june.band().expected()).isCloseTo(expected.expected(), within(1e-9));
        assertThat(Objects.requireNonNull(months.months().get(3).normal()).seasonal())
                .as("a year of data cannot tell a season")
                .isFalse();
    }

    private interface Events {
        int in(YearMonth month);
    }

    private static TableDraft monthly(Events events) {
        TableDraft draft = new TableDraft();
        int incident = 0;
        for (YearMonth month = YearMonth.from(FIRST);
                !month.isAfter(YearMonth.from(LAST));
                month = month.plusMonths(1)) {
            for (int i = 0; i < events.in(month); i++) {
                draft.add(Row.at(EASTING + 20 * (incident % 5), NORTHING, incident++)
                        .of(Theme.KNIFE)
                        .on(month.atDay(1 + i % 14)));
            }
        }
        return draft;
    }

    /** Of forty strips of chance, about two name a month; more than six would be one time in a hundred. */
    @Test
    void chanceIsSeldomCalledARise() {
        int called = 0;
        for (int strip = 0; strip < 40; strip++) {
            Random random = new Random(strip);
            Snapshot snapshot = snapshot(monthly(month -> {
                int count = 0;
                for (int i = 0; i < 400; i++) {
                    count += random.nextInt(100) < 2 ? 1 : 0;
                }
                return count;
            }));
            Months months = inMiddleton(snapshot);
            called += months.months().stream().anyMatch(month -> month.isAbove() || month.isBelow()) ? 1 : 0;
        }
        assertThat(called).isLessThanOrEqualTo(6);
    }

    @Test
    void theEndsOfThePeriodAndOfTheDataCutMonths() {
        Snapshot snapshot = snapshot(monthly(month -> 10));
        List<Month> cut = inMiddleton(snapshot, "to", "2026-02-08").months();
        Month last = cut.get(23);
        assertThat(last.whole()).isFalse();
        assertThat(last.to()).isEqualTo(LocalDate.of(2026, 2, 8));
        assertThat(last.count()).as("one a day from the first to the seventh").isEqualTo(7);
        assertThat(last.normal()).isEqualTo(new NormalMonth(PredictionBand.of(120, 365, 7, 1, 0.05 / 24), false));
        assertThat(last.yearBefore()).as("all of February 2025").isEqualTo(10);

        List<Month> early = inMiddleton(snapshot, "to", "2024-06-01").months();
        assertThat(early.get(0).month()).isEqualTo(YearMonth.of(2022, 6));
        assertThat(early.get(0).count()).isNull();
        assertThat(early.get(9).count()).as("the first month of the data").isEqualTo(10);
        assertThat(early.get(20).normal())
                .as("eleven months before it are covered")
                .isNull();
        assertThat(early.get(21).normal())
                .isEqualTo(new NormalMonth(PredictionBand.of(120, 366, 31, 1, 0.05 / 3), false));
        assertThat(early.get(20).yearBefore()).isNull();
        assertThat(early.get(21).yearBefore()).isEqualTo(10);
    }

    @Test
    void withoutTwelveMonthsBeforeNothingIsNormal() {
        Snapshot snapshot = snapshot(monthly(month -> 10));
        Months months = inMiddleton(snapshot, "to", "2024-02-01");

        assertThat(months.sentence())
                .isEqualTo("What is normal cannot be told: the data do not cover the 12 months before any of these.");
    }
}
