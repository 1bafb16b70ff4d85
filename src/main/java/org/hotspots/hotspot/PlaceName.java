package org.hotspots.hotspot;

/** Names of places as they are shown. */
final class PlaceName {
    private static final String PUBLIC_FILES_PREFIX = "on or near ";

    private PlaceName() {}

    /** The text without what public street files put before every street ("On or near "); blank stays blank. */
    static String of(String location) {
        String text = location.strip();
        return text.regionMatches(true, 0, PUBLIC_FILES_PREFIX, 0, PUBLIC_FILES_PREFIX.length())
                ? text.substring(PUBLIC_FILES_PREFIX.length()).strip()
                : text;
    }
}
