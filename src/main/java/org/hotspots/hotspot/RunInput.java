package org.hotspots.hotspot;

import org.hotspots.geo.Lattice;
import org.hotspots.offence.Codebook;
import org.hotspots.offence.OffenceFilter;
import org.hotspots.offence.Selection;
import org.hotspots.question.Question;
import org.hotspots.snapshot.CoveredPeriod;
import org.hotspots.snapshot.Snapshot;
import org.hotspots.snapshot.StudyArea;

/**
 * Everything a run is computed from.
 *
 * @param runId its name
 * @param question what is asked
 * @param snapshot of what
 * @param softwareVersion the program's version that named it
 * @param area the ground
 * @param groundNote what is to be said about the ground; blank for nothing
 */
record RunInput(
        String runId, Question question, Snapshot snapshot, String softwareVersion, StudyArea area, String groundNote) {
    /** Of each event that is counted, its row and its number of offences; of each offence behind it, its row and a bit. */
    private static final long BYTES_PER_OFFENCE = 13;

    private static final long BYTES_PER_PLACE = 140;
    private static final long BYTES_PER_CELL = 60;
    private static final long BYTES_OF_SHAPES = 1 << 18;

    Events select() {
        return Events.of(snapshot.offences(), select(question.filter()));
    }

    /** What another filter selects on the same ground, with the same weights. */
    Selection select(OffenceFilter filter) {
        Codebook codebook = question.codebook();
        return codebook == null
                ? Selection.of(snapshot.offences(), filter, area.mapped(), area.inside())
                : Selection.weighted(snapshot.offences(), filter, area.mapped(), area.inside(), codebook);
    }

    /** The offences behind the events inside. */
    Selection.Members members() {
        return Selection.membersInside(snapshot.offences(), question.filter(), area.mapped(), area.inside());
    }

    /** The same question over the period that starts and ends so many months earlier. */
    RunInput earlier(int months) {
        OffenceFilter filter = question.filter();
        Question other =
                question.during(filter.from().minusMonths(months), filter.to().minusMonths(months));
        return new RunInput(
                RunId.of(other, snapshot.version(), softwareVersion),
                other,
                snapshot,
                softwareVersion,
                area,
                groundNote);
    }

    /** The same data asked another question, or on moved ground. */
    RunInput with(Question asked, StudyArea ground) {
        return new RunInput(runId, asked, snapshot, softwareVersion, ground, groundNote);
    }

    /** The part of the period that the data cover. */
    CoveredPeriod covered() {
        return CoveredPeriod.of(question.filter().from(), question.filter().to(), snapshot.version());
    }

    Lattice lattice() {
        return question.cells().grid().lattice(question.cells().cellMetres());
    }

    /** Cells in the study area, about: its area by that of a cell. */
    double estimatedCells() {
        return area.areaM2() / lattice().cellAreaM2();
    }

    long bytes() {
        return 8L * area.rasterGrid().size()
                + BYTES_PER_OFFENCE * snapshot.offences().size()
                + BYTES_PER_PLACE * area.mapped().cardinality()
                + BYTES_PER_CELL * (long) estimatedCells()
                + BYTES_OF_SHAPES;
    }
}
