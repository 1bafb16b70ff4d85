package org.hotspots.http;

import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.hotspots.geo.BritishNationalGrid;
import org.hotspots.hotspot.Agreement;
import org.hotspots.hotspot.CellLayer;
import org.hotspots.hotspot.ChangeSince;
import org.hotspots.hotspot.ContourBand;
import org.hotspots.hotspot.Engine;
import org.hotspots.hotspot.Hotspot;
import org.hotspots.hotspot.Run;

/** Views of a run as GeoJSON. They never change, so they are kept for good; all of them stream. */
final class ViewHandlers {
    private static final String NONZERO = "nonzero";

    private final Runs runs;

    ViewHandlers(Engine engine) {
        this.runs = new Runs(engine);
    }

    /** Writes the features of a collection, or members of it. */
    @FunctionalInterface
    private interface Features {
        void writeTo(JsonGenerator json) throws IOException;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/api/v1/runs/{run_id}/hotspots", GeoJson.TYPE, this::hotspots),
                Route.get("/api/v1/runs/{run_id}/clusters", GeoJson.TYPE, this::clusters),
                Route.get("/api/v1/runs/{run_id}/contours", GeoJson.TYPE, this::contours),
                Route.get("/api/v1/runs/{run_id}/stability", Json.TYPE, this::stability),
                Route.get("/api/v1/runs/{run_id}/agreement", GeoJson.TYPE, this::agreement),
                Route.get("/api/v1/runs/{run_id}/cells", GeoJson.TYPE, Set.of(NONZERO), this::cells));
    }

    /** 200, 304; 400, 404; 503 while too much is being computed. */
    private void hotspots(Context ctx) throws IOException {
        String id = Runs.id(ctx);
        if (!isKnown(ctx, id, "hotspots")) {
            Run run = runs.get(id);
            sendPlaces(ctx, run, run.hotspots());
        }
    }

    /** 200, 304; 400, 404; 503. */
    private void clusters(Context ctx) throws IOException {
        String id = Runs.id(ctx);
        if (!isKnown(ctx, id, "clusters")) {
            Run run = runs.get(id);
            sendPlaces(ctx, run, run.clusters());
        }
    }

    private static void sendPlaces(Context ctx, Run run, List<Hotspot> places) throws IOException {
        List<ChangeSince> changes = run.sincePrevious(places);
        send(ctx, run, json -> {
            for (int i = 0; i < places.size(); i++) {
                HotspotFeature.write(json, places.get(i), changes.get(i));
            }
        });
    }

    /** 200, 304; 400, 404; 503. */
    private void contours(Context ctx) throws IOException {
        String id = Runs.id(ctx);
        if (isKnown(ctx, id, "contours")) {
            return;
        }
        Run run = runs.get(id);
        List<ContourBand> bands = run.contours();
        send(ctx, run, json -> {
            for (ContourBand band : bands) {
                json.writeStartObject();
                json.writeStringField("type", "Feature");
                json.writeFieldName("geometry");
                GeoJson.writeMultiPolygon(json, BritishNationalGrid.toLonLat(band.outline()));
                json.writeObjectFieldStart("properties");
                json.writeNumberField("density_per_km2", Json.plain(band.densityPerKm2()));
                json.writeEndObject();
                json.writeEndObject();
            }
        });
    }

    /** 200, 304; 400, 404; 503. */
    private void cells(Context ctx, Parameters parameters) throws IOException {
        String id = Runs.id(ctx);
        boolean nonzero = parameters.flag(NONZERO, true);
        parameters.refuseFaults();
        if (!isKnown(ctx, id, nonzero ? "cells" : "all-cells")) {
            Run run = runs.get(id);
            CellLayer layer = run.cells();
            send(ctx, run, json -> CellFeatures.write(json, layer, nonzero));
        }
    }

    /** 200, 304; 400, 404; 503. */
    private void stability(Context ctx) throws IOException {
        String id = Runs.id(ctx);
        if (isKnown(ctx, id, "stability")) {
            return;
        }
        Run run = runs.get(id);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = Json.generator(bytes)) {
            StabilityJson.write(json, run);
        }
        ctx.res().setContentType(Json.TYPE);
        ctx.result(bytes.toByteArray());
    }

    /** 200, 304; 400, 404; 503. */
    private void agreement(Context ctx) throws IOException {
        String id = Runs.id(ctx);
        if (!isKnown(ctx, id, "agreement")) {
            Run run = runs.get(id);
            Agreement agreement = run.agreement();
            send(
                    ctx,
                    run,
                    json -> Json.textOrNull(json, "reason", agreement.reason().isEmpty() ? null : agreement.reason()),
                    json -> CellFeatures.write(json, agreement));
        }
    }

    private static boolean isKnown(Context ctx, String runId, String view) {
        return Answers.isKnown(ctx, runId + "-" + view, Answers.IMMUTABLE);
    }

    private static void send(Context ctx, Run run, Features features) throws IOException {
        send(ctx, run, json -> {}, features);
    }

    /**
     * Everything must be computed by now: from here on a failure can only cut the answer off.
     *
     * @param members writes members of the collection that its features do not have
     */
    private static void send(Context ctx, Run run, Features members, Features features) throws IOException {
        ctx.res().setContentType(GeoJson.TYPE);
        Problems.beginStream(ctx);
        JsonGenerator json = Json.generator(ctx.outputStream());
        json.writeStartObject();
        json.writeStringField("type", "FeatureCollection");
        json.writeStringField("run_id", run.id());
        json.writeStringField("method", run.question().method().word());
        members.writeTo(json);
        json.writeArrayFieldStart("features");
        features.writeTo(json);
        json.writeEndArray();
        json.writeEndObject();
        json.close();
    }
}
