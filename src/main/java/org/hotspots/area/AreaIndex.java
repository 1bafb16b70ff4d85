package org.hotspots.area;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the area of each kind that a point lies in, by an STR-tree over prepared outlines. A point on a shared boundary
 * belongs to the area that is first in order of kind, name, code. Immutable; safe for concurrent use.
 */
public final class AreaIndex {
    /** What {@link #assign} gives where no area of the kind contains the point. */
    public static final short NONE = -1;

    private final List<Area> areas;

    public AreaIndex(List<Area> areas) {
        this.areas = List.copyOf(areas);
    }

    /** All areas in their order; an area's ordinal is its position here. */
    public List<Area> areas() {
        return areas;
    }

    public Optional<Area> find(AreaAddress address) {
        return areas.stream().filter(area -> area.address().equals(address)).findFirst();
    }

    /** Ordinal of the area of this kind that contains the point, or {@link #NONE}. */
    public short assign(AreaKind kind, double easting, double northing) {
        throw new UnsupportedOperationException("not written yet: " + kind + easting + northing);
    }

    /** Ordinals for {@code count} points (flat eastings and northings), one array per kind in the order of AreaKind. */
    public short[][] assignAll(double[] eastings, double[] northings, int count) {
        throw new UnsupportedOperationException("not written yet: " + eastings.length + northings.length + count);
    }

    /** The area of this kind that contains the point, if any. */
    public @Nullable Area areaAt(AreaKind kind, double easting, double northing) {
        short ordinal = assign(kind, easting, northing);
        return ordinal == NONE ? null : areas.get(ordinal);
    }
}
