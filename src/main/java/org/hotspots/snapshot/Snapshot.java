package org.hotspots.snapshot;

import org.hotspots.area.AreaIndex;
import org.hotspots.offence.OffenceTable;

/**
 * Everything of one data version that questions are answered from; immutable.
 *
 * @param version the data version
 * @param offences all its offences
 * @param areas all its areas; the table's area ordinals count in them
 * @param streets what places may be called
 */
public record Snapshot(DataVersion version, OffenceTable offences, AreaIndex areas, Streets streets) {
    public Snapshot(DataVersion version, OffenceTable offences, AreaIndex areas) {
        this(version, offences, areas, Streets.of(offences, areas));
    }
}
