package org.hotspots.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotspots.http.ServerMannersTest.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.hotspots.hotspot.Engine;
import org.hotspots.hotspot.EngineSettings;
import org.hotspots.hotspot.Run;
import org.hotspots.question.QuestionReader;
import org.hotspots.support.FakeRunStore;
import org.hotspots.support.FakeSnapshotStore;
import org.hotspots.support.TestWorld;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The patrol brief over HTTP: what is asked for, what is refused, and that it is the file the command line writes. */
class BriefViewTest {
    private static final String TOWN = "area=town:middleton";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static World world;

    @SuppressWarnings("NullAway.Init")
    private static Wire wire;

    @SuppressWarnings("NullAway.Init")
    private static String brief;

    private static int hotspots;

    @BeforeAll
    static void start() {
        world = new World(folder, 1_000_000);
        wire = world.wire;
        JsonNode run = Wire.json(wire.get("/api/v1/runs?" + TOWN));
        brief = run.get("links").get("self").asText() + "/brief.pdf?";
        hotspots = Wire.json(wire.get(run.get("links").get("hotspots").asText()))
                .get("features")
                .size();
        assertThat(hotspots).isBetween(3, 50);
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @Test
    void aBriefIsOnePdfThatTheCommandLineWritesToo() throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = wire.getBytes(brief + "places=h2,h1&minutes=20,5");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/pdf");
        assertThat(answer.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("immutable"));
        try (PDDocument document = Loader.loadPDF(answer.body())) {
            assertThat(document.getNumberOfPages()).isEqualTo(2);
        }
        String tag = answer.headers().firstValue("ETag").orElseThrow();
        assertThat(wire.get(brief + "places=h2,h1&minutes=20,5", "If-None-Match", tag)
                        .statusCode())
                .isEqualTo(304);
        assertThat(wire.getBytes(brief + "places=h1,h2&minutes=20,5").headers().firstValue("ETag"))
                .isNotEqualTo(answer.headers().firstValue("ETag"));

        try (Engine engine = new Engine(
                new FakeSnapshotStore(TestWorld.snapshot(1, 3000)),
                new FakeRunStore(),
                EngineSettings.defaults("test"))) {
            Run run = engine.ask(new QuestionReader(engine.snapshot()).read(Map.of("area", List.of("town:middleton"))));
            ByteArrayOutputStream written = new ByteArrayOutputStream();
            RunViews.write("brief.pdf", run, Map.of("places", List.of("h2,h1"), "minutes", List.of("20,5")), written);
            assertThat(written.toByteArray()).isEqualTo(answer.body());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "places=h0 | places=h0: 1 to 20 hotspots of the run, such as h1,h4",
                "places=h1,,h2 | places=h1,,h2: 1 to 20 hotspots of the run, such as h1,h4",
                "places=H1 | places=H1: 1 to 20 hotspots of the run, such as h1,h4",
                "places=h1,h2,h1 | places=h1,h2,h1: each place once",
                "minutes=15 | places: give 1 to 20 hotspots of the run, such as h1,h4",
                "places= | places=: a value, or leave the parameter out",
                "places=h1&minutes=0 | minutes=0: a whole number from 1 to 480",
                "places=h1&minutes=481 | minutes=481: a whole number from 1 to 480",
                "places=h1&minutes=1.5 | minutes=1.5: a whole number from 1 to 480",
                "places=h1,h2&minutes=15 | minutes=15: one number for each of the 2 places",
                "places=h1&minutes=15,20 | minutes=15,20: one number for the place",
            })
    void whatIsNotUnderstoodIsRefusedWithRuleAndValue(String query, String reason) {
        JsonNode problem = assertProblem(wire.get(brief + query), 400, "invalid-parameter");
        assertThat(problem.get("errors")).hasSize(1);
        assertThat(problem.get("errors").get(0).get("reason").asText()).isEqualTo(reason);
    }

    @Test
    void allFaultsAreToldAtOnce() {
        JsonNode problem = assertProblem(wire.get(brief + "places=x&minutes=-1"), 400, "invalid-parameter");
        assertThat(problem.get("errors")).hasSize(2);
        JsonNode unknown = assertProblem(wire.get(brief + "places=h99,h98"), 400, "invalid-parameter");
        assertThat(unknown.get("errors")).hasSize(2);
        assertThat(unknown.get("errors").get(0).get("reason").asText())
                .isEqualTo("places=h99: from h1 to h" + hotspots);
        String many = String.join(
                ",", IntStream.rangeClosed(1, 21).mapToObj(k -> "h" + k).toList());
        assertProblem(wire.get(brief + "places=" + many), 400, "invalid-parameter");
    }

    @Test
    void whereTheVerdictIsChanceThereIsNothingToBrief() {
        JsonNode run = Wire.json(wire.get("/api/v1/runs?theme=hate&area=town:middleton&from=2026-02-27&to=2026-03-01"));
        assertThat(run.get("verdict").get("kind").asText()).isEqualTo("chance");
        JsonNode problem = assertProblem(
                wire.get(run.get("links").get("self").asText() + "/brief.pdf?places=h1"), 404, "no-hotspots");
        assertThat(problem.get("detail").asText())
                .isEqualTo("There is no place to go to. "
                        + run.get("verdict").get("sentence").asText());
        assertThat(wire.get("/problems/no-hotspots").body()).contains("The run has no hotspots");
    }
}
