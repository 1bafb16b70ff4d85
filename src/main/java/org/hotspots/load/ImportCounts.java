package org.hotspots.load;

import java.util.SortedMap;

/**
 * What became of the rows of an import: {@code rowsRead = inserted + updated + unchanged + duplicates + quarantined}.
 *
 * @param removed stored rows that a replaced (force, month) no longer has
 * @param unlocated of the stored rows, those without a location
 * @param outsideForce of the stored rows, those whose location is in no district (0 while no districts are loaded)
 * @param quarantineReasons rows quarantined, by reason
 * @param flags of the stored rows, those that carry each flag
 */
public record ImportCounts(
        long rowsRead,
        long inserted,
        long updated,
        long unchanged,
        long duplicates,
        long quarantined,
        long removed,
        long unlocated,
        long outsideForce,
        SortedMap<String, Long> quarantineReasons,
        SortedMap<String, Long> flags) {

    public ImportCounts {
        if (rowsRead != inserted + updated + unchanged + duplicates + quarantined) {
            throw new IllegalStateException(
                    "rows are not all accounted for: read " + rowsRead + ", inserted " + inserted
                            + ", updated " + updated + ", unchanged " + unchanged + ", duplicates " + duplicates
                            + ", quarantined " + quarantined);
        }
    }
}
