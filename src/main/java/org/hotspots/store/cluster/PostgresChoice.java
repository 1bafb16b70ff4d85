package org.hotspots.store.cluster;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whose PostgreSQL programs a private cluster is run with. */
public enum PostgresChoice {
    /** The machine's own where it has PostGIS, else those that came with this program. */
    AUTO,
    /** The machine's own, and no other. */
    INSTALLED,
    /** Those that came with this program, and no other; they have no PostGIS. */
    BUNDLED;

    /** The word used in settings. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<PostgresChoice> find(String word) {
        return Arrays.stream(values())
                .filter(choice -> choice.word().equals(word))
                .findFirst();
    }
}
