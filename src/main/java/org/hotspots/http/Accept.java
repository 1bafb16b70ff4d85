package org.hotspots.http;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads Accept headers and their like as far as this server's answers differ by them. */
public final class Accept {
    private Accept() {}

    /** Whether a person is looking: HTML is named, and no kind of JSON is. */
    public static boolean prefersHtml(@Nullable String header) {
        return header != null && names(header, "text/html") && !header.contains("json");
    }

    /** Whether an answer of this media type may be sent. JSON in general includes GeoJSON and problems. */
    static boolean allows(@Nullable String header, String mediaType) {
        if (header == null || header.isBlank()) {
            return true;
        }
        String kind = mediaType.substring(0, mediaType.indexOf('/')) + "/*";
        return names(header, mediaType)
                || names(header, kind)
                || names(header, "*/*")
                || (mediaType.endsWith("+json") && names(header, "application/json"));
    }

    /** Whether a body may be sent compressed; of an Accept-Encoding header, not an Accept header. */
    static boolean allowsGzip(@Nullable String header) {
        return header != null && names(header, "gzip");
    }

    private static boolean names(String header, String mediaRange) {
        for (String range : header.toLowerCase(Locale.ROOT).split(",", -1)) {
            String[] parts = range.trim().split("\\s*;\\s*", -1);
            if (parts[0].equals(mediaRange) && !isRefused(parts)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isRefused(String[] parts) {
        for (int i = 1; i < parts.length; i++) {
            if (parts[i].matches("q=0(\\.0*)?")) {
                return true;
            }
        }
        return false;
    }
}
