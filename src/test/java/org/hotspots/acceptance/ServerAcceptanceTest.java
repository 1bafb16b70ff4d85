package org.hotspots.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.hotspots.hotspot.Engine;
import org.hotspots.hotspot.EngineSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server over its socket, with the sample in a real database. */
class ServerAcceptanceTest {
    private static final String QUESTION =
            "/api/v1/runs?theme=knife&area=town:rugby&police_found=include&from=2023-11-01&to=2026-11-01";
    private static final int ZOOM = 13;
    /** Uploads lie in folders that are named after their imports, by a UUID. */
    private static final String UPLOADS = "glob:**-*-*-*-*";

    /** Of an import that takes long enough to be killed in. */
    private static final int ROWS = 120_000;

    @TempDir
    Path folder;

    private static void requireNoUploads(Path spoolFolder) {
        assertThat(spoolFolder).isDirectoryNotContaining(UPLOADS);
    }

    @Test
    void aRunStaysAsItWasWhileNewDataArriveAndOnAnyOtherServer() throws IOException, InterruptedException {
        Path spool = folder.resolve("spool");
        try (SampleWorld world = new SampleWorld(spool);
                Serving serving = Serving.start(world, world.engine(), spool)) {
            Client client = serving.client();
            JsonNode run = client.json(QUESTION);
            assertThat(run.get("run_id").asText()).matches("[0-9a-f]{64}");
            requirePlantedHotspotFirst(client.json(run.at("/links/hotspots").asText()));
            List<String> views = views(run);
            List<byte[]> before = bodies(client, views);
            requireNotModified(client, views);

            List<String> events = importBeside(client, views, before);
            assertThat(events).anyMatch(line -> line.startsWith("data:") && line.contains("\"state\":\"committed\""));

            long number = run.at("/data_version/number").asLong();
            assertThat(serving.engine().awaitVersion(number + 1, Duration.ofSeconds(30)))
                    .isTrue();
            JsonNode after = client.json(QUESTION);
            assertThat(after.get("run_id")).isNotEqualTo(run.get("run_id"));
            assertThat(after.get("n").asLong()).isEqualTo(run.get("n").asLong() + 40);
            assertThat(after.at("/data_version/number").asLong()).isEqualTo(number + 1);
            requireSame(bodies(client, views), before, views);

            requireSameOnAnotherServer(world, views, before);
            requireNoUploads(spool);
        }
    }

    /** 287 incidents were planted in Rugby's town centre. */
    private static void requirePlantedHotspotFirst(JsonNode hotspots) {
        JsonNode first = hotspots.at("/features/0/properties");
        assertThat(first.get("rank").asInt()).isEqualTo(1);
        assertThat(first.get("town").asText()).isEqualTo("Rugby");
        assertThat(first.get("count").asInt()).isGreaterThanOrEqualTo(287);
    }

    /** Addresses of the run and its views, with the tiles over the middle of its box. */
    private static List<String> views(JsonNode run) {
        JsonNode box = run.at("/area/bbox");
        double longitude = (box.get(0).asDouble() + box.get(2).asDouble()) / 2;
        double latitude = Math.toRadians((box.get(1).asDouble() + box.get(3).asDouble()) / 2);
        int x = (int) ((longitude + 180) / 360 * (1 << ZOOM));
        int y = (int) ((1 - Math.log(Math.tan(latitude) + 1 / Math.cos(latitude)) / Math.PI) / 2 * (1 << ZOOM));
        List<String> views = new ArrayList<>();
        for (String name : List.of(
                "self",
                "hotspots",
                "cells",
                "clusters",
                "contours",
                "density_tiles",
                "cell_tiles",
                "cell_vector_tiles")) {
            views.add(run.at("/links/" + name)
                    .asText()
                    .replace("{z}", Integer.toString(ZOOM))
                    .replace("{x}", Integer.toString(x))
                    .replace("{y}", Integer.toString(y)));
        }
        return views;
    }

    private static List<byte[]> bodies(Client client, List<String> views) throws IOException, InterruptedException {
        List<byte[]> bodies = new ArrayList<>();
        for (String view : views) {
            HttpResponse<byte[]> response = client.get(view);
            assertThat(response.statusCode()).as(view).isEqualTo(200);
            assertThat(response.headers().firstValue("Cache-Control"))
                    .as(view)
                    .hasValueSatisfying(value -> assertThat(value).contains("immutable"));
            String type = response.headers().firstValue("Content-Type").orElse("");
            if (type.contains("json")) {
                assertThat(Client.json(response.body()))
                        .as("%s, read strictly", view)
                        .isNotEmpty();
            } else if (view.endsWith(".png")) {
                assertThat(response.body()).as(view).startsWith(0x89, 'P', 'N', 'G');
                assertThat(response.body().length).as("%s is painted", view).isGreaterThan(300);
            }
            bodies.add(response.body());
        }
        return bodies;
    }

