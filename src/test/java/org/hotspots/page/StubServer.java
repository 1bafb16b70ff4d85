package org.hotspots.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/** Answers in the shapes of the interface from a made-up county, and can be told to be empty, slow or broken. */
public final class StubServer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'";
    private static final Path WEB = Path.of("web");
    private static final String LEAFLET = "/META-INF/resources/webjars/leaflet/1.9.4/dist/";

    /** Views that are the same for every run of the stub. */
    private static final Set<String> VIEWS =
            Set.of("times", "months", "explain", "repeat-locations", "method-card", "history");

    private static final Set<String> FIXED = Set.of("/api/v1/themes", "/api/v1/search", "/api/v1/data/geocoding");

    /** One step of an import that takes long; whoever listens asks again after a minute. */
    private static final byte[] PROGRESS = """
            retry: 60000
            event: progress
            data: {"stage": "reading", "rows": 412000, "rows_per_second": 96500, "bytes": 31000000, "bytes_total": 74000000}

            """.getBytes(StandardCharsets.UTF_8);

    private static final String FIRST_DAY = "2023-11-01";

    private final HttpServer server;
    private final Map<String, Asked> asked = new ConcurrentHashMap<>();

    private record Asked(Map<String, String> question, int dataVersion) {}

    volatile boolean isEmpty;
    volatile boolean isBroken;
    volatile boolean isChance;
    volatile boolean losesTiles;
    volatile boolean hasBacktest;

    /** Whether its imports stand in each state that one can be in, the first of them under way. */
    volatile boolean isLoading;

    volatile long delayMillis;
    volatile int dataVersion = 2;
    volatile String marking = "OFFICIAL-SENSITIVE";

    /** Names of the county, and what stands in their place in every answer. */
    volatile Map<String, String> renamed = Map.of();

    StubServer(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newFixedThreadPool(8));
        server.start();
    }

    /** For looking at the page by hand: {@code StubServer PORT}. */
    public static void main(String[] arguments) throws IOException {
        StubServer stub = new StubServer(Integer.parseInt(arguments[0]));
        stub.losesTiles = arguments.length > 1 && arguments[1].equals("loses-tiles");
        stub.isEmpty = arguments.length > 1 && arguments[1].equals("empty");
        stub.isBroken = arguments.length > 1 && arguments[1].equals("broken");
        stub.delayMillis = arguments.length > 1 && arguments[1].equals("slow") ? 60_000 : 0;
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            exchange.getResponseHeaders().set("Content-Security-Policy", POLICY);
            if (path.startsWith("/api/v1/runs")) answerRun(exchange, path);
            else if (path.equals("/api/v1/areas")) json(exchange, 200, areas(exchange));
            else if (path.equals("/api/v1/data")) json(exchange, 200, data());
            else if (path.equals("/api/v1/defaults")) json(exchange, 200, defaults());
            else if (path.equals("/api/v1/backtests")) json(exchange, 200, JSON.readTree(resource("backtests.json")));
            else if (path.equals("/api/v1/imports")) json(exchange, 200, imports());
            else if (path.startsWith("/api/v1/imports/")) send(exchange, 200, "text/event-stream", PROGRESS);
            else if (path.equals("/api/v1/areas/drawn")) json(exchange, 200, StubCounty.drawn());
            else if (FIXED.contains(path)) json(exchange, 200, JSON.readTree(resource(lastOf(path) + ".json")));
            else if (path.equals("/config.json"))
                send(
                        exchange,
                        200,
                        "application/json",
                        "{\"force\":\"Midshire Police\",\"base_map\":null}".getBytes(StandardCharsets.UTF_8));
            else if (path.startsWith("/lib/leaflet/")) sendLibrary(exchange, path.substring("/lib/leaflet/".length()));
            else sendFile(exchange, path.equals("/") ? "index.html" : path.substring(1));
        }
    }

    private void answerRun(HttpExchange exchange, String path) throws IOException {
        if (path.endsWith(".png")) {
            if (losesTiles) problem(exchange, 503, "Overloaded", "Too many questions at once.");
            else send(exchange, 200, "image/png", isChance ? StubTiles.blank() : StubTiles.tile(path, question(path)));
            return;
        }
        pause();
        if (isBroken) {
            problem(
                    exchange,
                    503,
                    "The database does not answer",
                    "Offences cannot be read; the last attempt was a moment ago.");
        } else if (path.equals("/api/v1/runs")) {
            ask(exchange);
        } else if (!asked.containsKey(runId(path))) {
            problem(exchange, 404, "No such run", "This run is not known here.");
        } else if (path.endsWith("/hotspots")) {
            json(exchange, 200, isChance ? StubCounty.noHotspots() : StubCounty.hotspots(question(path)));
        } else if (path.endsWith("/stability")) {
            json(exchange, 200, StubCounty.stability(question(path)));
        } else if (path.endsWith("/alternatives")) {
            json(exchange, 200, alternatives(question(path)));
        } else if (VIEWS.contains(lastOf(path))) {
            json(exchange, 200, JSON.readTree(resource(lastOf(path) + ".json")));
        } else {
            json(exchange, 200, run(runId(path)));
        }
    }

    private void ask(HttpExchange exchange) throws IOException {
        Map<String, String> question = parameters(exchange.getRequestURI().getRawQuery());
        if (question.getOrDefault("theme", "all").equals("wizardry")) {
            problem(exchange, 400, "Invalid parameter", "One parameter is not as it should be.");
            return;
        }
        String id = hash(question + " " + dataVersion);
        asked.put(id, new Asked(question, dataVersion));
        json(exchange, 200, run(id));
    }

    private ObjectNode run(String id) throws IOException {
        Map<String, String> question = asked.get(id).question();
        ObjectNode run = (ObjectNode) JSON.readTree(resource("run.json"));
        run.put("run_id", id);
        ObjectNode words = (ObjectNode) run.get("question");
        question.forEach((name, value) -> {
            if (words.path(name).isNumber()) words.put(name, Double.parseDouble(value));
            else words.put(name, value);
        });
        StubCounty.Box box = StubCounty.area(question);
        boolean isForce = box.equals(StubCounty.FORCE);
        if (!isForce && !question.containsKey("bandwidth_m")) words.put("bandwidth_m", 300);
        ObjectNode area = (ObjectNode) run.get("area");
        area.put("address", isForce ? "force" : box.address()).put("name", box.name());
        if (Set.of("drawn", "ward").contains(box.kind())) area.set("outline", box.outline());
        area.putArray("bbox").add(box.west()).add(box.south()).add(box.east()).add(box.north());
        area.put("area_km2", (box.east() - box.west()) * 67.8 * (box.north() - box.south()) * 111.2);
        int n = StubCounty.total(StubCounty.answer(question));
        run.put("n", n);
        run.putObject("covered")
                .put("from", words.get("from").asText())
                .put("to", words.get("to").asText())
                .put("whole", words.get("to").asText().compareTo(FIRST_DAY) > 0);
        String unit = question.getOrDefault("counting_basis", "incidents");
        run.putObject("count")
                .put("value", n)
                .put("low", n * 0.85)
                .put("high", n * 1.15 + 3)
                .put("unit", unit);
        if (isChance || n == 0) {
            ((ObjectNode) run.get("verdict"))
                    .put("kind", "chance")
                    .put(
                            "sentence",
                            n == 0
                                    ? "There are no such incidents in this period."
                                    : "Could be chance: as many in one cell as chance gives.")
                    .put("advice", "Look at repeat locations, or ask about a longer period.");
            for (String layer : List.of("density", "cells"))
                ((ObjectNode) run.at("/legend/" + layer)).putArray("breaks");
        }
        ((ObjectNode) run.at("/legend/density"))
                .put("title", StubCounty.title(words.get("theme").asText()) + " per km²");
        ((ObjectNode) run.at("/legend/cells"))
                .put("title", StubCounty.title(words.get("theme").asText()) + " by cell");
        ((ObjectNode) run.get("data_version")).put("number", asked.get(id).dataVersion());
        ObjectNode links = run.putObject("links");
        links.put("density_tiles", "/api/v1/runs/" + id + "/density/{z}/{x}/{y}.png");
        links.put("cell_tiles", "/api/v1/runs/" + id + "/cells/{z}/{x}/{y}.png");
        links.put("files", "/api/v1/runs/" + id + "/files/{layer}.{format}");
        links.put("hotspots", "/api/v1/runs/" + id + "/hotspots");
        links.put("stability", "/api/v1/runs/" + id + "/stability");
        links.put("explain", "/api/v1/runs/" + id + "/explain?lon={lon}&lat={lat}");
        links.put("times", "/api/v1/runs/" + id + "/times");
        links.put("months", "/api/v1/runs/" + id + "/months");
        links.put("alternatives", "/api/v1/runs/" + id + "/alternatives");
        links.put("history", "/api/v1/runs/" + id + "/history");
        links.put("repeat_locations", "/api/v1/runs/" + id + "/repeat-locations");
        links.put("method_card", "/api/v1/runs/" + id + "/method-card");
        return run;
    }

    private static ObjectNode alternatives(Map<String, String> question) {
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode choices = answer.putArray("choices");
        for (String theme : List.of("knife", "hate", "asb", "all")) {
            Map<String, String> other = new TreeMap<>(question);
            other.put("theme", theme);
            choices.addObject()
                    .put("parameter", "theme")
                    .put("value", theme)
                    .put("n", StubCounty.total(StubCounty.answer(other)));
        }
        return answer;
    }

    private static JsonNode areas(HttpExchange exchange) {
        String query = String.valueOf(exchange.getRequestURI().getQuery());
        return StubCounty.areas(!query.contains("outlines=false"));
    }

    private JsonNode data() throws IOException {
        ObjectNode data = (ObjectNode) JSON.readTree(resource("data.json"));
        ((ObjectNode) data.get("data_version")).put("number", dataVersion);
        data.put("marking", marking);
        if (isLoading) data.set("imports", imports().get("imports"));
        if (isEmpty) data.put("offences", 0).putNull("data_version").putNull("marking");
        return data;
    }

    private JsonNode defaults() throws IOException {
        ObjectNode preset = (ObjectNode) JSON.readTree(resource("defaults.json"));
        if (!hasBacktest) return preset;
        JsonNode tested = JSON.readTree(resource("backtests.json"));
        for (String name : List.of("method", "parameter", "metres", "reason"))
            preset.set(name, tested.at("/choice/" + name));
        preset.put("by", "backtest")
                .putObject("backtest")
                .put("area", "force")
                .put("name", "Midshire")
                .put("data_version", 2);
        return preset;
    }

    private JsonNode imports() throws IOException {
        return JSON.readTree(resource(isLoading ? "imports-of-each-state.json" : "imports.json"));
    }

    private Map<String, String> question(String path) {
        return Objects.requireNonNull(asked.get(runId(path)), path).question();
    }

    private static String lastOf(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String runId(String path) {
        String[] parts = path.split("/", -1);
        return parts.length > 4 ? parts[4] : "";
    }

    private void pause() {
        try {
            Thread.sleep(delayMillis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new TreeMap<>();
        for (String pair : query.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            parameters.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return parameters;
    }

    private static void problem(HttpExchange exchange, int status, String title, String detail) throws IOException {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "/problems/of-the-stub");
        body.put("title", title);
        body.put("status", status);
        body.put("detail", detail);
        body.put("instance", "urn:uuid:00000000-0000-4000-8000-000000000042");
        if (status == 400) {
            body.put("errors", new Object[] {
                Map.of("in", "query", "name", "theme", "reason", "theme=wizardry: one of knife, hate, asb, all")
            });
        }
        exchange.getResponseHeaders().set("X-Request-Id", "00000000-0000-4000-8000-000000000042");
        send(exchange, status, "application/problem+json", JSON.writeValueAsBytes(body));
    }

    private void json(HttpExchange exchange, int status, JsonNode body) throws IOException {
        send(exchange, status, "application/json", withNames(JSON.writeValueAsString(body)));
    }

    private byte[] withNames(String json) throws IOException {
        String text = json;
        for (Map.Entry<String, String> name : renamed.entrySet()) {
            String quoted = JSON.writeValueAsString(name.getValue());
            text = text.replace(name.getKey(), quoted.substring(1, quoted.length() - 1));
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] resource(String name) throws IOException {
        return Files.readAllBytes(Path.of("src/test/resources/page", name));
    }

    private static void sendLibrary(HttpExchange exchange, String name) throws IOException {
        try (InputStream in = StubServer.class.getResourceAsStream(LEAFLET + name)) {
            if (in == null) problem(exchange, 404, "Not found", name);
            else send(exchange, 200, typeOf(name), in.readAllBytes());
        }
    }

    private static void sendFile(HttpExchange exchange, String name) throws IOException {
        Path file = WEB.resolve(name).normalize();
        if (!file.startsWith(WEB) || !Files.isRegularFile(file)) problem(exchange, 404, "Not found", name);
        else send(exchange, 200, typeOf(name), Files.readAllBytes(file));
    }

    private static String typeOf(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "html" -> "text/html; charset=utf-8";
            case "css" -> "text/css; charset=utf-8";
            case "js" -> "text/javascript; charset=utf-8";
            case "svg" -> "image/svg+xml";
            default -> "application/octet-stream";
        };
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
