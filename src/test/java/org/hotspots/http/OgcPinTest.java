package org.hotspots.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotspots.http.ServerMannersTest.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hotspots.area.Area;
import org.hotspots.area.AreaIndex;
import org.hotspots.hotspot.RunStore.StoredRun;
import org.hotspots.support.TestWorld;
import org.junit.jupiter.api.Test;

/** Data that arrive while a client walks from page to page. */
class OgcPinTest extends OgcWorld {
    /** Waits until the server answers from this version. */
    static void awaitVersion(Wire asked, long version) throws InterruptedException {
        String path = ROOT + items("areas-district", "limit=1");
        for (int wait = 0; wait < 100; wait++) {
            if (Wire.json(asked.get(path)).get("data_version").asLong() == version) {
                return;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("version " + version + " is not served");
    }

    private static void publish(long version, Area... areas) throws InterruptedException {
        world.snapshots.publish(TestWorld.snapshot(
                TestWorld.version(version), TestWorld.draft(7 + version, 2000), new AreaIndex(List.of(areas))));
        awaitVersion(wire, version);
    }

    @Test
    void Q24_Q27_aWalkEndsInTheDataThatItBeganInAndAKnownAnswerIsAskedForAnew() throws InterruptedException {
        Map<String, List<String>> whole = new TreeMap<>();
        Map<String, JsonNode> begun = new TreeMap<>();
        Map<String, String> tags = new TreeMap<>();
        for (String collection : collections()) {
            whole.put(collection, ids(walk(collection, "limit=10000")));
            begun.put(
                    collection,
                    ogc(items(collection, "limit=" + (1 + whole.get(collection).size() / 3))));
        }
        List<String> paths = new ArrayList<>(List.of("/api/v1/data", "/api/v1/runs?theme=knife", "/api/v1/areas"));
        begun.keySet().forEach(collection -> paths.add(ROOT + items(collection, "limit=3")));
        for (String path : paths) {
            tags.put(path, wire.get(path).headers().firstValue("ETag").orElseThrow());
            assertThat(wire.get(path, "If-None-Match", tags.get(path)).statusCode())
                    .isEqualTo(304);
        }

        publish(2, TestWorld.areas().areas().get(1), TestWorld.areas().areas().get(2));

        begun.forEach((collection, first) -> assertThat(rest(first))
                .as(collection)
                .isEqualTo(whole.get(collection))
                .doesNotHaveDuplicates()
                .hasSize(first.get("numberMatched").asInt()));
        assertThat(ids(walk("areas-district", ""))).containsExactly("south");
        tags.forEach((path, tag) -> {
            HttpResponse<String> fresh = wire.get(path, "If-None-Match", tag);
            assertThat(fresh.statusCode()).as(path).isEqualTo(200);
            assertThat(fresh.headers().firstValue("ETag")).isNotEmpty().isNotEqualTo(Optional.of(tag));
        });
    }

    @Test
    void Q24_aPinThatWasTamperedWithIsRefused() {
        String id = run("theme=asb").get("run_id").asText();
        String other = (id.startsWith("0") ? "1" : "0") + id.substring(1);
        for (String pin : List.of(other, id.substring(1), id.toUpperCase(Locale.ROOT), "x", "%00")) {
            assertThat(wire.get(ROOT + items("cells-asb", "run=" + pin)).statusCode())
                    .as(pin)
                    .isEqualTo(400);
        }
        for (String pin : List.of("99", "-1", "1.5", "1e0", "99999999999999999999", "x")) {
            requireProblem(items("areas-town", "data_version=" + pin), "invalid-parameter");
        }
        requireProblem(items("areas-town", "offset=-1"), "invalid-parameter");
        requireProblem(items("areas-town", "run=" + id), "invalid-parameter");
    }

    /** No version is given up by the program itself: rows are closed, not overwritten. A database may have lost one. */
    @Test
    void Q24_aPinnedVersionThatIsGoneIs410() {
        String id = "ab".repeat(32);
        world.runs.save(new StoredRun(id, "{\"theme\":\"asb\"}", 0, "test"));
        for (String path : List.of(
                "/api/v1/runs/" + id,
                "/api/v1/runs/" + id + "/cells",
                ROOT + items("cells-asb", "run=" + id),
                ROOT + items("areas-town", "data_version=0"),
                ROOT + "/collections/areas-town/items/middleton?data_version=0",
                ROOT + "/collections/cells-asb/tiles/WebMercatorQuad/0/0/0?run=" + id)) {
            assertProblem(wire.get(path), 410, "version-gone");
        }
    }

    private static List<String> rest(JsonNode first) {
        List<String> ids = new ArrayList<>(ids(elements(first.get("features"))));
        for (JsonNode page = first; !links(page, "next").isEmpty(); ) {
            page = Wire.json(follow(links(page, "next").get(0)));
            assertThat(page.get("data_version")).isEqualTo(first.get("data_version"));
            ids.addAll(ids(elements(page.get("features"))));
        }
        return ids;
    }
}
