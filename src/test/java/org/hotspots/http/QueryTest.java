package org.hotspots.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hotspots.http.ServerMannersTest.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.HandlerType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.hotspots.backtest.BacktestStore.StoredBacktest;
import org.hotspots.support.TestWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;

/** Questions and views over HTTP. */
class QueryTest extends AskedWorld {
    private static final String TILE = "12/2025/1344";

    private static String link(JsonNode run, String name) {
        return run.get("links").get(name).asText();
    }

    @Test
    void aBacktestIsAnsweredAsItWasStored() {
        String stored = """
                {"theme":"asb","area":"district:north","name":"North","data_version":{"number":1,"fingerprint":"9a"},\
                "cell_m":200,"cells":100,"held_out":[{"month":"2026-01","events":12}],\
                "choice":{"method":null,"method_name":null,"parameter":null,"metres":null,"window_months":null,\
                "reason":"Too few events."},"standings":[]}""";
        world.backtests.save(new StoredBacktest(1, "asb", "district:north", stored));

        HttpResponse<String> found = wire.get("/api/v1/backtests?theme=asb&area=district:north");
        assertThat(found.statusCode()).isEqualTo(200);
        assertThat(found.body()).isEqualTo(stored);
        String tag = found.headers().firstValue("ETag").orElseThrow();
        assertThat(wire.get("/api/v1/backtests?theme=asb&area=district:north", "If-None-Match", tag)
                        .statusCode())
                .isEqualTo(304);
        assertProblem(wire.get("/api/v1/backtests"), 404, "backtest-not-found");
        assertProblem(wire.get("/api/v1/backtests?theme=cake"), 400, "invalid-parameter");
        assertProblem(wire.get("/api/v1/backtests?area=north"), 400, "invalid-parameter");
        assertProblem(wire.get("/api/v1/backtests?method=dbscan"), 400, "unknown-parameter");
    }

    @Test
    void aQuestionGivesARunWithEveryDefaultWrittenOut() {
        JsonNode run = run("theme=knife&area=town:middleton");
        assertThat(run.fieldNames())
                .toIterable()
                .containsExactly(
                        "run_id",
                        "question",
                        "data_version",
                        "software_version",
                        "area",
                        "covered",
                        "n",
                        "count",
                        "not_mapped",
                        "times_unknown",
                        "verdict",
                        "bandwidth_effective_m",
                        "edge_km2",
                        "inflation",
                        "offences",
                        "settings",
                        "patrollable_share",
                        "precision",
                        "police_found",
                        "harm",
                        "change",
                        "notes",
                        "legend",
                        "links");
        assertThat(run.get("run_id").asText()).matches("[0-9a-f]{64}");
        JsonNode question = run.get("question");
        assertThat(question.fieldNames())
                .toIterable()
                .containsExactly(
                        "theme",
                        "strand",
                        "asb_type",
                        "area",
                        "from",
                        "to",
                        "days",
                        "hours",
                        "setting",
                        "counting_basis",
                        "police_found",
                        "weight",
                        "codebook",
                        "method",
                        "bandwidth_m",
                        "edge",
                        "location_error_m",
                        "grid",
                        "cell_m",
                        "neighbour_m",
                        "q_max",
                        "eps_m",
                        "min_points",
                        "grain_m",
                        "threshold_m",
                        "nnh_t",
                        "radius_m",
                        "times_mean",
                        "seed");
        assertThat(question.get("strand").isNull()).isTrue();
        assertThat(question.get("from").asText()).isEqualTo("2025-03-01");
        assertThat(question.get("to").asText()).isEqualTo("2026-03-01");
        assertThat(question.get("bandwidth_m").asInt()).isEqualTo(300);
        assertThat(run.get("data_version").get("data_to").asText()).isEqualTo("2026-02-28");
        assertThat(run.get("area").get("name").asText()).isEqualTo("Middleton");
        assertThat(run.get("area").get("area_km2").asDouble()).isEqualTo(12);
        assertThat(run.get("n").asLong())
                .isPositive()
                .isEqualTo(run.get("count").get("value").asLong());
        assertThat(run.get("legend").get("density").get("breaks").size())
                .isPositive()
                .isEqualTo(run.get("legend").get("density").get("colours").size());
    }

