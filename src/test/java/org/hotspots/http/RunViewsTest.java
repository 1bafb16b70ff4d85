package org.hotspots.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotspots.http.ServerMannersTest.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.hotspots.hotspot.Engine;
import org.hotspots.hotspot.EngineSettings;
import org.hotspots.hotspot.Run;
import org.hotspots.question.Method;
import org.hotspots.question.ParameterSpec;
import org.hotspots.question.QuestionParameters;
import org.hotspots.question.QuestionReader;
import org.hotspots.support.FakeRunStore;
import org.hotspots.support.FakeSnapshotStore;
import org.hotspots.support.TestWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** How a run was made, when, where again and why there, over HTTP. */
class RunViewsTest extends AskedWorld {
    private static final String TOWN = "theme=knife&area=town:middleton";

    private static String self(String query) {
        return run(query).get("links").get("self").asText();
    }

    private static long sum(JsonNode counts) {
        return StreamSupport.stream(counts.spliterator(), false)
                .mapToLong(count -> count.isArray() ? sum(count) : count.asLong())
                .sum();
    }

    @Test
    void theMethodCardTellsEveryParameterAndWhatIsNotCounted() {
        JsonNode run = run("theme=hate&area=town:middleton&method=gi_star");
        JsonNode card = ok(run.get("links").get("method_card").asText());

        assertThat(card.get("question")).isEqualTo(run.get("question"));
        assertThat(card.get("parameters").findValuesAsText("name"))
                .isEqualTo(QuestionParameters.all().stream()
                        .map(ParameterSpec::name)
                        .toList());
        for (JsonNode parameter : card.get("parameters")) {
            assertThat(parameter.get("value"))
                    .isEqualTo(run.get("question").get(parameter.get("name").asText()));
            assertThat(parameter.get("sentence").asText()).endsWith(".");
        }
        JsonNode bandwidth = parameter(card, "bandwidth_m");
        assertThat(bandwidth.get("used").asBoolean()).isFalse();
        assertThat(parameter(card, "q_max").get("used").asBoolean()).isTrue();
        assertThat(parameter(card, "theme").get("used").asBoolean()).isTrue();
        assertThat(parameter(card, "strand").get("sentence").asText()).endsWith("Here: every strand.");
        assertThat(card.get("n")).isEqualTo(run.get("n"));
        assertThat(card.get("data_version")).isEqualTo(run.get("data_version"));
        assertThat(card.get("data_version").has("published_at")).isFalse();
        assertThat(card.get("software_version").asText()).isEqualTo("test");
        assertThat(card.get("notes")).isEqualTo(run.get("notes"));
        for (String reason : List.of("unlocated", "outside_force", "default_location", "low_precision")) {
            long told = StreamSupport.stream(card.get("exclusions").spliterator(), false)
                    .filter(node -> node.get("name").asText().equals(reason))
                    .findFirst()
                    .orElseThrow()
                    .get("count")
                    .asLong();
            assertThat(told).isEqualTo(run.get("not_mapped").get(reason).asLong());
        }
    }

