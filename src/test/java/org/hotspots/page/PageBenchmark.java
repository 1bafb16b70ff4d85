package org.hotspots.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/**
 * How long a person waits for another answer, with the browser beside the server: from the change of a filter to the frame
 * that shows the new list, and until the map's tiles are all there. Measured inside the page; every change asks a question
 * that the server has not been asked yet.
 *
 * <p>{@code PageBenchmark} starts the demo; {@code PageBenchmark http://127.0.0.1:8080} measures a server that runs, which
 * has to be fresh. Prints the median and the 95th of a hundred, in milliseconds. Aims: 300 for the list, 600 for the map.
 */
final class PageBenchmark {
    private static final int WARM_UP = 5;
    private static final int CHANGES = 20;

    /** Themes, areas and periods in turn, so that no question comes twice. */
    private static final String CHANGE = """
            const [index] = arguments;
            const themes = ["knife", "hate", "asb", ""], settings = ["public_place", "dwelling", ""], bases = ["offences", ""];
            const towns = [...document.querySelectorAll("select[name=area] option")].map((option) => option.value);
            const set = ([name, value]) => {
              const select = document.querySelector(`select[name=${name}]`);
              select.value = value;
              select.dispatchEvent(new Event("change", { bubbles: true }));
            };
            const kind = index % 3;
            const run = document.querySelector("#run-line a").textContent;
            const frame = () => new Promise((go) => requestAnimationFrame(go));
            return new Promise(async (resolve) => {
              const start = performance.now();
              set(kind === 0 ? ["theme", themes[Math.floor(index / 3) % 4]] : kind === 1 ? ["area", towns[(index + 4) % towns.length]] : ["setting", settings[Math.floor(index / 3) % 3]]);
              while (document.body.dataset.phase !== "shown" || document.querySelector("#run-line a").textContent === run) await frame();
              await frame();
              const list = performance.now() - start;
              const tiles = () => [...document.querySelectorAll(".leaflet-run-pane .leaflet-layer")];
              const isWhole = () => tiles().length === 1 && [...tiles()[0].querySelectorAll("img")].every((tile) => tile.classList.contains("leaflet-tile-loaded"));
              while (!isWhole()) await frame();
              resolve(JSON.stringify([list, performance.now() - start]));
            });""";

    private PageBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments.length > 0) {
            measure(arguments[0]);
            return;
        }
        Path folder = Files.createTempDirectory("page-benchmark");
        try (DemoServer server = new DemoServer(folder)) {
            measure(server.origin());
        }
    }

    private static void measure(String origin) throws IOException, InterruptedException {
        double[] lists = new double[CHANGES];
        double[] maps = new double[CHANGES];
        try (Browser browser = new Browser()) {
            browser.open(origin + "/");
            browser.awaitPhase("shown");
            browser.find("#legend input");
            for (int i = 0; i < WARM_UP + CHANGES; i++) {
                JsonNode times = new ObjectMapper().readTree((String) browser.script(CHANGE, i));
                if (i >= WARM_UP) {
                    lists[i - WARM_UP] = times.get(0).asDouble();
                    maps[i - WARM_UP] = times.get(1).asDouble();
                }
                // A person reads before the next change, and the server does what the list did not wait for.
                Thread.sleep(2500);
            }
        }
        tell("list", lists);
        tell("map", maps);
    }

    private static void tell(String what, double[] millis) {
        Arrays.sort(millis);
        double median = (millis[(CHANGES - 1) / 2] + millis[CHANGES / 2]) / 2;
        double slow = millis[(int) Math.ceil(0.95 * CHANGES) - 1];
        System.out.printf(
                Locale.ROOT,
                "%s: median %.0f ms, 95th %.0f ms, slowest %.0f ms%n",
                what,
                median,
                slow,
                millis[CHANGES - 1]);
    }
}
