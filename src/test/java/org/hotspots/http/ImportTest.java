package org.hotspots.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotspots.http.ServerMannersTest.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.hotspots.load.ImportState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Imports over HTTP, with the real reader and a store in memory. */
class ImportTest {
    private static final String HEADER =
            "record_kind,crime_number,incident_number,recorded_at,occurred_from,ho_class,easting,northing,last_updated\n";
    private static final String IMPORTS = "/api/v1/imports";
    private static final String EXTRACT = IMPORTS + "?profile=force-extract";
    private static final int MAX_UPLOAD = 100_000;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private World world;

    @SuppressWarnings("NullAway.Init")
    private Wire wire;

    @BeforeEach
    void start() {
        world = new World(folder, MAX_UPLOAD);
        wire = world.wire;
    }

    @AfterEach
    void stop() {
        world.close();
    }

    private static String row(int number, String easting) {
        return "crime,C" + number + ",I" + number + ",2026-02-01T10:00:00,2026-02-01T09:00:00,8," + easting
                + ",304000,2026-02-02T00:00:00\n";
    }

    private static String rows(int count) {
        StringBuilder csv = new StringBuilder(HEADER);
        for (int i = 0; i < count; i++) {
            csv.append(row(i, "404" + String.format("%03d", i)));
        }
        return csv.toString();
    }

    private HttpResponse<String> upload(String address, String body, String type) {
        return wire.send("POST", address, BodyPublishers.ofString(body), "Content-Type", type);
    }

    private JsonNode awaitEnd(HttpResponse<String> accepted) throws InterruptedException {
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
        String address = accepted.headers().firstValue("Location").orElseThrow();
        return await(address, List.of("committed", "rejected", "failed", "cancelled", "needs_review"));
    }

