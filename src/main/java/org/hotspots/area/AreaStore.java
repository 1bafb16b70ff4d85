package org.hotspots.area;

import java.util.List;

/** Where areas are kept; the database implements it. */
public interface AreaStore {
    /** All areas of the newest data version, ordered by kind, then name, then code. */
    List<Area> listAreas();

    /**
     * Replaces all areas of one kind, assigns every stored place again, and publishes a data version, in one
     * transaction.
     *
     * @param sourceSha256 hex SHA-256 of the file the areas came from, part of the version's fingerprint
     * @return the number of places that were assigned
     */
    long replaceAreas(AreaKind kind, List<Area> areas, String sourceSha256);
}
