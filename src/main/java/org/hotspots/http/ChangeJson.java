package org.hotspots.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.hotspots.hotspot.Change;
import org.hotspots.hotspot.ChangeSince;
import org.hotspots.hotspot.Run;

/** Writes changes between periods. */
final class ChangeJson {
    private static final int SIGNIFICANT_DIGITS = 4;
    private static final int PERCENT_DECIMALS = 0;

    private ChangeJson() {}

    /** The changes of a run's number of events. */
    static void write(JsonGenerator json, Run run) throws IOException {
        json.writeObjectFieldStart("change");
        write(json, "previous", run.sincePrevious());
        write(json, "year_before", run.sinceYearBefore());
        json.writeEndObject();
    }

    /** One comparison; where there is none, every figure is null and the reason says why. */
    static void write(JsonGenerator json, String name, ChangeSince comparison) throws IOException {
        Change change = comparison.change();
        json.writeObjectFieldStart(name);
        json.writeStringField("from", comparison.from().toString());
        json.writeStringField("to", comparison.to().toString());
        if (change == null) {
            for (String figure : new String[] {"before", "now", "ratio", "ratio_low", "ratio_high", "p", "percent"}) {
                json.writeNullField(figure);
            }
        } else {
            json.writeNumberField("before", change.before());
            json.writeNumberField("now", change.now());
            Json.significant(json, "ratio", change.ratio(), SIGNIFICANT_DIGITS);
            Json.significant(json, "ratio_low", change.interval().low(), SIGNIFICANT_DIGITS);
            Json.significant(json, "ratio_high", change.interval().high(), SIGNIFICANT_DIGITS);
            Json.significant(json, "p", change.p(), SIGNIFICANT_DIGITS);
            Double percent = change.percent();
            Json.decimals(json, "percent", percent == null ? Double.NaN : percent, PERCENT_DECIMALS);
        }
        Json.textOrNull(json, "words", change == null ? null : change.words());
        Json.textOrNull(json, "reason", comparison.reason());
        json.writeEndObject();
    }
}
