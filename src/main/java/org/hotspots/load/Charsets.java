package org.hotspots.load;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Encodings that a file may be declared to be in. */
final class Charsets {
    static final String NAMES = "utf-8, utf-16le, utf-16be, windows-1252, iso-8859-1, iso-8859-15";

    private Charsets() {}

    static Optional<Charset> find(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "utf-8", "utf8" -> Optional.of(StandardCharsets.UTF_8);
            case "utf-16le" -> Optional.of(StandardCharsets.UTF_16LE);
            case "utf-16be" -> Optional.of(StandardCharsets.UTF_16BE);
            case "windows-1252", "cp1252" -> Optional.of(Charset.forName("windows-1252"));
            case "iso-8859-1", "latin1" -> Optional.of(StandardCharsets.ISO_8859_1);
            case "iso-8859-15" -> Optional.of(Charset.forName("ISO-8859-15"));
            default -> Optional.empty();
        };
    }
}
