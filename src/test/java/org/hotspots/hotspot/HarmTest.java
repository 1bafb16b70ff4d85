package org.hotspots.hotspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hotspots.geo.BritishGridPoint;
import org.hotspots.hotspot.RunStore.StoredRun;
import org.hotspots.offence.Codebook;
import org.hotspots.offence.Codebooks;
import org.hotspots.offence.HomeOfficeCode;
import org.hotspots.offence.Setting;
import org.hotspots.offence.TableDraft;
import org.hotspots.offence.TableDraft.Row;
import org.hotspots.question.Method;
import org.hotspots.question.RefusedQuestionException;
import org.hotspots.snapshot.Snapshot;
import org.hotspots.support.FakeRunStore;
import org.hotspots.support.FakeSnapshotStore;
import org.hotspots.support.TestWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs that weigh by harm, and what hotspots say of their settings. */
class HarmTest {
    private static final double WEST = TestWorld.WEST + 3500;
    private static final double EAST = TestWorld.WEST + 6500;

    /** Twelve lesser offences in the west of the town, six grave ones in the east. */
    private static final Snapshot WORLD = world();

    private static Snapshot world() {
        TableDraft draft = new TableDraft();
        int incident = 0;
        for (int i = 0; i < 12; i++) {
            draft.add(Row.at(WEST + i, 304_000, ++incident).classified("46").in(Setting.PUBLIC_PLACE));
        }
        for (int i = 0; i < 6; i++) {
            draft.add(Row.at(EAST + i, 305_000, ++incident).classified("34B").in(Setting.DWELLING));
        }
        draft.add(Row.at(EAST, 303_500, ++incident).classified("unheard of"));
        return TestWorld.snapshot(TestWorld.version(1), draft, TestWorld.areas());
    }

