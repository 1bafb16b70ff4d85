package org.hotspots.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Sliding a month's window through the sample's three years: what the eye rests on stays. */
@ExtendWith(SharedDemo.class)
class SlidingTest {
    private static final int MONTHS = 36;

    private static final String TILES_ARE_THERE = """
            const tiles = [...document.querySelectorAll(".leaflet-run-pane img")];
            return tiles.length > 0 && tiles.every((tile) => tile.classList.contains("leaflet-tile-loaded"));""";

    /** Looks from now on, at every frame, at points all over the map, where the list begins and how high the legend is. */
    private static final String LOOK = """
            globalThis.seen = { frames: 0, blankFrames: 0, tops: [], legends: [] };
            const note = (list, value) => list.at(-1) !== value && list.push(value);
            const map = document.getElementById("map").getBoundingClientRect();
            const points = Array.from({ length: 35 }, (_, i) => [map.left + map.width * (1 + i % 7) / 8, map.top + map.height * (1 + Math.floor(i / 7)) / 6]);
            const look = () => {
              const tiles = [...document.querySelectorAll(".leaflet-run-pane img.leaflet-tile-loaded")].map((tile) => tile.getBoundingClientRect());
              const isCovered = ([x, y]) => tiles.some((tile) => tile.left <= x && x <= tile.right && tile.top <= y && y <= tile.bottom);
              seen.frames++;
              if (!points.every(isCovered)) seen.blankFrames++;
              if (document.querySelector("#list [data-place]")) note(seen.tops, Math.round(document.getElementById("list").getBoundingClientRect().top));
              note(seen.legends, Math.round(document.getElementById("legend").getBoundingClientRect().height));
              requestAnimationFrame(look);
            };
            look();""";

    private static final String STEP = """
            const run = () => document.querySelector("#run-line a").textContent;
            const before = run();
            document.querySelector("#slider [aria-label='One month on']").click();
            return new Promise(async (resolve) => {
              while (run() === before) await new Promise((go) => requestAnimationFrame(go));
              resolve(document.querySelector("#slider output").textContent);
            });""";

    @Test
    void theMapIsNeverBlankAndNothingJumpsToAndFro() throws IOException {
        try (Browser browser = new Browser()) {
            browser.open(SharedDemo.origin() + "/#theme=asb&period=own&from=2023-11-01&to=2023-12-01");
            browser.awaitPhase("shown");
            browser.await("the tiles came", () -> (boolean) browser.script(TILES_ARE_THERE) ? true : null);
            browser.script(LOOK);
            Set<Object> windows = new HashSet<>(List.of(browser.text("#slider output")));
            for (int step = 1; step < MONTHS; step++) windows.add(browser.script(STEP));
            assertThat(windows).hasSize(MONTHS);
            JsonNode seen = new ObjectMapper().readTree((String) browser.script("return JSON.stringify(seen)"));
            assertThat(seen.get("frames").asInt()).isGreaterThan(MONTHS);
            assertThat(seen.get("blankFrames").asInt()).as(seen.toString()).isZero();
            assertThat(pixels(seen.get("tops")))
                    .as("top of the list")
                    .isNotEmpty()
                    .isSorted();
            assertThat(pixels(seen.get("legends")))
                    .as("height of the legend")
                    .isNotEmpty()
                    .isSorted();
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static Integer[] pixels(JsonNode numbers) {
        Integer[] pixels = new Integer[numbers.size()];
        for (int i = 0; i < pixels.length; i++) pixels[i] = numbers.get(i).asInt();
        return pixels;
    }
}
