package org.hotspots.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hotspots.store.cluster.DatabaseAddress;
import org.hotspots.store.cluster.PostgresChoice;
import org.jspecify.annotations.Nullable;

/**
 * Which database to use, and how.
 *
 * @param address a database that is run elsewhere; null for the private cluster of the data folder
 * @param dataDir where the private cluster lives
 * @param postgres whose programs the private cluster is run with
 * @param poolSize connections for short statements, from 1 to 200; imports, snapshots and listening have their own
 */
public record DatabaseSettings(@Nullable DatabaseAddress address, Path dataDir, PostgresChoice postgres, int poolSize) {
    /** Variables that say where a database that is run elsewhere is, and who may use it. */
    public static final Set<String> ADDRESS_NAMES =
            Set.of("HOTSPOTS_DB_URL", "HOTSPOTS_DB_USER", "HOTSPOTS_DB_PASSWORD");

    private static final int DEFAULT_POOL_SIZE = 10;
    private static final int LARGEST_POOL = 200;

    public DatabaseSettings {
        if (poolSize < 1 || poolSize > LARGEST_POOL) {
            throw new IllegalArgumentException("HOTSPOTS_DB_POOL_SIZE=" + poolSize + ": from 1 to " + LARGEST_POOL);
        }
    }

    /** The private cluster of a data folder. */
    public static DatabaseSettings inFolder(Path dataDir, PostgresChoice postgres) {
        return new DatabaseSettings(null, dataDir, postgres, DEFAULT_POOL_SIZE);
    }

    /**
     * Reads {@code HOTSPOTS_DB_URL}, {@code HOTSPOTS_DB_USER}, {@code HOTSPOTS_DB_PASSWORD},
     * {@code HOTSPOTS_DB_POOL_SIZE} and {@code HOTSPOTS_POSTGRES}.
     *
     * @throws IllegalArgumentException naming every variable at fault; values are not repeated, one may be a password
     */
    public static DatabaseSettings fromEnvironment(Map<String, String> environment, Path dataDir) {
        List<String> faults = new ArrayList<>();
        @Nullable DatabaseAddress address = null;
        String url = environment.getOrDefault("HOTSPOTS_DB_URL", "");
        if (url.startsWith("jdbc:postgresql:")) {
            address = new DatabaseAddress(
                    url, environment.get("HOTSPOTS_DB_USER"), environment.get("HOTSPOTS_DB_PASSWORD"));
        } else if (!url.isBlank()) {
            faults.add("HOTSPOTS_DB_URL: must start with jdbc:postgresql:");
        }
        String size = environment.getOrDefault("HOTSPOTS_DB_POOL_SIZE", Integer.toString(DEFAULT_POOL_SIZE));
        boolean sizeIsGood = size.matches("[1-9][0-9]{0,2}") && Integer.parseInt(size) <= LARGEST_POOL;
        if (!sizeIsGood) {
            faults.add("HOTSPOTS_DB_POOL_SIZE: from 1 to " + LARGEST_POOL);
        }
        String word = environment.getOrDefault("HOTSPOTS_POSTGRES", PostgresChoice.AUTO.word());
        if (PostgresChoice.find(word).isEmpty()) {
            faults.add("HOTSPOTS_POSTGRES: auto, installed or bundled");
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", faults));
        }
        return new DatabaseSettings(address, dataDir, PostgresChoice.find(word).orElseThrow(), Integer.parseInt(size));
    }
}
