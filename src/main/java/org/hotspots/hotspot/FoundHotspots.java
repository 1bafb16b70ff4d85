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

    /** What the events of each hotspot weigh. */
    double[] weights(Events events) {
        double[] weights = new double[hotspots.size()];
        for (int i = 0; i < hotspotOf.length; i++) {
            if (hotspotOf[i] >= 0) {
                weights[hotspotOf[i]] += events.weighted().weights()[i];
            }
        }
        return weights;
    }
}
