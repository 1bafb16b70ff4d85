package org.hotspots.hotspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import org.hotspots.hotspot.Stability.Line;
import org.hotspots.hotspot.Stability.Standing;
import org.hotspots.offence.TableDraft;
import org.hotspots.offence.TableDraft.Row;
import org.hotspots.offence.Theme;
import org.hotspots.question.Method;
import org.hotspots.question.Question;
import org.hotspots.question.QuestionReader;
import org.hotspots.snapshot.Snapshot;
import org.hotspots.snapshot.StudyArea;
import org.hotspots.snapshot.StudyAreas;
import org.hotspots.support.FakeRunStore;
import org.hotspots.support.FakeSnapshotStore;
import org.hotspots.support.TestWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StabilityTest {
    private static final Snapshot WORLD = TestWorld.snapshot(5, 4000);

    /** Nothing resampled, moved or stretched: a trial finds the run's hotspots, event by event. */
    @ParameterizedTest
    @EnumSource(Method.class)
    void aTrialOfTheRunItselfFindsItsHotspots(Method method) {
        for (String area : List.of("town:middleton", "district:north", "")) {
            RunInput input = input(WORLD, "method", method.word(), "area", area);
            Events events = input.select();
            Trial trial = new Trial(input, events, PatrollableCells.of(input));
            FoundHotspots found = HotspotSearch.hotspots(input, trial);
            Trial.Groups groups = trial.groups();

            assertThat(renumbered(groups.groupOf())).as("%s %s", method, area).isEqualTo(renumbered(found.hotspotOf()));
            assertThat(groups.largest())
                    .isEqualTo(found.hotspots().stream()
                            .mapToDouble(Hotspot::count)
                            .max()
                            .orElse(0));
        }
    }

    /**
     * The same in another corner of the grid: whole cells away, everything is as it was. The circles of STAC have no
     * whole number of steps to there.
     */
    @ParameterizedTest
    @EnumSource(value = Method.class, names = "STAC", mode = EnumSource.Mode.EXCLUDE)
    void movedByWholeCellsATrialFindsTheSame(Method method) {
        RunInput input = input(WORLD, "method", method.word(), "area", "town:middleton");
        Events events = input.select();
        Perturbation.Offset offset = new Perturbation.Offset(600, 400);
        RunInput moved = input.with(input.question(), input.area().movedBy(600, 400));
        Events there = events.replacedBy(
                offset.move(events.inside()), offset.move(events.weighted()), offset.move(events.around()));
        PatrollableCells ground = PatrollableCells.of(moved, offset.move(PatrollableCells.offences(input)), offset);

        assertThat(new Trial(moved, there, ground).groups().groupOf())
                .isEqualTo(new Trial(input, events, PatrollableCells.of(input))
                        .groups()
                        .groupOf());
    }

    /**
     * Ten events at one place, thirty each for itself. A resample holds a cluster of ten there with the probability that
     * of 40 draws with chance 1/4 at least ten fall on it; no other place is ever drawn as often.
     */
    @Test
    void aClustersStabilityIsThatOfTheBinomial() {
        TableDraft draft = new TableDraft();
        for (int i = 0; i < 10; i++) {
            draft.add(Row.at(TestWorld.WEST + 5000, 305_000, i));
        }
        for (int i = 10; i < 40; i++) {
            draft.add(Row.at(TestWorld.WEST + 300 * (i - 9), 301_000, i));
        }
        Snapshot snapshot = TestWorld.snapshot(TestWorld.version(1), draft, TestWorld.areas());
        Run run = run(snapshot, "method", "dbscan", "eps_m", "100", "min_points", "10");
        double expected = atLeast(10, 40, 0.25);

        assertThat(run.hotspots()).hasSize(1);
        assertThat(run.stability().replicates()).isEqualTo(189);
        // Three standard errors of 189 resamples.
        assertThat(run.stability().hotspots().get(0).stability())
                .isCloseTo(expected, within(3 * Math.sqrt(expected * (1 - expected) / 189)));
    }

    private static double atLeast(int least, int draws, double chance) {
        double probability = 0;
        double term = Math.pow(1 - chance, draws);
        for (int k = 0; k <= draws; k++) {
            probability += k >= least ? term : 0;
            term *= (draws - k) / (k + 1.0) * chance / (1 - chance);
        }
        return probability;
    }

    /**
     * 300 events of 400 at one place: no resample, reach or offset loses them, and no map of chance has as many. HDBSCAN
     * compares clusters with each other and finds none where there is one.
     */
    @ParameterizedTest
    @EnumSource(value = Method.class, names = "HDBSCAN", mode = EnumSource.Mode.EXCLUDE)
    void whatStandsOutByFarStays(Method method) {
        TableDraft draft = new TableDraft();
        Random random = new Random(4);
        for (int i = 0; i < 400; i++) {
            draft.add(
                    i < 300
                            ? Row.at(TestWorld.WEST + 5010, 305_030, i)
                            : Row.at(
                                    TestWorld.WEST + 3000 + 4000 * random.nextDouble(),
                                    303_000 + 3000 * random.nextDouble(),
                                    i));
        }
        Snapshot snapshot = TestWorld.snapshot(TestWorld.version(1), draft, TestWorld.areas());
        Run run = run(snapshot, "method", method.word(), "area", "town:middleton");
        Standing first = run.stability().hotspots().get(0);

        assertThat(run.hotspots().get(0).count()).isGreaterThanOrEqualTo(300);
        assertThat(first.stability()).isGreaterThan(0.97);
        assertThat(first.drawn()).isEqualTo(Line.SOLID);
        assertThat(first.pChance()).isEqualTo(1.0 / (run.stability().maps() + 1));
    }

    @Test
    void everyHotspotHasItsStandingAndTheSentenceSaysHowMany() {
        Run run = run(WORLD, "area", "district:north", "theme", "knife");
        Stability stability = run.stability();

        assertThat(stability.hotspots())
                .extracting(Standing::hotspotId)
                .isEqualTo(run.hotspots().stream().map(Hotspot::id).toList())
                .isNotEmpty();
        assertThat(stability.replicates() % 27).isZero();
        for (Standing standing : stability.hotspots()) {
            assertThat(standing.stability()).isEqualTo(standing.stays() / (double) stability.replicates());
            assertThat(standing.pChance()).isBetween(1.0 / (stability.maps() + 1), 1.0);
        }
        assertThat(stability.sentence()).contains(stability.replicates() + " resamples", stability.maps() + " maps");
        assertThat(Line.of(0.8)).isEqualTo(Line.SOLID);
        assertThat(Line.of(0.799)).isEqualTo(Line.DASHED);
        assertThat(Line.of(0.5)).isEqualTo(Line.DASHED);
        assertThat(Line.of(0.499)).isEqualTo(Line.HIDDEN);
    }

    /** The same on one thread and on many. */
    @Test
    void theNumberOfThreadsChangesNothing() throws Exception {
        try (Closing one = new Closing(new ForkJoinPool(1));
                Closing eight = new Closing(new ForkJoinPool(8))) {
            Stability first = one.pool
                    .submit(() -> run(WORLD, "theme", "asb").stability())
                    .get();
            Stability second = eight.pool
                    .submit(() -> run(WORLD, "theme", "asb").stability())
                    .get();
            assertThat(second).isEqualTo(first);
        }
    }

    private record Closing(ForkJoinPool pool) implements AutoCloseable {
        @Override
        public void close() {
            pool.shutdown();
        }
    }

    @Test
    void theSeedChangesTheResamples() {
        String[] asked = {"area", "town:middleton", "method", "grid_count", "seed", "1"};
        Stability first = run(WORLD, asked).stability();
        asked[5] = "2";
        Stability second = run(WORLD, asked).stability();
        assertThat(second.hotspots()).hasSameSizeAs(first.hotspots());
        assertThat(second).isNotEqualTo(first);
    }

    @Test
    void whereTheVerdictIsChanceItsSentenceIsTheReason() {
        Run run = run(WORLD, "from", "2025-03-01", "to", "2025-03-02", "area", "district:south");
        assertThat(run.verdict().isChance()).isTrue();
        assertThat(run.stability()).isEqualTo(Stability.none(run.verdict().sentence()));
        assertThat(run.agreement().reason()).isEqualTo(run.verdict().sentence());
        assertThat(run.agreement().votesOfCell()).containsOnly(0);
    }

    @Test
    void withoutHotspotsThereIsNothingToTry() {
        Stability stability =
                run(WORLD, "area", "town:middleton", "times_mean", "100").stability();
        assertThat(stability.hotspots()).isEmpty();
        assertThat(stability.sentence()).isEqualTo("There is no hotspot to try.");
    }

    @Test
    void chanceIsNeverZeroAndCountsEqualMaps() {
        double[] largest = {0, 3, 3, 5};
        assertThat(NullMaps.pChance(6, largest)).isEqualTo(0.2);
        assertThat(NullMaps.pChance(5, largest)).isEqualTo(0.4);
        assertThat(NullMaps.pChance(3, largest)).isEqualTo(0.8);
        assertThat(NullMaps.pChance(0, largest)).isEqualTo(1);
    }

    /**
     * Worlds of chance: 90 events over 300 cells that all had an offence before. In about one of twenty the greatest
     * hotspot beats all of 19 maps; in less than that, since equal counts are counted against it.
     */
    @Test
    void underChanceOneWorldInTwentyHasAHotspotThatLooksReal() {
        int worlds = 300;
        int fooled = 0;
        Random random = new Random(17);
        for (int world = 0; world < worlds; world++) {
            RunInput input = input(chance(random), "theme", "knife", "area", "town:middleton", "seed", "" + world);
            Events events = input.select();
            PatrollableCells ground = PatrollableCells.of(input);
            double largest = new Trial(input, events, ground).groups().largest();
            double[] maps = new NullMaps(input, events, ground).largest(19);
            assertThat(ground.cells().size()).isEqualTo(300);
            fooled += NullMaps.pChance(largest, maps) <= 0.05 ? 1 : 0;
        }
        // 15 expected at most; three standard errors above, and not so few that nothing could ever look real.
        assertThat(fooled).isBetween(3, 26);
    }

    private static Snapshot chance(Random random) {
        TableDraft draft = new TableDraft();
        int incident = 0;
        for (int cell = 0; cell < 300; cell++) {
            draft.add(Row.at(TestWorld.WEST + 3100 + 200 * (cell % 20), 303_100 + 200 * (cell / 20), incident++)
                    .on(TestWorld.FIRST_DAY.plusDays(1)));
        }
        for (int event = 0; event < 90; event++) {
            draft.add(Row.at(
                            TestWorld.WEST + 3000 + 4000 * random.nextDouble(),
                            303_000 + 3000 * random.nextDouble(),
                            incident++)
                    .of(Theme.KNIFE));
        }
        return TestWorld.snapshot(TestWorld.version(1), draft, TestWorld.areas());
    }

    /** Numbered by first appearance. */
    private static int[] renumbered(int[] groups) {
        Map<Integer, Integer> numbers = new HashMap<>(Map.of(-1, -1));
        return Arrays.stream(groups)
                .map(group -> {
                    numbers.putIfAbsent(group, numbers.size() - 1);
                    return numbers.get(group);
                })
                .toArray();
    }

    private static RunInput input(Snapshot snapshot, String... namesAndValues) {
        Question question = question(snapshot, namesAndValues);
        StudyArea area = new StudyAreas(snapshot, "Force").get(question.area());
        return new RunInput("id", question, snapshot, "1", area, "");
    }

    private static Question question(Snapshot snapshot, String... namesAndValues) {
        Map<String, List<String>> query = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (!namesAndValues[i + 1].isEmpty()) {
                query.put(namesAndValues[i], List.of(namesAndValues[i + 1]));
            }
        }
        return new QuestionReader(snapshot).read(query);
    }

    private static Run run(Snapshot snapshot, String... namesAndValues) {
        try (Engine engine =
                new Engine(new FakeSnapshotStore(snapshot), new FakeRunStore(), EngineSettings.defaults("1"))) {
            return engine.ask(question(snapshot, namesAndValues));
        }
    }
}
