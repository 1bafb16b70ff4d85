package org.hotspots.hotspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.hotspots.area.AreaIndex;
import org.hotspots.kernel.Raster;
import org.hotspots.offence.Codebooks;
import org.hotspots.offence.TableDraft;
import org.hotspots.offence.TableDraft.Row;
import org.hotspots.question.Fault;
import org.hotspots.question.Method;
import org.hotspots.question.Question;
import org.hotspots.question.QuestionReader;
import org.hotspots.question.RefusedQuestionException;
import org.hotspots.snapshot.DataVersion;
import org.hotspots.snapshot.Snapshot;
import org.hotspots.support.FakeRunStore;
import org.hotspots.support.FakeSnapshotStore;
import org.hotspots.support.TestWorld;
import org.junit.jupiter.api.Test;

class EngineTest {
    private static final EngineSettings SETTINGS = EngineSettings.defaults("1.2.3");

    private final Snapshot snapshot = TestWorld.snapshot(1, 2000);
    private final FakeSnapshotStore snapshots = new FakeSnapshotStore(snapshot);
    private final FakeRunStore runs = new FakeRunStore();

    @Test
    void twoEnginesGiveTheSameRun() {
        Question question = question(Map.of("theme", List.of("knife")));
        try (Engine one = new Engine(snapshots, runs, SETTINGS);
                Engine other = new Engine(new FakeSnapshotStore(TestWorld.snapshot(1, 2000)), runs, SETTINGS)) {
            Run first = one.ask(question);
            Run second = other.ask(question);

            assertThat(second.id()).isEqualTo(first.id()).matches("[0-9a-f]{64}");
            assertThat(second.n()).isEqualTo(first.n());
            assertThat(second.notes()).isEqualTo(first.notes());
            assertThat(second.densityLegend()).isEqualTo(first.densityLegend());
            assertThat(second.cellsLegend()).isEqualTo(first.cellsLegend());
            assertThat(second.density().values()).isEqualTo(first.density().values());
            assertThat(second.cells().z()).isEqualTo(first.cells().z());
            assertThat(second.hotspots().toString()).isEqualTo(first.hotspots().toString());
            assertThat(second.clusters().toString()).isEqualTo(first.clusters().toString());
            assertThat(second.contours().toString()).isEqualTo(first.contours().toString());
        }
    }

    @Test
    void theRunIdChangesWithAnythingItDependsOn() {
        Set<String> ids = new HashSet<>();
        List<Question> questions = List.of(
                question(Map.of()),
                question(Map.of("theme", List.of("knife"))),
                question(Map.of("theme", List.of("hate"), "strand", List.of("race"))),
                question(Map.of("theme", List.of("asb"), "asb_type", List.of("nuisance"))),
                question(Map.of("area", List.of("town:middleton"))),
                question(Map.of("from", List.of("2025-04-01"))),
                question(Map.of("to", List.of("2025-04-01"))),
                question(Map.of("setting", List.of("dwelling"))),
                question(Map.of("counting_basis", List.of("offences"))),
                question(Map.of("police_found", List.of("include"))),
                question(Map.of("method", List.of("dbscan"))),
                question(Map.of("bandwidth_m", List.of("501"))),
                question(Map.of("grid", List.of("hex"))),
                question(Map.of("cell_m", List.of("201"))),
                question(Map.of("neighbour_m", List.of("401"))),
                question(Map.of("q_max", List.of("0.051"))),
                question(Map.of("eps_m", List.of("201"))),
                question(Map.of("min_points", List.of("6"))),
                question(Map.of("times_mean", List.of("5.1"))),
                question(Map.of("seed", List.of("2"))));
        questions.forEach(question -> ids.add(RunId.of(question, snapshot.version(), "1.2.3")));
        ids.add(RunId.of(questions.get(0), TestWorld.version(2), "1.2.3"));
        ids.add(RunId.of(questions.get(0), snapshot.version(), "1.2.4"));

        assertThat(ids).hasSize(questions.size() + 2);
    }

    @Test
    void aRunIsFoundAgainByAnyEngineOnTheSameStores() {
        Run asked;
        try (Engine engine = new Engine(snapshots, runs, SETTINGS)) {
            asked = engine.ask(question(Map.of("area", List.of("town:middleton"))));
            assertThat(engine.findRun(asked.id())).containsSame(asked);
        }
        try (Engine later = new Engine(snapshots, runs, SETTINGS)) {
            Run again = later.findRun(asked.id()).orElseThrow();

            assertThat(again.id()).isEqualTo(asked.id());
            assertThat(again.question()).isEqualTo(asked.question());
            assertThat(again.hotspots().toString()).isEqualTo(asked.hotspots().toString());
            assertThat(later.findRun("0".repeat(64))).isEmpty();
        }
    }

