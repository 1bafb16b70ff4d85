package org.hotspots.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The headers that every answer carries, also those the web server makes by itself. */
final class SecurityHeaders {
    private final Map<String, String> headers = new LinkedHashMap<>();

    /** @param baseMap whose tiles the page may show, or null */
    SecurityHeaders(@Nullable BaseMap baseMap) {
        String baseMapOrigin = baseMap == null ? "" : " " + origin(baseMap.url());
        headers.put(
                "Content-Security-Policy",
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:" + baseMapOrigin
                        + "; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'");
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("Referrer-Policy", "same-origin");
        headers.put("Cross-Origin-Opener-Policy", "same-origin");
        headers.put("Cross-Origin-Resource-Policy", "same-origin");
        headers.put("Permissions-Policy", "geolocation=(self), camera=(), microphone=(), payment=(), usb=()");
    }

    void writeTo(BiConsumer<String, String> response) {
        headers.forEach(response);
    }

    /** Scheme, host and port; a sub-domain place-holder {s} becomes a wildcard. */
    private static String origin(String tileUrl) {
        int path = tileUrl.indexOf('/', tileUrl.indexOf("//") + 2);
        String origin = path < 0 ? tileUrl : tileUrl.substring(0, path);
        return origin.replace("{s}.", "*.");
    }
}
