package org.hotspots.http;

import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.hotspots.geo.TileAddress;
import org.hotspots.hotspot.Engine;
import org.hotspots.hotspot.Run;
import org.hotspots.snapshot.StudyArea;
import org.hotspots.tile.CellTiles;
import org.hotspots.tile.CellVectorTiles;
import org.hotspots.tile.DensityTiles;
import org.hotspots.tile.TileSize;
import org.hotspots.tile.VectorTile;

/** Tiles of a run, as pictures and as vector tiles, and the document that tells map programs of them. */
final class TileHandlers {
    private static final String PNG = "image/png";
    private static final String MVT = "application/vnd.mapbox-vector-tile";
    private static final String LAYER = "layer";
    /** No sign, no leading zero, ASCII digits only: the number parsers of Java take more than that. */
    private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,8}");

    private static final String DOUBLE = "@2x";

    private final Runs runs;
    private final CellVectorTiles vectorTiles = new CellVectorTiles();

    TileHandlers(Engine engine) {
        this.runs = new Runs(engine);
    }

    /** What a tile's address says. */
    private record Asked(TileAddress tile, TileSize size) {}

    /** Draws a tile of a run. */
    @FunctionalInterface
    private interface Picture {
        byte[] draw(Run run, TileAddress tile, TileSize size);
    }

    List<Route> routes() {
        String run = "/api/v1/runs/{run_id}";
        return List.of(
                Route.get(run + "/density/{z}/{x}/{y}.png", PNG, ctx -> picture(ctx, "density", DensityTiles::render)),
                Route.get(run + "/cells/{z}/{x}/{y}.png", PNG, ctx -> picture(ctx, "cells", CellTiles::render)),
                Route.get(run + "/cells/{z}/{x}/{y}.mvt", MVT, this::vector),
                Route.get(run + "/tilejson", Json.TYPE, Set.of(LAYER), this::tileJson));
    }

    /** 200 (a transparent picture where nothing is painted), 304; 400, 404; 503 while too much is being computed. */
    private void picture(Context ctx, String layer, Picture picture) {
        String id = Runs.id(ctx);
        Asked asked = asked(ctx, true);
        if (!Answers.isKnown(ctx, tag(id, layer, asked), Answers.IMMUTABLE)) {
            byte[] png = picture.draw(runs.get(id), asked.tile(), asked.size());
            ctx.res().setContentType(PNG);
            ctx.result(png);
        }
    }

    /** 200 (X-Truncated says whether cells were left out), 204 where empty, 304; 400, 404; 503. */
    private void vector(Context ctx) {
        String id = Runs.id(ctx);
        Asked asked = asked(ctx, false);
        if (Answers.isKnown(ctx, tag(id, "mvt", asked), Answers.IMMUTABLE)) {
            return;
        }
        Optional<VectorTile> tile = vectorTiles.render(runs.get(id), asked.tile());
        if (tile.isEmpty()) {
            ctx.status(204);
        } else {
            ctx.header("X-Truncated", Boolean.toString(tile.get().truncated()));
            ctx.res().setContentType(MVT);
            ctx.result(tile.get().bytes());
        }
    }

    private static String tag(String runId, String layer, Asked asked) {
        TileAddress tile = asked.tile();
        return runId + "-" + layer + "-" + tile.z() + "-" + tile.x() + "-" + tile.y() + "-"
                + asked.size().pixels();
    }

    private static Asked asked(Context ctx, boolean mayBeDouble) {
        String y = ctx.pathParam("y");
        boolean isDouble = mayBeDouble && y.endsWith(DOUBLE);
        String row = isDouble ? y.substring(0, y.length() - DOUBLE.length()) : y;
        TileAddress tile = tile(ctx.pathParam("z"), ctx.pathParam("x"), row)
                .orElseThrow(() -> outOfRange(ctx.pathParam("z"), ctx.pathParam("x"), y));
        return new Asked(tile, isDouble ? TileSize.DOUBLE : TileSize.NORMAL);
    }

    private static ProblemException outOfRange(String z, String x, String y) {
        String address = Shown.value(z + "/" + x + "/" + y);
        String reason = address + ": z from 0 to " + TileAddress.MAX_ZOOM + ", x and y from 0 to 2^z - 1";
        return new ProblemException(ProblemType.TILE_OUT_OF_RANGE, reason, new Problem.Fault("path", "tile", reason));
    }

    private static Optional<TileAddress> tile(String z, String x, String y) {
        if (!isNumber(z) || !isNumber(x) || !isNumber(y)) {
            return Optional.empty();
        }
        int zoom = Integer.parseInt(z);
        int column = Integer.parseInt(x);
        int row = Integer.parseInt(y);
        return zoom > TileAddress.MAX_ZOOM || column >= 1 << zoom || row >= 1 << zoom
                ? Optional.empty()
                : Optional.of(new TileAddress(zoom, column, row));
    }

    private static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
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
