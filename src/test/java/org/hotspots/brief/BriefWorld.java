package org.hotspots.brief;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.hotspots.area.AreaIndex;
import org.hotspots.hotspot.Engine;
import org.hotspots.hotspot.EngineSettings;
import org.hotspots.hotspot.Hotspot;
import org.hotspots.hotspot.Run;
import org.hotspots.offence.TableDraft;
import org.hotspots.offence.TableDraft.Row;
import org.hotspots.offence.Theme;
import org.hotspots.question.QuestionReader;
import org.hotspots.snapshot.Snapshot;
import org.hotspots.stats.SeededRandom;
import org.hotspots.support.FakeRunStore;
import org.hotspots.support.FakeSnapshotStore;
import org.hotspots.support.TestWorld;

/** Knife crime thick at three places of Middleton, one of them at the force's edge, and thin over the town. */
final class BriefWorld implements AutoCloseable {
    static final int THIN = 150;
    /** Events of the three places, and where they lie. */
    static final int[] THICK = {60, 40, 25};

    static final double[][] WHERE = {
        {TestWorld.WEST + 4000, 304_000}, {TestWorld.WEST + 6000, 305_000}, {TestWorld.WEST + 5000, 303_060}
    };
    private static final LocalDate SATURDAY = LocalDate.of(2025, 3, 1);

    private final Engine engine;

    private BriefWorld(Snapshot snapshot) {
        this.engine = new Engine(new FakeSnapshotStore(snapshot), new FakeRunStore(), EngineSettings.defaults("test"));
    }

    /** @param name of the street at the thick place of this number, or -1 for the thin ones */
    static BriefWorld of(AreaIndex areas, Function<Integer, String> name) {
        return new BriefWorld(TestWorld.snapshot(TestWorld.version(1), draft(name), areas));
    }

    static BriefWorld usual() {
        return of(
                TestWorld.areas(),
                place -> place < 0
                        ? "Quiet Lane"
                        : List.of("Mill Lane", "Long Street", "Edge Road").get(place));
    }

    private static TableDraft draft(Function<Integer, String> name) {
        SeededRandom random = new SeededRandom(11);
        TableDraft draft = new TableDraft();
        int incident = 0;
        for (int place = 0; place < THICK.length; place++) {
            for (int k = 0; k < THICK[place]; k++) {
                Row row = Row.at(
                                10 * Math.rint(WHERE[place][0] / 10 + 5 * random.gaussian()),
                                10 * Math.rint(WHERE[place][1] / 10 + 5 * random.gaussian()),
                                incident++)
                        .named(name.apply(place));
                // The first place has its hours: Saturdays from ten at night.
                draft.add(place == 0 ? row.on(SATURDAY.plusWeeks(k % 50)).atMinute(22 * 60 + k) : spread(row, k));
            }
        }
        for (int k = 0; k < THIN; k++) {
            Row row = Row.at(
                            TestWorld.WEST + 3000 + 10 * Math.floor(400 * random.nextDouble()),
                            303_000 + 10 * Math.floor(300 * random.nextDouble()),
                            incident++)
                    .named(name.apply(-1));
            draft.add(spread(row, k));
        }
        TableDraft knives = new TableDraft();
        draft.rows().forEach(row -> knives.add(row.of(Theme.KNIFE)));
        return knives;
    }

    /** Over the days and hours, one in ten at no known hour. */
    private static Row spread(Row row, int k) {
        return row.on(SATURDAY.plusDays((37L * k) % 360)).atMinute(k % 10 == 9 ? -1 : (457 * k) % 1440);
    }

    Run run(String... parameters) {
        Map<String, List<String>> given = new HashMap<>();
        given.put("theme", List.of("knife"));
        given.put("area", List.of("town:middleton"));
        for (int k = 0; k < parameters.length; k += 2) {
            given.put(parameters[k], List.of(parameters[k + 1]));
        }
        return engine.ask(new QuestionReader(engine.snapshot()).read(given));
    }

    /** Visits to the places of these ranks, a quarter of an hour each. */
    static List<Visit> visits(Run run, int... ranks) {
        List<Visit> visits = new ArrayList<>();
        for (int rank : ranks) {
            Hotspot place = run.hotspots().get(rank - 1);
            visits.add(new Visit(place, Visit.USUAL_MINUTES));
        }
        return visits;
    }

    @Override
    public void close() {
        engine.close();
    }
}
