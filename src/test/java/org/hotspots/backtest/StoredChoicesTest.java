package org.hotspots.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hotspots.area.AreaAddress;
import org.hotspots.backtest.BacktestStore.StoredBacktest;
import org.hotspots.hotspot.Engine;
import org.hotspots.hotspot.EngineSettings;
import org.hotspots.hotspot.Run;
import org.hotspots.offence.Codebooks;
import org.hotspots.offence.TableDraft;
import org.hotspots.offence.Theme;
import org.hotspots.question.Method;
import org.hotspots.question.MethodChoice.Setting;
import org.hotspots.question.MethodDefault;
import org.hotspots.question.MethodDefault.By;
import org.hotspots.question.MethodDefault.Tested;
import org.hotspots.question.MethodDefaults;
import org.hotspots.question.Question;
import org.hotspots.question.QuestionParameters;
import org.hotspots.question.QuestionReader;
import org.hotspots.snapshot.Snapshot;
import org.hotspots.support.FakeBacktestStore;
import org.hotspots.support.FakeRunStore;
import org.hotspots.support.FakeSnapshotStore;
import org.hotspots.support.TestWorld;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a question that names no method becomes where back-tests are stored. */
class StoredChoicesTest {
    private static final Snapshot SNAPSHOT =
            TestWorld.snapshot(TestWorld.version(3), TestWorld.draft(71, 200), TestWorld.areas());
    private static final Setting GI_STAR = new Setting(Method.GI_STAR, "neighbour_m", 400.0);
    private static final Setting DBSCAN = new Setting(Method.DBSCAN, "eps_m", 250.0);

    private final FakeBacktestStore backtests = new FakeBacktestStore();
    private final StoredChoices choices = new StoredChoices(backtests);
    private final QuestionReader reader = new QuestionReader(SNAPSHOT, Codebooks.NONE, choices);

    /** As {@link BacktestJson} writes it. */
    private void store(long dataVersion, Theme theme, @Nullable AreaAddress area, @Nullable Candidate candidate) {
        Snapshot empty = TestWorld.snapshot(TestWorld.version(dataVersion), new TableDraft(), TestWorld.areas());
        try (Engine engine =
                new Engine(new FakeSnapshotStore(empty), new FakeRunStore(), EngineSettings.defaults("test"))) {
            Backtest backtest = new Backtest(
                    TestWorld.version(dataVersion),
                    theme,
                    engine.areaEvents(area).area().summary(),
                    0,
                    List.of(),
                    List.of(),
                    new Choice(candidate, "Because " + dataVersion + "."));
            backtests.save(new StoredBacktest(
                    dataVersion,
                    theme.word(),
                    backtest.area().address(),
                    BacktestJson.of(backtest).toString()));
        }
    }

    private static Candidate giStar() {
        return new Candidate(Method.GI_STAR, 400, 12);
    }

    private static Candidate dbscan() {
        return new Candidate(Method.DBSCAN, 250, 6);
    }

    private Question read(String... given) {
        Map<String, List<String>> query = new LinkedHashMap<>();
        for (int i = 0; i < given.length; i += 2) {
            query.put(given[i], List.of(given[i + 1]));
        }
        return reader.read(query);
    }

    private MethodDefault get(Theme theme, @Nullable AreaAddress area) {
        return new MethodDefaults(SNAPSHOT, choices).get(theme, area);
    }

    @Test
    void anAreaTakesItsOwnBacktestThenItsDistrictsThenTheForces() {
        assertThat(get(Theme.ASB, TestWorld.TOWN).by()).isEqualTo(By.GENERAL);
        assertThat(get(Theme.ASB, TestWorld.TOWN).tested()).isNull();
        assertThat(get(Theme.ASB, TestWorld.TOWN).reason()).startsWith("No back-test of this theme");

        store(1, Theme.ASB, null, dbscan());
        MethodDefault ofForce = get(Theme.ASB, TestWorld.TOWN);
        assertThat(ofForce).isEqualTo(new MethodDefault(DBSCAN, By.BACKTEST, new Tested(null, 1), "Because 1."));
        assertThat(get(Theme.ASB, null)).isEqualTo(ofForce);
        assertThat(get(Theme.KNIFE, TestWorld.TOWN).by()).isEqualTo(By.GENERAL);

        store(2, Theme.ASB, TestWorld.NORTH, giStar());
        assertThat(get(Theme.ASB, TestWorld.TOWN))
                .isEqualTo(new MethodDefault(GI_STAR, By.BACKTEST, new Tested(TestWorld.NORTH, 2), "Because 2."));
        assertThat(get(Theme.ASB, TestWorld.SOUTH_DISTRICT)).isEqualTo(ofForce);

        store(1, Theme.ASB, TestWorld.TOWN, dbscan());
        assertThat(get(Theme.ASB, TestWorld.TOWN).tested()).isEqualTo(new Tested(TestWorld.TOWN, 1));
    }

    @Test
    void theNewestOfThisDataVersionOrAnEarlierCounts() {
        store(1, Theme.ALL, null, dbscan());
        store(3, Theme.ALL, null, giStar());
        store(4, Theme.ALL, null, dbscan());

        assertThat(get(Theme.ALL, null).setting()).isEqualTo(GI_STAR);
        assertThat(get(Theme.ALL, null).tested()).isEqualTo(new Tested(null, 3));
    }

