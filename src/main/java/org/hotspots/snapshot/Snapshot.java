package org.hotspots.snapshot;

import java.util.Arrays;
import java.util.List;
import org.hotspots.area.AreaIndex;
import org.hotspots.area.AreaKind;
import org.hotspots.offence.Beat;
import org.hotspots.offence.OffenceTable;
import org.jspecify.annotations.Nullable;

/**
 * Everything of one data version that questions are answered from; immutable.
 *
 * @param version the data version
 * @param offences all its offences
 * @param areas all its areas; the table's area ordinals count in them
 * @param streets what places may be called
 * @param marking how whatever shows these offences is to be marked
 */
public record Snapshot(DataVersion version, OffenceTable offences, AreaIndex areas, Streets streets, Marking marking) {
    private static final String SEVERAL_FORCES = "All areas";

    public Snapshot(DataVersion version, OffenceTable offences, AreaIndex areas) {
        this(version, offences, areas, Streets.of(offences, areas), Marking.of(offences));
    }

    /** Name of the area of this kind that a place of the offences lies in; null for none. */
    public @Nullable String areaName(AreaKind kind, int place) {
        short ordinal = offences.places().areaOrdinals()[kind.ordinal()][place];
        return ordinal == AreaIndex.NONE ? null : areas.areas().get(ordinal).name();
    }

    /** What the offences call their force; where they name none or several, all areas. */
    String forceName() {
        List<String> names = Arrays.stream(offences.columns().beats())
                .map(Beat::force)
                .filter(name -> !name.isBlank())
                .distinct()
                .limit(2)
                .toList();
        return names.size() == 1 ? names.get(0) : SEVERAL_FORCES;
    }
}
