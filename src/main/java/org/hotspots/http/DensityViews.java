package org.hotspots.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hotspots.geo.BritishNationalGrid;
import org.hotspots.hotspot.BandwidthAnswer;
import org.hotspots.hotspot.RiskAgainst;
import org.hotspots.hotspot.RiskLayer;
import org.hotspots.hotspot.Run;
import org.locationtech.jts.geom.Polygon;

/** What stands behind a run's density: advice on the bandwidth, and the ratio to other events. */
final class DensityViews {
    static final String AGAINST = "against";
    private static final Map<String, RiskAgainst> AGAINST_WORDS = Arrays.stream(RiskAgainst.values())
            .collect(Collectors.toUnmodifiableMap(RiskAgainst::word, Function.identity()));
    private static final int SIGNIFICANT_DIGITS = 6;

    private DensityViews() {}

    static RunView.Body bandwidths(Run run) {
        List<BandwidthAnswer> answers = run.bandwidths();
        return RunViews.json(json -> writeBandwidths(json, run, answers));
    }

    private static void writeBandwidths(JsonGenerator json, Run run, List<BandwidthAnswer> answers) throws IOException {
        json.writeStartObject();
        json.writeStringField("run_id", run.id());
        json.writeStringField("method", run.question().method().word());
        json.writeFieldName("bandwidth_m");
        json.writeNumber(Json.plain(run.question().density().bandwidthMetres()));
        json.writeArrayFieldStart("rules");
        for (BandwidthAnswer answer : answers) {
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

    /** Refused where the run counts what it is to be compared with. */
    static RunView.Body relativeRisk(Run run, Parameters parameters) {
        RiskAgainst against = parameters.oneOf(AGAINST, AGAINST_WORDS, RiskAgainst.ALL);
        parameters.refuseFaults();
        String fault = against.fault(run.question());
        if (fault != null) {
            parameters.fault(AGAINST, fault);
        }
        parameters.refuseFaults();
        RiskLayer risk = run.relativeRisk(against);
        return RunViews.json(json -> writeRisk(json, run, risk));
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
