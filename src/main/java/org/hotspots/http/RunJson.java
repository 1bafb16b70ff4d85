package org.hotspots.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.hotspots.geo.BritishNationalGrid;
import org.hotspots.hotspot.EventCount;
import org.hotspots.hotspot.Legend;
import org.hotspots.hotspot.Run;
import org.hotspots.offence.Selection;
import org.hotspots.snapshot.DataVersion;
import org.hotspots.snapshot.StudyArea;

/** Writes a run: its question, what it rests on, its counts and legends, and the addresses of its views. */
final class RunJson {
    private RunJson() {}

    /** Decimals of an interval's limits, and of areas in km2. */
    /** Kinds of ground whose outlines whoever shows a run has already. */
    private static final Set<String> LISTED = Set.of("force", "district", "town");

    private static final int LIMIT_DECIMALS = 1;

    private static final int AREA_DECIMALS = 3;
    private static final int SIGNIFICANT_DIGITS = 6;

    static void write(JsonGenerator json, Run run) throws IOException {
        json.writeStartObject();
        json.writeStringField("run_id", run.id());
        json.writeFieldName("question");
        json.writeRawValue(run.question().canonicalJson());
        writeBasis(json, run);
        writeNotMapped(json, run.notMapped());
        json.writeNumberField("times_unknown", run.timesUnknown());
        VerdictJson.write(json, run.verdict());
        Json.significant(json, "bandwidth_effective_m", run.question().kernel().bandwidthMetres(), SIGNIFICANT_DIGITS);
        Json.decimals(json, "edge_km2", run.densityLayer().unsureKm2(), AREA_DECIMALS);
        MakeupJson.writeRun(json, run);
        ChangeJson.write(json, run);
        writeNotes(json, run);
        json.writeObjectFieldStart("legend");
        writeLegend(json, "density", run.densityLegend());
        writeLegend(json, "cells", run.cellsLegend());
        json.writeEndObject();
        json.writeObjectFieldStart("links");
        for (Map.Entry<String, String> link : RunLinks.all(run.id()).entrySet()) {
            json.writeStringField(link.getKey(), link.getValue());
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    /**
     * What an answer rests on: data version, program, area, period, n. When the version was published is left out: the
     * same files loaded on another day give the same bytes.
     */
    static void writeBasis(JsonGenerator json, Run run) throws IOException {
        json.writeObjectFieldStart("data_version");
        writeContent(json, run.version());
        json.writeEndObject();
        json.writeStringField("software_version", run.softwareVersion());
        writeArea(json, run.area());
        json.writeObjectFieldStart("covered");
        json.writeStringField("from", run.covered().from().toString());
        json.writeStringField("to", run.covered().to().toString());
        json.writeBooleanField("whole", run.covered().whole());
        json.writeEndObject();
        json.writeNumberField("n", run.n());
        writeCount(json, run.count());
    }

    static void writeNotes(JsonGenerator json, Run run) throws IOException {
        json.writeArrayFieldStart("notes");
        for (String note : run.notes()) {
            json.writeString(note);
        }
        json.writeEndArray();
    }

    /** A data version, with the time at which it was published. */
    static void writeVersion(JsonGenerator json, DataVersion version) throws IOException {
        json.writeStartObject();
        json.writeStringField("published_at", version.publishedAt().toString());
        writeContent(json, version);
        json.writeEndObject();
    }

    private static void writeContent(JsonGenerator json, DataVersion version) throws IOException {
        json.writeNumberField("number", version.number());
        json.writeStringField("fingerprint", version.fingerprint());
        Json.textOrNull(json, "data_from", version.dataFrom());
        Json.textOrNull(json, "data_to", version.dataTo());
    }

    /** The ground; its outline not where the list of areas tells it unasked, as it does of districts and towns. */
    private static void writeArea(JsonGenerator json, StudyArea ground) throws IOException {
        StudyArea.Summary area = ground.summary();
        json.writeObjectFieldStart("area");
        json.writeStringField("address", area.address());
        json.writeStringField("kind", area.kind());
        json.writeStringField("name", area.name());
        Json.decimals(json, "area_km2", area.areaKm2(), AREA_DECIMALS);
        json.writeFieldName("bbox");
        GeoJson.writeBox(json, area.west(), area.south(), area.east(), area.north());
        json.writeFieldName("outline");
        if (!LISTED.contains(area.kind())) {
            GeoJson.writeGeometry(json, BritishNationalGrid.toLonLat(ground.outline()));
        } else {
            json.writeNull();
        }
        json.writeEndObject();
    }

    private static void writeCount(JsonGenerator json, EventCount count) throws IOException {
        json.writeObjectFieldStart("count");
        json.writeNumberField("value", count.value());
        Json.decimals(json, "low", count.interval().low(), LIMIT_DECIMALS);
        Json.decimals(json, "high", count.interval().high(), LIMIT_DECIMALS);
        json.writeStringField("unit", count.unit());
        json.writeEndObject();
    }

    private static void writeNotMapped(JsonGenerator json, Selection.NotMapped notMapped) throws IOException {
        json.writeObjectFieldStart("not_mapped");
        json.writeNumberField("unlocated", notMapped.unlocated());
        json.writeNumberField("outside_force", notMapped.outsideForce());
        json.writeNumberField("default_location", notMapped.defaultLocation());
        json.writeNumberField("low_precision", notMapped.lowPrecision());
        json.writeEndObject();
    }

    private static void writeLegend(JsonGenerator json, String layer, Legend legend) throws IOException {
        json.writeObjectFieldStart(layer);
        json.writeStringField("title", legend.title());
        json.writeStringField("unit", legend.unit());
        json.writeArrayFieldStart("breaks");
        for (double lowest : legend.breaks()) {
            json.writeNumber(Json.plain(lowest));
        }
        json.writeEndArray();
        json.writeArrayFieldStart("colours");
        for (String colour : legend.colours()) {
            json.writeString(colour);
        }
        json.writeEndArray();
        Json.significant(json, "max", legend.max(), SIGNIFICANT_DIGITS);
        json.writeEndObject();
    }
}
