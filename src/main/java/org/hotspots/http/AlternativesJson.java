package org.hotspots.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.hotspots.hotspot.Alternatives.Choice;
import org.hotspots.hotspot.Run;

/** Writes how many events each other choice of a run's filter would count. */
final class AlternativesJson {
    private AlternativesJson() {}

    static RunView.Body of(Run run) {
        List<Choice> choices = run.alternatives();
        return RunViews.json(json -> write(json, run, choices));
    }

    private static void write(JsonGenerator json, Run run, List<Choice> choices) throws IOException {
        json.writeStartObject();
        json.writeStringField("run_id", run.id());
        json.writeStringField("unit", run.question().filter().countingBasis().word());
        json.writeArrayFieldStart("choices");
        for (Choice choice : choices) {
            json.writeStartObject();
            json.writeStringField("parameter", choice.parameter());
            Json.textOrNull(json, "value", choice.value());
            json.writeNumberField("n", choice.n());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
