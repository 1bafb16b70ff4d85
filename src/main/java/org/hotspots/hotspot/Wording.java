package org.hotspots.hotspot;

import java.util.Locale;

/** Sentences for people with figures in them, as British English writes these on every machine. */
final class Wording {
    private Wording() {}

    /** The format with its values, as {@link String#format} has them: {@code %,d} of 1234 is 1,234. */
    static String of(String format, Object... values) {
        return String.format(Locale.UK, format, values);
    }
}
