package org.hotspots.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hotspots.http.ServerMannersTest.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.hotspots.hotspot.Engine;
import org.hotspots.hotspot.EngineSettings;
import org.hotspots.load.ImportSettings;
import org.hotspots.load.Importer;
import org.hotspots.store.Database;
import org.hotspots.store.cluster.DatabaseAddress;
import org.hotspots.support.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server over a real database, from loading the sample to the map, and what is left of it without the database. */
class WholeServerTest {
    /** Of a few megabytes, more than the connection holds. */
    private static final String LONG = "/ogc/collections/cells-all/items?limit=10000";

    private static final Path SAMPLE = Path.of("data", "sample");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void Q29_theSampleIsLoadedAskedAndSurvivesTheDatabase() throws Exception {
        try (TestDatabase test = TestDatabase.create();
                Engine engine = engine(test.database());
                WebServer server = server(test.database(), engine)) {
            server.start();
            Wire wire = new Wire(server.port());
            assertThat(put(wire, "district").statusCode()).isEqualTo(200);
            assertThat(put(wire, "town").statusCode()).isEqualTo(200);
            JsonNode committed = load(wire);
            assertThat(committed.get("state").asText()).as(committed.toString()).isEqualTo("committed");
            assertThat(committed.get("rows_read").asLong())
                    .isEqualTo(Long.parseLong(test.ask("select count(*) from offence")));
            assertThat(engine.awaitVersion(committed.get("data_version").asLong(), Duration.ofSeconds(30)))
                    .isTrue();

            JsonNode data = Wire.json(wire.get("/api/v1/data"));
            assertThat(data.get("offences")).isEqualTo(committed.get("rows_read"));
            assertThat(data.get("unlocated")).isEqualTo(committed.get("unlocated"));
            assertThat(data.get("outside_force")).isEqualTo(committed.get("outside_force"));
            assertThat(data.get("areas").get("district").asInt()).isEqualTo(5);
            assertThat(data.get("areas").get("town").asInt()).isEqualTo(9);

            JsonNode run = Wire.json(wire.get("/api/v1/runs?theme=knife&area=town:rugby"));
            JsonNode hotspots = Wire.json(
                            wire.get(run.get("links").get("hotspots").asText()))
                    .get("features");
            assertThat(hotspots.size()).isPositive();
            assertThat(hotspots.get(0).get("properties").get("town").asText()).isEqualTo("Rugby");
            String tile = run.get("links").get("density_tiles").asText().replace("{z}/{x}/{y}", "10/508/337");
            assertThat(wire.get(tile).statusCode()).isEqualTo(200);

            withoutDatabase(test, wire, tile);
            awaitReady(wire);
            assertThat(wire.get("/api/v1/imports").statusCode()).isEqualTo(200);
        }
    }

