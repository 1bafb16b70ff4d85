package org.hotspots.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.hotspots.hotspot.Agreement;
import org.hotspots.hotspot.Run;
import org.hotspots.hotspot.Stability;
import org.hotspots.question.Method;
import org.jspecify.annotations.Nullable;

/** Writes how the hotspots of a run stand: which stay, which could be chance, which several methods find. */
final class StabilityJson {
    private static final int DECIMALS = 3;

    private StabilityJson() {}

    static RunView.Body of(Run run) {
        Stability stability = run.stability();
        Agreement agreement = run.agreement();
        return RunViews.json(json -> write(json, run, stability, agreement));
    }

    private static void write(JsonGenerator json, Run run, Stability stability, Agreement agreement)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("run_id", run.id());
        json.writeStringField("method", run.question().method().word());
        json.writeNumberField("replicates", stability.replicates());
        json.writeNumberField("maps", stability.maps());
        json.writeStringField("sentence", stability.sentence());
        Json.words(json, "voters", Agreement.METHODS, Method::word);
        json.writeArrayFieldStart("hotspots");
        for (int i = 0; i < stability.hotspots().size(); i++) {
            write(json, stability.hotspots().get(i), agreement.votesOfHotspot().get(i));
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Stability.Standing standing, List<Method> voters) throws IOException {
        json.writeStartObject();
        json.writeStringField("hotspot_id", standing.hotspotId());
        json.writeNumberField("stays", standing.stays());
        writeFigures(json, standing, voters);
        Json.words(json, "methods", voters, Method::word);
        json.writeEndObject();
    }

    /** What is told wherever a hotspot is told with how it stands. */
    static void writeFigures(JsonGenerator json, Stability.Standing standing, List<Method> voters) throws IOException {
        writeOrNull(json, "stability", standing.stability());
        Stability.Line drawn = standing.drawn();
        Json.textOrNull(json, "drawn", drawn == null ? null : drawn.word());
        writeOrNull(json, "p_chance", standing.pChance());
        json.writeNumberField("votes", voters.size());
    }

    private static void writeOrNull(JsonGenerator json, String name, @Nullable Double value) throws IOException {
        Json.decimals(json, name, value == null ? Double.NaN : value, DECIMALS);
    }
}
