package org.hotspots.hotspot;

import java.util.ArrayList;
import java.util.List;
import org.hotspots.offence.OffenceTable;
import org.hotspots.offence.Selection.Tally;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.index.strtree.STRtree;

/** The outlines of hotspots, to count events of other periods in; where they overlap or touch, the first by rank has all. */
final class HotspotOutlines {
    private final STRtree tree = new STRtree();
    private final List<IndexedPointInAreaLocator> locators = new ArrayList<>();

    /** @param hotspots in the order of their ranks */
    HotspotOutlines(List<Hotspot> hotspots) {
        for (Hotspot hotspot : hotspots) {
            tree.insert(hotspot.outline().getEnvelopeInternal(), locators.size());
            locators.add(new IndexedPointInAreaLocator(hotspot.outline()));
        }
    }

    /** Events in each outline, in the order of the hotspots. */
    long[] countsIn(OffenceTable.Places places, Tally events) {
        long[] counts = new long[locators.size()];
        for (int k = 0; k < events.places().length; k++) {
            int place = events.places()[k];
            int first = firstAt(new Coordinate(places.eastings()[place], places.northings()[place]));
            if (first < counts.length) {
                counts[first] += Math.round(events.counts()[k]);
            }
        }
        return counts;
    }

    /** Position of the first outline that holds the point; {@link Integer#MAX_VALUE} where none does. */
    private int firstAt(Coordinate point) {
        int first = Integer.MAX_VALUE;
        for (Object found : tree.query(new Envelope(point))) {
            int candidate = (Integer) found;
            boolean within = candidate < first && locators.get(candidate).locate(point) != Location.EXTERIOR;
            first = within ? candidate : first;
        }
        return first;
    }
}
