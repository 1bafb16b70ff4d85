package org.hotspots.http;

import com.fasterxml.jackson.core.JsonGenerator;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.hotspots.area.AreaKind;
import org.hotspots.hotspot.Crosswalk;
import org.hotspots.hotspot.Run;
import org.hotspots.wording.SpreadsheetText;

/** Writes how the cells of a run lie in areas, as JSON or CSV. Shares are cut, not rounded, so a cell's never pass 1. */
final class CrosswalkTable {
    static final String KIND = "kind";
    static final String CSV = "text/csv";

    private static final int SHARE_DECIMALS = 6;

    private CrosswalkTable() {}

    static RunView.Body json(Run run, Parameters parameters) {
        Crosswalk crosswalk = crosswalk(run, parameters);
        return RunViews.json(json -> writeJson(json, run, crosswalk));
    }

    static RunView.Body csv(Run run, Parameters parameters) {
        Crosswalk crosswalk = crosswalk(run, parameters);
        return out -> writeCsv(out, crosswalk);
    }

    private static Crosswalk crosswalk(Run run, Parameters parameters) {
        String words = Arrays.stream(AreaKind.values()).map(AreaKind::word).collect(Collectors.joining(", "));
        if (!parameters.given().containsKey(KIND)) {
            parameters.fault(KIND, "kind: required; one of " + words);
        }
        // Where the kind is missing or wrong, its fault is thrown before the stand-in is used.
        AreaKind wanted = parameters.read(KIND, AreaKind::find, "one of " + words, AreaKind.LSOA);
        parameters.refuseFaults();
        boolean loaded = run.snapshot().areas().areas().stream()
                .anyMatch(area -> area.address().kind() == wanted);
        if (!loaded) {
            throw new ProblemException(
                    ProblemType.AREAS_NOT_LOADED,
                    "kind=" + wanted.word() + ": no areas of this kind are in the run's data");
        }
        return run.crosswalk(wanted);
    }

    private static void writeJson(JsonGenerator json, Run run, Crosswalk crosswalk) throws IOException {
        json.writeStartObject();
        json.writeStringField("run_id", run.id());
        json.writeStringField("kind", crosswalk.kind().word());
        json.writeArrayFieldStart("rows");
        for (Crosswalk.Row row : crosswalk.rows()) {
            json.writeStartObject();
            json.writeStringField("cell_id", row.cellId());
            json.writeStringField("area_code", row.area().code());
            json.writeStringField("area_name", row.area().name());
            json.writeNumberField("share", share(row));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    static void writeCsv(OutputStream out, Crosswalk crosswalk) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
        csv.writeRecord("cell_id", "area_code", "area_name", "share");
        for (Crosswalk.Row row : crosswalk.rows()) {
            csv.writeRecord(
                    row.cellId(),
                    SpreadsheetText.safe(row.area().code()),
                    SpreadsheetText.safe(row.area().name()),
                    share(row).toPlainString());
        }
        csv.flush();
        text.flush();
    }

    private static BigDecimal share(Crosswalk.Row row) {
        return Json.plain(BigDecimal.valueOf(row.share())
                .setScale(SHARE_DECIMALS, RoundingMode.DOWN)
                .doubleValue());
    }
}
