package org.hotspots.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.hotspots.hotspot.Hotspot;
import org.hotspots.hotspot.Months;
import org.hotspots.hotspot.Months.Month;
import org.hotspots.hotspot.NormalMonth;
import org.hotspots.hotspot.Run;
import org.hotspots.stats.PredictionBand;
import org.jspecify.annotations.Nullable;

/** Writes the events of a run, or of one of its hotspots, by calendar month. */
final class MonthsJson {
    private static final int EXPECTED_DECIMALS = 1;

    private MonthsJson() {}

    /** The whole run, or the hotspot that {@value HotspotParameter#NAME} names. */
    static RunView.Body prepare(Run run, Parameters parameters) {
        Hotspot hotspot = HotspotParameter.find(run, parameters);
        parameters.refuseFaults();
        Months months = hotspot == null ? run.months() : run.months(hotspot);
        return RunViews.json(json -> write(json, run, hotspot, months));
    }

    private static void write(JsonGenerator json, Run run, @Nullable Hotspot hotspot, Months months)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("run_id", run.id());
        Json.textOrNull(json, "hotspot_id", hotspot == null ? null : hotspot.id());
        json.writeStringField("unit", run.question().filter().countingBasis().word());
        json.writeStringField("sentence", months.sentence());
        json.writeNumberField("level", Json.plain(Months.LEVEL));
        json.writeArrayFieldStart("months");
        for (Month month : months.months()) {
            writeMonth(json, month);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void writeMonth(JsonGenerator json, Month month) throws IOException {
        json.writeStartObject();
        json.writeStringField("month", month.month().toString());
        json.writeStringField("from", month.from().toString());
        json.writeStringField("to", month.to().toString());
        json.writeBooleanField("whole", month.whole());
        writeCount(json, "count", month.count());
        writeCount(json, "year_before", month.yearBefore());
        NormalMonth normal = month.normal();
        if (normal == null) {
            json.writeNullField("band");
            json.writeNullField("standing");
        } else {
            PredictionBand band = normal.band();
            json.writeObjectFieldStart("band");
            json.writeNumberField("low", band.low());
            json.writeNumberField("high", band.high());
            Json.decimals(json, "expected", band.expected(), EXPECTED_DECIMALS);
            json.writeBooleanField("seasonal", normal.seasonal());
            json.writeEndObject();
            json.writeStringField("standing", month.isAbove() ? "above" : month.isBelow() ? "below" : "within");
        }
        json.writeEndObject();
    }

    private static void writeCount(JsonGenerator json, String name, @Nullable Long count) throws IOException {
        if (count == null) {
            json.writeNullField(name);
        } else {
            json.writeNumberField(name, count);
        }
    }
}
