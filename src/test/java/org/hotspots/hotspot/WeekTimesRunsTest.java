package org.hotspots.hotspot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hotspots.offence.Source;
import org.hotspots.offence.TableDraft;
import org.hotspots.offence.TableDraft.Row;
import org.hotspots.offence.Theme;
import org.hotspots.question.QuestionReader;
import org.hotspots.snapshot.Snapshot;
import org.hotspots.support.FakeRunStore;
import org.hotspots.support.FakeSnapshotStore;
import org.hotspots.support.TestWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A run of some times of the week beside one without times, of data in which what happened at other times is no knife
 * crime: every view is of the same events.
 */
class WeekTimesRunsTest {
    private static final TableDraft ALL = TestWorld.draft(3, 6000);

    @ParameterizedTest
    @CsvSource({
        "false, kde_quartic, district:north",
        "false, gi_star, town:middleton",
        "true, dbscan, district:north",
        "true, grid_count, town:middleton"
    })
    void everyViewIsOfTheSameEvents(boolean weekend, String method, String area) {
        Run filtered = ask(
                ALL, Map.of("days", weekend ? "saturday,sunday" : "thursday,friday", "hours", "18-5"), method, area);
        Run reduced = ask(reduced(weekend), Map.of(), method, area);

        assertThat(filtered.n()).isEqualTo(reduced.n()).isBetween(20L, 500L);
        assertThat(filtered.density().values())
                .containsExactly(reduced.density().values());
        assertThat(filtered.cells().counts()).containsExactly(reduced.cells().counts());
        assertThat(filtered.verdict().kind()).isEqualTo(Verdict.Kind.CONCENTRATED);
        assertThat(filtered.verdict().even()).isEqualTo(reduced.verdict().even());
        assertThat(filtered.hotspots()).hasSameSizeAs(reduced.hotspots()).isNotEmpty();
        assertThat(filtered.hotspots())
                .extracting(Hotspot::count)
                .isEqualTo(reduced.hotspots().stream().map(Hotspot::count).toList());
        assertThat(filtered.stability().hotspots())
                .isEqualTo(reduced.stability().hotspots());
        assertThat(filtered.sincePrevious()).isEqualTo(reduced.sincePrevious());
        assertThat(filtered.sincePrevious(filtered.hotspots())).isEqualTo(reduced.sincePrevious(reduced.hotspots()));
        assertThat(filtered.times().all()).isEqualTo(reduced.times().all());
        assertThat(filtered.repeatPlaces()).isEqualTo(reduced.repeatPlaces());
        assertThat(filtered.nearRepeats()).isEqualTo(reduced.nearRepeats());
        assertThat(filtered.history().windows()).isEqualTo(reduced.history().windows());
        assertThat(filtered.relativeRisk(RiskAgainst.PREVIOUS).controlCount())
                .isEqualTo(reduced.relativeRisk(RiskAgainst.PREVIOUS).controlCount());
    }

    /** The shares of all themes are compared at the same times: everything that is left in the data has them. */
    @Test
    void offendingInGeneralAndTheRiskAgainstAllAreOfTheSameTimes() {
        Run filtered = ask(ALL, Map.of("days", "thursday,friday", "hours", "18-5"), "kde_quartic", "district:north");
        TableDraft only = new TableDraft();
        ALL.rows().forEach(row -> only.add(isIn(row, false) ? row : row.notCounted()));
        Run reduced = ask(only, Map.of(), "kde_quartic", "district:north");

        assertThat(Objects.requireNonNull(filtered.verdict().offending()).p()).isPositive();
        assertThat(filtered.relativeRisk(RiskAgainst.ALL).controlCount())
                .isEqualTo(reduced.relativeRisk(RiskAgainst.ALL).controlCount());
        assertThat(filtered.verdict().sentence())
                .startsWith(
                        "Knife crime (possession of weapons standing in for it) in North, Thursday and Friday 18:00 to"
                                + " 05:00, is concentrated: ")
                .endsWith(" offending in general at these times.");
        assertThat(filtered.densityLegend().title())
                .isEqualTo("Knife crime, Thursday and Friday 18:00 to 05:00, per km² in 6 months");
        assertThat(filtered.cellsLegend().title())
                .isEqualTo("Knife crime, Thursday and Friday 18:00 to 05:00, per square of 200 m in 6 months");
    }

    @Test
    void whatIsLeftOutForItsTimeIsTold() {
        TableDraft draft = new TableDraft();
        for (int i = 0; i < 12; i++) {
            draft.add(Row.at(TestWorld.WEST + 5000, 304_500, i)
                    .of(Theme.KNIFE)
                    .on(TestWorld.LAST_DAY)
                    .atMinute(i < 8 ? 60 * 22 : -1));
        }
        draft.add(Row.at(TestWorld.WEST + 5000, 304_500, 20)
                .of(Theme.KNIFE)
                .from(Source.POLICE_UK)
                .on(TestWorld.LAST_DAY));
        Map<String, String> night = Map.of("hours", "22-3");
        Run run = ask(draft, night, "kde_quartic", "town:middleton");

        assertThat(run.n()).isEqualTo(8);
        assertThat(run.timesUnknown()).isEqualTo(5);
        assertThat(run.notes())
                .contains(
                        "5 further incidents may have happened in the times asked for (22:00 to 03:00), but their hour is"
                                + " not known, and they are left out.");
        assertThat(run.methodCard().exclusions())
                .anySatisfy(exclusion ->
                        assertThat(exclusion.name() + exclusion.count()).isEqualTo("times_unknown5"));
        assertThat(ask(draft, Map.of(), "kde_quartic", "town:middleton").timesUnknown())
                .isZero();
        assertThat(ask(draft, Map.of("days", "saturday"), "kde_quartic", "town:middleton")
                        .n())
                .as("the last day, whatever the hour")
                .isEqualTo(12);
    }

    private static TableDraft reduced(boolean weekend) {
        TableDraft draft = new TableDraft();
        ALL.rows().forEach(row -> draft.add(isIn(row, weekend) || row.themes() == 0 ? row : row.unthemed()));
        return draft;
    }

    /** From six in the evening to five in the morning of Thursdays and Fridays, or of Saturdays and Sundays. */
    private static boolean isIn(Row row, boolean weekend) {
        if (row.minute() < 0) {
            return false;
        }
        int hour = row.minute() / 60;
        DayOfWeek began = row.day().minusDays(hour < 5 ? 1 : 0).getDayOfWeek();
        List<DayOfWeek> days =
                weekend ? List.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY) : List.of(DayOfWeek.THURSDAY, DayOfWeek.FRIDAY);
        return (hour >= 18 || hour < 5) && days.contains(began);
    }

    private static Run ask(TableDraft draft, Map<String, String> times, String method, String area) {
        Snapshot snapshot = TestWorld.snapshot(TestWorld.version(1), draft, TestWorld.areas());
        Engine engine =
                new Engine(new FakeSnapshotStore(snapshot), new FakeRunStore(), EngineSettings.defaults("test"));
        Map<String, List<String>> query = new HashMap<>(Map.of(
                "theme", List.of("knife"),
                "method", List.of(method),
                "area", List.of(area),
                "from", List.of("2025-09-01")));
        times.forEach((name, value) -> query.put(name, List.of(value)));
        return engine.ask(new QuestionReader(snapshot).read(query));
    }
}
