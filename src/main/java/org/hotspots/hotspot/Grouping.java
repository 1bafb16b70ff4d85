package org.hotspots.hotspot;

import java.util.List;
import java.util.function.Supplier;
import org.hotspots.hotspot.Hotspot.Score;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * The events of a run in groups, each of which may be a hotspot.
 *
 * @param groups the groups
 * @param groupOf for each point of the events its group, or -1
 */
@SuppressWarnings("ArrayRecordComponent")
record Grouping(List<Group> groups, int[] groupOf) {
    Grouping {
        groups = List.copyOf(groups);
    }

    /**
     * @param drawing draws the outline: polygonal, EPSG:27700, valid; not called where only the events matter
     * @param score Gi*, or what random maps say, where the method has it
     */
    record Group(Supplier<Geometry> drawing, @Nullable Score score) {
        Group(Geometry outline, @Nullable Score score) {
            this(() -> outline, score);
        }
    }
}
