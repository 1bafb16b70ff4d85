package org.hotspots.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How much is fetched before the first place is listed, by a browser that has nothing yet; sizes, not times. */
@ExtendWith(SharedDemo.class)
class FirstRowTest {
    /** Scripts that need no preloading: the page's head names them. */
    private static final Set<String> NAMED_IN_THE_PAGE = Set.of("/src/main.js", "/src/kept-look.js");

    private static final long MOST_BYTES = 56_000;

    /** Addresses and sizes, as sent, of what was fetched before the first row, and by whom it was asked for. */
    private static final String BEFORE_THE_ROW = """
            const all = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")];
            return JSON.stringify(all.filter((each) => each.startTime < globalThis.firstRowAt)
              .map(({ name, transferSize, initiatorType }) => ({ path: new URL(name).pathname, transferSize, initiatorType })));""";

    private static final String PRELOADED = """
            return JSON.stringify([...document.querySelectorAll("link[rel=modulepreload]")].map((link) => new URL(link.href).pathname));""";

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
            List<String> modules = new ArrayList<>();
            long bytes = 0;
            for (JsonNode each : fetched) {
                String path = each.get("path").asText();
                if (!path.startsWith("/lib/")) bytes += each.get("transferSize").asLong();
                if (path.endsWith(".js") && !NAMED_IN_THE_PAGE.contains(path)) modules.add(path);
            }
            assertThat(bytes).as(fetched.toPrettyString()).isBetween(10_000L, MOST_BYTES);
            assertThat(modules).isNotEmpty().noneMatch(path -> path.startsWith("/lib/"));
            // One left out would be found only when another had come, one too many would delay the first row.
            List<String> preloaded = new ArrayList<>();
            json(browser, PRELOADED).forEach(path -> preloaded.add(path.asText()));
            assertThat(preloaded).containsExactlyInAnyOrderElementsOf(modules);
        }
    }

    private static JsonNode json(Browser browser, String script) throws IOException {
        return new ObjectMapper().readTree((String) browser.script(script));
    }
}
