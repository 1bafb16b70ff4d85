package org.hotspots.http;

/**
 * A base map from a tile server that the force chose.
 *
 * @param url template with {z}, {x} and {y}, and perhaps {s} as its first label
 * @param attribution as the publisher of the map asks for it
 */
public record BaseMap(String url, String attribution) {
    public BaseMap {
        if (!url.matches("https?://(\\{s}\\.)?[A-Za-z0-9.-]+(:[0-9]+)?/[^\\s;,'\"]*")
                || !url.contains("{z}")
                || !url.contains("{x}")
                || !url.contains("{y}")) {
            throw new IllegalArgumentException("base map url=" + url + ": http(s)://host/path with {z}, {x} and {y}");
        }
        if (attribution.isBlank()) {
            throw new IllegalArgumentException("base map attribution: not blank");
        }
    }
}
