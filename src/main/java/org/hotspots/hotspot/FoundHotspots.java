package org.hotspots.hotspot;

import java.util.List;

/**
 * Hotspots with the events in them.
 *
 * @param hotspots ranked
 * @param hotspotOf for each point of the run's events in the area the position of its hotspot in the list, or -1
 */
@SuppressWarnings("ArrayRecordComponent")
record FoundHotspots(List<Hotspot> hotspots, int[] hotspotOf) {
    FoundHotspots {
        hotspots = List.copyOf(hotspots);
    }
}
