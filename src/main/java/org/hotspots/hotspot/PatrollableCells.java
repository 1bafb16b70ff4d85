package org.hotspots.hotspot;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.hotspots.area.AreaIndex;
import org.hotspots.area.AreaKind;
import org.hotspots.geo.Lattice;
import org.hotspots.hotspot.Perturbation.Offset;
import org.hotspots.kernel.CellCounts;
import org.hotspots.kernel.StudyCells;
import org.hotspots.kernel.WeightedPoints;
import org.hotspots.offence.CountingBasis;
import org.hotspots.offence.OffenceFilter;
import org.hotspots.offence.PoliceFound;
import org.hotspots.offence.Selection;
import org.hotspots.offence.Theme;
import org.hotspots.offence.WeekTimes;
import org.hotspots.snapshot.Snapshot;
import org.hotspots.snapshot.StudyArea;
import org.jspecify.annotations.Nullable;

/**
 * The cells of a question where offences can be expected at all, which it compares with each other: those of the area
 * with any offence, of whatever theme, in the {@value #YEARS} years before the end of the period (or in the period,
 * where that is longer), and those whose centre lies in the area and in a town. Fields without offences would make every
 * town a hotspot.
 *
 * @param cells the cells
 * @param offences all offences of these years at the question's times of the week in each, per window index; every
 *     offence counts, also those of one incident, so that no event of the question lies in a cell without any
 * @param places where all offences of these years lie, whatever their time
 */
@SuppressWarnings("ArrayRecordComponent")
record PatrollableCells(StudyCells cells, double[] offences, WeightedPoints places) {
    private static final int YEARS = 3;

    static PatrollableCells of(RunInput input) {
        WeightedPoints offences = offences(input);
        WeekTimes times = input.question().filter().times();
        PatrollableCells ground = of(input, offences, Offset.NONE);
        return times == null
                ? ground
                : new PatrollableCells(
                        ground.cells(), CellCounts.count(offences(input, times), ground.cells()), offences);
    }

    /**
     * The cells of moved ground.
     *
     * @param offences those of {@link #offences}, moved
     * @param offset how far the input's area was moved from where it is
     */
    static PatrollableCells of(RunInput input, WeightedPoints offences, Offset offset) {
        AreaIndex areas = input.snapshot().areas();
        StudyCells cells = cells(
                input.area(),
                input.lattice(),
                offences,
                (easting, northing) ->
                        areas.assign(AreaKind.TOWN, easting - offset.eastMetres(), northing - offset.northMetres())
                                != AreaIndex.NONE);
        return new PatrollableCells(cells, CellCounts.count(offences, cells), offences);
    }

    /** The cells of an area that hold an offence, and those whose centre lies in it and in a town. */
    static StudyCells cells(StudyArea area, Lattice lattice, WeightedPoints offences, StudyCells.CentreTest inTown) {
        Set<Long> withOffences = new HashSet<>();
        for (int i = 0; i < offences.count(); i++) {
            withOffences.add(lattice.cellAt(offences.eastings()[i], offences.northings()[i]));
        }
        return StudyCells.covering(
                lattice,
                area.bounds().grownBy(2 * lattice.sideMetres()),
                (easting, northing) -> withOffences.contains(lattice.cellAt(easting, northing))
                        || (inTown.test(easting, northing) && area.contains(easting, northing)));
    }

    /** All offences of the area in the years that count. */
    static WeightedPoints offences(RunInput input) {
        return offences(input, null);
    }

    private static WeightedPoints offences(RunInput input, @Nullable WeekTimes times) {
        return offences(
                input.snapshot(),
                input.area(),
                input.question().filter().from(),
                input.covered().to(),
                times);
    }

    /** All offences of an area in the years before a day, or since the day from where that is longer. */
    static WeightedPoints offences(Snapshot snapshot, StudyArea area, LocalDate from, LocalDate to) {
        return offences(snapshot, area, from, to, null);
    }

    private static WeightedPoints offences(
            Snapshot snapshot, StudyArea area, LocalDate from, LocalDate to, @Nullable WeekTimes times) {
        LocalDate years = to.minusYears(YEARS);
        OffenceFilter all = new OffenceFilter(
                Theme.ALL,
                null,
                null,
                from.isBefore(years) ? from : years,
                to,
                null,
                CountingBasis.OFFENCES,
                PoliceFound.INCLUDE);
        Selection selection = Selection.of(snapshot.offences(), all.at(times), area.mapped(), area.inside());
        return Events.of(snapshot.offences(), selection).inside();
    }
}
