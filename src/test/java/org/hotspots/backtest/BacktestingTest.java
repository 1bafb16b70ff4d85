package org.hotspots.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
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

    /**
     * Counting cells needs no kernel: rows counted by hand, cells ranked, every tie shared out. The cells are those of the
     * town, 20 by 15, and those with a row before the first held-out month; what happens elsewhere cannot be found.
     */
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
        YearMonth first = backtest.heldOut().get(0).month();
        Set<String> cells =
                new HashSet<>(counts(draft, YearMonth.of(2020, 1), first).keySet());
        for (int cell = 0; cell < 20 * 15; cell++) {
            cells.add((2015.0 + cell % 20) + " " + (1515.0 + Math.floorDiv(cell, 20)));
        }
        assertThat(backtest.cells()).isEqualTo(cells.size()).isGreaterThan(300);
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
            learnt.keySet().retainAll(cells);
            int budget = cells.size() / 100;
            double hits = hits(learnt, heldOut, budget);
            assertThat(scores.hits()).isCloseTo(hits, within(1e-9));
            assertThat(scores.pai()).isCloseTo(hits / events / budget * cells.size(), within(1e-9));
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

    private static double hits(Map<String, Double> learnt, Map<String, Double> heldOut, int budget) {
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

    /**
     * Everything at one place, ten times a month: every method finds it all in the three cells of the town's 300, but two.
     * To Gi* the thirteen cells within 400 m are as hot as the place's own, and HDBSCAN never takes the whole for a cluster.
     */
    @Test
    void whatHappensAtOnePlaceIsFound() {
        TableDraft draft = new TableDraft();
        for (int day = 0; day < 365; day += 3) {
            draft.add(Row.at(405_100, 304_100, day).on(TestWorld.FIRST_DAY.plusDays(day)));
        }
        Snapshot snapshot = TestWorld.snapshot(TestWorld.version(1), draft, TestWorld.areas());
        Backtest backtest = Backtesting.run(events(snapshot, TestWorld.NORTH), Theme.ALL);

        assertThat(backtest.standings()).hasSize(1 + 2 * 12).allSatisfy(standing -> {
            assertThat(standing.at().get(0).mean(PredictionScores::hitRate).value())
                    .as(standing.candidate().toString())
                    .isCloseTo(found(standing.candidate().method()), within(1e-12));
        });
        assertThat(backtest.choice().candidate()).isEqualTo(new Candidate(Method.KDE_QUARTIC, 500, 3));
    }

    private static double found(Method method) {
        return switch (method) {
            case GI_STAR -> 3.0 / 13;
            case HDBSCAN -> 3.0 / 300;
            default -> 1;
        };
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
        Backtest backtest = Backtesting.run(events(empty, TestWorld.NORTH), Theme.HATE);

        assertThat(backtest.choice().candidate()).isNull();
        assertThat(backtest.choice().reason()).startsWith("0 events in 0 held-out months");
        assertThat(BacktestTable.lines(backtest))
                .last()
                .isEqualTo(backtest.choice().reason());
        assertThat(BacktestJson.of(backtest).at("/standings/0/at/0/pai").isNull())
                .isTrue();
    }

    /** No town, and nothing known before the first held-out month: nothing can be ranked, though events came later. */
    @Test
    void groundThatNobodyKnewOfIsNotRanked() {
        TableDraft draft = new TableDraft();
        for (int i = 0; i < 40; i++) {
            draft.add(Row.at(405_100, 294_100, i).on(TestWorld.LAST_DAY.minusDays(4L * i)));
        }
        Snapshot snapshot = TestWorld.snapshot(TestWorld.version(1), draft, TestWorld.areas());
        Backtest backtest = Backtesting.run(events(snapshot, TestWorld.SOUTH_DISTRICT), Theme.ALL);

        assertThat(backtest.cells()).isZero();
        assertThat(backtest.standings()).isEmpty();
        assertThat(backtest.choice().candidate()).isNull();
        assertThat(backtest.choice().reason()).startsWith("Nothing was known of any ground");
    }
}
