package org.hotspots.area;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.index.ItemVisitor;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Finds the area of each kind that a point lies in: an STR-tree over the envelopes of a kind, then an indexed ring walk
 * in each outline whose envelope holds the point. Both are exact; a point is inside where it lies in the interior or on
 * the boundary of an outline. A point in several areas of a kind (on a shared boundary, or where outlines overlap)
 * belongs to the one that stands first in the list, which {@link AreaStore#listAreas} orders by kind, name and code.
 *
 * <p>Cost of a look-up: O(log areas + log vertices) with one or two candidates. Immutable; safe for concurrent use.
 */
public final class AreaIndex {
    /** What {@link #assign} gives where no area of the kind contains the point. */
    public static final short NONE = -1;

    private static final AreaKind[] KINDS = AreaKind.values();

    private final List<Area> areas;
    private final STRtree[] treeOfKind = new STRtree[KINDS.length];

    /** @throws IllegalArgumentException for more areas than an ordinal can number (32,767) */
    public AreaIndex(List<Area> areas) {
        if (areas.size() > Short.MAX_VALUE) {
            throw new IllegalArgumentException("areas=" + areas.size() + ": at most " + Short.MAX_VALUE);
        }
        this.areas = List.copyOf(areas);
        Arrays.setAll(treeOfKind, kind -> new STRtree());
        for (short ordinal = 0; ordinal < this.areas.size(); ordinal++) {
            Area area = this.areas.get(ordinal);
            treeOfKind[area.address().kind().ordinal()].insert(
                    area.outline().getEnvelopeInternal(), new Outline(ordinal, locator(area)));
        }
        // An STR-tree sorts itself at the first query; doing it here makes later look-ups free of writes.
        for (STRtree tree : treeOfKind) {
            tree.build();
        }
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
        FirstContaining first = new FirstContaining(new Coordinate(easting, northing));
        treeOfKind[kind.ordinal()].query(new Envelope(first.point), first);
        return first.ordinal;
    }

    /** Ordinals for {@code count} points (flat eastings and northings), one array per kind in the order of AreaKind. */
    public short[][] assignAll(double[] eastings, double[] northings, int count) {
        short[][] ordinals = new short[KINDS.length][count];
        for (AreaKind kind : KINDS) {
            short[] ofKind = ordinals[kind.ordinal()];
            if (treeOfKind[kind.ordinal()].isEmpty()) {
                Arrays.fill(ofKind, NONE);
                continue;
            }
            for (int i = 0; i < count; i++) {
                ofKind[i] = assign(kind, eastings[i], northings[i]);
            }
        }
        return ordinals;
    }

    /** The area of this kind that contains the point, if any. */
    public @Nullable Area areaAt(AreaKind kind, double easting, double northing) {
        short ordinal = assign(kind, easting, northing);
        return ordinal == NONE ? null : areas.get(ordinal);
    }

    private static IndexedPointInAreaLocator locator(Area area) {
        IndexedPointInAreaLocator locator = new IndexedPointInAreaLocator(area.outline());
        // The locator, too, builds itself at its first use.
        locator.locate(new Coordinate(0, 0));
        return locator;
    }

    private record Outline(short ordinal, IndexedPointInAreaLocator locator) {}

    private static final class FirstContaining implements ItemVisitor {
        private final Coordinate point;
        private short ordinal = NONE;

        FirstContaining(Coordinate point) {
            this.point = point;
        }

        @Override
        public void visitItem(Object item) {
            Outline outline = (Outline) item;
            boolean earlier = ordinal == NONE || outline.ordinal() < ordinal;
            if (earlier && outline.locator().locate(point) != Location.EXTERIOR) {
                ordinal = outline.ordinal();
            }
        }
    }
}
