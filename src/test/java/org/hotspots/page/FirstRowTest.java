package org.hotspots.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How much is fetched before the first place is listed, by a browser that has nothing yet; sizes, not times. */
@ExtendWith(SharedDemo.class)
class FirstRowTest {
    private static final long MOST_BYTES = 32_000;

    /** Addresses and sizes, as sent, of what was fetched before the first row, and by whom it was asked for. */
    private static final String BEFORE_THE_ROW = """
            const all = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")];
            return JSON.stringify(all.filter((each) => each.startTime < globalThis.firstRowAt)
              .map(({ name, transferSize, initiatorType }) => ({ path: new URL(name).pathname, transferSize, initiatorType })));""";

    @Test
    void littleIsFetchedBeforeTheFirstRow() throws IOException {
        try (Browser browser = new Browser()) {
            // A page kept waiting fetches the rest meanwhile; here it has time, however slow the machine.
            browser.onEveryPage("""
                    const later = setTimeout;
                    globalThis.setTimeout = (work, delay = 0) => later(work, delay < 500 ? delay : 60 * delay);
                    new MutationObserver((changes, observer) => {
                      if (!document.querySelector("#list [data-place]")) return;
                      globalThis.firstRowAt = performance.now();
                      observer.disconnect();
                    }).observe(document, { childList: true, subtree: true });""");
            browser.open(SharedDemo.origin() + "/");
            browser.awaitPhase("shown");
            JsonNode fetched = json(browser, BEFORE_THE_ROW);
            List<String> scripts = new ArrayList<>();
            long bytes = 0;
            for (JsonNode each : fetched) {
                String path = each.get("path").asText();
                if (!path.startsWith("/lib/")) bytes += each.get("transferSize").asLong();
                if (path.endsWith(".js")) scripts.add(path);
            }
            assertThat(bytes).as(fetched.toPrettyString()).isBetween(10_000L, MOST_BYTES);
            // Another would be found only when one of these had come.
            assertThat(scripts).containsExactlyInAnyOrder("/src/kept-look.js", "/src/main.js");
        }
    }

    private static JsonNode json(Browser browser, String script) throws IOException {
        return new ObjectMapper().readTree((String) browser.script(script));
    }
}
