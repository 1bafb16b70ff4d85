package org.hotspots.hotspot;

import java.util.ArrayList;
import java.util.List;
import org.hotspots.geo.BritishGridPoint;
import org.hotspots.geo.Lattice;
import org.hotspots.kernel.StudyCells;
import org.hotspots.kernel.WeightedPoints;
import org.hotspots.question.Method;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;

/**
 * Which methods call a place a hotspot, each asked the run's question with its parameters as they stand.
 *
 * @param cells the run's cells
 * @param votesOfCell per window index a bit for each of {@link #METHODS} one of whose hotspots covers the cell's centre
 * @param votesOfHotspot for each hotspot of the run, in their order, the methods whose hotspots hold at least half of
 *     its events
 * @param reason why there is no vote at all; blank where the methods were asked
 */
@SuppressWarnings("ArrayRecordComponent")
public record Agreement(StudyCells cells, int[] votesOfCell, List<List<Method>> votesOfHotspot, String reason) {
    /** Who votes: one method of each sort. */
    public static final List<Method> METHODS = List.of(Method.KDE_QUARTIC, Method.GI_STAR, Method.DBSCAN, Method.NNH);

    public Agreement {
        votesOfHotspot = votesOfHotspot.stream().map(List::copyOf).toList();
    }

    /** What the methods are asked about, and what the question's own method found. */
    record Asked(Events events, DensityLayer density, CellLayer cells, FoundHotspots found) {}

    /** Nothing was asked, for a reason. */
    static Agreement none(CellLayer layer, String reason) {
        StudyCells cells = layer.cells();
        return new Agreement(cells, new int[cells.windowSize()], List.of(), reason);
    }

    static Agreement of(RunInput input, Asked asked) {
        StudyCells cells = asked.cells().cells();
        int[] votesOfCell = new int[cells.windowSize()];
        List<List<Method>> votesOfHotspot = new ArrayList<>();
        asked.found().hotspots().forEach(hotspot -> votesOfHotspot.add(new ArrayList<>()));
        for (Method method : METHODS) {
            FoundHotspots theirs = found(input, asked, method);
            for (Hotspot hotspot : theirs.hotspots()) {
                vote(cells, hotspot.outline(), 1 << METHODS.indexOf(method), votesOfCell);
            }
            List<Integer> held =
                    mostlyHeld(asked.found(), theirs, asked.events().inside());
            held.forEach(hotspot -> votesOfHotspot.get(hotspot).add(method));
        }
        return new Agreement(cells, votesOfCell, votesOfHotspot, "");
    }

    private static FoundHotspots found(RunInput input, Asked asked, Method method) {
        if (method == input.question().method()) {
            return asked.found();
        }
        RunInput other = input.with(input.question().by(method), input.area());
        DensityLayer density = method.isDensity() ? Surfaces.density(other, asked.events()) : asked.density();
        return HotspotSearch.unscored(other, new HotspotSearch.Computed(asked.events(), density, asked.cells()));
    }

    /** Marks the cells whose centre the outline covers. */
    private static void vote(StudyCells cells, Geometry outline, int bit, int[] votesOfCell) {
        IndexedPointInAreaLocator locator = new IndexedPointInAreaLocator(outline);
        Envelope box = outline.getEnvelopeInternal();
        long southWest = cells.lattice().cellAt(box.getMinX(), box.getMinY());
        long northEast = cells.lattice().cellAt(box.getMaxX(), box.getMaxY());
        for (int column = Lattice.column(southWest) - 1; column <= Lattice.column(northEast) + 1; column++) {
            for (int row = Lattice.row(southWest) - 1; row <= Lattice.row(northEast) + 1; row++) {
                int index = cells.windowIndex(Lattice.cell(column, row));
                BritishGridPoint centre = cells.lattice().centre(Lattice.cell(column, row));
                if (cells.isInside(index)
                        && locator.locate(new Coordinate(centre.easting(), centre.northing())) != Location.EXTERIOR) {
                    votesOfCell[index] |= bit;
                }
            }
        }
    }

    /** The hotspots of which the others hold at least half of the events. */
    private static List<Integer> mostlyHeld(FoundHotspots ours, FoundHotspots theirs, WeightedPoints points) {
        double[] held = new double[ours.hotspots().size()];
        for (int i = 0; i < points.count(); i++) {
            if (ours.hotspotOf()[i] >= 0 && theirs.hotspotOf()[i] >= 0) {
                held[ours.hotspotOf()[i]] += points.weights()[i];
            }
        }
        List<Integer> mostly = new ArrayList<>();
        for (int hotspot = 0; hotspot < held.length; hotspot++) {
            if (2 * held[hotspot] >= ours.hotspots().get(hotspot).count()) {
                mostly.add(hotspot);
            }
        }
        return mostly;
    }

    /** The methods that vote for a cell. */
    public List<Method> methods(int windowIndex) {
        return METHODS.stream()
                .filter(method -> (votesOfCell[windowIndex] & (1 << METHODS.indexOf(method))) != 0)
                .toList();
    }
}
