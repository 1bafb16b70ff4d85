package org.hotspots.http;

import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hotspots.geo.BritishNationalGrid;
import org.hotspots.geo.LonLat;
import org.hotspots.hotspot.Engine;
import org.hotspots.search.FoundPlace;
import org.hotspots.search.PlaceSearch;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** What people type into the search box: names of areas and streets, grid references, coordinates. */
final class SearchHandlers {
    private static final String TEXT = "q";
    private static final int LONGEST = 100;
    private static final String RULE = "something to look for, at most " + LONGEST + " characters";

    private final Engine engine;
    private final PerVersion<PlaceSearch> search = new PerVersion<>(PlaceSearch::of);

    SearchHandlers(Engine engine) {
        this.engine = engine;
    }

    List<Route> routes() {
        return List.of(Route.get("/api/v1/search", Json.TYPE, Set.of(TEXT), this::search));
    }

    /** 200, 304; 400 for a text that is blank, too long or not given; 503 while there are no data. */
    private void search(Context ctx, Parameters parameters) throws IOException {
        String text = parameters.read(TEXT, SearchHandlers::text, RULE, "");
        if (!parameters.given().containsKey(TEXT)) {
            parameters.fault(TEXT, TEXT + ": required; " + RULE);
        }
        parameters.refuseFaults();
        PlaceSearch.Answer answer = search.of(engine.snapshot())
                .search(text, engine.areaEvents(null).area());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(2048);
        try (JsonGenerator json = Json.generator(bytes)) {
            json.writeStartObject();
            json.writeArrayFieldStart("results");
            for (FoundPlace found : answer.results()) {
                write(json, found);
            }
            json.writeEndArray();
            Json.textOrNull(json, "note", answer.note().isEmpty() ? null : answer.note());
            json.writeEndObject();
        }
        Answers.send(ctx, Json.TYPE, bytes.toByteArray());
    }

    private static Optional<String> text(String given) {
        return given.codePointCount(0, given.length()) <= LONGEST && PlaceSearch.isSearchable(given)
                ? Optional.of(given)
                : Optional.empty();
    }

    private static void write(JsonGenerator json, FoundPlace found) throws IOException {
        json.writeStartObject();
        json.writeStringField("kind", found.kind().word());
        json.writeStringField("name", found.name());
        Json.textOrNull(json, "context", found.context());
        json.writeFieldName("centre");
        LonLat centre = BritishNationalGrid.toLonLat(found.centre());
        GeoJson.writePosition(json, centre.longitude(), centre.latitude());
        writeBox(json, found.extent());
        Json.textOrNull(json, "area", found.area());
        json.writeEndObject();
    }

    private static void writeBox(JsonGenerator json, @Nullable Geometry extent) throws IOException {
        json.writeFieldName("bbox");
        if (extent == null) {
            json.writeNull();
            return;
        }
        Envelope box = BritishNationalGrid.toLonLat(extent).getEnvelopeInternal();
        GeoJson.writeBox(json, box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
    }
}
