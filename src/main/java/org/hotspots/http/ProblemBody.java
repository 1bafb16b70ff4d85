package org.hotspots.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A problem as bytes: {@code application/problem+json}, or a page for a person. The same writer serves the program's
 * own problems and those that the web server finds before any route is reached.
 *
 * @param contentType media type of the bytes
 * @param bytes the body
 */
@SuppressWarnings("ArrayRecordComponent")
record ProblemBody(String contentType, byte[] bytes) {
    static final String JSON = "application/problem+json";
    static final String HTML = "text/html;charset=utf-8";

    /** @param accept the request's Accept header */
    static ProblemBody of(Problem problem, String requestId, @Nullable String accept) {
        return Accept.prefersHtml(accept)
                ? new ProblemBody(HTML, ProblemPages.problem(problem, requestId).getBytes(StandardCharsets.UTF_8))
                : new ProblemBody(JSON, json(problem, requestId));
    }

    private static byte[] json(Problem problem, String requestId) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (JsonGenerator json = Json.generator(bytes)) {
            json.writeStartObject();
            writeMembers(json, problem);
            json.writeStringField("instance", "urn:uuid:" + requestId);
            writeErrors(json, problem);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return bytes.toByteArray();
    }

    /** Type, title, status and detail. */
    static void writeMembers(JsonGenerator json, Problem problem) throws IOException {
        json.writeStringField("type", "/problems/" + problem.slug());
        json.writeStringField("title", problem.title());
        json.writeNumberField("status", problem.status());
        json.writeStringField("detail", problem.detail());
    }

    static void writeErrors(JsonGenerator json, Problem problem) throws IOException {
        json.writeArrayFieldStart("errors");
        for (Problem.Fault fault : problem.errors()) {
            json.writeStartObject();
            json.writeStringField("in", fault.in());
            json.writeStringField("name", fault.name());
            json.writeStringField("reason", fault.reason());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
