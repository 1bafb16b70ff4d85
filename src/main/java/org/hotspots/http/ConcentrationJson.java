package org.hotspots.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.hotspots.hotspot.Run;
import org.hotspots.hotspot.Unevenness;
import org.hotspots.hotspot.Verdict;
import org.hotspots.kernel.NearestNeighbourIndex;
import org.hotspots.stats.Dispersion;
import org.jspecify.annotations.Nullable;

/** Writes how unevenly the events of a run lie, beside what chance would do. */
final class ConcentrationJson {
    private static final int SHARE_DECIMALS = 4;
    private static final int SIGNIFICANT_DIGITS = 5;

    private ConcentrationJson() {}

    static RunView.Body of(Run run) {
        Verdict verdict = run.verdict();
        Unevenness found = run.unevenness();
        return RunViews.json(json -> write(json, run, found, verdict));
    }

    private static void write(JsonGenerator json, Run run, Unevenness found, Verdict verdict) throws IOException {
        json.writeStartObject();
        json.writeStringField("run_id", run.id());
        json.writeArrayFieldStart("lorenz");
        for (Unevenness.Point point : found.lorenz()) {
            json.writeStartObject();
            Json.decimals(json, "cells", point.cells(), SHARE_DECIMALS);
            Json.decimals(json, "events", point.events(), SHARE_DECIMALS);
            json.writeEndObject();
        }
        json.writeEndArray();
        Json.decimals(json, "gini", found.gini(), SHARE_DECIMALS);
        Json.decimals(json, "generalised_gini", found.generalisedGini(), SHARE_DECIMALS);
        writeDispersion(json, found.dispersion());
        writeNearest(json, found.nearest());
        VerdictJson.write(json, verdict);
        json.writeEndObject();
    }

    private static void writeDispersion(JsonGenerator json, @Nullable Dispersion dispersion) throws IOException {
        json.writeFieldName("dispersion");
        if (dispersion == null) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        json.writeNumberField("cells", dispersion.cells());
        Json.significant(json, "mean", dispersion.mean(), SIGNIFICANT_DIGITS);
        Json.significant(json, "variance_to_mean", dispersion.varianceToMean(), SIGNIFICANT_DIGITS);
        Json.significant(json, "chi_squared", dispersion.chiSquared(), SIGNIFICANT_DIGITS);
        Json.significant(json, "p", dispersion.p(), SIGNIFICANT_DIGITS);
        json.writeEndObject();
    }

    private static void writeNearest(JsonGenerator json, @Nullable NearestNeighbourIndex nearest) throws IOException {
        json.writeFieldName("nearest_neighbour");
        if (nearest == null) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        Json.significant(json, "mean_m", nearest.meanMetres(), SIGNIFICANT_DIGITS);
        Json.significant(json, "expected_m", nearest.expectedMetres(), SIGNIFICANT_DIGITS);
        Json.significant(json, "index", nearest.index(), SIGNIFICANT_DIGITS);
        Json.significant(json, "z", nearest.z(), SIGNIFICANT_DIGITS);
        Json.significant(json, "p", nearest.p(), SIGNIFICANT_DIGITS);
        json.writeEndObject();
    }
}
