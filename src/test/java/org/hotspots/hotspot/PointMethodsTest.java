package org.hotspots.hotspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hotspots.offence.TableDraft;
import org.hotspots.offence.TableDraft.Row;
import org.hotspots.question.QuestionReader;
import org.hotspots.question.RefusedQuestionException;
import org.hotspots.snapshot.Snapshot;
import org.hotspots.stats.SeededRandom;
import org.hotspots.support.FakeRunStore;
import org.hotspots.support.FakeSnapshotStore;
import org.hotspots.support.TestWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** HDBSCAN, NNH and STAC as methods of a question. */
class PointMethodsTest {
    private static final double WEST = TestWorld.WEST + 4000;
    private static final double SOUTH = 304_000;

    /** Sixty events strewn over the town, and two heaps of thirty and twenty within 40 metres. */
    private static Snapshot twoHeaps() {
        TableDraft draft = new TableDraft();
        SeededRandom random = new SeededRandom(1);
        for (int i = 0; i < 60; i++) {
            draft.add(Row.at(TestWorld.WEST + random.between(3000, 7000), random.between(303_000, 306_000), i));
        }
        for (int i = 0; i < 30; i++) {
            draft.add(Row.at(WEST + random.between(0, 40), SOUTH + random.between(0, 40), 100 + i));
        }
        for (int i = 0; i < 20; i++) {
            draft.add(Row.at(WEST + 1500 + random.between(0, 40), SOUTH + 700 + random.between(0, 40), 200 + i));
        }
        return TestWorld.snapshot(TestWorld.version(1), draft, TestWorld.areas());
    }

    /** Each heap, perhaps with strewn events around it: HDBSCAN takes in all that hangs with a heap and nothing else. */
    @ParameterizedTest
    @ValueSource(strings = {"hdbscan", "nnh", "stac"})
    void findsTheHeaps(String method) {
        List<Hotspot> hotspots =
                run(twoHeaps(), "method", method, "area", "town:middleton").hotspots();

        assertThat(hotspots).hasSizeBetween(2, 3);
        assertThat(hotspots.get(0).count()).isBetween(30L, 35L);
        assertThat(hotspots.get(1).count()).isBetween(20L, 32L);
        assertThat(hotspots.get(0).centre().easting()).isBetween(WEST - 150, WEST + 190);
        assertThat(hotspots.get(1).centre().easting()).isBetween(WEST + 1350, WEST + 1690);
        assertThat(hotspots).allMatch(hotspot -> hotspot.outline().isValid() && hotspot.areaKm2() > 0);
    }

    /** 110 events on 12 km2 make no such heap by chance: no random map reaches them, so p is the least there is. */
    @ParameterizedTest
    @ValueSource(strings = {"nnh", "stac"})
    void heapsAreComparedWithRandomMaps(String method) {
        Run run = run(twoHeaps(), "method", method, "area", "town:middleton", "grid", "hex");
        for (Hotspot heap : run.hotspots().subList(0, 2)) {
            Hotspot.Score score = Objects.requireNonNull(heap.score());
            assertThat(score.z()).isNull();
            assertThat(score.p()).isEqualTo(1 / 1000.0);
            assertThat(score.q()).isEqualTo(score.p());
        }
        assertThat(run.notes())
                .anyMatch(note -> note.startsWith("p is the share of 999 random maps, each with as many incidents"));
    }

    @Test
    void theSameSeedGivesTheSameP() {
        Snapshot world = TestWorld.snapshot(5, 2000);
        List<Double> p = probabilities(world, "1");
        assertThat(probabilities(world, "1")).isEqualTo(p).isNotEmpty();
    }

    private static List<Double> probabilities(Snapshot world, String seed) {
        String[] asked = {"method", "nnh", "theme", "knife", "min_points", "3", "threshold_m", "200", "seed", seed};
        return run(world, asked).hotspots().stream()
                .map(hotspot -> hotspot.score() == null ? 2.0 : hotspot.score().p())
                .toList();
    }

    @Test
    void aPlaceAloneHasAnOutline() {
        TableDraft draft = new TableDraft();
        for (int i = 0; i < 24; i++) {
            draft.add(Row.at(i % 2 == 0 ? WEST : WEST + 2000, SOUTH, i));
        }
        Snapshot snapshot = TestWorld.snapshot(TestWorld.version(1), draft, TestWorld.areas());
        for (String method : List.of("hdbscan", "nnh", "stac")) {
            List<Hotspot> hotspots = run(snapshot, "method", method).hotspots();
            assertThat(hotspots).as(method).hasSize(2).allMatch(hotspot -> hotspot.count() == 12);
            assertThat(hotspots).allMatch(hotspot -> hotspot.areaKm2() > 0.0019);
        }
    }

    @Test
    void noEventsHaveNoHotspots() {
        Snapshot empty = TestWorld.snapshot(TestWorld.version(1), new TableDraft(), TestWorld.areas());
        for (String method : List.of("hdbscan", "nnh", "stac")) {
            assertThat(run(empty, "method", method, "area", "town:middleton").hotspots())
                    .as(method)
                    .isEmpty();
        }
    }

    /** 4,000 offences within reach of each other: too many comparisons a map. */
    @Test
    void tooMuchWorkIsRefusedWithTheRuleAndTheValue() {
        TableDraft draft = new TableDraft();
        for (int i = 0; i < 4000; i++) {
            draft.add(Row.at(WEST + i % 7, SOUTH, i));
        }
        Snapshot snapshot = TestWorld.snapshot(TestWorld.version(1), draft, TestWorld.areas());
        assertThatThrownBy(() -> run(snapshot, "method", "nnh", "area", "town:middleton", "threshold_m", "1000"))
                .isInstanceOf(RefusedQuestionException.class)
                .hasMessage(
                        "method=nnh: 4,000 events take about 12,080,001 comparisons a random map, at most 10,101,010;"
                                + " ask for less at a time: a town, a theme, a shorter period");
    }

    private static Run run(Snapshot snapshot, String... namesAndValues) {
        Map<String, List<String>> query = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            query.put(namesAndValues[i], List.of(namesAndValues[i + 1]));
        }
        try (Engine engine =
                new Engine(new FakeSnapshotStore(snapshot), new FakeRunStore(), EngineSettings.defaults("1"))) {
            return engine.ask(new QuestionReader(snapshot).read(query));
        }
    }
}