    @Test
    void ranksAreByHarmAndCountsStayCounts() {
        List<Hotspot> byCount = ask(weights(1, 10), "times_mean", "1.5").hotspots();
        Run harm = ask(weights(1, 10), "times_mean", "1.5", "weight", "harm");

        assertThat(byCount).extracting(Hotspot::count).containsExactly(12L, 6L);
        assertThat(byCount).extracting(Hotspot::harm).containsOnlyNulls();
        assertThat(harm.n()).isEqualTo(19);
        assertThat(harm.totalWeight()).isEqualTo(72);
        assertThat(harm.hotspots()).extracting(Hotspot::count).containsExactly(6L, 12L);
        assertThat(harm.hotspots()).extracting(Hotspot::harm).containsExactly(60.0, 12.0);
        assertThat(harm.hotspots()).extracting(Hotspot::share).containsExactly(60 / 72.0, 12 / 72.0);
        assertThat(harm.hotspots().get(1).runningShare()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void withEveryWeightOneTheAnswersAreThoseOfCounts(Method method) {
        Snapshot world = TestWorld.snapshot(5, 4000);
        Codebooks one = codebooks(new Codebook.Weight(new HomeOfficeCode("8N", ""), 1));
        Run counted = ask(world, one, "method", method.word(), "area", "");
        Run weighed = ask(world, one, "method", method.word(), "area", "", "weight", "harm");

        assertThat(weighed.density().values()).isEqualTo(counted.density().values());
        assertThat(weighed.cells().z()).isEqualTo(counted.cells().z());
        assertThat(places(weighed)).isEqualTo(places(counted)).isNotEmpty();
        assertThat(weighed.id()).isNotEqualTo(counted.id());
    }

    private static List<BritishGridPoint> places(Run run) {
        return run.hotspots().stream().map(Hotspot::centre).toList();
    }

    @Test
    void aWeightOfTenIsTenEvents() {
        TableDraft ten = new TableDraft();
        TableDraft one = new TableDraft();
        int incident = 0;
        for (int i = 0; i < 5; i++) {
            one.add(Row.at(WEST + 90 * i, 304_000, ++incident).classified("34B"));
            for (int k = 0; k < 10; k++) {
                ten.add(Row.at(WEST + 90 * i, 304_000, ++incident));
            }
        }
        Run counted = ask(TestWorld.snapshot(TestWorld.version(1), ten, TestWorld.areas()), weights(1, 10));
        Run weighed =
                ask(TestWorld.snapshot(TestWorld.version(1), one, TestWorld.areas()), weights(1, 10), "weight", "harm");

        assertThat(weighed.density().values()).containsExactly(counted.density().values(), within(1e-9));
        assertThat(weighed.cells().values()).isEqualTo(counted.cells().counts());
        assertThat(weighed.cells().z()).containsExactly(counted.cells().z(), within(1e-9));
    }

    @Test
    void theCodebookIsNamedWhereverAFigureIs() {
        Run run = ask(weights(1, 10), "weight", "harm");

        assertThat(run.densityLegend().title())
                .isEqualTo("All offences, harm-weighted, codebook test version 1, per km² in 12 months");
        assertThat(run.densityLegend().unit()).isEqualTo("points per km2 over the period");
        assertThat(run.cellsLegend().title()).contains("harm-weighted, codebook test version 1");
        assertThat(run.notes())
                .contains(
                        "Harm-weighted, codebook test version 1: density, Gi* and ranks are of harm (points), not of"
                                + " numbers.",
                        "1 of 19 incidents have no weight in the codebook test version 1; they are counted and weigh 0.");
        assertThat(run.question().canonicalJson())
                .contains("\"weight\":\"harm\",\"codebook\":\"test:1:")
                .doesNotContain("weights");
    }

    @Test
    void otherWeightsUnderTheSameNameAreAnotherRun() {
        String id = ask(weights(1, 10), "weight", "harm").id();

        assertThat(ask(weights(1, 11), "weight", "harm").id()).isNotEqualTo(id);
        assertThat(ask(weights(1, 10), "weight", "harm", "codebook", "test:1").id())
                .isEqualTo(id);
    }

    @Test
    void aStoredRunIsNeverComputedWithAnotherCodebook() {
        FakeRunStore store = new FakeRunStore();
        String id;
        try (Engine engine = engine(WORLD, store, weights(1, 10))) {
            id = engine.ask(engine.questionReader().read(Map.of("weight", List.of("harm"))))
                    .id();
        }
        Optional<StoredRun> stored = store.findRun(id);
        assertThat(stored).isPresent();
        try (Engine engine = engine(WORLD, store, weights(1, 11))) {
            assertThatThrownBy(() -> engine.findRun(id))
                    .isInstanceOf(RefusedQuestionException.class)
                    .hasMessageContaining("one of the codebooks that are loaded: test:1");
        }
        try (Engine engine = engine(WORLD, store, weights(1, 10))) {
            assertThat(engine.findRun(id)).isPresent();
        }
    }

    @Test
    void whereNothingHasAWeightThereIsNothingToDraw() {
        Run run = ask(codebooks(new Codebook.Weight(new HomeOfficeCode("99", ""), 5)), "weight", "harm");

        assertThat(run.totalWeight()).isZero();
        assertThat(run.densityLegend().breaks()).isEmpty();
        assertThat(run.hotspots()).isEmpty();
        assertThat(run.n()).isEqualTo(19);
    }

    @Test
    void aHotspotOfDwellingsIsSuitedToProblemSolving() {
        List<Hotspot> hotspots = ask(Codebooks.NONE, "times_mean", "1.5").hotspots();

        assertThat(hotspots)
                .extracting(Hotspot::suitedTo)
                .containsExactly(Optional.of(Suited.PATROL), Optional.of(Suited.PROBLEM_SOLVING));
        assertThat(hotspots.get(1).makeup().count(Setting.DWELLING)).isEqualTo(6);
        assertThat(hotspots.get(1).makeup().patrollableShare()).isZero();
    }

    @Test
    void halfOfTheKnownSettingsIsEnoughForAPatrol() {
        assertThat(suited(Setting.PUBLIC_PLACE, Setting.DWELLING, Setting.UNKNOWN))
                .contains(Suited.PATROL);
        assertThat(suited(Setting.PUBLIC_PLACE, Setting.DWELLING, Setting.ONLINE))
                .contains(Suited.PROBLEM_SOLVING);
        assertThat(suited(Setting.UNKNOWN, Setting.UNKNOWN, Setting.UNKNOWN)).isEmpty();
    }

    private static Optional<Suited> suited(Setting... settings) {
        TableDraft draft = new TableDraft();
        for (int i = 0; i < settings.length; i++) {
            // Twice, since fewer than five events may always be chance.
            draft.add(Row.at(WEST, 304_000, 2 * i).in(settings[i]));
            draft.add(Row.at(WEST, 304_000, 2 * i + 1).in(settings[i]));
        }
        Snapshot snapshot = TestWorld.snapshot(TestWorld.version(1), draft, TestWorld.areas());
        return ask(snapshot, Codebooks.NONE).hotspots().get(0).suitedTo();
    }

    private static Codebooks weights(double shoplifting, double robbery) {
        return codebooks(
                new Codebook.Weight(new HomeOfficeCode("46", ""), shoplifting),
                new Codebook.Weight(new HomeOfficeCode("34B", ""), robbery));
    }

    /** The hash stands for the bytes of a file. */
    private static Codebooks codebooks(Codebook.Weight... weights) {
        List<Codebook.Weight> all = List.of(weights);
        return new Codebooks(List.of(new Codebook("test", "1", "points", Integer.toHexString(all.hashCode()), all)));
    }

    private static Run ask(Codebooks codebooks, String... namesAndValues) {
        return ask(WORLD, codebooks, namesAndValues);
    }

    private static Run ask(Snapshot snapshot, Codebooks codebooks, String... namesAndValues) {
        Map<String, List<String>> query = new HashMap<>(Map.of("area", List.of("town:middleton")));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            query.put(namesAndValues[i], List.of(namesAndValues[i + 1]));
        }
        query.remove("area", List.of(""));
        try (Engine engine = engine(snapshot, new FakeRunStore(), codebooks)) {
            return engine.ask(engine.questionReader().read(query));
        }
    }

    private static Engine engine(Snapshot snapshot, FakeRunStore store, Codebooks codebooks) {
        EngineSettings settings = EngineSettings.defaults("1").withCodebooks(codebooks);
        return new Engine(new FakeSnapshotStore(snapshot), store, settings);
    }
}
