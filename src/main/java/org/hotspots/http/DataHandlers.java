package org.hotspots.http;

import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.hotspots.area.Area;
import org.hotspots.area.AreaKind;
import org.hotspots.hotspot.Engine;
import org.hotspots.load.ImportStore;
import org.hotspots.snapshot.GeocodingQuality;
import org.hotspots.snapshot.Snapshot;

/** What is loaded: counts, sources, areas, the latest imports, and the database. */
final class DataHandlers {
    private static final int LATEST_IMPORTS = 20;

    private final Engine engine;
    private final ImportStore importStore;
    private final DatabaseDescription database;
    private final PerVersion<GeocodingQuality> geocoding = new PerVersion<>(GeocodingQuality::of);
    private final PerVersion<DataSummary> summary = new PerVersion<>(DataSummary::of);

    DataHandlers(Engine engine, ImportStore importStore, DatabaseDescription database) {
        this.engine = engine;
        this.importStore = importStore;
        this.database = database;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/api/v1/data", Json.TYPE, this::data),
                Route.get("/api/v1/data/geocoding", Json.TYPE, this::geocoding));
    }

    /** 200, 304; 503 while there are no data. */
    private void data(Context ctx) throws IOException {
        Snapshot snapshot = engine.snapshot();
        DataSummary counted = summary.of(snapshot);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
        try (JsonGenerator json = Json.generator(bytes)) {
            json.writeStartObject();
            json.writeFieldName("data_version");
            RunJson.writeVersion(json, snapshot.version());
            counted.write(json);
            ImportJson.writeList(json, importStore.listImports(LATEST_IMPORTS));
            writeAreas(json, snapshot);
            json.writeObjectFieldStart("database");
            json.writeBooleanField("postgis", database.postgis());
            json.writeStringField("kind", database.kind());
            json.writeEndObject();
            json.writeEndObject();
        }
        Answers.send(ctx, Json.TYPE, bytes.toByteArray());
    }

    /** 200, 304; 503 while there are no data. */
    private void geocoding(Context ctx) throws IOException {
        Snapshot snapshot = engine.snapshot();
        GeocodingQuality quality = geocoding.of(snapshot);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
        try (JsonGenerator json = Json.generator(bytes)) {
            GeocodingJson.write(json, snapshot.version(), quality);
        }
        Answers.send(ctx, Json.TYPE, bytes.toByteArray());
    }

    private static void writeAreas(JsonGenerator json, Snapshot snapshot) throws IOException {
        Map<AreaKind, Integer> counts = new EnumMap<>(AreaKind.class);
        for (Area area : snapshot.areas().areas()) {
            counts.merge(area.address().kind(), 1, Integer::sum);
        }
        json.writeObjectFieldStart("areas");
        for (Map.Entry<AreaKind, Integer> count : counts.entrySet()) {
            json.writeNumberField(count.getKey().word(), count.getValue());
        }
        json.writeEndObject();
    }
}
