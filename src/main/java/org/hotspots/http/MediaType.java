package org.hotspots.http;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads Content-Type headers. */
final class MediaType {
    private MediaType() {}

    /** Whether the header names this type, whatever its parameters. */
    static boolean is(@Nullable String header, String mediaType) {
        return of(header).equals(mediaType);
    }

    /** The type without its parameters, in lower case; empty where there is no header. */
    static String of(@Nullable String header) {
        return header == null ? "" : header.split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
    }
}