    @Test
    void whereNoMethodCanBePreferredTheGeneralDefaultStays() {
        store(1, Theme.HATE, null, giStar());
        store(2, Theme.HATE, TestWorld.NORTH, null);

        MethodDefault found = get(Theme.HATE, TestWorld.TOWN);
        assertThat(found.by()).isEqualTo(By.GENERAL);
        assertThat(found.tested()).isEqualTo(new Tested(TestWorld.NORTH, 2));
        assertThat(found.reason()).isEqualTo("Because 2.");
        assertThat(found.setting()).isEqualTo(new Setting(Method.KDE_QUARTIC, "bandwidth_m", 300.0));
    }

    /** The district was found to need no other than a district's 500 m; that tells nothing against a town's 300 m. */
    @Test
    void aDistrictThatKeepsItsDefaultLetsATownKeepItsOwn() {
        store(1, Theme.ASB, TestWorld.NORTH, new Candidate(Method.KDE_QUARTIC, 500, 12));
        assertThat(get(Theme.ASB, TestWorld.NORTH).setting().metres()).isEqualTo(500.0);
        assertThat(get(Theme.ASB, TestWorld.TOWN).setting().metres()).isEqualTo(300.0);
        assertThat(get(Theme.ASB, TestWorld.TOWN).by()).isEqualTo(By.BACKTEST);

        store(2, Theme.ASB, TestWorld.NORTH, new Candidate(Method.KDE_QUARTIC, 200, 12));
        assertThat(get(Theme.ASB, TestWorld.TOWN).setting().metres()).isEqualTo(200.0);
    }

    @Test
    void theQuestionSaysInFullWhatTheDefaultCameTo() {
        Question general = read("theme", "asb", "area", "town:middleton");
        store(2, Theme.ASB, TestWorld.NORTH, new Candidate(Method.STAC, 200, 3));
        Question chosen = read("theme", "asb", "area", "town:middleton");

        assertThat(chosen.method()).isEqualTo(Method.STAC);
        assertThat(chosen.filter()).as("the period is as it was").isEqualTo(general.filter());
        assertThat(chosen)
                .isEqualTo(read("theme", "asb", "area", "town:middleton", "method", "stac", "radius_m", "200"));
        assertThat(chosen.clusters().minPoints()).isEqualTo(10);
        assertThat(reader.read(chosen.toJson())).isEqualTo(chosen);
        assertThat(reader.read(general.toJson()))
                .as("a question in full stays what it was")
                .isEqualTo(general);
    }

    @Test
    void whatWorksOutItsOwnLengthHasNone() {
        store(1, Theme.ALL, null, new Candidate(Method.NNH, Double.NaN, 3));

        assertThat(get(Theme.ALL, null).setting()).isEqualTo(new Setting(Method.NNH, "threshold_m", null));
        assertThat(read()).isEqualTo(read("method", "nnh"));
    }

    @ParameterizedTest
    @CsvSource({
        "method, kde_quartic",
        "bandwidth_m, 400",
        "edge, uniform",
        "location_error_m, 20",
        "times_mean, 6",
        "grid, hex",
        "cell_m, 150",
        "neighbour_m, 500",
        "q_max, 0.01",
        "eps_m, 150",
        "min_points, 7",
        "grain_m, 20",
        "threshold_m, 90",
        "nnh_t, 2",
        "radius_m, 300"
    })
    void whoSaysHowIsNotCorrected(String name, String value) {
        store(1, Theme.ALL, null, new Candidate(Method.KDE_ADAPTIVE, 200, 12));

        assertThat(read(name, value).method()).isEqualTo(Method.KDE_QUARTIC);
        assertThat(QuestionParameters.get(name).name()).isEqualTo(name);
    }

    /** A method that this program does not know is as good as none; the table after the choice is not looked at. */
    @Test
    void aBacktestOfANewerProgramIsPassedOver() {
        backtests.save(new StoredBacktest(
                1, "all", "force", "{\"choice\":{\"method\":\"oracle\",\"reason\":\"It knows.\"},\"standings\":["));

        assertThat(get(Theme.ALL, null).by()).isEqualTo(By.GENERAL);
    }

    @Test
    void everyCandidateCanBeADefault() {
        for (Candidate candidate : Candidate.all(List.of(3, 6, 12, 24), false)) {
            store(1, Theme.KNIFE, null, candidate);
            assertThat(read("theme", "knife").method()).isEqualTo(candidate.method());
        }
    }

    /** A run keeps its method when a later back-test chooses another, also where it is made again. */
    @Test
    void aStoredRunStaysWhatItWas() {
        FakeRunStore runs = new FakeRunStore();
        String id;
        try (Engine engine =
                new Engine(new FakeSnapshotStore(SNAPSHOT), runs, choices, EngineSettings.defaults("test"))) {
            id = engine.ask(engine.questionReader().read(Map.of())).id();
            store(2, Theme.ALL, null, giStar());
            Run other = engine.ask(engine.questionReader().read(Map.of()));
            assertThat(other.question().method()).isEqualTo(Method.GI_STAR);
            assertThat(other.id()).isNotEqualTo(id);
        }
        try (Engine again =
                new Engine(new FakeSnapshotStore(SNAPSHOT), runs, choices, EngineSettings.defaults("test"))) {
            assertThat(again.findRun(id).orElseThrow().question().method()).isEqualTo(Method.KDE_QUARTIC);
        }
    }
}
