package org.hotspots.http;

import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hotspots.geo.TileAddress;
import org.hotspots.hotspot.Engine;
import org.hotspots.hotspot.Run;
import org.hotspots.http.TileAnswers.Picture;
import org.hotspots.snapshot.StudyArea;

/** Tiles of a run, as pictures and as vector tiles, and the document that tells map programs of them. */
final class TileHandlers {
    private static final String LAYER = "layer";

    private final Runs runs;
    private final TileAnswers answers = new TileAnswers();

    TileHandlers(Engine engine) {
        this.runs = new Runs(engine);
    }

    List<Route> routes() {
        String run = "/api/v1/runs/{run_id}";
        return List.of(
                Route.get(
                        run + "/density/{z}/{x}/{y}.png",
                        TileAnswers.PNG,
                        ctx -> TileAnswers.picture(ctx, source(ctx), Picture.DENSITY)),
                Route.get(
                        run + "/cells/{z}/{x}/{y}.png",
                        TileAnswers.PNG,
                        ctx -> TileAnswers.picture(ctx, source(ctx), Picture.CELLS)),
                Route.get(run + "/cells/{z}/{x}/{y}.mvt", TileAnswers.MVT, ctx -> answers.vector(ctx, source(ctx))),
                Route.get(run + "/tilejson", Json.TYPE, Set.of(LAYER), this::tileJson));
    }

    private TileAnswers.Source source(Context ctx) {
        String id = Runs.id(ctx);
        return new TileAnswers.Source(id, () -> runs.get(id), Answers.IMMUTABLE);
    }

    /** 200, 304; 400 for a layer that is none; 404. */
    private void tileJson(Context ctx, Parameters parameters) throws IOException {
        String id = Runs.id(ctx);
        boolean cells = parameters.oneOf(LAYER, Map.of("density", false, "cells", true), false);
        parameters.refuseFaults();
        if (Answers.isKnown(ctx, id + "-tilejson-" + cells, Answers.IMMUTABLE)) {
            return;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        try (JsonGenerator json = Json.generator(bytes)) {
            writeTileJson(json, runs.get(id), cells);
        }
        ctx.res().setContentType(Json.TYPE);
        ctx.result(bytes.toByteArray());
    }

    private static void writeTileJson(JsonGenerator json, Run run, boolean cells) throws IOException {
        json.writeStartObject();
        json.writeStringField("tilejson", "3.0.0");
        json.writeStringField(
                "name", cells ? run.cellsLegend().title() : run.densityLegend().title());
        json.writeStringField("scheme", "xyz");
        json.writeArrayFieldStart("tiles");
        json.writeString(RunLinks.all(run.id()).get(cells ? "cell_vector_tiles" : "density_tiles"));
        json.writeEndArray();
        json.writeNumberField("minzoom", 0);
        json.writeNumberField("maxzoom", TileAddress.MAX_ZOOM);
        StudyArea.Summary area = run.area().summary();
        json.writeFieldName("bounds");
        GeoJson.writeBox(json, area.west(), area.south(), area.east(), area.north());
        if (cells) {
            writeVectorLayer(json);
        }
        json.writeEndObject();
    }

    private static void writeVectorLayer(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("vector_layers");
        json.writeStartObject();
        json.writeStringField("id", "cells");
        json.writeObjectFieldStart("fields");
        json.writeStringField("cell_id", "permanent name of the cell");
        json.writeStringField("count", "events in the cell");
        json.writeStringField("z", "Getis-Ord Gi* of the cell");
        json.writeStringField("q", "false discovery rate of z");
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndArray();
    }
}