    @Test
    void aRunOfAnotherProgramIsNotMadeAgainUnderItsName() {
        String id;
        try (Engine engine = new Engine(snapshots, runs, SETTINGS)) {
            id = engine.ask(question(Map.of("theme", List.of("asb")))).id();
        }
        try (Engine newer = new Engine(snapshots, runs, EngineSettings.defaults("1.3.0"))) {
            assertThatExceptionOfType(OtherProgramException.class)
                    .isThrownBy(() -> newer.findRun(id))
                    .withMessage("Run " + id + " was made by version 1.2.3 of the program, this is version 1.3.0")
                    .satisfies(other -> assertThat(other.question()).contains("\"theme\":\"asb\""));
        }
    }

    @Test
    void aRunOfAnEarlierVersionStaysAnswerable() {
        Question question = question(Map.of());
        try (Engine engine = new Engine(snapshots, runs, SETTINGS)) {
            Run before = engine.ask(question);
            snapshots.publish(TestWorld.snapshot(TestWorld.version(2), TestWorld.draft(2, 500), TestWorld.areas()));
            assertThat(engine.awaitVersion(2, Duration.ofSeconds(10))).isTrue();

            Run after = engine.ask(question);

            assertThat(after.version().number()).isEqualTo(2);
            assertThat(after.id()).isNotEqualTo(before.id());
            assertThat(engine.findRun(before.id())).containsSame(before);
        }
        try (Engine later = new Engine(snapshots, runs, SETTINGS)) {
            String id = RunId.of(question, snapshot.version(), "1.2.3");

            Run again = later.findRun(id).orElseThrow();

            assertThat(again.version().number()).isEqualTo(1);
            assertThat(again.n()).isGreaterThan(500);
            assertThat(later.snapshot().version().number()).isEqualTo(2);
        }
    }

    @Test
    void aVersionNotPublishedIsNotWaitedForLongerThanPatience() {
        try (Engine engine = new Engine(snapshots, runs, SETTINGS)) {
            assertThat(engine.isReady()).isFalse();
            assertThat(engine.snapshot().version().number()).isEqualTo(1);
            assertThat(engine.isReady()).isTrue();
            assertThat(engine.awaitVersion(2, Duration.ofMillis(20))).isFalse();
            assertThat(snapshots.reads()).isEqualTo(1);
        }
    }

