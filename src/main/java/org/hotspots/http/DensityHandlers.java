package org.hotspots.http;

import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hotspots.geo.BritishNationalGrid;
import org.hotspots.hotspot.BandwidthAnswer;
import org.hotspots.hotspot.Engine;
import org.hotspots.hotspot.RiskAgainst;
import org.hotspots.hotspot.RiskLayer;
import org.hotspots.hotspot.Run;
import org.locationtech.jts.geom.Polygon;

/** What stands behind a run's density: advice on the bandwidth, and the ratio to other events. */
final class DensityHandlers {
    private static final String AGAINST = "against";
    private static final Map<String, RiskAgainst> AGAINST_WORDS = Arrays.stream(RiskAgainst.values())
            .collect(Collectors.toUnmodifiableMap(RiskAgainst::word, Function.identity()));
    private static final int SIGNIFICANT_DIGITS = 6;

    private final Runs runs;

    DensityHandlers(Engine engine) {
        this.runs = new Runs(engine);
    }

    List<Route> routes() {
        return List.of(
                Route.get("/api/v1/runs/{run_id}/bandwidths", Json.TYPE, this::bandwidths),
                Route.get("/api/v1/runs/{run_id}/relative-risk", GeoJson.TYPE, Set.of(AGAINST), this::relativeRisk));
    }

    /** 200, 304; 400, 404; 503 while too much is being computed. */
    private void bandwidths(Context ctx) throws IOException {
        String id = Runs.id(ctx);
        if (Answers.isKnown(ctx, id + "-bandwidths", Answers.IMMUTABLE)) {
            return;
        }
        Run run = runs.get(id);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        try (JsonGenerator json = Json.generator(bytes)) {
            writeBandwidths(json, run);
        }
        ctx.res().setContentType(Json.TYPE);
        ctx.result(bytes.toByteArray());
    }

    private static void writeBandwidths(JsonGenerator json, Run run) throws IOException {
        json.writeStartObject();
        json.writeStringField("run_id", run.id());
        json.writeStringField("method", run.question().method().word());
        json.writeFieldName("bandwidth_m");
        json.writeNumber(Json.plain(run.question().density().bandwidthMetres()));
        json.writeArrayFieldStart("rules");
        for (BandwidthAnswer answer : run.bandwidths()) {
            json.writeStartObject();
            json.writeStringField("rule", answer.rule().word());
            json.writeStringField("name", answer.rule().title());
            Double metres = answer.bandwidthMetres();
            Json.decimals(json, "bandwidth_m", metres == null ? Double.NaN : metres, 1);
            json.writeStringField("sentence", answer.rule().sentence());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** 200, 304; 400 also where the run counts what it is to be compared with; 404; 503. */
    private void relativeRisk(Context ctx, Parameters parameters) throws IOException {
        String id = Runs.id(ctx);
        RiskAgainst against = parameters.oneOf(AGAINST, AGAINST_WORDS, RiskAgainst.ALL);
        parameters.refuseFaults();
        Run run = runs.get(id);
        String fault = against.fault(run.question());
        if (fault != null) {
            parameters.fault(AGAINST, fault);
        }
        parameters.refuseFaults();
        if (Answers.isKnown(ctx, id + "-relative-risk-" + against.word(), Answers.IMMUTABLE)) {
            return;
        }
        RiskLayer risk = run.relativeRisk(against);
        ctx.res().setContentType(GeoJson.TYPE);
        Problems.beginStream(ctx);
        JsonGenerator json = Json.generator(ctx.outputStream());
        writeRisk(json, run, risk);
        json.close();
    }

    private static void writeRisk(JsonGenerator json, Run run, RiskLayer risk) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", "FeatureCollection");
        json.writeStringField("run_id", run.id());
        json.writeStringField("against", risk.against().word());
        json.writeStringField("controls_from", risk.controls().from().toString());
        json.writeStringField("controls_to", risk.controls().to().toString());
        json.writeNumberField("cases", risk.cases());
        json.writeNumberField("controls", risk.controlCount());
        Json.significant(json, "sigma_m", risk.sigmaMetres(), SIGNIFICANT_DIGITS);
        json.writeNumberField("p_max", RiskLayer.GREATEST_P);
        json.writeArrayFieldStart("features");
        for (Polygon part : risk.parts()) {
            json.writeStartObject();
            json.writeStringField("type", "Feature");
            json.writeFieldName("geometry");
            GeoJson.writeGeometry(json, BritishNationalGrid.toLonLat(part));
            json.writeObjectFieldStart("properties");
            Json.significant(json, "area_km2", part.getArea() / 1e6, SIGNIFICANT_DIGITS);
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
