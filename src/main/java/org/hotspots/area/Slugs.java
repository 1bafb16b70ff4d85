package org.hotspots.area;

import java.text.Normalizer;
import java.util.Locale;

/** Names as parts of addresses. */
final class Slugs {
    private Slugs() {}

    /**
     * The name in lower-case letters a to z, digits and single hyphens: accents and apostrophes dropped, {@code &} read
     * as "and". Empty where nothing of the name is left.
     */
    static String slug(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+|['’‘`]", "")
                .replace("&", " and ")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }
}