    @Test
    void aRunIsFoundUnderItsAddressAndNeverChanges() {
        HttpResponse<String> asked = wire.get("/api/v1/runs?theme=asb");
        String self = asked.headers().firstValue("Content-Location").orElseThrow();
        assertThat(asked.headers().firstValue("Cache-Control")).hasValue("no-cache");
        HttpResponse<String> again = wire.get(self);
        assertThat(again.body()).isEqualTo(asked.body());
        assertThat(again.headers().firstValue("Cache-Control")).hasValue("private, max-age=31536000, immutable");
        String tag = again.headers().firstValue("ETag").orElseThrow();
        assertThat(wire.get(self, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertProblem(wire.get("/api/v1/runs/" + "0".repeat(64)), 404, "run-not-found");
        assertProblem(wire.get("/api/v1/runs/" + "0".repeat(64) + "/hotspots"), 404, "run-not-found");
        assertProblem(wire.get("/api/v1/runs/" + "A".repeat(64)), 400, "invalid-parameter");
        assertProblem(wire.get("/api/v1/runs/:key/density/1/1/1.png"), 400, "invalid-parameter");
    }

    @Test
    void stabilityTellsHowEachHotspotStands() {
        JsonNode run = run("area=town:middleton");
        JsonNode hotspots = Wire.json(wire.get(link(run, "hotspots"))).get("features");
        HttpResponse<String> response = wire.get(link(run, "stability"));
        JsonNode view = Wire.json(response);

        assertThat(response.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(v -> assertThat(v).contains("immutable"));
        assertThat(view.fieldNames())
                .toIterable()
                .containsExactly("run_id", "method", "replicates", "maps", "sentence", "voters", "hotspots");
        assertThat(view.get("replicates").asInt()).isEqualTo(189);
        assertThat(view.get("maps").asInt()).isEqualTo(99);
        assertThat(view.get("hotspots")).hasSameSizeAs(hotspots).isNotEmpty();
        JsonNode first = view.get("hotspots").get(0);
        assertThat(first.fieldNames())
                .toIterable()
                .containsExactly("hotspot_id", "stays", "stability", "drawn", "p_chance", "votes", "methods");
        assertThat(first.get("hotspot_id").asText()).isEqualTo("h1");
        assertThat(first.get("stability").asDouble()).isBetween(0.0, 1.0);
        assertThat(first.get("drawn").asText()).isIn("solid", "dashed", "hidden");
        assertThat(first.get("p_chance").asDouble()).isBetween(0.01, 1.0);
        assertThat(first.get("votes").asInt()).isEqualTo(first.get("methods").size());
    }

    @Test
    void agreementIsCellsWithTheMethodsThatVoteForThem() {
        JsonNode run = run("area=town:middleton");
        HttpResponse<String> response = wire.get(link(run, "agreement"));
        JsonNode view = Wire.json(response);

        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/geo+json");
        assertThat(view.get("reason").isNull()).isTrue();
        assertThat(view.get("features")).isNotEmpty();
        for (JsonNode cell : view.get("features")) {
            JsonNode properties = cell.get("properties");
            assertThat(properties.get("votes").asInt())
                    .isPositive()
                    .isEqualTo(properties.get("methods").size());
            assertThat(properties.get("cell_id").asText()).startsWith("s200-");
        }
    }

    @Test
    void theSameQuestionAsJsonIsTheSameRun() {
        HttpResponse<String> response = post("{\"theme\":\"knife\",\"cell_m\":250,\"strand\":null}");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(Wire.json(response).get("run_id"))
                .isEqualTo(run("theme=knife&cell_m=250").get("run_id"));
    }

    private static HttpResponse<String> post(String body) {
        return wire.send(
                "POST",
                "/api/v1/runs",
                BodyPublishers.ofString(body),
                "Content-Type",
                "application/json; charset=utf-8");
    }

    @Test
    void Q30_bodiesThatAreNoQuestion() {
        assertProblem(
                wire.send("POST", "/api/v1/runs", BodyPublishers.ofString("{}"), "Content-Type", "text/plain"),
                415,
                "unsupported-media-type");
        JsonNode broken = assertProblem(post("{\n \"theme\": knife}"), 400, "malformed-json");
        assertThat(broken.get("detail").asText()).contains("line 2, column");
        assertProblem(post("[".repeat(10_000) + "]".repeat(10_000)), 400, "malformed-json");
        assertProblem(post("{\"theme\":\"knife\",\"theme\":\"hate\"}"), 400, "malformed-json");
        assertProblem(post("{} {}"), 400, "malformed-json");
        assertProblem(post(""), 400, "malformed-json");
        assertProblem(post("[]"), 400, "invalid-parameter");
        assertProblem(post("{\"role\":\"admin\"}"), 400, "unknown-parameter");
        assertProblem(post("{\"theme\":\"" + "x".repeat(70_000) + "\"}"), 413, "too-large");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bandwidth_m=0",
                "bandwidth_m=-1",
                "bandwidth_m=NaN",
                "bandwidth_m=1e9",
                "bandwidth_m=5",
                "eps_m=1000000",
                "min_points=0",
                "min_points=1",
                "theme=knives",
                "method=magic",
                "area=town:nowhere",
                "area=rugby",
                "area=drawn:",
                "area=drawn:500000,300000;501000,300000;501000,301000",
                "from=2025-02-29",
                "from=2026-01-02&to=2026-01-01",
                "cell_m=1",
                "days=caturday",
                "hours=9-9",
                "hours=1e1-12",
                "cell_m=0x1",
                "setting=%27%20OR%201%3D1--",
                "theme=%24%24",
                "area=1%3BSELECT%20pg_sleep(5)",
                "strand=race"
            })
    void Q10_Q13_Q14_Q17_Q19_valuesOutOfRange(String query) {
        JsonNode problem = assertProblem(wire.get("/api/v1/runs?" + query), 400, "invalid-parameter");
        assertThat(problem.get("errors").size()).isPositive();
        String name = query.substring(0, query.indexOf('='));
        assertThat(problem.get("errors").findValuesAsText("reason").toString()).contains(name);
    }

    @Test
    void aDrawnAreaStandsInTheRunWithItsOutline() {
        JsonNode run = run("theme=knife&area=drawn:407000,306000;407000,303000;403000,303000;403000,306000");
        JsonNode area = run.get("area");
        assertThat(area.get("kind").asText()).isEqualTo("drawn");
        assertThat(area.get("name").asText()).isEqualTo("Drawn area of 12 km²");
        assertThat(area.get("outline").get("type").asText()).isEqualTo("Polygon");
        assertThat(area.get("outline").get("coordinates").get(0).size()).isEqualTo(5);
        String encoded =
                "theme=knife&area=drawn%3A403000%2C303000%3B407000%2C303000%3B407000%2C306000%3B403000%2C306000";
        assertThat(run(encoded).get("run_id")).isEqualTo(run.get("run_id"));
        assertThat(run("theme=knife&area=town:middleton")
                        .get("area")
                        .get("outline")
                        .isNull())
                .isTrue();
    }

    @Test
    void Q10_allFaultsAreToldAtOnceWithTheAllowedRange() {
        JsonNode problem = assertProblem(
                wire.get("/api/v1/runs?bandwidth_m=5&categry=1&theme=x&q_max=2"), 400, "invalid-parameter");
        assertThat(problem.get("errors").findValuesAsText("name"))
                .containsExactlyInAnyOrder("bandwidth_m", "categry", "theme", "q_max");
        assertThat(problem.get("errors").findValuesAsText("reason")).contains("bandwidth_m=5: from 50 to 5000");
    }

    @Test
    void Q12_tooManyCellsAreRefusedByEstimate() {
        JsonNode problem = assertProblem(wire.get("/api/v1/runs?cell_m=25"), 400, "invalid-parameter");
        assertThat(problem.get("errors").get(0).get("reason").asText()).contains("cell_m=25", "250000");
    }

    @Test
    void Q15_Q16_namesAreCheckedOnEveryRoute() {
        String self = link(run(""), "self");
        for (String path : List.of(
                "/api/v1/runs",
                self,
                self + "/hotspots",
                self + "/clusters",
                self + "/contours",
                self + "/cells",
                self + "/bandwidths",
                self + "/relative-risk",
                self + "/tilejson",
                self + "/density/" + TILE + ".png",
                self + "/cells/" + TILE + ".png",
                self + "/cells/" + TILE + ".mvt",
                "/api/v1/areas",
                "/api/v1/themes",
                "/api/v1/data",
                "/api/v1/imports",
                "/health/live",
                "/health/ready",
                "/config.json",
                "/problems/not-found")) {
            assertProblem(wire.get(path + "?categry=x"), 400, "unknown-parameter");
        }
        assertProblem(wire.get("/api/v1/runs?theme=knife&theme=hate"), 400, "duplicated-parameter");
        assertProblem(wire.get("/api/v1/areas?kind=town&kind=town"), 400, "duplicated-parameter");
        assertProblem(wire.get("/api/v1/areas?kind=county"), 400, "invalid-parameter");
        assertProblem(wire.get(self + "/cells?nonzero=yes"), 400, "invalid-parameter");
        assertProblem(wire.get("/api/v1/runs?theme="), 400, "invalid-parameter");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1/0/0",
                "20/0/0",
                "3/8/0",
                "3/0/8",
                "3/0/-1",
                "3/12345678901234567890/0",
                "1e3/0/0",
                "+3/0/0",
                "03/0/0",
                "3/01/0",
                "%D9%A3/0/0",
                "3/ 1/0",
                "3.0/0/0",
                "0x3/0/0"
            })
    void Q06_tilesOutOfRange(String tile) throws IOException {
        JsonNode run = run("");
        for (String template : List.of(link(run, "density_tiles"), link(run, "cell_vector_tiles"))) {
            String target = template.replace("{z}/{x}/{y}", tile.replace(" ", "%20"));
            Wire.Reply reply = wire.rawGet(target);
            assertThat(reply.status()).as(target).isEqualTo(404);
            assertThat(reply.problemType()).as(target).isEqualTo("/problems/tile-out-of-range");
        }
        String row = tile.replaceFirst("(.*)/(.*)/(.*)", "$1/$3/$2").replace(" ", "%20");
        for (String tiles : List.of("cells-all/tiles", "cells-all/map/tiles", "hotspots-all/map/tiles")) {
            Wire.Reply reply = wire.rawGet("/ogc/collections/" + tiles + "/WebMercatorQuad/" + row);
            assertThat(reply.status()).as(tiles + " " + row).isEqualTo(404);
            assertThat(reply.problemType()).as(tiles + " " + row).isEqualTo("/problems/tile-out-of-range");
        }
    }

    @Test
    void Q08_placeHoldersAreNoAddress() throws IOException {
        JsonNode run = run("");
        for (String link : List.of("density_tiles", "cell_tiles", "cell_vector_tiles")) {
            assertRefused(link(run, link), 400);
        }
        for (String key : List.of("/api/v1/runs/:key", "/api/v1/runs/:key/density/1/1/1.png", "/api/v1/imports/:key")) {
            assertRefused(key, 400);
        }
        assertRefused("/ogc/collections/cells-all/tiles/WebMercatorQuad/{z}/{y}/{x}", 400);
    }

    private static void assertRefused(String target, Integer... statuses) throws IOException {
        Wire.Reply reply = wire.rawGet(target);
        assertThat(reply.status()).as(target).isIn((Object[]) statuses);
        assertThat(reply.head()).as(target).contains("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1%2f2", "1;a=b", "%252e%252e", "%2e%2e", "1%5c2"})
    void Q09_partsOfAPathHideNoOthers(String part) throws IOException {
        String self = link(run(""), "self");
        for (String target : List.of(
                "/api/v1/runs/" + part,
                self + "/" + part,
                self + "/density/12/2025/" + part + ".png",
                self + "/cells/12/" + part + "/1344.mvt",
                self + "/files/" + part + ".csv",
                "/api/v1/imports/" + part,
                "/problems/" + part,
                "/ogc/collections/" + part,
                "/ogc/collections/cells-all/items/" + part,
                "/ogc/collections/cells-all/tiles/WebMercatorQuad/12/1344/" + part)) {
            assertRefused(target, 400, 404);
        }
    }

    /** Every parameter of every address that is read; what the database sees of them is {@code WholeServerTest}'s. */
    @ParameterizedTest
    @ValueSource(strings = {"' OR 1=1--", "1;SELECT pg_sleep(5)", "$$", "\\\\", "\\'; --"})
    void Q19_noParameterIsCode(String value) {
        String id = run("theme=asb").get("run_id").asText();
        int asked = 0;
        for (Route route : world.routes()) {
            for (String parameter : route.method().equals(HandlerType.GET) ? route.parameters() : Set.<String>of()) {
                String path = route.path()
                        .replace("{run_id}", id)
                        .replace("{collection}", "cells-asb")
                        .replaceFirst("\\{feature}", "x")
                        .replaceAll("\\{[^}]*}", "1");
                long start = System.nanoTime();
                HttpResponse<String> answer =
                        wire.get(path + "?" + parameter + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
                assertThat(Duration.ofNanos(System.nanoTime() - start))
                        .as(path + " " + parameter)
                        .isLessThan(Duration.ofSeconds(4));
                boolean isText = parameter.equals("q");
                assertThat(answer.statusCode())
                        .as(path + " " + parameter)
                        .isIn(isText ? List.of(200) : List.of(400, 404));
                if (isText) {
                    assertThat(Wire.json(answer).get("results")).isEmpty();
                }
                asked++;
            }
        }
        assertThat(asked).isGreaterThan(50);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"cell_m=%EF%BC%93%EF%BC%90%EF%BC%90", "theme=%EF%BD%8B%EF%BD%8E%EF%BD%89%EF%BD%86%EF%BD%85"})
    void Q21_fullWidthCharactersAreNotTakenForPlainOnes(String query) {
        assertProblem(wire.get("/api/v1/runs?" + query), 400, "invalid-parameter");
    }

    @Test
    void Q07_emptyTiles() throws Exception {
        JsonNode run = run("theme=knife");
        String faraway = "12/10/10";
        byte[] other = wire.getBytes(link(run, "cell_tiles").replace("{z}/{x}/{y}", "9/1/2"))
                .body();
        HttpResponse<byte[]> png = wire.getBytes(link(run, "density_tiles").replace("{z}/{x}/{y}", faraway));
        assertThat(png.statusCode()).isEqualTo(200);
        assertThat(png.headers().firstValue("Content-Type")).hasValue("image/png");
        var picture = ImageIO.read(new ByteArrayInputStream(png.body()));
        assertThat(hasColour(picture)).isFalse();
        assertThat(other).as("one and the same picture").isEqualTo(png.body());
        HttpResponse<byte[]> mvt = wire.getBytes(link(run, "cell_vector_tiles").replace("{z}/{x}/{y}", faraway));
        assertThat(mvt.statusCode()).isEqualTo(204);
        assertThat(mvt.body()).isEmpty();
    }

    @Test
    void tilesArePicturesKeptForEver() throws Exception {
        JsonNode run = run("theme=knife&area=town:middleton");
        for (String layer : List.of("density_tiles", "cell_tiles")) {
            String address = link(run, layer).replace("{z}/{x}/{y}", middleTile(run));
            HttpResponse<byte[]> tile = wire.getBytes(address, "Accept-Encoding", "gzip");
            assertThat(tile.headers().firstValue("Cache-Control")).hasValue("private, max-age=31536000, immutable");
            assertThat(tile.headers().firstValue("Content-Encoding")).isEmpty();
            var picture = ImageIO.read(new ByteArrayInputStream(tile.body()));
            assertThat(picture.getWidth()).isEqualTo(256);
            assertThat(hasColour(picture)).as(address).isTrue();
            var twice = ImageIO.read(new ByteArrayInputStream(
                    wire.getBytes(address.replace(".png", "@2x.png")).body()));
            assertThat(twice.getWidth()).isEqualTo(512);
            String tag = tile.headers().firstValue("ETag").orElseThrow();
            assertThat(wire.get(address, "If-None-Match", tag).statusCode()).isEqualTo(304);
        }
        HttpResponse<byte[]> mvt =
                wire.getBytes(link(run, "cell_vector_tiles").replace("{z}/{x}/{y}", middleTile(run)));
        assertThat(mvt.statusCode()).isEqualTo(200);
        assertThat(mvt.headers().firstValue("Content-Type")).hasValue("application/vnd.mapbox-vector-tile");
        assertThat(mvt.headers().firstValue("X-Truncated")).hasValue("false");
        assertThat(mvt.body()).isNotEmpty();
    }

    /** The tile of zoom 12 that holds the middle of the run's box, by the formula of Web Mercator. */
    private static String middleTile(JsonNode run) {
        JsonNode box = run.get("area").get("bbox");
        double longitude = (box.get(0).asDouble() + box.get(2).asDouble()) / 2;
        double latitude = Math.toRadians((box.get(1).asDouble() + box.get(3).asDouble()) / 2);
        double side = 1 << 12;
        double x = (longitude + 180) / 360 * side;
        double y = (1 - Math.log(Math.tan(latitude) + 1 / Math.cos(latitude)) / Math.PI) / 2 * side;
        return "12/" + (int) x + "/" + (int) y;
    }

    private static boolean hasColour(java.awt.image.BufferedImage picture) {
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                if (picture.getRGB(x, y) >>> 24 != 0) {
                    return true;
                }
            }
        }
        return false;
    }

    @Test
    void Q28_geoJsonIsAsTheStandardHasIt() {
        JsonNode run = run("theme=knife&method=gi_star");
        List<String> views = new ArrayList<>(List.of("hotspots", "clusters", "contours", "cells"));
        for (String view : views) {
            HttpResponse<String> response = wire.get(link(run, view));
            assertThat(response.statusCode()).as(view).isEqualTo(200);
            assertThat(response.headers().firstValue("Content-Type")).hasValue("application/geo+json");
            assertThat(response.headers().firstValue("Cache-Control")).hasValue("private, max-age=31536000, immutable");
            JsonNode collection = Wire.json(response);
            assertThat(collection.get("run_id")).isEqualTo(run.get("run_id"));
            assertThat(collection.get("method").asText()).isEqualTo("gi_star");
            assertThat(collection.get("features").size()).as(view).isPositive();
            assertThat(response.body()).doesNotContain("NaN", "Infinity");
            assertThat(longestFraction(response.body().replaceAll("\"properties\":\\{[^}]*}", "")))
                    .as(view)
                    .isLessThanOrEqualTo(7);
            collection.get("features").forEach(feature -> assertGeometry(feature.get("geometry")));
        }
        JsonNode areas = Wire.json(wire.get("/api/v1/areas"));
        areas.get("features").forEach(feature -> assertGeometry(feature.get("geometry")));
        for (JsonNode collection : ok("/ogc/collections").get("collections")) {
            HttpResponse<String> page =
                    wire.get("/ogc/collections/" + collection.get("id").asText() + "/items?limit=200");
            assertThat(page.headers().firstValue("Content-Type")).hasValue("application/geo+json");
            assertThat(page.body()).doesNotContain("NaN", "Infinity");
            for (JsonNode feature : Wire.json(page).get("features")) {
                assertThat(longestFraction(feature.get("geometry").toString())).isLessThanOrEqualTo(7);
                if (!feature.at("/geometry/type").asText().equals("Point")) {
                    assertGeometry(feature.get("geometry"));
                }
            }
        }
    }

    @Test
    void adviceOnTheBandwidthAndTheRatioToOtherEventsAreViews() {
        JsonNode run = run("theme=knife&location_error_m=100");
        assertThat(run.get("bandwidth_effective_m").asDouble()).isEqualTo(574.456);
        JsonNode advice = Wire.json(wire.get(link(run, "bandwidths")));
        assertThat(advice.get("rules").findValuesAsText("rule"))
                .containsExactly(
                        "scott", "normal_reference", "diggle", "likelihood", "cronie_van_lieshout", "nearest_places");
        advice.get("rules")
                .forEach(rule -> assertThat(rule.get("bandwidth_m").asDouble()).isPositive());
        HttpResponse<String> risk = wire.get(link(run, "relative_risk") + "?against=previous");
        assertThat(risk.statusCode()).isEqualTo(200);
        assertThat(risk.headers().firstValue("Cache-Control")).hasValue("private, max-age=31536000, immutable");
        assertThat(Wire.json(risk).get("sigma_m").isNull()).isTrue();
        JsonNode against = Wire.json(wire.get(link(run, "relative_risk")));
        assertThat(against.get("against").asText()).isEqualTo("all");
        assertThat(against.get("cases").asLong()).isEqualTo(run.get("n").asLong());
        against.get("features").forEach(feature -> assertGeometry(feature.get("geometry")));
        assertProblem(wire.get(link(run(""), "relative_risk")), 400, "invalid-parameter");
        assertProblem(wire.get(link(run, "relative_risk") + "?against=none"), 400, "invalid-parameter");
    }

    private static int longestFraction(String json) {
        Matcher matcher = Pattern.compile("\\d\\.(\\d+)").matcher(json);
        int longest = 0;
        while (matcher.find()) {
            longest = Math.max(longest, matcher.group(1).length());
        }
        return longest;
    }

    /** Closed rings, the outer ones counter-clockwise, in Great Britain's range of longitude before latitude. */
    private static void assertGeometry(JsonNode geometry) {
        List<JsonNode> polygons = new ArrayList<>();
        if (geometry.get("type").asText().equals("Polygon")) {
            polygons.add(geometry.get("coordinates"));
        } else {
            assertThat(geometry.get("type").asText()).isEqualTo("MultiPolygon");
            geometry.get("coordinates").forEach(polygons::add);
        }
        for (JsonNode polygon : polygons) {
            for (int i = 0; i < polygon.size(); i++) {
                Coordinate[] ring = new Coordinate[polygon.get(i).size()];
                for (int k = 0; k < ring.length; k++) {
                    JsonNode position = polygon.get(i).get(k);
                    ring[k] = new Coordinate(
                            position.get(0).asDouble(), position.get(1).asDouble());
                    assertThat(ring[k].x).isBetween(-2.5, -1.5);
                    assertThat(ring[k].y).isBetween(52.0, 53.0);
                }
                assertThat(ring[ring.length - 1]).isEqualTo(ring[0]);
                assertThat(Orientation.isCCW(ring)).isEqualTo(i == 0);
            }
        }
    }

    @Test
    void hotspotsAreRankedAndTheirSharesRunUp() {
        JsonNode run = run("theme=knife&area=town:middleton");
        JsonNode features = Wire.json(wire.get(link(run, "hotspots"))).get("features");
        assertThat(features.size()).isPositive();
        double running = 0;
        for (int i = 0; i < features.size(); i++) {
            JsonNode properties = features.get(i).get("properties");
            assertThat(properties.fieldNames())
                    .toIterable()
                    .containsExactly(
                            "rank",
                            "hotspot_id",
                            "count",
                            "count_low",
                            "count_high",
                            "share",
                            "running_share",
                            "area_km2",
                            "density_per_km2",
                            "peak_density_per_km2",
                            "z",
                            "p",
                            "q",
                            "inflation",
                            "settings",
                            "patrollable_share",
                            "suited_to",
                            "harm",
                            "change",
                            "near",
                            "town",
                            "district",
                            "centre",
                            "per_month");
            assertThat(properties.get("rank").asInt()).isEqualTo(i + 1);
            assertThat(properties.get("z").isNull()).isTrue();
            assertThat(properties.get("count_low").asDouble())
                    .isLessThan(properties.get("count").asDouble());
            running += properties.get("count").asDouble() / run.get("n").asDouble();
            assertThat(properties.get("running_share").asDouble())
                    .isCloseTo(running, org.assertj.core.data.Offset.offset(1e-4));
        }
    }

    @Test
    void cellsHoldEveryEventAndEmptyOnesOnRequest() {
        JsonNode run = run("theme=knife&cell_m=500&grid=hex");
        JsonNode filled = Wire.json(wire.get(link(run, "cells"))).get("features");
        JsonNode all =
                Wire.json(wire.get(link(run, "cells") + "?nonzero=false")).get("features");
        assertThat(sum(filled)).isEqualTo(run.get("n").asDouble()).isEqualTo(sum(all));
        assertThat(all.size()).isGreaterThan(filled.size());
        assertThat(all.get(0).get("geometry").get("coordinates").get(0).size()).isEqualTo(7);
    }

    private static double sum(JsonNode features) {
        double sum = 0;
        for (JsonNode feature : features) {
            sum += feature.get("properties").get("count").asDouble();
        }
        return sum;
    }

    @Test
    void tileJson() {
        JsonNode run = run("theme=knife");
        JsonNode density = Wire.json(wire.get(link(run, "tilejson")));
        assertThat(density.get("tilejson").asText()).isEqualTo("3.0.0");
        assertThat(density.get("tiles").get(0).asText()).isEqualTo(link(run, "density_tiles"));
        assertThat(density.get("bounds")).isEqualTo(run.get("area").get("bbox"));
        JsonNode cells = Wire.json(wire.get(link(run, "tilejson") + "?layer=cells"));
        assertThat(cells.get("vector_layers").get(0).get("id").asText()).isEqualTo("cells");
        assertProblem(wire.get(link(run, "tilejson") + "?layer=x"), 400, "invalid-parameter");
    }

    @Test
    void areasAreListedByKind() {
        JsonNode both = Wire.json(wire.get("/api/v1/areas")).get("features");
        assertThat(both.findValuesAsText("address"))
                .containsExactlyInAnyOrder("district:north", "district:south", "town:middleton");
        JsonNode towns = Wire.json(wire.get("/api/v1/areas?kind=town,ward")).get("features");
        assertThat(towns.size()).isEqualTo(1);
        assertThat(towns.get(0).get("geometry").get("type").asText()).isEqualTo("MultiPolygon");
        JsonNode named =
                Wire.json(wire.get("/api/v1/areas?kind=town&outlines=false")).get("features");
        assertThat(named.get(0).get("geometry").isNull()).isTrue();
        assertThat(named.get(0).get("properties")).isEqualTo(towns.get(0).get("properties"));
        assertProblem(wire.get("/api/v1/areas?outlines=maybe"), 400, "invalid-parameter");
        JsonNode properties = towns.get(0).get("properties");
        assertThat(properties.fieldNames())
                .toIterable()
                .containsExactly("address", "kind", "slug", "code", "name", "label", "bbox");
        assertThat(properties.get("label").get(0).asDouble())
                .isBetween(
                        properties.get("bbox").get(0).asDouble(),
                        properties.get("bbox").get(2).asDouble());
    }

    @Test
    void areasAreReplacedFromGeoJson() {
        String town = """
                {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"c":"E1","n":"Newtown"},
                "geometry":{"type":"Polygon","coordinates":[[[-1.9,52.5],[-1.8,52.5],[-1.8,52.6],[-1.9,52.6],[-1.9,52.5]]]}}]}
                """;
        HttpResponse<String> response = wire.send(
                "PUT",
                "/api/v1/areas/town?code_field=c&name_field=n",
                BodyPublishers.ofString(town),
                "Content-Type",
                "application/geo+json");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(Wire.json(response).get("areas").asInt()).isEqualTo(1);
        assertThat(Wire.json(response).get("places_assigned").asInt()).isEqualTo(17);
        assertThat(world.areas.replaced)
                .extracting(area -> area.address().toString())
                .contains("town:newtown");
        HttpResponse<String> wrong = wire.send(
                "PUT", "/api/v1/areas/town", BodyPublishers.ofString(town), "Content-Type", "application/geo+json");
        JsonNode problem = assertProblem(wrong, 422, "unusable-areas");
        assertThat(problem.get("errors").size()).isPositive();
        assertProblem(
                wire.send("PUT", "/api/v1/areas/county", BodyPublishers.ofString(town), "Content-Type", Json.TYPE),
                400,
                "invalid-parameter");
        assertProblem(
                wire.send("PUT", "/api/v1/areas/town", BodyPublishers.ofString(town), "Content-Type", "text/plain"),
                415,
                "unsupported-media-type");
    }

    @Test
    void themesAreAllThatAFormNeeds() {
        JsonNode themes = Wire.json(wire.get("/api/v1/themes"));
        assertThat(themes.get("themes").findValuesAsText("theme")).containsExactly("all", "knife", "hate", "asb");
        assertThat(themes.get("themes").get(2).get("strands").size()).isEqualTo(5);
        assertThat(themes.get("settings").get(0).asText()).isEqualTo("any");
        assertThat(themes.get("days").size()).isEqualTo(7);
        assertThat(themes.get("hours").get("maximum").asInt()).isEqualTo(24);
        for (JsonNode shift : themes.get("shifts")) {
            String days = shift.get("days").isNull()
                    ? ""
                    : "days=" + shift.get("days").asText() + "&";
            JsonNode question =
                    run(days + "hours=" + shift.get("hours").asText()).get("question");
            assertThat(question.get("days")).isEqualTo(shift.get("days"));
            assertThat(question.get("hours")).isEqualTo(shift.get("hours"));
        }
        assertThat(themes.get("codebooks")).hasSize(1);
        JsonNode codebook = themes.get("codebooks").get(0);
        assertThat(codebook.fieldNames()).toIterable().containsExactly("id", "name", "version", "sentence");
        assertThat(codebook.get("sentence").asText()).isEqualTo("Weighs an offence in days.");
        JsonNode weighed = run("weight=harm&codebook=" + codebook.get("id").asText());
        assertThat(weighed.get("harm").get("codebook").get("name")).isEqualTo(codebook.get("name"));
        JsonNode bandwidth = themes.get("methods").get(0).get("parameters").get(0);
        assertThat(bandwidth.get("minimum").asInt()).isEqualTo(50);
        assertThat(bandwidth.get("maximum").asInt()).isEqualTo(5000);
        assertThat(bandwidth.get("default").isNull()).isTrue();
    }

    @Test
    void dataAreCounted() {
        JsonNode data = Wire.json(wire.get("/api/v1/data"));
        long unlocated = TestWorld.draft(1, 3000).rows().stream()
                .filter(row -> row.where() == null)
                .count();
        assertThat(data.get("offences").asInt()).isEqualTo(3000);
        assertThat(data.get("unlocated").asLong()).isEqualTo(unlocated);
        assertThat(data.get("outside_force").asLong()).isEqualTo(outside());
        long bySource = 0;
        for (JsonNode source : data.get("sources")) {
            bySource += source.get("offences").asLong();
            assertThat(source.get("force").asText()).isEqualTo("Middleshire Police");
            assertThat(source.get("synthetic").asBoolean()).isFalse();
        }
        assertThat(data.get("sources").findValuesAsText("source")).containsExactly("police_uk", "force_extract");
        assertThat(data.get("marking").asText()).isEqualTo("OFFICIAL-SENSITIVE");
        assertThat(bySource).isEqualTo(3000);
        assertThat(data.get("areas").get("district").asInt()).isEqualTo(2);
        assertThat(data.get("database").get("kind").asText()).isEqualTo("in memory");
    }

    @Test
    void whatCouldBeLocatedIsToldByDistrictThemeAndMonth() {
        JsonNode view = Wire.json(wire.get("/api/v1/data/geocoding"));

        assertThat(view.fieldNames())
                .toIterable()
                .containsExactly(
                        "data_version",
                        "least_hit_rate",
                        "sentence",
                        "all",
                        "districts",
                        "themes",
                        "months",
                        "earlier_months");
        assertThat(view.get("themes").findValuesAsText("theme"))
                .containsExactlyInAnyOrder("all", "knife", "hate", "asb");
        assertThat(view.get("months")).hasSize(12);
        long offences = 0;
        long located = 0;
        for (JsonNode month : view.get("months")) {
            offences += month.get("offences").asLong();
            located += month.get("located").asLong();
        }
        assertThat(view.get("all").get("offences").asLong()).isEqualTo(offences);
        assertThat(view.get("all").get("located").asLong()).isEqualTo(located);
        assertThat(view.get("all").get("hit_rate").asDouble()).isCloseTo(located / (double) offences, within(1e-4));
        // No record of this force names a beat.
        assertThat(view.get("districts").get(0).get("area").asText()).isEqualTo("district:north");
        assertThat(view.get("districts").get(0).get("hit_rate").isNull()).isTrue();
        assertThat(view.get("sentence").asText()).endsWith("so no rate is given for a district.");
        assertProblem(wire.get("/api/v1/data/geocoding?theme=asb"), 400, "unknown-parameter");
    }

    /** By the districts' boxes, a point on the edge being inside. */
    private static long outside() {
        return TestWorld.draft(1, 3000).rows().stream()
                .map(row -> row.where())
                .filter(where -> where != null)
                .filter(where -> where.easting() < TestWorld.WEST
                        || where.easting() > TestWorld.WEST + 10_000
                        || where.northing() < TestWorld.SOUTH
                        || where.northing() > TestWorld.SOUTH + 20_000)
                .count();
    }

    @Test
    void healthAndConfiguration() {
        assertThat(wire.get("/health/live").body()).isEqualTo("{\"status\":\"up\"}");
        assertThat(wire.get("/health/ready").statusCode()).isEqualTo(200);
        JsonNode config = Wire.json(wire.get("/config.json"));
        assertThat(config.get("force").asText()).isEqualTo("Middleshire");
        assertThat(config.get("base_map").isNull()).isTrue();
    }

    @Test
    void thePageForOtherProgramsHasAddressesToCopy() {
        JsonNode run = Wire.json(wire.get("/api/v1/runs?theme=knife"));
        String id = run.get("run_id").asText();
        HttpResponse<String> page = wire.get("/connect?run=" + id);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        String origin = "http://" + page.uri().getAuthority();
        assertThat(page.body())
                .contains(origin + "/ogc")
                .contains(origin + run.at("/links/hotspots").asText())
                .contains(origin + run.at("/links/density_tiles").asText());
        assertThat(wire.get("/connect").body()).contains("/api/v1/runs/RUN/hotspots");
        assertProblem(wire.get("/connect?run=knife"), 400, "invalid-parameter");
        assertProblem(wire.get("/connect?run=" + "0".repeat(64)), 404, "run-not-found");
    }

    @Test
    void thePageIsServedAtTheRoot() {
        HttpResponse<String> page = wire.get("/");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(wire.get("/src/main.js").headers().firstValue("Content-Type").orElseThrow())
                .startsWith("text/javascript");
        assertThat(wire.get("/src").statusCode()).isEqualTo(404);
        assertThat(wire.get("/src/").statusCode()).isEqualTo(404);
    }

    @Test
    void leafletIsServedFromHere() {
        HttpResponse<String> module = wire.get("/lib/leaflet/leaflet-src.esm.js");
        assertThat(module.statusCode()).isEqualTo(200);
        assertThat(module.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/javascript");
        assertThat(module.headers().firstValue("Cache-Control")).hasValue("no-cache");
        String tag = module.headers().firstValue("ETag").orElseThrow();
        assertThat(wire.get("/lib/leaflet/leaflet-src.esm.js", "If-None-Match", tag)
                        .statusCode())
                .isEqualTo(304);
        assertThat(wire.get("/lib/leaflet/leaflet.css").statusCode()).isEqualTo(200);
        assertThat(wire.get("/lib/leaflet/images/layers.png").statusCode()).isEqualTo(200);
        HttpResponse<String> put = wire.send("PUT", "/lib/leaflet/leaflet.css", BodyPublishers.noBody());
        assertProblem(put, 405, "method-not-allowed");
    }
}
