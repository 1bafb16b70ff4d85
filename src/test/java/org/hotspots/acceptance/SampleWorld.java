package org.hotspots.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.hotspots.area.AreaFile;
import org.hotspots.area.AreaKind;
import org.hotspots.hotspot.Engine;
import org.hotspots.hotspot.EngineSettings;
import org.hotspots.load.ImportListener;
import org.hotspots.load.ImportRecord;
import org.hotspots.load.ImportRequest;
import org.hotspots.load.ImportSettings;
import org.hotspots.load.ImportSource;
import org.hotspots.load.ImportState;
import org.hotspots.load.Importer;
import org.hotspots.load.Profile;
import org.hotspots.support.TestDatabase;

/** The committed sample in a real database, loaded as a person would: districts, towns, offences. */
final class SampleWorld implements AutoCloseable {
    static final Path FOLDER = Path.of("data", "sample");
    static final Path OFFENCES = FOLDER.resolve("offences.csv.gz");

    private final TestDatabase test = TestDatabase.create();
    private final Importer importer;
    private final ImportRecord loaded;
    private final Engine engine;

    SampleWorld(Path spoolFolder) throws IOException {
        loadAreas(AreaKind.DISTRICT, FOLDER.resolve("areas-districts.geojson"));
        loadAreas(AreaKind.TOWN, FOLDER.resolve("areas-towns.geojson"));
        this.importer = new Importer(test.database().imports(), ImportSettings.of(spoolFolder));
        this.loaded = importer.run(
                ImportRequest.of(List.of(ImportSource.of(OFFENCES)), Profile.FORCE_EXTRACT), ImportListener.NONE);
        assertThat(loaded.state()).isEqualTo(ImportState.COMMITTED);
        this.engine =
                new Engine(test.database().snapshots(), test.database().runs(), EngineSettings.defaults("acceptance"));
    }

    private void loadAreas(AreaKind kind, Path file) throws IOException {
        AreaFile areas = AreaFile.read(file, AreaFile.Options.of(kind));
        test.database().areas().replaceAreas(kind, areas.areas(), areas.sha256());
    }

    TestDatabase database() {
        return test;
    }

    Importer importer() {
        return importer;
    }

    /** The import of the offences. */
    ImportRecord loaded() {
        return loaded;
    }

    Engine engine() {
        return engine;
    }

    /** What was planted. */
    static JsonNode truth() throws IOException {
        return JsonMapper.builder()
                .build()
                .readTree(FOLDER.resolve("truth.json").toFile());
    }

    @Override
    public void close() {
        engine.close();
        test.close();
    }
}
