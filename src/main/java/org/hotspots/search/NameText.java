package org.hotspots.search;

import java.text.Normalizer;
import java.util.Locale;

/** How names are compared. */
final class NameText {
    private NameText() {}

    /**
     * Lower case, without accents, apostrophes and invisible characters; other punctuation that names have, and any space,
     * is one space, and {@code &} is "and". All other characters stay what they are and must be in the name, so a percent
     * sign finds a percent sign. Blank where nothing is left.
     */
    static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("[\\p{M}\\p{Cf}'’‘`]+", "")
                .replace("&", " and ")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s.,;:!?\"“”()\\[\\]/\\-‐‑–—]+", " ")
                .strip();
    }
}
