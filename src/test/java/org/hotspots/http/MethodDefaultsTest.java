package org.hotspots.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotspots.http.ServerMannersTest.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.hotspots.backtest.BacktestStore.StoredBacktest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The default method over HTTP, while back-tests are stored beside the running server. */
class MethodDefaultsTest {
    private static final String CHOICE =
            "{\"theme\":\"asb\",\"choice\":{\"method\":\"gi_star\",\"parameter\":\"neighbour_m\","
                    + "\"metres\":400,\"window_months\":12,\"reason\":\"It found most.\"},\"standings\":[]}";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void aQuestionFollowsABacktestAsSoonAsItIsStoredAndTheDefaultIsExplained() {
        try (World world = new World(folder, 1_000_000)) {
            String asked = "/api/v1/runs?theme=asb&area=town:middleton";
            String defaults = "/api/v1/defaults?theme=asb&area=town:middleton";
            JsonNode before = Wire.json(world.wire.get(asked));
            HttpResponse<String> general = world.wire.get(defaults);
            world.backtests.save(new StoredBacktest(1, "asb", "district:north", CHOICE));
            JsonNode after = Wire.json(world.wire.get(asked));

            assertThat(before.at("/question/method").asText()).isEqualTo("kde_quartic");
            assertThat(after.at("/question/method").asText()).isEqualTo("gi_star");
            assertThat(after.at("/question/neighbour_m").asInt()).isEqualTo(400);
            assertThat(after.at("/question/from")).isEqualTo(before.at("/question/from"));
            assertThat(Wire.json(world.wire.get(asked + "&method=gi_star")).get("run_id"))
                    .as("named or not, it is one run")
                    .isEqualTo(after.get("run_id"));

            assertThat(general.statusCode()).isEqualTo(200);
            assertThat(general.body())
                    .isEqualTo("{\"theme\":\"asb\",\"area\":\"town:middleton\",\"method\":\"kde_quartic\","
                            + "\"parameter\":\"bandwidth_m\",\"metres\":300,\"by\":\"general\",\"backtest\":null,"
                            + "\"reason\":\"No back-test of this theme is stored for the area, its district or the force;"
                            + " this is the general default.\"}");
            assertThat(world.wire.get(defaults).body())
                    .isEqualTo("{\"theme\":\"asb\",\"area\":\"town:middleton\",\"method\":\"gi_star\","
                            + "\"parameter\":\"neighbour_m\",\"metres\":400,\"by\":\"backtest\","
                            + "\"backtest\":{\"area\":\"district:north\",\"name\":\"North\",\"data_version\":1},"
                            + "\"reason\":\"It found most.\"}");
            assertThat(world.wire.get("/api/v1/defaults?area=force").body())
                    .isEqualTo(world.wire.get("/api/v1/defaults").body())
                    .contains("\"theme\":\"all\",\"area\":\"force\"");

            String tag = general.headers().firstValue("ETag").orElseThrow();
            assertThat(world.wire.get(defaults, "If-None-Match", tag).statusCode())
                    .as("the answer has changed")
                    .isEqualTo(200);
            assertProblem(world.wire.get("/api/v1/defaults?theme=cake"), 400, "invalid-parameter");
            for (String area : List.of("north", "town:nowhere", "drawn:0,0;500,0;900,0")) {
                JsonNode refused =
                        assertProblem(world.wire.get("/api/v1/defaults?area=" + area), 400, "invalid-parameter");
                assertThat(refused.get("errors"))
                        .as("refused as a question is")
                        .isEqualTo(Wire.json(world.wire.get("/api/v1/runs?area=" + area))
                                .get("errors"));
            }
            assertProblem(world.wire.get("/api/v1/defaults?method=nnh"), 400, "unknown-parameter");
        }
    }

    @Test
    void aDrawnAreaHasTheDefaultOfItsDistrict() {
        // 4 x 3 km in North, as large as its town: the general default is that of a town.
        String drawn = "drawn:403000,303000;407000,303000;407000,306000;403000,306000";
        try (World world = new World(folder, 1_000_000)) {
            String defaults = "/api/v1/defaults?theme=asb&area=";
            String asked = "/api/v1/runs?theme=asb&area=" + drawn;
            JsonNode general = Wire.json(world.wire.get(defaults + drawn));
            world.backtests.save(new StoredBacktest(1, "asb", "district:north", CHOICE));
            JsonNode tested = Wire.json(world.wire.get(defaults + drawn));

            assertThat(general.get("area").asText()).isEqualTo(drawn);
            assertThat(general.get("by").asText()).isEqualTo("general");
            assertThat(general.get("metres"))
                    .isEqualTo(Wire.json(world.wire.get(defaults.replace("asb", "knife") + "town:middleton"))
                            .get("metres"));
            assertThat(tested.get("method").asText()).isEqualTo("gi_star");
            assertThat(tested.at("/backtest/area").asText()).isEqualTo("district:north");
            assertThat(Wire.json(world.wire.get(asked)).at("/question/method").asText())
                    .isEqualTo("gi_star");

            String south = drawn.replace(",30", ",29");
            assertThat(Wire.json(world.wire.get(defaults + south))
                            .get("backtest")
                            .isNull())
                    .as("drawn in the other district")
                    .isTrue();
            String beyond = "drawn:500000,300000;501000,300000;501000,301000";
            assertThat(assertProblem(world.wire.get(defaults + beyond), 400, "invalid-parameter")
                            .get("detail")
                            .asText())
                    .isEqualTo("area=" + beyond + ": at least 0.01 km² of it in the force");
            assertThat(assertProblem(world.wire.get(defaults + "drawn:1,2"), 400, "invalid-parameter")
                            .get("detail")
                            .asText())
                    .isEqualTo("area=drawn:1,2: 1 corners: from 3 to 200");
        }
    }
}
