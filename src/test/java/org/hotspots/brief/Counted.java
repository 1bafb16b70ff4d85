package org.hotspots.brief;

import java.util.HashMap;
import java.util.Map;
import org.hotspots.hotspot.Run;
import org.hotspots.offence.OffenceTable;
import org.hotspots.offence.Theme;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Counts by looking at every row of a table whose incidents have one offence each. */
final class Counted {
    private Counted() {}

    /** Knife offences of the run's period by place, of the places in an outline. */
    static Map<Integer, Long> byPlaceIn(Run run, Geometry outline) {
        OffenceTable table = run.snapshot().offences();
        OffenceTable.Columns columns = table.columns();
        Map<Integer, Long> counts = new HashMap<>();
        for (int row = 0; row < table.size(); row++) {
            int place = columns.place()[row];
            boolean inPeriod =
                    columns.day()[row] >= run.question().filter().from().toEpochDay()
                            && columns.day()[row] < run.question().filter().to().toEpochDay();
            Coordinate point = new Coordinate(
                    table.places().eastings()[place], table.places().northings()[place]);
            if (inPeriod
                    && (columns.themes()[row] & 1 << Theme.KNIFE.ordinal()) != 0
                    && outline.covers(new GeometryFactory().createPoint(point))) {
                counts.merge(place, 1L, Long::sum);
            }
        }
        return counts;
    }
}
