package org.hotspots.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.hotspots.hotspot.Verdict;
import org.hotspots.stats.Concentration;
import org.hotspots.stats.Interval;
import org.jspecify.annotations.Nullable;

/** Writes a verdict: what it says, and the figures it rests on. */
final class VerdictJson {
    private static final int GINI_DECIMALS = 4;
    private static final int P_DECIMALS = 3;
    private static final int SIGNIFICANT_DIGITS = 4;

    private VerdictJson() {}

    static void write(JsonGenerator json, Verdict verdict) throws IOException {
        Concentration even = verdict.even();
        json.writeObjectFieldStart("verdict");
        json.writeStringField("kind", verdict.kind().word());
        json.writeStringField("sentence", verdict.sentence());
        json.writeStringField("advice", verdict.advice());
        Json.decimals(json, "p", even == null ? Double.NaN : even.p(), P_DECIMALS);
        json.writeNumberField("n", verdict.events());
        json.writeNumberField("cells", verdict.cells());
        json.writeNumberField("maps", Verdict.MAPS);
        json.writeNumberField("seed", verdict.seed());
        writeNull(json, "even", even);
        writeNull(json, "offending", verdict.offending());
        json.writeEndObject();
    }

    private static void writeNull(JsonGenerator json, String name, @Nullable Concentration found) throws IOException {
        json.writeFieldName(name);
        if (found == null) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        Json.decimals(json, "p", found.p(), P_DECIMALS);
        Json.decimals(json, "gini", found.gini(), GINI_DECIMALS);
        Json.decimals(json, "gini_by_chance", found.giniByChance(), GINI_DECIMALS);
        writeBand(json, "gini", found.giniBand(), GINI_DECIMALS);
        Json.decimals(json, "excess", found.excess(), GINI_DECIMALS);
        Json.decimals(json, "p_gini", found.pGini(), P_DECIMALS);
        json.writeNumberField("largest_cell", found.largest());
        writeBand(json, "largest_cell", found.largestBand(), 0);
        Json.decimals(json, "p_largest_cell", found.pLargest(), P_DECIMALS);
        json.writeNumberField("cells_with_half", found.cellsHoldingHalf());
        writeBand(json, "cells_with_half", found.halfBand(), 0);
        json.writeArrayFieldStart("cells_with_k");
        for (Concentration.Level level : found.levels()) {
            json.writeStartObject();
            json.writeNumberField("k", level.k());
            json.writeNumberField("cells", level.observed());
            Json.significant(json, "expected", level.expected(), SIGNIFICANT_DIGITS);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void writeBand(JsonGenerator json, String name, Interval band, int decimals) throws IOException {
        Json.decimals(json, name + "_low", band.low(), decimals);
        Json.decimals(json, name + "_high", band.high(), decimals);
    }
}
