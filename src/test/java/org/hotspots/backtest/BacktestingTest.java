package org.hotspots.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.hotspots.area.AreaAddress;
import org.hotspots.geo.BritishGridPoint;
import org.hotspots.hotspot.AreaEvents;
import org.hotspots.hotspot.Engine;
import org.hotspots.hotspot.EngineSettings;
import org.hotspots.offence.TableDraft;
import org.hotspots.offence.TableDraft.Row;
import org.hotspots.offence.Theme;
import org.hotspots.question.Method;
import org.hotspots.snapshot.Snapshot;
import org.hotspots.support.FakeRunStore;
import org.hotspots.support.FakeSnapshotStore;
import org.hotspots.support.TestWorld;
import org.junit.jupiter.api.Test;

class BacktestingTest {
    private static AreaEvents events(Snapshot snapshot, AreaAddress area) {
        try (Engine engine =
                new Engine(new FakeSnapshotStore(snapshot), new FakeRunStore(), EngineSettings.defaults("test"))) {
            return engine.areaEvents(area);
        }
    }

    private static Standing get(Backtest backtest, Candidate candidate) {
        return backtest.standings().stream()
                .filter(standing -> standing.candidate().equals(candidate))
                .findFirst()
                .orElseThrow();
    }

    /** Counting cells needs no kernel: rows counted by hand, cells ranked, every tie shared out. */
    @Test
    void countsAreThoseOfTheRows() {
        TableDraft draft = new TableDraft();
        for (Row row : TestWorld.draft(61, 6000).rows()) {
            BritishGridPoint where = row.where();
            // An event on the outline is the district's, but lies in a cell beyond it.
            if (where != null && where.easting() % 10_000 != 0 && where.northing() % 10_000 != 0) {
                int alone = draft.rows().size();
                draft.add(Row.at(where.easting(), where.northing(), alone).on(row.day()));
            }
        }
        Snapshot snapshot = TestWorld.snapshot(TestWorld.version(1), draft, TestWorld.areas());
        Backtest backtest = Backtesting.run(events(snapshot, TestWorld.NORTH), Theme.ALL);

        assertThat(backtest.heldOut()).hasSize(6);
        assertThat(backtest.cells()).isEqualTo(2500);
        for (int i = 0; i < 6; i++) {
            YearMonth month = backtest.heldOut().get(i).month();
            Map<String, Double> learnt = counts(draft, month.minusMonths(3), month);
            Map<String, Double> heldOut = counts(draft, month, month.plusMonths(1));
            double events =
                    heldOut.values().stream().mapToDouble(count -> count).sum();
            PredictionScores scores = get(backtest, new Candidate(Method.GRID_COUNT, 200, 3))
                    .at()
                    .get(0)
                    .predictions()
                    .get(i);

            assertThat(backtest.heldOut().get(i).events()).isEqualTo(Math.round(events));
            assertThat(scores.hits()).isCloseTo(hits(learnt, heldOut), within(1e-9));
            assertThat(scores.pai()).isCloseTo(hits(learnt, heldOut) / events / 0.01, within(1e-9));
        }
    }

    private static Map<String, Double> counts(TableDraft draft, YearMonth from, YearMonth to) {
        Map<String, Double> counts = new HashMap<>();
        for (Row row : draft.rows()) {
            BritishGridPoint where = Objects.requireNonNull(row.where());
            if (row.day().isBefore(from.atDay(1)) || !row.day().isBefore(to.atDay(1))) {
                continue;
            }
            double easting = where.easting();
            double northing = where.northing();
            if (easting >= 400_000 && easting < 410_000 && northing >= 300_000 && northing < 310_000) {
                counts.merge(Math.floor(easting / 200) + " " + Math.floor(northing / 200), 1.0, Double::sum);
            }
        }
        return counts;
    }

    private static double hits(Map<String, Double> learnt, Map<String, Double> heldOut) {
        int budget = 25;
        List<Double> counts =
                learnt.values().stream().sorted(Comparator.reverseOrder()).toList();
        double last = counts.get(budget - 1);
        double above = counts.stream().filter(count -> count > last).count();
        double tied = counts.stream().filter(count -> count == last).count();
        return learnt.entrySet().stream()
                .mapToDouble(cell -> heldOut.getOrDefault(cell.getKey(), 0.0)
                        * (cell.getValue() > last ? 1 : cell.getValue() == last ? (budget - above) / tied : 0))
                .sum();
    }

    @Test
    void isTheSameEveryTime() {
        Snapshot snapshot = TestWorld.snapshot(62, 3000);
        String once = BacktestJson.of(Backtesting.run(events(snapshot, TestWorld.NORTH), Theme.KNIFE))
                .toString();
        String again = BacktestJson.of(Backtesting.run(events(snapshot, TestWorld.NORTH), Theme.KNIFE))
                .toString();

        assertThat(again).isEqualTo(once);
    }

    /** Everything at one place, ten times a month: every method that looks at all finds it all. */
    @Test
    void whatHappensAtOnePlaceIsFound() {
        TableDraft draft = new TableDraft();
        for (int day = 0; day < 365; day += 3) {
            draft.add(Row.at(405_100, 304_100, day).on(TestWorld.FIRST_DAY.plusDays(day)));
        }
        Snapshot snapshot = TestWorld.snapshot(TestWorld.version(1), draft, TestWorld.areas());
        Backtest backtest = Backtesting.run(events(snapshot, TestWorld.NORTH), Theme.ALL);

        assertThat(backtest.standings()).hasSize(1 + 2 * 8).allSatisfy(standing -> {
            assertThat(standing.at().get(0).mean(PredictionScores::hitRate).value())
                    .as(standing.candidate().toString())
                    .isEqualTo(1);
            assertThat(standing.pai().value()).isCloseTo(100, within(1e-9));
        });
        assertThat(backtest.choice().candidate()).isEqualTo(new Candidate(Method.KDE_QUARTIC, 500, 3));
    }

    /** Even ground: no method finds more than flags put anywhere, give or take chance. */
    @Test
    void whatIsEvenIsNotFound() {
        Random random = new Random(63);
        TableDraft draft = new TableDraft();
        for (int i = 0; i < 12_000; i++) {
            draft.add(Row.at(400_000 + 10_000 * random.nextDouble(), 300_000 + 10_000 * random.nextDouble(), i)
                    .on(TestWorld.FIRST_DAY.plusDays(random.nextInt(365))));
        }
        Snapshot snapshot = TestWorld.snapshot(TestWorld.version(1), draft, TestWorld.areas());
        Backtest backtest = Backtesting.run(events(snapshot, TestWorld.NORTH), Theme.ALL);

        assertThat(backtest.standings())
                .allSatisfy(standing -> assertThat(standing.pai().value()).isBetween(0.5, 1.6));
    }

    @Test
    void withoutEventsOrMonthsNothingIsPreferred() {
        Snapshot empty = TestWorld.snapshot(TestWorld.version(1), new TableDraft(), TestWorld.areas());
        Backtest backtest = Backtesting.run(events(empty, TestWorld.SOUTH_DISTRICT), Theme.HATE);

        assertThat(backtest.choice().candidate()).isNull();
        assertThat(backtest.choice().reason()).startsWith("0 events in 0 held-out months");
        assertThat(BacktestTable.lines(backtest))
                .last()
                .isEqualTo(backtest.choice().reason());
        assertThat(BacktestJson.of(backtest).at("/standings/0/at/0/pai").isNull())
                .isTrue();
    }
}
