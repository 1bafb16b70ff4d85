package org.hotspots.hotspot;

import java.time.LocalDate;
import org.hotspots.area.AreaIndex;
import org.hotspots.area.AreaKind;
import org.hotspots.geo.Bounds;
import org.hotspots.geo.Lattice;
import org.hotspots.kernel.StudyCells;
import org.hotspots.kernel.WeightedPoints;
import org.hotspots.offence.OffenceFilter;
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

    /** The cells that a question about the area would compare with each other on the day before this one. */
    public StudyCells patrollableCells(Lattice lattice, LocalDate day) {
        AreaIndex areas = snapshot.areas();
        return PatrollableCells.cells(
                area,
                lattice,
                PatrollableCells.offences(snapshot, area, day, day),
                (easting, northing) -> areas.assign(AreaKind.TOWN, easting, northing) != AreaIndex.NONE);
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

        /**
         * The clusters of HDBSCAN that a question would call hotspots: per point of {@link #inside} a number, below 0 for
         * none.
         *
         * @param settings how many events, how fine, and how dense beside all the ground
         * @param groundM2 area of the cells that are compared
         */
        public int[] denseClusters(HdbscanSettings settings, double groundM2) {
            return HdbscanGroups.of(inside(), settings, () -> groundM2).groupOf();
        }

        /** Those of the area and, after them, those around it within the bounds. */
        public WeightedPoints withAround(Bounds bounds) {
            return events.withAround(bounds);
        }
    }
}
