package org.hotspots.snapshot;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** How names are compared. */
public final class NameText {
    private static final Pattern NOTHING = Pattern.compile("[\\p{M}\\p{Cf}'’‘`]+");
    private static final Pattern SPACE = Pattern.compile("[\\s.,;:!?\"“”()\\[\\]/\\-‐‑–—]+");

    private NameText() {}

    /**
     * Lower case, without accents, apostrophes and invisible characters; other punctuation that names have, and any space,
     * is one space, and {@code &} is "and". All other characters stay what they are and must be in the name, so a percent
     * sign finds a percent sign. Blank where nothing is left.
     */
    public static String folded(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replace("&", " and ")
                .toLowerCase(Locale.ROOT);
        return SPACE.matcher(NOTHING.matcher(plain).replaceAll(""))
                .replaceAll(" ")
                .strip();
    }
}
