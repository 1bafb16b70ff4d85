package org.hotspots.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.HandlerType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server does with any request, whatever its address. */
class ServerMannersTest {
    /** Of 64 KiB: more than the system keeps for a connection whose room is not bounded. */
    private static final int LONG_PARTS = 96;

    private static final List<String> SECURITY_HEADERS = List.of(
            "Content-Security-Policy",
            "X-Content-Type-Options",
            "Referrer-Policy",
            "Cross-Origin-Opener-Policy",
            "Cross-Origin-Resource-Policy",
            "Permissions-Policy",
            "X-Request-Id");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static WebServer server;

    @SuppressWarnings("NullAway.Init")
    private static Wire wire;

    @BeforeAll
    static void start() {
        List<Route> routes = List.of(
                Route.get("/plain", Json.TYPE, ctx -> Answers.send(ctx, Json.TYPE, bytes("{\"a\":1}"))),
                Route.get(
                        "/big", Json.TYPE, ctx -> Answers.send(ctx, Json.TYPE, bytes("[" + "1,".repeat(5000) + "1]"))),
                Route.get("/named", Json.TYPE, Set.of("kind", "name"), (ctx, parameters) -> {
                    String name = parameters.get("name", "none");
                    parameters.refuseFaults();
                    Answers.send(ctx, Json.TYPE, bytes("\"" + name + "\""));
                }),
                Route.get("/broken", Json.TYPE, ctx -> {
                    throw new IllegalStateException("secret org.hotspots.Thing at /var/lib, SELECT 1");
                }),
                Route.get("/overflow", Json.TYPE, ctx -> overflow(1)),
                Route.get("/assertion", Json.TYPE, ctx -> {
                    throw new AssertionError("secret");
                }),
                Route.get("/half", Json.TYPE, ctx -> {
                    ctx.res().setContentType(Json.TYPE);
                    Problems.beginStream(ctx);
                    ctx.outputStream().write(bytes("[" + "1,".repeat(100_000)));
                    throw new IOException("the database went away");
                }),
                Route.get("/long", Json.TYPE, ctx -> {
                    ctx.res().setContentType(Json.TYPE);
                    Problems.beginStream(ctx);
                    for (int i = 0; i < LONG_PARTS; i++) {
                        ctx.outputStream().write(new byte[1 << 16]);
                    }
                }),
                Route.plain(HandlerType.POST, "/change", Json.TYPE, ctx -> {
                    ctx.req().getInputStream().readAllBytes();
                    Answers.sendUnkept(ctx, 200, Json.TYPE, bytes("{}"));
                }));
        List<Route> all = new ArrayList<>(routes);
        all.addAll(new ProblemHandlers().routes());
        WebSettings settings = new WebSettings(
                WebSettings.LOOPBACK,
                0,
                folder,
                1000,
                Duration.ofSeconds(2),
                null,
                new BaseMap("https://{s}.tiles.example/{z}/{x}/{y}.png", "Example"));
        server = new WebServer(settings, all, () -> {}, () -> {});
        server.start();
        wire = new Wire(server.port());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static int overflow(int depth) {
        return depth == 0 ? 0 : overflow(depth + 1) + overflow(depth + 2);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void listensOnTheMachinesOwnAddressOnly() throws IOException {
        for (InetAddress address :
                InetAddress.getAllByName(InetAddress.getLocalHost().getHostName())) {
            if (!address.isLoopbackAddress()) {
                assertThatThrownBy(() -> new Socket(address, server.port()).close())
                        .isInstanceOf(IOException.class);
            }
        }
        assertThatThrownBy(() -> new WebSettings("0.0.0.0", 0, folder, 1, Duration.ofSeconds(1), null, null))
                .hasMessageContaining("host=0.0.0.0: 127.0.0.1");
    }

    @Test
    void A16_everyAnswerCarriesTheSecurityHeaders() throws IOException {
        for (String target : List.of("/plain", "/nothing", "/broken", "/overflow", "/plain?x=%FF", "/a//b")) {
            Wire.Reply reply = wire.rawGet(target);
            assertThat(reply.head())
                    .as(target)
                    .contains(SECURITY_HEADERS)
                    .doesNotContain("Server:", "Jetty", "Javalin");
        }
        Wire.Reply notHttp = wire.raw("rubbish\r\n\r\n");
        assertThat(notHttp.head()).contains(SECURITY_HEADERS).doesNotContain("Server:");
        assertThat(wire.get("/plain").headers().firstValue("Content-Security-Policy"))
                .hasValue("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:"
                        + " https://*.tiles.example; connect-src 'self'; frame-ancestors 'none'; base-uri 'none';"
                        + " form-action 'self'");
    }

    @Test
    void aProblemCarriesTheRequestIdOfItsHeader() {
        HttpResponse<String> response = wire.get("/nothing");
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
        JsonNode problem = Wire.json(response);
        assertThat(problem.fieldNames())
                .toIterable()
                .containsExactly("type", "title", "status", "detail", "instance", "errors");
        assertThat(problem.get("type").asText()).isEqualTo("/problems/not-found");
        String id = response.headers().firstValue("X-Request-Id").orElseThrow();
        assertThat(UUID.fromString(id)).hasToString(id);
        assertThat(problem.get("instance").asText()).isEqualTo("urn:uuid:" + id);
    }

    @Test
    void aBrowserGetsAPageWithTheSameStatus() {
        HttpResponse<String> response = wire.get("/no-such-%3Cthing", "Accept", "text/html,*/*;q=0.8");
        assertThat(response.statusCode()).isEqualTo(400);
        response = wire.get("/nothing", "Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(response.body())
                .contains("<h1>There is nothing here</h1>")
                .contains(response.headers().firstValue("X-Request-Id").orElseThrow())
                .doesNotContain("style=", "<script");
    }

    @Test
    void everyTypeOfProblemHasAPage() {
        for (ProblemType type : ProblemType.values()) {
            HttpResponse<String> page = wire.get("/problems/" + type.slug());
            assertThat(page.statusCode()).as(type.slug()).isEqualTo(200);
            assertThat(page.body()).contains(PlainPage.escaped(type.explanation()));
        }
        assertThat(wire.get("/problems/no-such").statusCode()).isEqualTo(404);
        assertThat(wire.get("/styles/plain.css").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%FF", "%00", "%C0%AF", "%E0%80%80", "%ED%A0%80", "%zz", "%2", "%", "%0A", "%F5%80%80%80"})
    void Q21_malformedEncoding(String value) throws IOException {
        for (String target : List.of("/named?name=" + value, "/named?" + value + "=1", "/named/" + value)) {
            Wire.Reply reply = wire.rawGet(target);
            assertThat(reply.status()).as(target).isEqualTo(400);
            assertThat(reply.problemType()).as(target).isEqualTo("/problems/malformed-encoding");
        }
    }

    @Test
    void Q21_decomposedTextIsComposed() throws IOException {
        // W with circumflex: one character, or w and a combining circumflex.
        assertThat(wire.get("/named?name=%C5%B5").body()).isEqualTo("\"\u0175\"");
        assertThat(wire.get("/named?name=w%CC%82").body()).isEqualTo("\"\u0175\"");
    }

    @Test
    void Q14_Q15_Q16_namesAreCheckedAndAllFaultsTold() {
        assertProblem(wire.get("/plain?categry=1"), 400, "unknown-parameter");
        assertProblem(wire.get("/named?categry=1"), 400, "unknown-parameter");
        assertProblem(wire.get("/named?kind=1&kind=1"), 400, "duplicated-parameter");
        assertProblem(wire.get("/named?kind="), 400, "invalid-parameter");
        assertProblem(wire.get("/named?kind"), 400, "invalid-parameter");
        JsonNode mixed = assertProblem(wire.get("/named?categry=1&kind=1&kind=2&name="), 400, "invalid-parameter");
        assertThat(mixed.get("errors").findValuesAsText("name")).containsExactly("categry", "kind", "name");
        assertThat(mixed.get("errors").findValuesAsText("in")).containsOnly("query");
    }

    @Test
    void aReceivedValueIsCutTo64Characters() {
        JsonNode problem = assertProblem(wire.get("/plain?" + "x".repeat(500) + "=1"), 400, "unknown-parameter");
        assertThat(problem.get("errors").get(0).get("name").asText()).isEqualTo("x".repeat(64) + "…");
    }

    @Test
    void Q22_longAddressesAndHeaders() throws IOException {
        assertThat(wire.rawGet("/named?name=" + "a".repeat(7000)).status()).isEqualTo(200);
        Wire.Reply tooLong = wire.rawGet("/named?name=" + "a".repeat(20_000));
        assertThat(tooLong.status()).isEqualTo(414);
        assertThat(tooLong.problemType()).isEqualTo("/problems/uri-too-long");
        Wire.Reply headers = wire.rawGet("/plain", "X-Long: " + "a".repeat(20_000));
        assertThat(headers.status()).isEqualTo(431);
        assertThat(headers.problemType()).isEqualTo("/problems/headers-too-large");
        assertThat(List.of(tooLong.head(), headers.head())).allMatch(head -> head.contains("application/problem+json"));
    }

    @Test
    void Q26_methods() throws IOException {
        HttpResponse<String> get = wire.get("/big");
        HttpResponse<String> head = wire.send("HEAD", "/big", BodyPublishers.noBody());
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        for (String name : List.of("Content-Type", "ETag", "Cache-Control", "Vary", "Content-Length")) {
            assertThat(head.headers().firstValue(name))
                    .as(name)
                    .isEqualTo(get.headers().firstValue(name));
        }
        HttpResponse<String> options = wire.send("OPTIONS", "/plain", BodyPublishers.noBody());
        assertThat(options.statusCode()).isEqualTo(204);
        assertThat(options.headers().firstValue("Allow")).hasValue("GET, HEAD, OPTIONS");
        for (String method : List.of("PUT", "POST", "DELETE", "PATCH", "TRACE", "FOO")) {
            Wire.Reply reply = wire.raw(
                    method + " /plain HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
            assertThat(reply.status()).as(method).isEqualTo(405);
            assertThat(reply.head()).as(method).contains("Allow: GET, HEAD, OPTIONS");
            assertThat(reply.problemType()).isEqualTo("/problems/method-not-allowed");
        }
        assertThat(wire.send("OPTIONS", "/change", BodyPublishers.noBody())
                        .headers()
                        .firstValue("Allow"))
                .hasValue("OPTIONS, POST");
        assertThat(wire.send("PUT", "/nothing", BodyPublishers.noBody()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void aMethodIsNotOverriddenByAHeader() {
        assertProblem(wire.get("/change", "X-HTTP-Method-Override", "POST"), 400, "malformed-request");
    }

    @Test
    void Q27_ifNoneMatch() {
        HttpResponse<String> first = wire.get("/plain");
        String tag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(first.headers().firstValue("Cache-Control")).hasValue("no-cache");
        HttpResponse<String> again = wire.get("/plain", "If-None-Match", "\"other\", " + tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.headers().firstValue("ETag")).hasValue(tag);
        assertThat(again.headers().firstValue("Content-Type")).isEmpty();
        assertThat(wire.get("/plain", "If-None-Match", "\"other\"").statusCode())
                .isEqualTo(200);
    }

    @Test
    void Q25_notAcceptable() {
        assertProblem(wire.get("/plain", "Accept", "application/xml"), 406, "not-acceptable");
        assertProblem(wire.get("/plain", "Accept", "application/json;q=0"), 406, "not-acceptable");
        for (String accept : List.of("application/json", "*/*", "application/*", "text/html, */*;q=0.1")) {
            assertThat(wire.get("/plain", "Accept", accept).statusCode())
                    .as(accept)
                    .isEqualTo(200);
        }
    }

    @Test
    void jsonIsCompressedForThoseWhoAsk() throws Exception {
        HttpResponse<byte[]> plain = wire.getBytes("/big");
        HttpResponse<byte[]> packed = wire.getBytes("/big", "Accept-Encoding", "gzip");
        assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(packed.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(packed.body().length).isLessThan(plain.body().length / 5);
    }

    @Test
    void theFilesOfThePageAreCompressedForThoseWhoAsk() throws Exception {
        for (String name : List.of("/", "/src/main.js", "/styles/first.css", "/lib/leaflet/leaflet-src.esm.js")) {
            HttpResponse<byte[]> plain = wire.getBytes(name);
            HttpResponse<byte[]> packed = wire.getBytes(name, "Accept-Encoding", "br, gzip;q=0.5");
            assertThat(plain.headers().firstValue("Content-Encoding")).as(name).isEmpty();
            assertThat(packed.headers().firstValue("Content-Encoding")).as(name).hasValue("gzip");
            try (InputStream body = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
                assertThat(body.readAllBytes()).as(name).isEqualTo(plain.body());
            }
            assertThat(wire.getBytes(name, "Accept-Encoding", "gzip;q=0").body())
                    .as(name)
                    .isEqualTo(plain.body());
        }
    }

    @Test
    void F28_A24_faultsOfTheProgramTellNothingAndTheServerLives() {
        for (String target : List.of("/broken", "/overflow", "/assertion")) {
            HttpResponse<String> response = wire.get(target);
            JsonNode problem = assertProblem(response, 500, "internal-error");
            assertThat(problem.get("instance").asText())
                    .isEqualTo("urn:uuid:"
                            + response.headers().firstValue("X-Request-Id").orElseThrow());
            assertThat(response.body()).doesNotContain("secret", "org.", "java", "SELECT", "/var");
            assertThat(wire.get("/plain").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void Q29_aBrokenStreamHasNoEnd() throws IOException {
        Wire.Reply reply = wire.raw("GET /half HTTP/1.1\r\nHost: localhost\r\n\r\n");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.head()).contains("chunked");
        assertThat(reply.body()).doesNotEndWith("0\r\n\r\n");
        assertThatThrownBy(() -> wire.get("/half")).hasRootCauseInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/..%2fetc",
                "/%2e%2e/x",
                "/..%5cx",
                "/%252e%252e/x",
                "/.git/config",
                "/webjars/../x",
                "/lib/",
                "/src",
                "/lib/leaflet/",
                "/lib/leaflet/package.json",
                "/web2/index.html",
                "/plain;a=b",
                "/a//b",
                "/plain/",
                "/lib/leaflet/..%2f..%2fpom.properties",
                "/META-INF/maven/org.webjars.npm/leaflet/pom.properties",
                "/org/hotspots/http/contract.json",
                "/logback.xml",
                "/%00",
                "/index.html%00.png",
                "/{z}/1/2.png"
            })
    void A15_Q08_Q09_noWayOutAndNoListing(String target) throws IOException {
        Wire.Reply reply = wire.rawGet(target);
        assertThat(reply.status()).isIn(400, 404);
        assertThat(reply.head()).contains("application/problem+json");
    }

    @Test
    void Q08_aTemplateIsNotAnAddress() throws IOException {
        for (String target : List.of("/density/{z}/{x}/{y}.png", "/density/%7Bz%7D/%7Bx%7D/%7By%7D.png")) {
            Wire.Reply reply = wire.rawGet(target);
            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.problemType()).isEqualTo("/problems/malformed-path");
        }
    }

    @Test
    void A20_ambiguousMessagesAreRefusedAndTheConnectionClosed() throws IOException {
        String head = "POST /change HTTP/1.1\r\nHost: localhost\r\n";
        for (String rest : List.of(
                "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{} ",
                "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n")) {
            Wire.Reply reply = wire.raw(head + rest);
            assertThat(reply.status()).as(rest).isEqualTo(400);
            assertThat(reply.head()).as(rest).contains("application/problem+json");
        }
    }

    @Test
    void A21_otherNamesAreMisdirected() throws IOException {
        for (String host : List.of("evil.example", "127.0.0.1.evil.example", "localhost.evil.example:80", "10.0.0.1")) {
            Wire.Reply reply = wire.raw("GET /plain HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
            assertThat(reply.status()).as(host).isEqualTo(421);
        }
        assertThat(wire.raw("GET http://evil.example/plain HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n")
                        .status())
                .isEqualTo(421);
        for (String host : List.of("localhost", "LOCALHOST:1", "127.0.0.1:" + server.port(), "[::1]:8080")) {
            Wire.Reply reply = wire.raw("GET /plain HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
            assertThat(reply.status()).as(host).isEqualTo(200);
        }
    }

    @Test
    void A05_A18_otherSitesMayNotChangeAnything() throws IOException {
        String own = "http://127.0.0.1:" + server.port();
        assertThat(change("Origin", own).statusCode()).isEqualTo(200);
        assertThat(change("Sec-Fetch-Site", "same-origin").statusCode()).isEqualTo(200);
        assertThat(change("X-Nothing", "1").statusCode()).isEqualTo(200);
        for (String origin : List.of("http://evil.example", "null", "https://127.0.0.1:" + server.port(), own + "1")) {
            assertProblem(change("Origin", origin), 403, "cross-site-request");
        }
        for (String site : List.of("cross-site", "same-site")) {
            assertProblem(change("Sec-Fetch-Site", site), 403, "cross-site-request");
        }
        HttpResponse<String> read = wire.get("/plain", "Origin", "http://evil.example");
        assertThat(read.headers().map()).doesNotContainKey("access-control-allow-origin");
    }

    private static HttpResponse<String> change(String header, String value) {
        return wire.send("POST", "/change", BodyPublishers.ofString("{}"), header, value);
    }

    @Test
    void F18_slowHeadersAreCutOff() throws IOException, InterruptedException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(bytes("GET /plain HTTP/1.1\r\nHost: localhost\r\n"));
            long start = System.nanoTime();
            boolean open = true;
            while (open && System.nanoTime() - start < Duration.ofSeconds(8).toNanos()) {
                Thread.sleep(200);
                try {
                    socket.getOutputStream().write('a');
                    socket.getOutputStream().flush();
                } catch (IOException e) {
                    open = false;
                }
            }
            assertThat(open)
                    .as("a byte every 0.2 s, head not complete after 2 s")
                    .isFalse();
        }
    }

    @Test
    void aReaderSlowButSteadyGetsTheWhole() throws IOException, InterruptedException {
        try (Socket socket = new Socket()) {
            socket.setReceiveBufferSize(1 << 15);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(bytes("GET /long HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"));
            long read = 0;
            byte[] part = new byte[20_000];
            for (int got = socket.getInputStream().read(part);
                    got >= 0;
                    got = socket.getInputStream().read(part)) {
                read += got;
                // About 400 kB a second: the system's own buffers last for more than the two seconds of silence.
                Thread.sleep(got / 400);
            }
            assertThat(read).isGreaterThan(LONG_PARTS * 65_536L);
        }
    }

    @Test
    void F18_slowBodiesAreCutOff() throws IOException, InterruptedException {
        // Whatever others have sent.
        assertThat(wire.send("POST", "/change", BodyPublishers.ofString("a".repeat(1 << 20)))
                        .statusCode())
                .isEqualTo(200);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write(bytes("POST /change HTTP/1.1\r\nHost: localhost\r\nContent-Length: 500\r\n\r\n"));
            long start = System.nanoTime();
            int available = 0;
            while (available == 0
                    && System.nanoTime() - start < Duration.ofSeconds(8).toNanos()) {
                socket.getOutputStream().write('a');
                socket.getOutputStream().flush();
                Thread.sleep(200);
                available = socket.getInputStream().available();
            }
            assertThat(available).as("five bytes a second").isPositive();
            byte[] start12 = socket.getInputStream().readNBytes(12);
            assertThat(new String(start12, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 408");
        }
    }

    @Test
    void aKeptAliveConnectionServesManyRequests() throws IOException, InterruptedException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(5000);
            for (int i = 0; i < 3; i++) {
                socket.getOutputStream().write(bytes("GET /plain HTTP/1.1\r\nHost: localhost\r\n\r\n"));
                byte[] status = socket.getInputStream().readNBytes(12);
                assertThat(new String(status, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 200");
                Thread.sleep(1000);
                socket.getInputStream().skipNBytes(socket.getInputStream().available());
            }
        }
    }

    static JsonNode assertProblem(HttpResponse<String> response, int status, String slug) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JsonNode problem = Wire.json(response);
        assertThat(problem.get("type").asText()).isEqualTo("/problems/" + slug);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        return problem;
    }
}
