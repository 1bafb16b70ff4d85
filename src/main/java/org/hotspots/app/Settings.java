package org.hotspots.app;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hotspots.http.BaseMap;
import org.hotspots.store.DatabaseSettings;
import org.hotspots.store.cluster.DataFolder;
import org.hotspots.store.cluster.DatabaseAddress;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the environment may set, read once and whole before anything starts.
 *
 * @param dataDir folder of the private cluster, of spooled imports and of unpacked programs
 * @param database which database to use
 * @param port where the server listens on 127.0.0.1; 0 for any free port
 * @param baseMap background map tiles for the page, if any
 * @param force name of the force, shown on the page, if set
 */
record Settings(Path dataDir, DatabaseSettings database, int port, Optional<BaseMap> baseMap, Optional<String> force) {

    private static final int DEFAULT_PORT = 8080;
    private static final String PREFIX = "HOTSPOTS_";
    static final Set<String> KNOWN = Set.of(
            "HOTSPOTS_DATA_DIR",
            "HOTSPOTS_DB_URL",
            "HOTSPOTS_DB_USER",
            "HOTSPOTS_DB_PASSWORD",
            "HOTSPOTS_DB_POOL_SIZE",
            "HOTSPOTS_POSTGRES",
            "HOTSPOTS_PORT",
            "HOTSPOTS_BASE_MAP_URL",
            "HOTSPOTS_BASE_MAP_ATTRIBUTION",
            "HOTSPOTS_FORCE");

    /** Settings are unknown or not allowed: all faults at once, without values, since one may be a password. */
    static final class InvalidSettings extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient List<String> faults;

        InvalidSettings(List<String> faults) {
            super(String.join(System.lineSeparator(), faults));
            this.faults = List.copyOf(faults);
        }

        List<String> faults() {
            return faults;
        }
    }

    /**
     * Reads the environment; what the command line says wins over it.
     *
     * @throws InvalidSettings with every fault
     */
    static Settings read(Map<String, String> environment, @Nullable Path dataDirOption, @Nullable Integer portOption) {
        List<String> faults = new ArrayList<>();
        for (String name : new TreeSet<>(environment.keySet())) {
            if (name.startsWith(PREFIX) && !KNOWN.contains(name)) {
                faults.add(name + ": no such setting; known are " + String.join(", ", new TreeSet<>(KNOWN)));
            }
        }
        Path dataDir = dataDirOption != null
                ? dataDirOption
                : find(environment, "HOTSPOTS_DATA_DIR").map(Path::of).orElseGet(DataFolder::usual);
        @Nullable DatabaseSettings database = null;
        try {
            database = DatabaseSettings.fromEnvironment(environment, dataDir.toAbsolutePath());
        } catch (IllegalArgumentException e) {
            faults.add(e.getMessage());
        }
        Optional<BaseMap> baseMap = baseMap(environment, faults);
        int port = portOption != null ? portOption : port(environment, faults);
        if (port < 0 || port > 65_535) {
            faults.add("--port: from 0 to 65535");
        }
        if (database == null || !faults.isEmpty()) {
            throw new InvalidSettings(faults);
        }
        return new Settings(dataDir.toAbsolutePath(), database, port, baseMap, find(environment, "HOTSPOTS_FORCE"));
    }

    /**
     * Every setting as a person is told of it, in the order of their names.
     *
     * @param dataDirByOption whether the command line named the data folder
     * @param portByOption whether the command line named the port
     */
    static List<ToldSetting> told(
            Settings settings, Map<String, String> environment, boolean dataDirByOption, boolean portByOption) {
        DatabaseSettings database = settings.database();
        DatabaseAddress address = database.address();
        Map<String, Optional<String>> values = new TreeMap<>();
        values.put("HOTSPOTS_DATA_DIR", Optional.of(settings.dataDir().toString()));
        values.put("HOTSPOTS_PORT", Optional.of(Integer.toString(settings.port())));
        values.put("HOTSPOTS_DB_URL", Optional.ofNullable(address).map(DatabaseAddress::toString));
        values.put("HOTSPOTS_DB_USER", Optional.ofNullable(address).map(DatabaseAddress::user));
        values.put(
                "HOTSPOTS_DB_PASSWORD",
                Optional.ofNullable(address).map(DatabaseAddress::password).map(ignored -> "***"));
        values.put("HOTSPOTS_DB_POOL_SIZE", Optional.of(Integer.toString(database.poolSize())));
        values.put("HOTSPOTS_POSTGRES", Optional.of(database.postgres().word()));
        values.put("HOTSPOTS_BASE_MAP_URL", settings.baseMap().map(BaseMap::url));
        values.put("HOTSPOTS_BASE_MAP_ATTRIBUTION", settings.baseMap().map(BaseMap::attribution));
        values.put("HOTSPOTS_FORCE", settings.force());
        Set<String> byOption = new HashSet<>();
        if (dataDirByOption) {
            byOption.add("HOTSPOTS_DATA_DIR");
        }
        if (portByOption) {
            byOption.add("HOTSPOTS_PORT");
        }
        return values.entrySet().stream()
                .map(each -> new ToldSetting(
                        each.getKey(),
                        each.getValue().orElse(null),
                        byOption.contains(each.getKey())
                                ? ToldSetting.Origin.OPTION
                                : find(environment, each.getKey()).isPresent()
                                        ? ToldSetting.Origin.ENVIRONMENT
                                        : ToldSetting.Origin.DEFAULT))
                .toList();
    }

    /** Where codebooks of one's own are kept. */
    Path codebookFolder() {
        return dataDir.resolve("codebooks");
    }

    /** The same under another name of the force, unless one is set. */
    Settings orForce(String name) {
        return new Settings(dataDir, database, port, baseMap, force.or(() -> Optional.of(name)));
    }

    private static int port(Map<String, String> environment, List<String> faults) {
        String text = find(environment, "HOTSPOTS_PORT").orElse(Integer.toString(DEFAULT_PORT));
        if (!text.matches("[0-9]{1,5}")) {
            faults.add("HOTSPOTS_PORT: a whole number from 0 to 65535");
            return DEFAULT_PORT;
        }
        return Integer.parseInt(text);
    }

    private static Optional<BaseMap> baseMap(Map<String, String> environment, List<String> faults) {
        Optional<String> url = find(environment, "HOTSPOTS_BASE_MAP_URL");
        Optional<String> attribution = find(environment, "HOTSPOTS_BASE_MAP_ATTRIBUTION");
        if (url.isPresent() && !isTileTemplate(url.get())) {
            faults.add("HOTSPOTS_BASE_MAP_URL: an http or https address with {z}, {x} and {y}");
        } else if (url.isPresent() && attribution.isEmpty()) {
            faults.add("HOTSPOTS_BASE_MAP_ATTRIBUTION: must name the makers of the map at HOTSPOTS_BASE_MAP_URL");
        } else if (url.isPresent()) {
            return Optional.of(new BaseMap(url.get(), attribution.get()));
        }
        return Optional.empty();
    }

    private static boolean isTileTemplate(String url) {
        try {
            String scheme = new URI(url.replaceAll("[{}]", "")).getScheme();
            return Set.of("http", "https").contains(String.valueOf(scheme))
                    && url.contains("{z}")
                    && url.contains("{x}")
                    && url.contains("{y}");
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static Optional<String> find(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(text -> !text.isBlank());
    }
}
