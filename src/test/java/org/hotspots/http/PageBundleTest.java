package org.hotspots.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PageBundleTest {
    private static final Path WEB = Path.of("web");
    private static final Pattern DECLARED =
            Pattern.compile("^(?:export )?(?:async )?(?:function\\*?|class|const|let|var) (\\w+)", Pattern.MULTILINE);

    @Test
    void whatMainImportsStandsBeforeItOnceAndIsFoundThereByOthers() {
        PageBundle bundle = bundleOf(Map.of(
                "/src/main.js", """
                        import { list } from "./places/list.js";
                        import { words } from "./words.js";

                        /** Shows the list. */
                        list(words);
                        const { map } = await import("./map/map.js");
                        """,
                "/src/places/list.js", """
                        import { words } from "../words.js";
                        // what a browser does not need
                        export const list = (text) => text + words; // stays
                        """,
                "/src/words.js", """
                        export const words = "https://example.org /* none */";
                        """,
                "/src/map/map.js", """
                        import { map } from "/lib/leaflet/leaflet-src.esm.js";
                        import { words } from "../words.js";
                        import { legend } from "./legend.js";
                        """));
        assertThat(bundle.text("/src/main.js")).isEqualTo("""
                // /src/words.js
                export const words = "https://example.org /* none */";
                // /src/places/list.js
                export const list = (text) => text + words; // stays
                // /src/main.js

                list(words);
                const { map } = await import("/src/map/map.js");
                """);
        assertThat(bundle.text("/src/map/map.js")).isEqualTo("""
                import { map } from "/lib/leaflet/leaflet-src.esm.js";
                import { words } from "/src/main.js";
                import { legend } from "/src/map/legend.js";
                """);
    }

    @Test
    void aSheetHoldsWhatItImports() {
        PageBundle bundle = bundleOf(Map.of(
                "/src/main.js", "",
                "/styles/first.css", """
                        /* All
                           of it. */
                        @import "page.css";
                        p { margin: 0; }
                        """,
                "/styles/page.css", """
                        a { color: red; } /* stays */
                        """));
        assertThat(bundle.text("/styles/first.css")).isEqualTo("""
                a { color: red; } /* stays */
                p { margin: 0; }
                """);
    }

    /** Modules that are joined share a scope, in which a browser takes no name twice. */
    @Test
    void joinedModulesDeclareNoNameTwice() {
        String main = new PageBundle(PageBundleTest::source).text("/src/main.js");
        List<String> names = DECLARED.matcher(main)
                .results()
                .map(MatchResult::group)
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .toList();
        assertThat(names).hasSizeGreaterThan(50).doesNotHaveDuplicates();
        assertThat(main.lines()).noneMatch(line -> line.startsWith("import "));
    }

    private static PageBundle bundleOf(Map<String, String> sources) {
        return new PageBundle(name -> Objects.requireNonNull(sources.get(name), name));
    }

    private static String source(String name) {
        try {
            return Files.readString(WEB.resolve(name.substring(1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
