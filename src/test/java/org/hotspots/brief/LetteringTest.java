package org.hotspots.brief;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.hotspots.brief.Lettering.Measure;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can be shown, and where lines end. */
class LetteringTest {
    private static final PDDocument DOCUMENT = new PDDocument();

    @SuppressWarnings("NullAway.Init")
    private static Lettering lettering;

    @BeforeAll
    static void embed() throws IOException {
        lettering = Lettering.embed(DOCUMENT);
    }

    @AfterAll
    static void close() throws IOException {
        DOCUMENT.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mill Lane | Mill Lane",
                "Tŷ Gwyn, Lôn Ŵyn | Tŷ Gwyn, Lôn Ŵyn",
                "Ulica Łódzka, Çeşme | Ulica Łódzka, Çeşme",
                "a\\tb \\u00a0c | a b \\u00a0c",
                "\\u202Eevil | □evil",
                "zero\\u200Bwidth | zero□width",
                "\\u05e9\\u05dc | □□",
                "\\ud83d\\udd2a | □",
                "e\\u0301 | é",
                "\\u0000\\ufffe | □□",
            })
    void whatTheFontsCannotShowLeavesAMark(String text, String shown) throws IOException {
        assertThat(lettering.shown(unescaped(text))).isEqualTo(unescaped(shown));
    }

    private static String unescaped(String text) {
        StringBuilder out = new StringBuilder();
        for (int k = 0; k < text.length(); k++) {
            boolean escape = text.startsWith("\\u", k);
            out.append(escape ? (char) Integer.parseInt(text.substring(k + 2, k + 6), 16) : text.charAt(k));
            k += escape ? 5 : 0;
        }
        return out.toString().replace("\\t", "\t");
    }

    @Test
    void linesHoldWholeWordsAndNoMoreThanTheirWidth() throws IOException {
        String text = "It is more concentrated than offending in general, in the whole force and in each of its towns.";
        Measure measure = new Measure(9, 120, 20);
        List<String> lines = Lettering.lines(lettering.regular(), text, measure);

        assertThat(String.join(" ", lines)).isEqualTo(text);
        assertThat(lines).hasSizeGreaterThan(2);
        for (int k = 0; k < lines.size(); k++) {
            assertThat(width(lines.get(k))).isLessThanOrEqualTo(120);
            // The next word would not have fitted.
            assertThat(k == lines.size() - 1
                            || width(lines.get(k) + " " + lines.get(k + 1).split(" ")[0]) > 120)
                    .isTrue();
        }
    }

    @Test
    void whatDoesNotFitEndsInAnEllipsis() throws IOException {
        List<String> lines = Lettering.lines(lettering.regular(), "x".repeat(500), new Measure(9, 120, 2));
        assertThat(lines).hasSize(2);
        assertThat(lines.get(1)).endsWith("x…");
        assertThat(width(lines.get(0))).isLessThanOrEqualTo(120);
        assertThat(width(lines.get(1))).isLessThanOrEqualTo(120);
    }

    private static float width(String text) throws IOException {
        return lettering.regular().width(text, 9);
    }
}
