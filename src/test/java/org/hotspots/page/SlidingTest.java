package org.hotspots.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Sliding a month's window through the sample's three years: what the eye rests on stays. */
@ExtendWith(SharedDemo.class)
class SlidingTest {
    private static final int MONTHS = 36;

    private static final String TILES_ARE_THERE = """
            const tiles = [...document.querySelectorAll(".leaflet-run-pane img")];
            return tiles.length > 0 && tiles.every((tile) => tile.classList.contains("leaflet-tile-loaded"));""";

    /** Looks at every frame, at points all over the map, where the list begins and where the legend stands. */
    private static final String SLIDE = """
            const [steps] = arguments;
            const run = () => document.querySelector("#run-line a").textContent;
            const seen = { frames: 0, blankFrames: 0, windows: new Set([document.querySelector("#slider output").textContent]), tops: [], legends: [] };
            const note = (list, value) => list.at(-1) !== value && list.push(value);
            const map = document.getElementById("map").getBoundingClientRect();
            const points = Array.from({ length: 35 }, (_, i) => [map.left + map.width * (1 + i % 7) / 8, map.top + map.height * (1 + Math.floor(i / 7)) / 6]);
            let sliding = true;
            const look = () => {
              const tiles = [...document.querySelectorAll(".leaflet-run-pane img.leaflet-tile-loaded")].map((tile) => tile.getBoundingClientRect());
              const isCovered = ([x, y]) => tiles.some((tile) => tile.left <= x && x <= tile.right && tile.top <= y && y <= tile.bottom);
              seen.frames++;
              if (!points.every(isCovered)) seen.blankFrames++;
              if (document.querySelector("#list [data-place]")) note(seen.tops, Math.round(document.getElementById("list").getBoundingClientRect().top));
              note(seen.legends, Math.round(document.getElementById("legend").getBoundingClientRect().height));
              if (sliding) requestAnimationFrame(look);
            };
            look();
            return new Promise(async (resolve) => {
              for (let step = 0; step < steps; step++) {
                const before = run();
                document.querySelector("#slider [aria-label='One month on']").click();
                while (run() === before) await new Promise((go) => requestAnimationFrame(go));
                seen.windows.add(document.querySelector("#slider output").textContent);
              }
              sliding = false;
              resolve(JSON.stringify({ ...seen, windows: seen.windows.size }));
            });""";

    @Test
    void theMapIsNeverBlankAndNothingJumpsToAndFro() throws IOException {
        try (Browser browser = new Browser()) {
            browser.open(SharedDemo.origin() + "/#theme=asb&period=own&from=2023-11-01&to=2023-12-01");
            browser.awaitPhase("shown");
            browser.await("the tiles came", () -> (boolean) browser.script(TILES_ARE_THERE) ? true : null);
            JsonNode seen = new ObjectMapper().readTree((String) browser.script(SLIDE, MONTHS - 1));
            assertThat(seen.get("windows").asInt()).isEqualTo(MONTHS);
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
