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
import org.hotspots.snapshot.StudyArea;

/**
 * The cells of a question where offences can be expected at all, which it compares with each other: those of the area
 * with any offence, of whatever theme, in the {@value #YEARS} years before the end of the period (or in the period,
 * where that is longer), and those whose centre lies in the area and in a town. Fields without offences would make every
 * town a hotspot.
 *
 * @param cells the cells
 * @param offences all offences of these years in each, per window index; every offence counts, also those of one
 *     incident, so that no event of the question lies in a cell without any
 * @param places where these offences lie
 */
@SuppressWarnings("ArrayRecordComponent")
record PatrollableCells(StudyCells cells, double[] offences, WeightedPoints places) {
    private static final int YEARS = 3;

    static PatrollableCells of(RunInput input) {
        return of(input, offences(input), Offset.NONE);
    }

    /**
     * The cells of moved ground.
     *
     * @param offences those of {@link #offences}, moved
     * @param offset how far the input's area was moved from where it is
     */
    static PatrollableCells of(RunInput input, WeightedPoints offences, Offset offset) {
        StudyArea area = input.area();
        Lattice lattice = input.lattice();
        Set<Long> withOffences = new HashSet<>();
        for (int i = 0; i < offences.count(); i++) {
            withOffences.add(lattice.cellAt(offences.eastings()[i], offences.northings()[i]));
        }
        AreaIndex areas = input.snapshot().areas();
        StudyCells cells = StudyCells.covering(
                lattice,
                area.bounds().grownBy(2 * lattice.sideMetres()),
                (easting, northing) -> withOffences.contains(lattice.cellAt(easting, northing))
                        || (areas.assign(AreaKind.TOWN, easting - offset.eastMetres(), northing - offset.northMetres())
                                        != AreaIndex.NONE
                                && area.contains(easting, northing)));
        return new PatrollableCells(cells, CellCounts.count(offences, cells), offences);
    }

    /** All offences of the area in the years that count. */
    static WeightedPoints offences(RunInput input) {
        OffenceFilter asked = input.question().filter();
        LocalDate to = input.covered().to();
        LocalDate years = to.minusYears(YEARS);
        LocalDate from = asked.from().isBefore(years) ? asked.from() : years;
        OffenceFilter all =
                new OffenceFilter(Theme.ALL, null, null, from, to, null, CountingBasis.OFFENCES, PoliceFound.INCLUDE);
        return Events.of(
                        input.snapshot().offences(),
                        Selection.of(
                                input.snapshot().offences(),
                                all,
                                input.area().mapped(),
                                input.area().inside()))
                .inside();
    }
}
