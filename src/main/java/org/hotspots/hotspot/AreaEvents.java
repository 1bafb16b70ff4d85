package org.hotspots.hotspot;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import org.hotspots.geo.Bounds;
import org.hotspots.geo.Lattice;
import org.hotspots.kernel.StudyCells;
import org.hotspots.kernel.WeightedPoints;
import org.hotspots.offence.OffenceFilter;
import org.hotspots.offence.OffenceTable;
import org.hotspots.offence.Selection;
import org.hotspots.question.QuestionParameters;
import org.hotspots.snapshot.DataVersion;
import org.hotspots.snapshot.Snapshot;
import org.hotspots.snapshot.StudyArea;

/** One area of one snapshot, for computations beside the runs that count its events over many periods. Immutable. */
public final class AreaEvents {
    private final Snapshot snapshot;
    private final StudyArea area;

    AreaEvents(Snapshot snapshot, StudyArea area) {
        this.snapshot = snapshot;
        this.area = area;
    }

    public DataVersion version() {
        return snapshot.version();
    }

    public StudyArea area() {
        return area;
    }

    /** The bandwidth of density that a question about the area has unless it asks for another. */
    public double defaultBandwidthMetres() {
        return QuestionParameters.defaultBandwidthMetres(area.address());
    }

    /**
     * The cells of the area whatever is counted: those whose centre lies in it, and those that hold a place of it, so that
     * every event has a cell.
     */
    public StudyCells cells(Lattice lattice) {
        Set<Long> withPlaces = new HashSet<>();
        OffenceTable.Places places = snapshot.offences().places();
        BitSet inside = area.inside();
        for (int place = inside.nextSetBit(0); place >= 0; place = inside.nextSetBit(place + 1)) {
            withPlaces.add(lattice.cellAt(places.eastings()[place], places.northings()[place]));
        }
        return StudyCells.covering(
                lattice,
                area.bounds().grownBy(2 * lattice.sideMetres()),
                (e, n) -> area.contains(e, n) || withPlaces.contains(lattice.cellAt(e, n)));
    }

    /** The events that a filter lets through, in the area and around it. */
    public Found find(OffenceFilter filter) {
        Selection selection = Selection.of(snapshot.offences(), filter, area.mapped(), area.inside());
        return new Found(Events.of(snapshot.offences(), selection));
    }

    /** Events of one filter. */
    public static final class Found {
        private final Events events;

        private Found(Events events) {
            this.events = events;
        }

        public long total() {
            return events.total();
        }

        /** Those of the area, one point a place. */
        public WeightedPoints inside() {
            return events.inside();
        }

        /** Those of the area and, after them, those around it within the bounds. */
        public WeightedPoints withAround(Bounds bounds) {
            return events.withAround(bounds);
        }
    }
}