    private static void requireNotModified(Client client, List<String> views) throws IOException, InterruptedException {
        for (String view : views) {
            String tag = client.get(view).headers().firstValue("ETag").orElseThrow();
            HttpResponse<byte[]> again = client.get(view, "If-None-Match", tag);
            assertThat(again.statusCode()).as(view).isEqualTo(304);
            assertThat(again.body()).as(view).isEmpty();
        }
    }

    /** Forty knife crimes more, over HTTP; the views are asked for while they are loaded. */
    private static List<String> importBeside(Client client, List<String> views, List<byte[]> expected)
            throws IOException, InterruptedException {
        byte[] file = Extract.of("easting,northing,knife_enabled", Collections.nCopies(40, "450300,275150,Y"))
                .replace("crime,C", "crime,NEW")
                .getBytes(UTF_8);
        HttpResponse<byte[]> accepted =
                client.post("/api/v1/imports?profile=force-extract&name=new.csv", file, "text/csv");
        assertThat(accepted.statusCode()).as(new String(accepted.body(), UTF_8)).isEqualTo(202);
        requireSame(bodies(client, views), expected, views);
        String location = accepted.headers().firstValue("Location").orElseThrow();
        List<String> events = client.events(location + "/events");
        JsonNode record = client.json(location);
        assertThat(record.get("state").asText()).isEqualTo("committed");
        assertThat(record.get("inserted").asLong()).isEqualTo(40);

        HttpResponse<byte[]> again =
                client.post("/api/v1/imports?profile=force-extract&name=new.csv", file, "text/csv");
        assertThat(again.statusCode()).as("U21: the same file again").isEqualTo(200);
        assertThat(Client.json(again.body()).get("id")).isEqualTo(record.get("id"));
        return events;
    }

    /** Nothing of the run is in that server's memory: it computes it again from the question and the data version. */
    private void requireSameOnAnotherServer(SampleWorld world, List<String> views, List<byte[]> expected)
            throws IOException, InterruptedException {
        var database = world.database().database();
        Engine engine = new Engine(database.snapshots(), database.runs(), EngineSettings.defaults("acceptance"));
        try (Serving other = Serving.start(world, engine, folder.resolve("spool of the other"))) {
            requireSame(bodies(other.client(), views), expected, views);
        }
    }

    private static void requireSame(List<byte[]> actual, List<byte[]> expected, List<String> views) {
        for (int i = 0; i < expected.size(); i++) {
            assertThat(actual.get(i)).as(views.get(i)).isEqualTo(expected.get(i));
        }
    }

    @Test
    void F10_aServerKilledInMidImportLeavesTheDataAsTheyWereAndTheImportInterrupted()
            throws IOException, InterruptedException {
        Path data = folder.resolve("data");
        String imports = "/api/v1/imports?profile=force-extract&name=";
        byte[] small = Extract.of("easting,northing", Collections.nCopies(5, Extract.PLACE))
                .getBytes(UTF_8);
        byte[] large = large();
        String location;
        try (Program.Server server = Program.Server.start(data)) {
            Client client = new Client(server.port());
            HttpResponse<byte[]> first = client.post(imports + "small.csv", small, "text/csv");
            client.events(first.headers().firstValue("Location").orElseThrow() + "/events");
            awaitState(client, "1 5");

            location = client.post(imports + "large.csv", large, "text/csv")
                    .headers()
                    .firstValue("Location")
                    .orElseThrow();
            while (client.json(location).get("state").asText().equals("received")) {
                Thread.sleep(2);
            }
            assertThat(client.json(location).get("state").asText()).isEqualTo("validating");
            server.kill();
            assertThat(data.resolve("spool"))
                    .as("a killed server cannot tidy up")
                    .isDirectoryContaining(UPLOADS);
        }
        try (Program.Server server = Program.Server.start(data)) {
            Client client = new Client(server.port());
            assertThat(client.json(location).get("state").asText()).isEqualTo("interrupted");
            assertThat(state(client)).isEqualTo("1 5");
            requireNoUploads(data.resolve("spool"));

            String again = client.post(imports + "large.csv", large, "text/csv")
                    .headers()
                    .firstValue("Location")
                    .orElseThrow();
            client.events(again + "/events");
            assertThat(client.json(again).get("inserted").asInt()).isEqualTo(ROWS);
            awaitState(client, "2 " + (ROWS + 5));
        }
    }

    private static byte[] large() {
        SplittableRandom random = new SplittableRandom(10);
        List<String> rows = IntStream.range(0, ROWS)
                .mapToObj(i -> random.nextInt(440_000, 460_000) + "," + random.nextInt(270_000, 280_000))
                .toList();
        return Extract.of("easting,northing", rows)
                .replace("crime,C", "crime,L")
                .getBytes(UTF_8);
    }

    /** New data are shown a moment after they are published. */
    private static void awaitState(Client client, String expected) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!state(client).equals(expected) && System.nanoTime() < deadline) {
            Thread.sleep(20);
        }
        assertThat(state(client)).isEqualTo(expected);
    }

    /** Data version and offences. */
    private static String state(Client client) throws IOException, InterruptedException {
        JsonNode data = client.json("/api/v1/data");
        return data.at("/data_version/number").asText() + " "
                + data.get("offences").asText();
    }
}
