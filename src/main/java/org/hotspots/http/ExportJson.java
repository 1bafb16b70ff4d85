package org.hotspots.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.hotspots.export.ExportedFile;

/** Writes exports for programs. */
final class ExportJson {
    private ExportJson() {}

    static String self(ExportJob job) {
        return "/api/v1/exports/" + job.id();
    }

    static byte[] of(ExportJob job) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (JsonGenerator json = Json.generator(bytes)) {
            write(json, job);
        } catch (IOException e) {
            throw new UncheckedIOException("an array cannot be written to", e);
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator json, ExportJob job) throws IOException {
        ExportedFile file = job.file();
        json.writeStartObject();
        json.writeStringField("id", job.id().toString());
        json.writeStringField("state", job.state().word());
        json.writeStringField("run_id", job.runId());
        json.writeStringField("layer", job.wanted().layer().word());
        json.writeStringField("format", job.wanted().format().ending());
        json.writeStringField("crs", Integer.toString(job.wanted().crs().epsg()));
        Json.textOrNull(json, "name", job.wanted().fileName(job.runId()));
        json.writeFieldName("count");
        json.writeRawValue(file == null ? "null" : Long.toString(file.count()));
        json.writeFieldName("bytes");
        json.writeRawValue(file == null ? "null" : Long.toString(file.bytes()));
        Json.textOrNull(json, "sha256", file == null ? null : file.sha256());
        json.writeStringField("marking", job.marking().words());
        Json.textOrNull(json, "reason", job.reason());
        json.writeObjectFieldStart("links");
        json.writeStringField("self", self(job));
        json.writeStringField("run", RunLinks.self(job.runId()));
        json.writeStringField("method_card", RunLinks.self(job.runId()) + "/method-card");
        Json.textOrNull(json, "file", file == null ? null : self(job) + "/file");
        json.writeEndObject();
        json.writeEndObject();
    }
}