    private static JsonNode parameter(JsonNode card, String name) {
        return StreamSupport.stream(card.get("parameters").spliterator(), false)
                .filter(node -> node.get("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void everyMethodsFormulaNamesAPageThatThereIs(Method method) {
        JsonNode card = ok(self("area=town:middleton&method=" + method.word()) + "/method-card");
        for (JsonNode formula : card.get("formulas")) {
            assertThat(Path.of("src/docs", formula.get("page").asText())).exists();
        }
    }

    @Test
    void monthsAreTwoYearsWithAYearBefore() {
        String address = self(TOWN) + "/months";
        JsonNode months = ok(address);
        assertThat(months.get("months").size()).isEqualTo(24);
        JsonNode last = months.get("months").get(23);
        assertThat(last.get("month").asText()).isEqualTo("2026-02");
        assertThat(last.get("whole").asBoolean()).isTrue();
        assertThat(last.get("count").asLong()).isPositive();
        assertThat(last.get("band").isNull()).as("the data are of one year").isTrue();
        assertThat(months.get("months").get(0).get("count").isNull()).isTrue();
        assertThat(months.get("sentence").asText()).startsWith("What is normal cannot be told");
        JsonNode ofOne = ok(address + "?hotspot=h1");
        assertThat(ofOne.get("hotspot_id").asText()).isEqualTo("h1");
        assertThat(ofOne.get("months").get(23).get("count").asLong())
                .isLessThanOrEqualTo(last.get("count").asLong());
        assertThat(wire.get(address + "?hotspot=h99").statusCode()).isEqualTo(400);
    }

    @Test
    void theMethodCardIsAPageForPeople() {
        String address = self(TOWN) + "/method-card";
        HttpResponse<String> page = wire.get(address, "Accept", "text/html,application/xhtml+xml,*/*;q=0.8");

        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=utf-8");
        assertThat(page.headers().firstValue("Vary").orElseThrow()).contains("Accept,");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'")
                .doesNotContain("unsafe");
        assertThat(page.body())
                .contains("<h1>How this was made</h1>", "Knife crime in Middleton", "bandwidth_m")
                .doesNotContain("<script", "style=", "<style", " onclick");
        String json = wire.get(address).headers().firstValue("ETag").orElseThrow();
        assertThat(page.headers().firstValue("ETag").orElseThrow()).isNotEqualTo(json);
        assertThat(wire.get(address, "Accept", "text/html", "If-None-Match", json)
                        .statusCode())
                .isEqualTo(200);
        assertThat(wire.get(address, "If-None-Match", json).statusCode()).isEqualTo(304);
        assertProblem(wire.get(address, "Accept", "image/png"), 406, "not-acceptable");
    }

    @Test
    void timesSumToTheRunAndToEachHotspot() {
        JsonNode run = run("theme=all&area=town:middleton");
        String address = run.get("links").get("times").asText();
        JsonNode times = ok(address);
        assertThat(times.get("total")).isEqualTo(run.get("n"));
        assertTableAddsUp(times);
        JsonNode hotspots = ok(run.get("links").get("hotspots").asText()).get("features");
        assertThat(hotspots.size()).isPositive();
        for (JsonNode hotspot : hotspots) {
            String id = hotspot.get("id").asText();
            JsonNode part = ok(address + "?hotspot=" + id);
            assertThat(part.get("hotspot_id").asText()).isEqualTo(id);
            assertThat(part.get("total")).isEqualTo(hotspot.get("properties").get("count"));
            assertTableAddsUp(part);
            assertThat(part.get("peaks").get(0).get("words").asText()).isNotBlank();
        }
        assertThat(times.get("peaks").size()).isEqualTo(Math.min(20, hotspots.size()));
    }

    private static void assertTableAddsUp(JsonNode times) {
        assertThat(times.get("by_day_and_hour").size()).isEqualTo(7);
        assertThat(times.get("by_day_and_hour"))
                .allSatisfy(day -> assertThat(day.size()).isEqualTo(24));
        long known = sum(times.get("by_day_and_hour"));
        assertThat(known).isEqualTo(times.get("hour_known").asLong()).isEqualTo(sum(times.get("by_hour")));
        assertThat(known + sum(times.get("hour_unknown_by_day")))
                .isEqualTo(sum(times.get("by_day")))
                .isEqualTo(
                        times.get("total").asLong() - times.get("day_unknown").asLong());
    }

    @ParameterizedTest
    @CsvSource({
        "times?hotspot=h0, hotspot=h0",
        "times?hotspot=h9999, from h1 to h",
        "times?hotspot=, hotspot=",
        "repeat-locations?limit=0, limit=0: a whole number from 1",
        "repeat-locations?limit=-1, limit=-1",
        "repeat-locations?limit=unlimited, limit=unlimited",
        "explain, lon: required",
        "explain?lon=1, lat: required",
        "explain?lon=NaN&lat=52, lon=NaN: degrees from -9 to 2.5",
        "explain?lon=-1.3&lat=1e9, lat=1e9: degrees from 49 to 61.5",
        "explain?lon=-9&lat=60, 'lon=-9, lat=60: inside the study area'"
    })
    void whatCannotBeAskedIsRefusedWithTheRule(String view, String reason) {
        JsonNode problem = assertProblem(wire.get(self(TOWN) + "/" + view), 400, "invalid-parameter");
        assertThat(problem.get("errors").findValuesAsText("reason").toString()).contains(reason);
    }

    @Test
    void repeatLocationsAreRankedWithoutTheirDoors() {
        JsonNode run = run("theme=all&area=town:middleton");
        String address = run.get("links").get("repeat_locations").asText();
        JsonNode found = ok(address + "?limit=1000000000");
        JsonNode places = found.get("places");

        assertThat(found.get("n")).isEqualTo(run.get("n"));
        assertThat(places.size())
                .isEqualTo(Math.min(1000, found.get("repeat_places").asInt()));
        long before = Long.MAX_VALUE;
        double share = 0;
        for (JsonNode place : places) {
            assertThat(place.get("count").asLong()).isBetween(2L, before);
            before = place.get("count").asLong();
            share += before / run.get("n").asDouble();
            assertThat(place.get("running_share").asDouble()).isCloseTo(share, within(1e-4));
            assertThat(place.get("months_active").asInt()).isBetween(1, 12);
            assertThat(place.get("near").asText()).startsWith("Street ");
            assertThat(place.get("town").asText()).isEqualTo("Middleton");
        }
        JsonNode first = ok(address + "?limit=1");
        assertThat(first.get("places").size()).isOne();
        assertThat(first.get("truncated").asBoolean()).isTrue();
        assertThat(first.get("sentence")).isEqualTo(found.get("sentence"));
        assertThat(first.get("sentence").asText()).startsWith("The busiest fifth of the places with any (");
    }

    private static org.assertj.core.data.Offset<Double> within(double tolerance) {
        return org.assertj.core.data.Offset.offset(tolerance);
    }

    @Test
    void everyCellAndHotspotCanBeExplained() {
        JsonNode run = run("theme=all&area=town:middleton");
        String address = run.get("links").get("explain").asText();
        JsonNode cells = ok(run.get("links").get("cells").asText()).get("features");
        for (int i = 0; i < cells.size(); i += 10) {
            JsonNode cell = cells.get(i);
            JsonNode ring = cell.get("geometry").get("coordinates").get(0);
            JsonNode explained = explain(address, middle(ring, 0), middle(ring, 1));
            JsonNode told = explained.get("cell");
            for (String name : List.of("cell_id", "count", "z", "p", "q")) {
                assertThat(told.get(name))
                        .as(name)
                        .isEqualTo(cell.get("properties").get(name));
            }
            assertThat(told.get("offences").asLong())
                    .isEqualTo(sum(told.get("by_setting")))
                    .isEqualTo(told.get("by_category").findValues("offences").stream()
                            .mapToLong(JsonNode::asLong)
                            .sum())
                    .isGreaterThanOrEqualTo(told.get("count").asLong());
            assertThat(told.get("repeat_places").asLong())
                    .isLessThanOrEqualTo(told.get("places").asLong());
            assertThat(explained.get("areas").get("town").asText()).isEqualTo("Middleton");
        }
        JsonNode hotspots = ok(run.get("links").get("hotspots").asText()).get("features");
        assertThat(hotspots.size()).isPositive();
        JsonNode standings = ok(run.get("links").get("stability").asText()).get("hotspots");
        for (JsonNode hotspot : hotspots) {
            JsonNode centre = hotspot.get("properties").get("centre");
            JsonNode told = explain(
                            address, centre.get(0).asDouble(), centre.get(1).asDouble())
                    .get("hotspot");
            assertThat(told.get("hotspot_id")).isEqualTo(hotspot.get("id"));
            assertThat(told.get("count")).isEqualTo(hotspot.get("properties").get("count"));
            JsonNode standing =
                    standings.get(hotspot.get("properties").get("rank").asInt() - 1);
            assertThat(standing.get("hotspot_id")).isEqualTo(hotspot.get("id"));
            for (String name : List.of("stability", "drawn", "p_chance", "votes")) {
                assertThat(told.get(name))
                        .as(name)
                        .isEqualTo(standing.get(name))
                        .isNotNull();
            }
            assertThat(told.get("offences").asLong())
                    .isGreaterThanOrEqualTo(told.get("count").asLong());
        }
    }

    @Test
    void theCrosswalkSplitsCellsBetweenAreasAsJsonAndCsv() {
        JsonNode run = run("theme=knife&cell_m=290");
        String address = run.get("links").get("crosswalk").asText().replace("{kind}", "district");
        JsonNode rows = ok(address).get("rows");
        // The districts meet at a northing that no row of cells of 290 m ends at, so that row is split.
        assertThat(rows)
                .anySatisfy(row -> assertThat(row.get("share").asDouble()).isBetween(0.01, 0.99));
        Map<String, Double> sums = new HashMap<>();
        rows.forEach(
                row -> sums.merge(row.get("cell_id").asText(), row.get("share").asDouble(), Double::sum));
        assertThat(sums.values()).allSatisfy(sum -> assertThat(sum).isLessThanOrEqualTo(1 + 1e-12));

        HttpResponse<String> csv = wire.get(address.replace("/crosswalk?", "/crosswalk.csv?"));
        assertThat(csv.headers().firstValue("Content-Type")).hasValue("text/csv");
        List<String> lines = csv.body().lines().toList();
        assertThat(lines.get(0)).isEqualTo("cell_id,area_code,area_name,share");
        assertThat(lines).hasSize(rows.size() + 1);
        JsonNode first = rows.get(0);
        assertThat(lines.get(1))
                .isEqualTo(String.join(
                        ",",
                        first.get("cell_id").asText(),
                        first.get("area_code").asText(),
                        first.get("area_name").asText(),
                        first.get("share").asText()));

        assertProblem(wire.get(address.replace("district", "lsoa")), 404, "areas-not-loaded");
        assertProblem(wire.get(address.replace("district", "county")), 400, "invalid-parameter");
        assertProblem(wire.get(self("theme=knife") + "/crosswalk"), 400, "invalid-parameter");
    }

    @Test
    void theLorenzCurveRisesToOneAndItsGiniIsTheVerdicts() {
        JsonNode run = run("theme=all&area=town:middleton");
        JsonNode found = ok(run.get("links").get("concentration").asText());
        JsonNode curve = found.get("lorenz");
        double cells = 0;
        double events = 0;
        double area = 0;
        for (JsonNode point : curve) {
            double next = point.get("events").asDouble();
            // From the fullest on each cell adds no more than the one before: the curve bends down.
            assertThat(next).isGreaterThanOrEqualTo(events);
            area += (point.get("cells").asDouble() - cells) * (next + events) / 2;
            cells = point.get("cells").asDouble();
            events = next;
        }
        assertThat(curve.size()).isLessThanOrEqualTo(200);
        assertThat(cells).isEqualTo(1);
        assertThat(events).isEqualTo(1);
        // Twice the area between curve and diagonal is Gini's coefficient.
        assertThat(found.get("gini").asDouble()).isCloseTo(2 * area - 1, within(0.01));
        assertThat(found.get("gini").asDouble())
                .isCloseTo(found.get("verdict").get("even").get("gini").asDouble(), within(1e-4));
        assertThat(found.get("verdict")).isEqualTo(run.get("verdict"));
        assertThat(found.get("dispersion").get("variance_to_mean").asDouble()).isGreaterThan(1);
        assertThat(found.get("nearest_neighbour").get("index").asDouble()).isLessThan(1);
    }

    @Test
    void theHistoryNamesEveryHotspotOfTheRunOnce() {
        JsonNode run = run("area=town:middleton&from=2025-12-01");
        JsonNode history = ok(run.get("links").get("history").asText());
        List<String> current = history.get("tracks").findValuesAsText("hotspot_id").stream()
                .filter(id -> !id.equals("null"))
                .sorted()
                .toList();
        assertThat(current)
                .isEqualTo(ok(run.get("links").get("hotspots").asText()).get("features").findValuesAsText("id").stream()
                        .sorted()
                        .toList());
        int windows = history.get("windows").size();
        assertThat(windows).isEqualTo(10);
        assertThat(history.get("tracks")).allSatisfy(track -> {
            assertThat(track.get("ranks").size()).isEqualTo(windows);
            assertThat(track.get("stable_id").asText()).matches("s200-[0-9]+-[0-9]+@[0-9]{4}-[0-9]{2}(-[0-9]+)?");
        });
    }

    private static double middle(JsonNode ring, int axis) {
        return (ring.get(0).get(axis).asDouble() + ring.get(2).get(axis).asDouble()) / 2;
    }

    private static JsonNode explain(String template, double longitude, double latitude) {
        return ok(template.replace("{lon}", Double.toString(longitude)).replace("{lat}", Double.toString(latitude)));
    }

    @Test
    void theInterfaceAndTheWritersGiveTheSameBytes() throws IOException {
        try (Engine engine = new Engine(
                new FakeSnapshotStore(TestWorld.snapshot(1, 3000)),
                new FakeRunStore(),
                EngineSettings.defaults("test"))) {
            Run run = engine.ask(new QuestionReader(engine.snapshot())
                    .read(Map.of("theme", List.of("knife"), "area", List.of("town:middleton"))));
            for (String view : List.of(
                    "hotspots",
                    "cells",
                    "method-card",
                    "times",
                    "repeat-locations",
                    "concentration",
                    "near-repeat",
                    "bandwidths",
                    "relative-risk")) {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                RunViews.write(view, run, Map.of(), bytes);
                assertThat(wire.get(self(TOWN) + "/" + view).body())
                        .as(view)
                        .isEqualTo(bytes.toString(StandardCharsets.UTF_8));
            }
            ByteArrayOutputStream summary = new ByteArrayOutputStream();
            RunViews.write("summary", run, Map.of(), summary);
            assertThat(wire.get(self(TOWN)).body()).isEqualTo(summary.toString(StandardCharsets.UTF_8));
        }
    }
}
