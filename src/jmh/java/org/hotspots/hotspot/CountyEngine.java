package org.hotspots.hotspot;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hotspots.area.Area;
import org.hotspots.area.AreaAddress;
import org.hotspots.area.AreaIndex;
import org.hotspots.area.AreaKind;
import org.hotspots.offence.BenchmarkTable;
import org.hotspots.question.Method;
import org.hotspots.question.QuestionReader;
import org.hotspots.snapshot.DataVersion;
import org.hotspots.snapshot.Snapshot;
import org.hotspots.support.FakeRunStore;
import org.hotspots.support.FakeSnapshotStore;
import org.hotspots.support.TestWorld;
import org.locationtech.jts.densify.Densifier;

/** An engine over the benchmarks' county: four districts with borders of many corners, a million offences. */
public final class CountyEngine implements AutoCloseable {
    private final Engine engine;
    private final Snapshot snapshot;
    private int asked;

    public CountyEngine(int offences) {
        List<Area> districts = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            double west = 560_000 + i % 2 * 30_000;
            double south = 180_000 + i / 2 * 40_000;
            districts.add(TestWorld.area(
                    new AreaAddress(AreaKind.DISTRICT, "d" + i),
                    "District " + i,
                    Densifier.densify(TestWorld.box(west, south, west + 30_000, south + 40_000), 20)));
        }
        AreaIndex areas = new AreaIndex(districts);
        DataVersion version = new DataVersion(
                1,
                "benchmark",
                Instant.parse("2026-01-02T00:00:00Z"),
                BenchmarkTable.FIRST_DAY,
                BenchmarkTable.LAST_DAY);
        snapshot = new Snapshot(version, BenchmarkTable.county(offences, areas), areas);
        engine = new Engine(new FakeSnapshotStore(snapshot), new FakeRunStore(), EngineSettings.defaults("bench"));
    }

    /** A run that was never asked for before: its period starts on another day each time. */
    public Run fresh(Method method) {
        String from = BenchmarkTable.FIRST_DAY.plusDays(asked++ % 90).toString();
        return engine.ask(new QuestionReader(snapshot)
                .read(Map.of(
                        "from", List.of(from),
                        "method", List.of(method.word()),
                        "times_mean", List.of("1." + (50 + asked / 90)))));
    }

    @Override
    public void close() {
        engine.close();
    }
}