    /** The pool finds the database again by itself. */
    private static void awaitReady(Wire wire) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (wire.get("/health/ready").statusCode() != 200) {
            assertThat(System.nanoTime())
                    .as("not ready a minute after the database")
                    .isLessThan(end);
            Thread.sleep(200);
        }
    }

    /** Q29: answers are told from memory, so an answer that is being sent when the database dies ends whole. */
    private static InputStream begin(Wire wire, String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(wire.uri(path)).build(), HttpResponse.BodyHandlers.ofInputStream())
                .body();
    }

    private static void requireWhole(String page) {
        JsonNode json = Wire.json(page);
        assertThat(json.get("features"))
                .hasSize(json.get("numberReturned").asInt())
                .hasSizeGreaterThan(3000);
    }

    /** F01, F22: what needs no database goes on, the rest says that it is unavailable. */
    private static void withoutDatabase(TestDatabase test, Wire wire, String knownTile)
            throws SQLException, IOException, InterruptedException {
        String name = test.ask("select current_database()");
        DatabaseAddress other = TestDatabase.createBare();
        try (Connection admin = DriverManager.getConnection(other.jdbcUrl(), other.credentials());
                Statement statement = admin.createStatement()) {
            statement.execute("alter database " + name + " allow_connections false");
            InputStream begun = begin(wire, LONG);
            byte[] head = begun.readNBytes(1000);
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name + "'");
            try {
                HttpResponse<String> imports = wire.get("/api/v1/imports");
                JsonNode problem = assertProblem(imports, 503, "unavailable");
                assertThat(problem.toString()).doesNotContain("Hikari", "jdbc", "FATAL", name);
                assertThat(imports.headers().firstValue("Retry-After")).isPresent();
                assertThat(wire.get("/health/live").statusCode()).isEqualTo(200);
                assertThat(wire.get("/health/ready").statusCode()).isEqualTo(503);
                assertThat(wire.get("/api/v1/areas").statusCode()).isEqualTo(200);
                assertThat(wire.get(knownTile).statusCode()).isEqualTo(200);
                requireWhole(new String(head, UTF_8) + new String(begun.readAllBytes(), UTF_8));
                requireWhole(wire.get(LONG).body());
            } finally {
                statement.execute("alter database " + name + " allow_connections true");
            }
        }
    }

    @Test
    void Q19_theDatabaseSeesBindsOnly() throws Exception {
        try (TestDatabase test = TestDatabase.create();
                Engine engine = engine(test.database());
                WebServer server = server(test.database(), engine)) {
            server.start();
            Wire wire = new Wire(server.port());
            test.execute("alter system set log_statement = 'all'");
            test.execute("select pg_reload_conf()");
            String hostile = "' OR 1=1--$$; SELECT pg_sleep(5)\\\\";
            String row = "crime," + hostile + ",2026-10-01T12:00,450000,275000," + hostile + "\n";
            try {
                JsonNode committed = load(
                        wire,
                        hostile + ".csv",
                        "text/csv",
                        BodyPublishers.ofString(
                                "record_kind,crime_number,recorded_at,easting,northing,location\n" + row));
                assertThat(committed.get("state").asText())
                        .as(committed.toString())
                        .isEqualTo("committed");
                assertThat(engine.awaitVersion(committed.get("data_version").asLong(), Duration.ofSeconds(30)))
                        .isTrue();
                assertThat(wire.get("/api/v1/runs?theme=knife").statusCode()).isEqualTo(200);
                assertThat(wire.get("/api/v1/runs?theme=" + URLEncoder.encode(hostile, UTF_8))
                                .statusCode())
                        .isEqualTo(400);
                assertThat(wire.get("/api/v1/imports").body()).contains("OR 1=1");
            } finally {
                test.execute("alter system reset log_statement");
                test.execute("select pg_reload_conf()");
            }
            assertThat(test.ask("select crime_number || location from offence")).isEqualTo(hostile + hostile);
            Path log = Path.of(test.ask("show data_directory")).resolveSibling("postgres.log");
            List<String> said = Files.readAllLines(log);
            assertThat(said).anyMatch(line -> line.contains("insert into import") && line.contains("$1"));
            assertThat(said).noneMatch(line -> line.contains("OR 1=1"));
        }
    }

    private static Engine engine(Database database) {
        return new Engine(database.snapshots(), database.runs(), EngineSettings.defaults("test"));
    }

    private WebServer server(Database database, Engine engine) {
        WebSettings settings = WebSettings.of(0, folder.resolve("spool"));
        return new WebServer(
                settings,
                new Collaborators(
                        engine,
                        database.snapshots(),
                        new Importer(database.imports(), ImportSettings.of(settings.spoolFolder())),
                        database.imports(),
                        database.areas(),
                        database.backtests(),
                        new DatabaseDescription(database.hasPostgis(), "a test's own")));
    }

    private static HttpResponse<String> put(Wire wire, String kind) throws IOException {
        return wire.send(
                "PUT",
                "/api/v1/areas/" + kind,
                BodyPublishers.ofFile(SAMPLE.resolve("areas-" + kind + "s.geojson")),
                "Content-Type",
                "application/geo+json");
    }

    private static JsonNode load(Wire wire) throws IOException, InterruptedException {
        return load(
                wire, "offences.csv.gz", "application/gzip", BodyPublishers.ofFile(SAMPLE.resolve("offences.csv.gz")));
    }

    private static JsonNode load(Wire wire, String name, String type, BodyPublisher file) throws InterruptedException {
        HttpResponse<String> accepted = wire.send(
                "POST",
                "/api/v1/imports?profile=force-extract&name=" + URLEncoder.encode(name, UTF_8),
                file,
                "Content-Type",
                type);
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
        String address = accepted.headers().firstValue("Location").orElseThrow();
        long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        JsonNode record = Wire.json(wire.get(address));
        while (List.of("received", "validating").contains(record.get("state").asText()) && System.nanoTime() < end) {
            Thread.sleep(100);
            record = Wire.json(wire.get(address));
        }
        return record;
    }
}