    @Test
    void allWhoAskTheSameGetOneComputation() throws Exception {
        Question question = question(Map.of("method", List.of("gi_star")));
        int threads = 32;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try (Engine engine = new Engine(snapshots, runs, SETTINGS)) {
            CountDownLatch start = new CountDownLatch(1);
            Callable<Raster> ask = () -> {
                start.await();
                Run run = engine.ask(question);
                assertThat(run.hotspots()).isNotNull();
                return run.density();
            };
            List<Future<Raster>> answers = new ArrayList<>();
            IntStream.range(0, threads).forEach(i -> answers.add(pool.submit(ask)));
            start.countDown();

            Set<Integer> rasters = new HashSet<>();
            for (Future<Raster> answer : answers) {
                rasters.add(System.identityHashCode(answer.get()));
            }

            assertThat(rasters).hasSize(1);
            assertThat(runs.size()).isEqualTo(1);
            assertThat(snapshots.reads()).isEqualTo(1);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void whatIsKeptStaysWithinItsBound() {
        Question first = question(Map.of("bandwidth_m", List.of("100")));
        long oneRun;
        try (Engine engine = new Engine(snapshots, runs, SETTINGS)) {
            oneRun = engine.ask(first).bytes();
        }
        EngineSettings tight =
                new EngineSettings("1.2.3", "All areas", 3 * oneRun, 4, Duration.ofSeconds(10), Codebooks.NONE);
        try (Engine engine = new Engine(snapshots, runs, tight)) {
            for (int bandwidth = 100; bandwidth < 120; bandwidth++) {
                engine.ask(question(Map.of("bandwidth_m", List.of("" + bandwidth))))
                        .density();
            }

            assertThat(engine.keptBytes()).isBetween(oneRun, 3 * oneRun);
        }
    }

    @Test
    void theEstimateIsAtLeastWhatARunTakes() {
        try (Engine engine = new Engine(snapshots, runs, SETTINGS)) {
            Run run = engine.ask(question(Map.of("cell_m", List.of("50"))));
            long raster = run.density().bytes();
            long cells = 4L * 8 * run.cells().cells().windowSize();

            assertThat(run.bytes()).isGreaterThan(raster + cells);
        }
    }

    @Test
    void tooManyCellsAreRefusedWithTheEstimate() {
        Question question = question(Map.of("cell_m", List.of("25")));
        try (Engine engine = new Engine(snapshots, runs, SETTINGS)) {
            RefusedQuestionException refused =
                    catchThrowableOfType(RefusedQuestionException.class, () -> engine.ask(question));

            // 10 x 20 km in squares of 25 m are 320,000; 200,000,000 / 250,000 is 28.28 squared.
            assertThat(refused.faults())
                    .extracting(Fault::name, Fault::reason)
                    .containsExactly(
                            tuple("cell_m", "cell_m=25: about 320000 cells, at most 250000; from 29 for this area"));
            assertThat(runs.size()).isZero();
        }
    }

    @Test
    void aComputationThatCannotStartInTimeIsRefused() throws Exception {
        Gate gate = new Gate(1, Duration.ofMillis(50));
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        ExecutorService pool = Executors.newSingleThreadExecutor();
        try {
            Future<Integer> slow = pool.submit(() -> gate.run(() -> {
                started.countDown();
                awaitQuietly(end);
                return 1;
            }));
            started.await();

            assertThatThrownBy(() -> gate.run(() -> 2))
                    .isInstanceOfSatisfying(
                            EngineBusyException.class,
                            busy -> assertThat(busy.reason()).isEqualTo(EngineBusyException.Reason.OVERLOADED));
            end.countDown();
            assertThat(slow.get()).isEqualTo(1);
            assertThat(gate.run(() -> 3)).isEqualTo(3);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void anErrorIsToldAndForgotten() {
        Gate gate = new Gate(1, Duration.ofSeconds(1));
        int[] tries = {0};
        Once<String> value = new Once<>(gate, () -> ++tries[0], tried -> {
            if (tried == 1) {
                throw new IllegalStateException("the first try fails");
            }
            return "value of try " + tried;
        });

        assertThatThrownBy(value::get).hasMessage("the first try fails");
        assertThat(value.get()).isEqualTo("value of try 2");
        assertThat(value.get()).isEqualTo("value of try 2");
    }

    @Test
    void whoWaitsForAnotherWaitsNoLongerThanTheDeadline() throws Exception {
        Gate gate = new Gate(2, Duration.ofMillis(50));
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        Once<Integer> value = new Once<>(gate, () -> 0, none -> {
            started.countDown();
            awaitQuietly(end);
            return 7;
        });
        ExecutorService pool = Executors.newSingleThreadExecutor();
        try {
            Future<Integer> leader = pool.submit(value::get);
            started.await();

            assertThatThrownBy(value::get).isInstanceOf(EngineBusyException.class);
            end.countDown();
            assertThat(leader.get()).isEqualTo(7);
            assertThat(value.get()).isEqualTo(7);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void withoutDataEveryViewIsEmpty() {
        AreaIndex noAreas = new AreaIndex(List.of());
        Snapshot empty = new Snapshot(
                new DataVersion(0, "none", TestWorld.version(1).publishedAt(), null, null),
                new TableDraft().build(noAreas),
                noAreas);
        try (Engine engine = new Engine(new FakeSnapshotStore(empty), runs, SETTINGS)) {
            for (Method method : Method.values()) {
                Run run = engine.ask(new QuestionReader(empty).read(Map.of("method", List.of(method.word()))));

                assertThat(run.n()).isZero();
                assertThat(run.hotspots()).isEmpty();
                assertThat(run.clusters()).isEmpty();
                assertThat(run.contours()).isEmpty();
                assertThat(run.densityLegend().breaks()).isEmpty();
                assertThat(run.cellsLegend().breaks()).isEmpty();
                assertThat(run.notes()).isNotEmpty();
            }
        }
    }

    @Test
    void withoutAreasTheGroundIsABoxAroundTheData() {
        AreaIndex noAreas = new AreaIndex(List.of());
        TableDraft draft = new TableDraft();
        for (int i = 0; i < 1000; i++) {
            draft.add(Row.at(440_000 + i % 40 * 100, 270_000 + i / 40 * 100, i));
        }
        draft.add(Row.at(150_000, 30_000, 5000));
        Snapshot snapshotWithoutAreas = TestWorld.snapshot(TestWorld.version(1), draft, noAreas);
        try (Engine engine = new Engine(new FakeSnapshotStore(snapshotWithoutAreas), runs, SETTINGS)) {
            Run run = engine.ask(new QuestionReader(snapshotWithoutAreas).read(Map.of()));

            assertThat(run.area().summary().address()).isEqualTo("force");
            assertThat(run.area().bounds().minEasting()).isEqualTo(440_000);
            assertThat(run.n() + run.notMapped().outsideForce()).isEqualTo(1001);
            assertThat(run.notMapped().outsideForce()).isBetween(1L, 20L);
            assertThat(run.notes()).anySatisfy(note -> assertThat(note).contains("No areas are loaded"));
        }
    }

    private Question question(Map<String, List<String>> query) {
        return new QuestionReader(snapshot).read(query);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