    private JsonNode await(String address, List<String> states) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        JsonNode record = Wire.json(wire.get(address));
        while (!states.contains(record.get("state").asText())) {
            assertThat(System.nanoTime()).as("still %s", record).isLessThan(end);
            Thread.sleep(20);
            record = Wire.json(wire.get(address));
        }
        return record;
    }

    private static void assertConserved(JsonNode record) {
        long sum = 0;
        for (String part : List.of("inserted", "updated", "unchanged", "duplicates", "quarantined")) {
            sum += record.get(part).asLong();
        }
        assertThat(sum).isEqualTo(record.get("rows_read").asLong());
    }

    private void assertSpoolEmpty() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("spool"))) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void aFileIsLoadedAndItsImportTold() throws Exception {
        HttpResponse<String> accepted = upload(EXTRACT + "&name=feb.csv", rows(10), "text/csv");
        JsonNode received = Wire.json(accepted);
        assertThat(received.get("files").get(0).asText()).isEqualTo("feb.csv");
        JsonNode record = awaitEnd(accepted);
        assertThat(record.fieldNames())
                .toIterable()
                .containsExactly(
                        "id",
                        "state",
                        "profile",
                        "files",
                        "started_at",
                        "finished_at",
                        "rows_read",
                        "inserted",
                        "updated",
                        "unchanged",
                        "duplicates",
                        "quarantined",
                        "removed",
                        "unlocated",
                        "outside_force",
                        "quarantine_reasons",
                        "flags",
                        "ignored_columns",
                        "problem",
                        "data_version",
                        "links");
        assertThat(record.get("state").asText()).isEqualTo("committed");
        assertThat(record.get("inserted").asInt()).isEqualTo(10);
        assertThat(record.get("data_version").asInt()).isEqualTo(1);
        assertConserved(record);
        assertSpoolEmpty();
        JsonNode list = Wire.json(wire.get(IMPORTS));
        assertThat(list.get("imports").get(0).get("id")).isEqualTo(record.get("id"));
    }

    @Test
    void U21_theSameBytesAnswerWithTheFirstImport() throws Exception {
        JsonNode first = awaitEnd(upload(EXTRACT, rows(10), "text/csv"));
        HttpResponse<String> again = upload(EXTRACT + "&name=other.csv", rows(10), "text/csv");
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(Wire.json(again)).isEqualTo(first);
        assertThat(again.headers().firstValue("Content-Location"))
                .hasValue(first.get("links").get("self").asText());
        assertThat(world.imports.inner.dataVersion()).isEqualTo(1);
        assertSpoolEmpty();
    }

    @Test
    void severalFilesOfAFormAreOneImport() throws Exception {
        String form = part("profile", null, "force-extract")
                + part("file", "a.csv", HEADER + row(1, "404001"))
                + part("file", "../../b.csv", HEADER + row(2, "404002"))
                + "--x--\r\n";
        HttpResponse<String> accepted = upload(IMPORTS, form, "multipart/form-data; boundary=x");
        JsonNode record = awaitEnd(accepted);
        assertThat(record.get("state").asText()).isEqualTo("committed");
        assertThat(record.get("inserted").asInt()).isEqualTo(2);
        assertThat(record.get("files").size()).isEqualTo(2);
        assertSpoolEmpty();
    }

    private static String part(String name, @org.jspecify.annotations.Nullable String fileName, String content) {
        String file = fileName == null ? "" : "; filename=\"" + fileName + "\"";
        return "--x\r\nContent-Disposition: form-data; name=\"" + name + "\"" + file + "\r\n\r\n" + content + "\r\n";
    }

    @Test
    void formsThatAreNotRight() throws IOException {
        String type = "multipart/form-data; boundary=x";
        String file = part("file", "a.csv", rows(1));
        assertProblem(
                upload(IMPORTS, part("profile", null, "police-uk") + "--x--\r\n", type), 400, "invalid-parameter");
        assertProblem(upload(IMPORTS, file + "--x--\r\n", type), 400, "invalid-parameter");
        assertProblem(
                upload(EXTRACT, file + part("colour", null, "red") + "--x--\r\n", type), 400, "invalid-parameter");
        assertProblem(upload(IMPORTS, file + part("profile", null, "x") + "--x--\r\n", type), 400, "unknown-profile");
        assertProblem(upload(EXTRACT, file, type), 400, "malformed-request");
        assertProblem(upload(EXTRACT, "rubbish", type), 400, "malformed-request");
        assertThat(Wire.json(wire.get(IMPORTS)).get("imports").size()).isZero();
        assertSpoolEmpty();
    }

    @Test
    void U31_aBodyThatSaysItIsTooLargeIsRefusedBeforeItIsSent() throws IOException {
        Wire.Reply reply = wire.raw("POST " + EXTRACT + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/csv\r\n"
                + "Content-Length: 5000000000\r\nExpect: 100-continue\r\n\r\n");
        assertThat(reply.status()).isEqualTo(413);
        assertThat(reply.problemType()).isEqualTo("/problems/too-large");
    }

    @Test
    void U31_aChunkedBodyIsCutOffAtTheLimit() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), wire.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write(("POST " + EXTRACT + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/csv\r\n"
                                    + "Transfer-Encoding: chunked\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            String chunk = "2710\r\n" + "x".repeat(10_000) + "\r\n";
            for (int i = 0; i <= MAX_UPLOAD / 10_000; i++) {
                socket.getOutputStream().write(chunk.getBytes(StandardCharsets.US_ASCII));
            }
            socket.getOutputStream().flush();
            byte[] status = socket.getInputStream().readNBytes(12);
            assertThat(new String(status, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 413");
        }
        String form = part("file", "a.csv", "x".repeat(MAX_UPLOAD + 1)) + "--x--\r\n";
        InputStream unknownLength = new java.io.ByteArrayInputStream(form.getBytes(StandardCharsets.US_ASCII));
        HttpResponse<String> response = wire.send(
                "POST",
                EXTRACT,
                BodyPublishers.ofInputStream(() -> unknownLength),
                "Content-Type",
                "multipart/form-data; boundary=x");
        assertProblem(response, 413, "too-large");
        assertSpoolEmpty();
        assertThat(awaitEnd(upload(EXTRACT, rows(3), "text/csv")).get("state").asText())
                .isEqualTo("committed");
    }

    @Test
    void U28_U32_filesThatALookRefuses() throws IOException {
        assertProblem(upload(EXTRACT, "", "text/csv"), 422, "no-rows");
        assertProblem(upload(EXTRACT, "%PDF-1.7 something", "text/csv"), 415, "content-mismatch");
        assertProblem(upload(EXTRACT, "<html><body>", "text/csv"), 415, "content-mismatch");
        assertProblem(upload(IMPORTS + "?profile=xyz", rows(1), "text/csv"), 400, "unknown-profile");
        assertProblem(upload(IMPORTS, rows(1), "text/csv"), 400, "invalid-parameter");
        assertProblem(upload(EXTRACT + "&dry_run=perhaps", rows(1), "text/csv"), 400, "invalid-parameter");
        assertProblem(upload(EXTRACT + "&colour=red", rows(1), "text/csv"), 400, "unknown-parameter");
        assertProblem(upload(EXTRACT + "&crs=EPSG:1", rows(1), "text/csv"), 422, "invalid-request");
        assertProblem(upload(EXTRACT, rows(1), "application/json"), 415, "unsupported-media-type");
        assertThat(Wire.json(wire.get(IMPORTS)).get("imports").size()).isZero();
        assertSpoolEmpty();
    }

    @Test
    void U07_aFileWithoutItsColumnsIsRejectedWithTheProblem() throws Exception {
        JsonNode record = awaitEnd(upload(EXTRACT, "a,b\n1,2\n", "text/csv"));
        assertThat(record.get("state").asText()).isEqualTo("rejected");
        assertThat(record.get("problem").get("type").asText()).isEqualTo("/problems/missing-columns");
        assertThat(record.get("problem").get("status").asInt()).isEqualTo(422);
        assertThat(wire.get(record.get("problem").get("type").asText()).statusCode())
                .isEqualTo(200);
        assertConserved(record);
        assertThat(world.imports.inner.offences()).isEmpty();
        assertSpoolEmpty();
    }

    @Test
    void compressedFilesAreReadToo() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(rows(20).getBytes(StandardCharsets.UTF_8));
        }
        HttpResponse<String> accepted = wire.send(
                "POST", EXTRACT, BodyPublishers.ofByteArray(bytes.toByteArray()), "Content-Type", "application/gzip");
        assertThat(awaitEnd(accepted).get("inserted").asInt()).isEqualTo(20);
    }

    @Test
    void aDryRunStoresNothing() throws Exception {
        HttpResponse<String> accepted = upload(EXTRACT + "&dry_run=true", rows(10), "text/csv");
        String address = accepted.headers().firstValue("Location").orElseThrow();
        String events = wire.get(address + "/events").body();
        assertThat(events).contains("\"inserted\":10");
        assertThat(Wire.json(wire.get(address)).get("inserted").asInt()).isEqualTo(10);
        assertThat(world.imports.inner.offences()).isEmpty();
        assertThat(world.imports.inner.states()).isEmpty();
    }

    @Test
    void needsReviewIsAcceptedOrGivenUp() throws Exception {
        String half = HEADER + row(1, "404001") + row(2, "NaN");
        JsonNode doubtful = awaitEnd(upload(EXTRACT, half, "text/csv"));
        assertThat(doubtful.get("state").asText()).isEqualTo("needs_review");
        assertThat(doubtful.get("quarantined").asInt()).isEqualTo(1);
        assertThat(world.imports.inner.offences()).isEmpty();
        HttpResponse<String> quarantine =
                wire.get(doubtful.get("links").get("quarantine").asText());
        assertThat(quarantine.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("text/csv");
        assertThat(quarantine.body()).contains("not-a-number");
        HttpResponse<String> accepted = post(doubtful.get("links").get("accept").asText());
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
        JsonNode committed = await(doubtful.get("links").get("self").asText(), List.of("committed"));
        assertThat(committed.get("inserted").asInt()).isEqualTo(1);
        assertConserved(committed);
        assertProblem(post(committed.get("links").get("accept").asText()), 409, "not-in-review");
        assertProblem(delete(committed.get("links").get("self").asText()), 409, "import-ended");
        assertSpoolEmpty();

        JsonNode other = awaitEnd(upload(EXTRACT, half + row(3, "x"), "text/csv"));
        HttpResponse<String> given = delete(other.get("links").get("self").asText());
        assertThat(given.statusCode()).isEqualTo(200);
        assertThat(Wire.json(given).get("state").asText()).isEqualTo("cancelled");
        assertSpoolEmpty();
    }

    private HttpResponse<String> post(String address) {
        return wire.send("POST", address, BodyPublishers.noBody());
    }

    private HttpResponse<String> delete(String address) {
        return wire.send("DELETE", address, BodyPublishers.noBody());
    }

    @Test
    void F13_oneImportAtATime() throws Exception {
        CountDownLatch gate = world.imports.holdUp();
        HttpResponse<String> first = upload(EXTRACT, rows(5), "text/csv");
        String address = first.headers().firstValue("Location").orElseThrow();
        HttpResponse<String> second = upload(EXTRACT, rows(6), "text/csv");
        assertProblem(second, 409, "import-in-progress");
        assertThat(second.headers().firstValue("Location")).hasValue(address);
        gate.countDown();
        assertThat(awaitEnd(first).get("inserted").asInt()).isEqualTo(5);
        assertThat(awaitEnd(upload(EXTRACT, rows(6), "text/csv")).get("state").asText())
                .isEqualTo("committed");
    }

    @Test
    void aRunningImportIsCancelled() throws Exception {
        CountDownLatch gate = world.imports.holdUp();
        HttpResponse<String> accepted = upload(EXTRACT, rows(5), "text/csv");
        HttpResponse<String> cancelled =
                delete(accepted.headers().firstValue("Location").orElseThrow());
        assertThat(cancelled.statusCode()).isEqualTo(202);
        gate.countDown();
        assertThat(awaitEnd(accepted).get("state").asText()).isEqualTo("cancelled");
        assertThat(world.imports.inner.offences()).isEmpty();
        assertSpoolEmpty();
    }

    @Test
    void aFailureHereIsTold() throws Exception {
        world.imports.inner.failPublishing(new IllegalStateException("the database went away: SELECT secret"));
        JsonNode record = awaitEnd(upload(EXTRACT, rows(5), "text/csv"));
        assertThat(record.get("state").asText()).isEqualTo("failed");
        assertThat(record.get("problem").get("status").asInt()).isEqualTo(500);
        assertThat(record.toString()).doesNotContain("secret");
        assertThat(world.imports.inner.states()).contains(ImportState.FAILED);
    }

    @Test
    void F25_eventsAreNumberedEndAndResume() throws Exception {
        CountDownLatch gate = world.imports.holdUp();
        HttpResponse<String> accepted = upload(EXTRACT, rows(50), "text/csv");
        String events = accepted.headers().firstValue("Location").orElseThrow() + "/events";
        List<String> seen = new ArrayList<>();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), wire.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write(("GET " + events + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            var lines = new java.io.BufferedReader(
                    new java.io.InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            String line = lines.readLine();
            while (!line.startsWith("data:")) {
                seen.add(line);
                line = lines.readLine();
            }
            assertThat(line).contains("\"state\":\"received\"");
        }
        assertThat(seen)
                .contains("HTTP/1.1 200 OK", "event: state")
                .anyMatch(header -> header.equals("Content-Type: text/event-stream"));
        long first = ids(String.join("\n", seen)).get(0);
        gate.countDown();
        awaitEnd(accepted);
        HttpResponse<String> whole = wire.get(events, "Accept", "text/event-stream");
        assertThat(whole.body()).contains("event: progress", "\"stage\":\"reading\"", "\"state\":\"committed\"");
        List<Long> ids = ids(whole.body());
        assertThat(ids).isSorted().doesNotHaveDuplicates().startsWith(first);
        long last = ids.get(ids.size() - 1);
        HttpResponse<String> rest = wire.get(events, "Last-Event-ID", Long.toString(last - 1));
        assertThat(ids(rest.body())).containsExactly(last);
        assertThat(wire.get(events, "Last-Event-ID", Long.toString(last)).statusCode())
                .isEqualTo(204);
        assertProblem(wire.get(events, "Last-Event-ID", "abc"), 400, "invalid-parameter");
    }

    private static List<Long> ids(String stream) {
        return stream.lines()
                .filter(line -> line.startsWith("id: "))
                .map(line -> Long.parseLong(line.substring(4)))
                .toList();
    }

    @Test
    void F25_manyListenersTakeNoThreads() throws Exception {
        CountDownLatch gate = world.imports.holdUp();
        HttpResponse<String> accepted = upload(EXTRACT, rows(5), "text/csv");
        String events = accepted.headers().firstValue("Location").orElseThrow() + "/events";
        int before = Thread.activeCount();
        List<Socket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < 200; i++) {
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), wire.port());
                socket.setSoTimeout(20_000);
                socket.getOutputStream()
                        .write(("GET " + events + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
                sockets.add(socket);
            }
            for (Socket socket : sockets) {
                assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                        .isEqualTo("HTTP/1.1 200");
            }
            assertThat(Thread.activeCount() - before).isLessThan(70);
            assertThat(wire.get("/health/live").statusCode()).isEqualTo(200);
            gate.countDown();
            for (Socket socket : sockets) {
                String rest = readChunks(socket.getInputStream());
                assertThat(rest).contains("\"state\":\"committed\"");
            }
        } finally {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }

    /** Reads until the last chunk of a chunked answer. */
    private static String readChunks(InputStream in) throws IOException {
        StringBuilder text = new StringBuilder();
        while (!text.toString().endsWith("\r\n0\r\n\r\n")) {
            int c = in.read();
            assertThat(c).as("the stream ends with a last chunk").isNotNegative();
            text.append((char) c);
        }
        return text.toString();
    }

    @Test
    void importsThatAreNone() {
        String none = IMPORTS + "/00000000-0000-4000-8000-000000000000";
        assertProblem(wire.get(none), 404, "import-not-found");
        assertProblem(wire.get(none + "/events"), 404, "import-not-found");
        assertProblem(wire.get(none + "/quarantine.csv"), 404, "import-not-found");
        assertProblem(post(none + "/accept"), 404, "import-not-found");
        assertProblem(delete(none), 404, "import-not-found");
        assertProblem(wire.get(IMPORTS + "/1"), 400, "invalid-parameter");
        assertProblem(wire.get(IMPORTS + "?limit=0"), 400, "invalid-parameter");
        assertThat(wire.get(IMPORTS + "?limit=1000000").statusCode()).isEqualTo(200);
    }
}
