package org.hotspots.snapshot;

import java.util.List;
import org.hotspots.area.AreaIndex;
import org.hotspots.offence.OffenceTable;

/**
 * Everything of one data version that questions are answered from; immutable.
 *
 * @param version the data version
 * @param offences all its offences
 * @param areas all its areas; the table's area ordinals count in them
 * @param extractForces the forces whose own extracts were loaded, in the order of their names; blank where a load named
 *     none
 */
public record Snapshot(DataVersion version, OffenceTable offences, AreaIndex areas, List<String> extractForces) {
    public Snapshot {
        extractForces = List.copyOf(extractForces);
    }

    /** Of forces that are not told. */
    public Snapshot(DataVersion version, OffenceTable offences, AreaIndex areas) {
        this(version, offences, areas, List.of());
    }
}
