package org.hotspots.app;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the environment may set, read once and whole before anything starts.
 *
 * @param dataDir folder of the private cluster, spooled imports and unpacked binaries
 * @param databaseUrl JDBC URL of a database to use in place of the private cluster
 * @param databaseUser its user, where the URL names none
 * @param databasePassword its password, where the URL names none
 * @param postgres which PostgreSQL a private cluster is made of: {@code installed}, {@code bundled}, or empty to choose
 * @param port where the server listens on 127.0.0.1; 0 for any free port
 * @param baseMapUrl template of background map tiles, such as {@code https://tiles.example/{z}/{x}/{y}.png}
 * @param baseMapAttribution who made that map
 * @param force name of the force, shown on the page
 */
record Settings(
        Path dataDir,
        Optional<String> databaseUrl,
        Optional<String> databaseUser,
        Optional<String> databasePassword,
        Optional<String> postgres,
        int port,
        Optional<String> baseMapUrl,
        Optional<String> baseMapAttribution,
        String force) {

    static final int DEFAULT_PORT = 8080;
    private static final String PREFIX = "HOTSPOTS_";
    private static final Set<String> KNOWN = Set.of(
            "HOTSPOTS_DATA_DIR",
            "HOTSPOTS_DB_URL",
            "HOTSPOTS_DB_USER",
            "HOTSPOTS_DB_PASSWORD",
            "HOTSPOTS_POSTGRES",
            "HOTSPOTS_PORT",
            "HOTSPOTS_BASE_MAP_URL",
            "HOTSPOTS_BASE_MAP_ATTRIBUTION",
            "HOTSPOTS_FORCE",
            "HOTSPOTS_SHARED");

    /** A setting is missing, unknown or not allowed; all faults at once, none with its value where it may be secret. */
    static final class InvalidSettings extends RuntimeException {
        private static final long serialVersionUID = 1;

        InvalidSettings(List<String> faults) {
            super(String.join(System.lineSeparator(), faults));
        }
    }

    /**
     * Reads the environment; options of the command line win over it.
     *
     * @throws InvalidSettings with every fault
     */
    static Settings read(Map<String, String> environment, @Nullable Path dataDir, @Nullable Integer port) {
        List<String> faults = new ArrayList<>();
        for (String name : new TreeSet<>(environment.keySet())) {
            if (name.startsWith(PREFIX) && !KNOWN.contains(name)) {
                faults.add(name + ": no such setting; known are " + new TreeSet<>(KNOWN));
            }
        }
        Optional<String> databaseUrl = find(environment, "HOTSPOTS_DB_URL");
        databaseUrl
                .filter(url -> !url.startsWith("jdbc:postgresql:"))
                .ifPresent(url -> faults.add("HOTSPOTS_DB_URL: must start with jdbc:postgresql:"));
        Optional<String> postgres = find(environment, "HOTSPOTS_POSTGRES");
        postgres.filter(word -> !Set.of("installed", "bundled").contains(word))
                .ifPresent(word -> faults.add("HOTSPOTS_POSTGRES: installed or bundled"));
        Optional<String> baseMapUrl = find(environment, "HOTSPOTS_BASE_MAP_URL");
        baseMapUrl
                .filter(url -> !isTileTemplate(url))
                .ifPresent(url -> faults.add("HOTSPOTS_BASE_MAP_URL: an http or https address with {z}, {x} and {y}"));
        Optional<String> attribution = find(environment, "HOTSPOTS_BASE_MAP_ATTRIBUTION");
        if (baseMapUrl.isPresent() && attribution.isEmpty()) {
            faults.add("HOTSPOTS_BASE_MAP_ATTRIBUTION: say who made the map at HOTSPOTS_BASE_MAP_URL");
        }
        int chosenPort = port != null ? port : portOf(environment, faults);
        if (chosenPort < 0 || chosenPort > 65535) {
            faults.add("port=" + chosenPort + ": from 0 to 65535");
        }
        if (!faults.isEmpty()) {
            throw new InvalidSettings(faults);
        }
        return new Settings(
                dataDir != null ? dataDir : defaultDataDir(environment),
                databaseUrl,
                find(environment, "HOTSPOTS_DB_USER"),
                find(environment, "HOTSPOTS_DB_PASSWORD"),
                postgres,
                chosenPort,
                baseMapUrl,
                attribution,
                find(environment, "HOTSPOTS_FORCE").orElse(""));
    }

    private static int portOf(Map<String, String> environment, List<String> faults) {
        String text = environment.getOrDefault("HOTSPOTS_PORT", Integer.toString(DEFAULT_PORT));
        if (!text.matches("[0-9]{1,5}")) {
            faults.add("HOTSPOTS_PORT: a whole number from 0 to 65535");
            return DEFAULT_PORT;
        }
        return Integer.parseInt(text);
    }

    private static Path defaultDataDir(Map<String, String> environment) {
        return find(environment, "HOTSPOTS_DATA_DIR").map(Path::of).orElseGet(DataFolder::ofThisUser);
    }

    private static boolean isTileTemplate(String url) {
        boolean hasPlaces = url.contains("{z}") && url.contains("{x}") && url.contains("{y}");
        try {
            String scheme = new URI(url.replaceAll("[{}]", "")).getScheme();
            return hasPlaces && Set.of("http", "https").contains(String.valueOf(scheme));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static Optional<String> find(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(text -> !text.isBlank());
    }
}
