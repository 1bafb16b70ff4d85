package org.hotspots.hotspot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.hotspots.geo.BritishGridPoint;
import org.hotspots.geo.SquareLattice;
import org.hotspots.hotspot.HotspotHistory.Found;
import org.hotspots.offence.GeocodeClass;
import org.hotspots.offence.Makeup;
import org.hotspots.offence.TableDraft;
import org.hotspots.question.QuestionReader;
import org.hotspots.snapshot.Snapshot;
import org.hotspots.stats.Interval;
import org.hotspots.support.FakeRunStore;
import org.hotspots.support.FakeSnapshotStore;
import org.hotspots.support.TestWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HotspotHistoryTest {
    private static final SquareLattice LATTICE = new SquareLattice(200);

    /** A square hotspot of 300 m with its south-west corner there. */
    private static Hotspot square(int rank, double easting, double northing) {
        return new Hotspot(
                rank,
                TestWorld.box(easting, northing, easting + 300, northing + 300),
                10,
                new Interval(4.8, 18.4),
                0.1,
                0.1,
                0.09,
                111,
                120,
                null,
                "Mill Lane",
                null,
                null,
                new BritishGridPoint(easting + 150, northing + 150),
                1,
                new Makeup(
                        10, 10, Collections.nCopies(4, 0L), Collections.nCopies(GeocodeClass.values().length + 1, 0L)),
                null,
                List.of());
    }

    private static List<Found> windows(List<List<Hotspot>> hotspots) {
        YearMonth last = YearMonth.of(2025, 1);
        return IntStream.range(0, hotspots.size())
                .mapToObj(i -> {
                    LocalDate to = last.plusMonths(i + 1L).atDay(1);
                    return new Found(to.minusMonths(12), to, 100, hotspots.get(i));
                })
                .toList();
    }

    @Test
    void aPlaceKeepsItsNameWhileItDriftsGoesAndComesBack() {
        HotspotHistory history = HotspotHistory.of(
                LATTICE,
                windows(List.of(
                        List.of(square(1, 400_000, 300_000)),
                        List.of(square(1, 405_000, 300_000), square(2, 400_100, 300_000)),
                        List.of(square(1, 405_000, 300_000)),
                        List.of(square(1, 400_200, 300_000), square(2, 408_000, 300_000)))));

        assertThat(history.tracks())
                .extracting(HotspotHistory.Track::stableId)
                .containsExactly("s200-2000-1500@2025-01", "s200-2025-1500@2025-02", "s200-2040-1500@2025-04");
        HotspotHistory.Track drifting = history.tracks().get(0);
        assertThat(drifting.ranks()).isEqualTo(Arrays.asList(1, 2, null, 1));
        assertThat(drifting.current()).isEqualTo("h1");
        assertThat(drifting.monthsInTop()).isEqualTo(3);
        assertThat(drifting.mayBeOlder()).isTrue();
        HotspotHistory.Track ended = history.tracks().get(1);
        assertThat(ended.ranks()).isEqualTo(Arrays.asList(null, 1, 1, null));
        assertThat(ended.current()).isNull();
        assertThat(ended.mayBeOlder()).isFalse();
        assertThat(history.windows())
                .extracting(HotspotHistory.Window::hotspots)
                .containsExactly(1, 2, 1, 2);
    }

    @Test
    void aThirdOfTheSmallerOneIsEnoughAndLessIsNot() {
        // Of 300 m, 200 m apart share a third; 210 m apart a little less.
        assertThat(tracks(square(1, 400_200, 300_000))).isEqualTo(1);
        assertThat(tracks(square(1, 400_210, 300_000))).isEqualTo(2);
    }

    private static int tracks(Hotspot next) {
        return HotspotHistory.of(LATTICE, windows(List.of(List.of(square(1, 400_000, 300_000)), List.of(next))))
                .tracks()
                .size();
    }

    @Test
    void ofTwoThatOneSplitsIntoTheGreaterPartKeepsTheName() {
        Hotspot whole = square(1, 400_000, 300_000);
        Hotspot less = square(1, 400_160, 300_000);
        Hotspot more = square(2, 399_900, 300_000);

        HotspotHistory history = HotspotHistory.of(LATTICE, windows(List.of(List.of(whole), List.of(less, more))));

        assertThat(history.tracks().get(0).current()).isEqualTo("h2");
        assertThat(history.tracks().get(1).current()).isEqualTo("h1");
    }

    @Test
    void twoThatBeginInOneCellHaveTwoNames() {
        SquareLattice wide = new SquareLattice(5000);
        HotspotHistory history = HotspotHistory.of(
                wide, windows(List.of(List.of(square(1, 400_000, 300_000), square(2, 401_000, 300_000)))));

        assertThat(history.tracks())
                .extracting(HotspotHistory.Track::stableId)
                .containsExactly("s5000-80-60@2025-01", "s5000-80-60@2025-01-2");
    }

    @Test
    void aRunsHistoryIsThatOfTheSameQuestionAskedOfEachWindow() {
        Snapshot snapshot = TestWorld.snapshot(1, 3000);
        try (Engine engine =
                new Engine(new FakeSnapshotStore(snapshot), new FakeRunStore(), EngineSettings.defaults("test"))) {
            QuestionReader reader = new QuestionReader(snapshot);
            Run run = engine.ask(reader.read(query("2025-12-01", "2026-03-01")));

            HotspotHistory history = run.history();

            // The data begin in March 2025: ten windows of three months end in them.
            assertThat(history.windows()).hasSize(10);
            for (int i = 0; i < 10; i++) {
                HotspotHistory.Window window = history.windows().get(i);
                Run asked = engine.ask(
                        reader.read(query(window.from().toString(), window.to().toString())));
                int at = i;
                assertThat(window.n()).isEqualTo(asked.n());
                assertThat(history.tracks().stream()
                                .map(track -> track.ranks().get(at))
                                .filter(Objects::nonNull)
                                .sorted()
                                .toList())
                        .isEqualTo(asked.hotspots().stream().map(Hotspot::rank).toList());
            }
            assertThat(history.tracks().stream().filter(track -> track.current() != null))
                    .hasSameSizeAs(run.hotspots());
            assertThat(history.tracks())
                    .as("the thick places of the town stay")
                    .anyMatch(track -> track.monthsSeen() == 10);
        }
    }

    /** Windows leave out of a run what a history does not tell; what it tells must be the same. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "theme=all",
                "theme=asb&area=district:north&method=grid_count",
                "theme=knife&area=town:middleton&method=gi_star",
                "theme=all&area=town:middleton&method=dbscan",
                "theme=hate&area=district:south",
                "theme=all&area=town:middleton&method=nnh",
                "theme=all&area=town:middleton&method=stac&seed=7",
                "theme=knife&area=town:middleton&method=hdbscan&counting_basis=offences",
                "theme=asb&method=kde_adaptive&edge=none"
            })
    void aWindowTellsWhatAWholeRunWould(String question) {
        Snapshot snapshot = TestWorld.snapshot(2, 4000);
        try (Engine engine =
                new Engine(new FakeSnapshotStore(snapshot), new FakeRunStore(), EngineSettings.defaults("test"))) {
            QuestionReader reader = new QuestionReader(snapshot);
            Run run = engine.ask(reader.read(query(question, "2025-11-01", "2026-03-01")));
            List<Found> whole = run.history().windows().stream()
                    .map(window -> {
                        Run asked = engine.ask(reader.read(query(
                                question, window.from().toString(), window.to().toString())));
                        return new Found(window.from(), window.to(), asked.n(), asked.hotspots());
                    })
                    .toList();

            assertThat(whole).hasSize(9);
            assertThat(run.history())
                    .isEqualTo(HotspotHistory.of(
                            run.question()
                                    .cells()
                                    .grid()
                                    .lattice(run.question().cells().cellMetres()),
                            whole));
        }
    }

    private static Map<String, List<String>> query(String question, String from, String to) {
        Map<String, List<String>> query = new HashMap<>();
        for (String pair : question.split("&", -1)) {
            query.put(pair.substring(0, pair.indexOf('=')), List.of(pair.substring(pair.indexOf('=') + 1)));
        }
        query.put("from", List.of(from));
        query.put("to", List.of(to));
        return query;
    }

    private static Map<String, List<String>> query(String from, String to) {
        return Map.of("area", List.of("town:middleton"), "from", List.of(from), "to", List.of(to));
    }

    @Test
    void withoutHotspotsThereAreNoTracks() {
        Snapshot snapshot = TestWorld.snapshot(TestWorld.version(1), new TableDraft(), TestWorld.areas());
        try (Engine engine =
                new Engine(new FakeSnapshotStore(snapshot), new FakeRunStore(), EngineSettings.defaults("test"))) {
            HotspotHistory history =
                    engine.ask(new QuestionReader(snapshot).read(Map.of())).history();
            assertThat(history.tracks()).isEmpty();
            assertThat(history.windows()).hasSize(1);
        }
    }
}
