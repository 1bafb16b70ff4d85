package org.hotspots.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.hotspots.hotspot.MethodCard;
import org.hotspots.hotspot.Run;

/** Writes how a run was made. */
final class MethodCardJson {
    private MethodCardJson() {}

    static void write(JsonGenerator json, Run run, MethodCard card) throws IOException {
        json.writeStartObject();
        json.writeStringField("run_id", run.id());
        json.writeFieldName("question");
        json.writeRawValue(run.question().canonicalJson());
        json.writeArrayFieldStart("parameters");
        for (MethodCard.Parameter parameter : card.parameters()) {
            json.writeStartObject();
            json.writeStringField("name", parameter.name());
            json.writeFieldName("value");
            json.writeRawValue(parameter.value().toString());
            json.writeStringField("sentence", parameter.sentence());
            json.writeBooleanField("used", parameter.used());
            json.writeEndObject();
        }
        json.writeEndArray();
        RunJson.writeBasis(json, run);
        VerdictJson.write(json, run.verdict());
        json.writeArrayFieldStart("formulas");
        for (MethodCard.Formula formula : card.formulas()) {
            json.writeStartObject();
            json.writeStringField("name", formula.name());
            json.writeStringField("text", formula.text());
            json.writeStringField("page", formula.page());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("exclusions");
        for (MethodCard.Exclusion exclusion : card.exclusions()) {
            json.writeStartObject();
            json.writeStringField("name", exclusion.name());
            json.writeNumberField("count", exclusion.count());
            json.writeStringField("sentence", exclusion.sentence());
            json.writeEndObject();
        }
        json.writeEndArray();
        RunJson.writeNotes(json, run);
        json.writeEndObject();
    }
}
