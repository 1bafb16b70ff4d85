package org.hotspots.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.hotspots.hotspot.NearRepeats;
import org.hotspots.hotspot.Run;
import org.hotspots.kernel.Knox;

/** Writes how often events follow each other nearby. */
final class NearRepeatJson {
    private static final int EXPECTED_DECIMALS = 2;
    private static final int SHARE_DECIMALS = 4;

    private NearRepeatJson() {}

    static RunView.Body of(Run run) {
        NearRepeats repeats = run.nearRepeats();
        return RunViews.json(json -> write(json, run, repeats));
    }

    private static void write(JsonGenerator json, Run run, NearRepeats repeats) throws IOException {
        Knox.Table table = repeats.table();
        json.writeStartObject();
        json.writeStringField("run_id", run.id());
        json.writeStringField("unit", run.question().filter().countingBasis().word());
        json.writeNumberField("n", run.n());
        Json.textOrNull(json, "reason", repeats.reason().isEmpty() ? null : repeats.reason());
        json.writeStringField("distance", NearRepeats.METRIC.name().toLowerCase(Locale.ROOT));
        json.writeNumberField("shuffles", table == null ? 0 : table.shuffles());
        json.writeArrayFieldStart("bands");
        if (table != null) {
            for (int i = 0; i < table.cells().size(); i++) {
                write(json, table.cells().get(i), repeats.q().get(i));
            }
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Knox.Cell cell, double q) throws IOException {
        List<Double> metres = NearRepeats.BANDS.metres();
        List<Integer> days = NearRepeats.BANDS.days();
        json.writeStartObject();
        json.writeFieldName("metres_from");
        json.writeNumber(Json.plain(metres.get(cell.metresBand())));
        json.writeFieldName("metres_to");
        json.writeNumber(Json.plain(metres.get(cell.metresBand() + 1)));
        json.writeNumberField("days_from", days.get(cell.daysBand()));
        json.writeNumberField("days_to", days.get(cell.daysBand() + 1));
        json.writeStringField("days", NearRepeats.BANDS.daysLabel(cell.daysBand()));
        json.writeNumberField("observed", cell.observed());
        Json.decimals(json, "expected", cell.expected(), EXPECTED_DECIMALS);
        Json.decimals(json, "ratio", cell.ratio(), EXPECTED_DECIMALS);
        Json.decimals(json, "p", cell.p(), SHARE_DECIMALS);
        Json.decimals(json, "q", q, SHARE_DECIMALS);
        json.writeEndObject();
    }
}
