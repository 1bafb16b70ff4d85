package org.hotspots.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hotspots.load.ImportCounts;
import org.hotspots.load.ImportProblem;
import org.hotspots.load.ImportProgress;
import org.hotspots.load.ImportRecord;
import org.jspecify.annotations.Nullable;

/** Writes imports. Counts that are not known yet are 0, so that they always add up. */
public final class ImportJson {
    private static final ImportCounts NONE =
            new ImportCounts(0, 0, 0, 0, 0, 0, 0, 0, 0, new TreeMap<>(), new TreeMap<>());

    private ImportJson() {}

    /** Writes part of a document. */
    @FunctionalInterface
    private interface Part {
        void writeTo(JsonGenerator json) throws IOException;
    }

    static String self(ImportRecord record) {
        return "/api/v1/imports/" + record.id();
    }

    /** The import as the interface shows it, UTF-8. */
    public static byte[] record(ImportRecord record) {
        return bytes(json -> write(json, record));
    }

    /** @param records newest first */
    static byte[] list(List<ImportRecord> records) {
        return bytes(json -> {
            json.writeStartObject();
            writeList(json, records);
            json.writeEndObject();
        });
    }

    /** The member {@code imports}. */
    static void writeList(JsonGenerator json, List<ImportRecord> records) throws IOException {
        json.writeArrayFieldStart("imports");
        for (ImportRecord record : records) {
            write(json, record);
        }
        json.writeEndArray();
    }

    static byte[] progress(ImportProgress progress) {
        return bytes(json -> {
            json.writeStartObject();
            json.writeStringField("stage", progress.stage().name().toLowerCase(Locale.ROOT));
            json.writeNumberField("rows", progress.rows());
            Json.decimals(json, "rows_per_second", progress.rowsPerSecond(), 0);
            json.writeNumberField("bytes", progress.bytesRead());
            json.writeNumberField("bytes_total", progress.bytesTotal());
            json.writeEndObject();
        });
    }

    private static byte[] bytes(Part part) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        try (JsonGenerator json = Json.generator(bytes)) {
            part.writeTo(json);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator json, ImportRecord record) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", record.id().toString());
        json.writeStringField("state", record.state().word());
        json.writeStringField("profile", record.profile());
        writeTexts(json, "files", record.files());
        json.writeStringField("started_at", record.startedAt().toString());
        Json.textOrNull(json, "finished_at", record.finishedAt());
        ImportCounts counts = record.counts();
        writeCounts(json, counts == null ? NONE : counts);
        writeTexts(json, "ignored_columns", record.ignoredColumns());
        writeProblem(json, record.problem());
        Long version = record.dataVersion();
        if (version == null) {
            json.writeNullField("data_version");
        } else {
            json.writeNumberField("data_version", version);
        }
        json.writeObjectFieldStart("links");
        json.writeStringField("self", self(record));
        json.writeStringField("events", self(record) + "/events");
        json.writeStringField("quarantine", self(record) + "/quarantine.csv");
        json.writeStringField("accept", self(record) + "/accept");
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void writeCounts(JsonGenerator json, ImportCounts counts) throws IOException {
        json.writeNumberField("rows_read", counts.rowsRead());
        json.writeNumberField("inserted", counts.inserted());
        json.writeNumberField("updated", counts.updated());
        json.writeNumberField("unchanged", counts.unchanged());
        json.writeNumberField("duplicates", counts.duplicates());
        json.writeNumberField("quarantined", counts.quarantined());
        json.writeNumberField("removed", counts.removed());
        json.writeNumberField("unlocated", counts.unlocated());
        json.writeNumberField("outside_force", counts.outsideForce());
        writeNumbers(json, "quarantine_reasons", counts.quarantineReasons());
        writeNumbers(json, "flags", counts.flags());
    }

    private static void writeNumbers(JsonGenerator json, String name, SortedMap<String, Long> numbers)
            throws IOException {
        json.writeObjectFieldStart(name);
        for (Map.Entry<String, Long> number : numbers.entrySet()) {
            json.writeNumberField(number.getKey(), number.getValue());
        }
        json.writeEndObject();
    }

    private static void writeTexts(JsonGenerator json, String name, List<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    private static void writeProblem(JsonGenerator json, @Nullable ImportProblem importProblem) throws IOException {
        if (importProblem == null) {
            json.writeNullField("problem");
            return;
        }
        Problem problem = ExceptionProblems.of(importProblem);
        json.writeObjectFieldStart("problem");
        ProblemBody.writeMembers(json, problem);
        ProblemBody.writeErrors(json, problem);
        json.writeEndObject();
    }
}
