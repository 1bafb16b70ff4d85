package org.hotspots.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.hotspots.area.AreaIndex;
import org.hotspots.support.TestWorld;
import org.junit.jupiter.api.Test;

/** Data that arrive while a client walks from page to page. */
class OgcPinTest extends OgcWorld {
    @Test
    void aWalkEndsInTheDataThatItBeganIn() throws InterruptedException {
        List<String> cells = ids(walk("cells-all", "limit=10000"));
        JsonNode firstCells = ogc(items("cells-all", "limit=50"));
        JsonNode firstAreas = ogc(items("areas-district", "limit=1"));
        world.snapshots.publish(TestWorld.snapshot(
                TestWorld.version(2),
                TestWorld.draft(9, 2000),
                new AreaIndex(List.of(TestWorld.areas().areas().get(1)))));
        String fresh = firstCells.get("run_id").asText();
        for (int wait = 0; wait < 100 && fresh.equals(firstCells.get("run_id").asText()); wait++) {
            Thread.sleep(100);
            fresh = ogc(items("cells-all", "limit=1")).get("run_id").asText();
        }
        assertThat(fresh).isNotEqualTo(firstCells.get("run_id").asText());

        assertThat(rest(firstCells)).isEqualTo(cells);
        assertThat(rest(firstAreas)).containsExactly("north", "south");
        assertThat(ids(walk("areas-district", ""))).containsExactly("south");
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
