package org.hotspots.hotspot;

import java.util.List;
import java.util.OptionalDouble;
import org.hotspots.geo.RasterGrid;
import org.hotspots.kernel.RelativeRisk;
import org.hotspots.kernel.WeightedPoints;
import org.hotspots.offence.OffenceFilter;
import org.hotspots.snapshot.DataBorder;
import org.hotspots.snapshot.StudyArea;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/**
 * Where a run's events take a larger share than others would let expect.
 *
 * @param against compared with what
 * @param controls those others, and when
 * @param cases number of the run's events in the area
 * @param controlCount number of the others in the area
 * @param sigmaMetres standard deviation of both densities; null where there are too few events to compare, and then
 *     there are no parts
 * @param parts where p is at most {@link #GREATEST_P}, inside the area
 */
public record RiskLayer(
        RiskAgainst against,
        OffenceFilter controls,
        long cases,
        long controlCount,
        @Nullable Double sigmaMetres,
        List<Polygon> parts) {
    /** Of a cell, by chance alone. */
    public static final double GREATEST_P = 0.05;

    private static final long FEWEST_EVENTS = 10;
    private static final double CELLS_A_SIGMA = 10;

    public RiskLayer {
        parts = List.copyOf(parts);
    }

    /** Both samples are of the area alone, and its outline is their window. */
    static RiskLayer of(RunInput input, Events events, RiskAgainst against) {
        String fault = against.fault(input.question());
        if (fault != null) {
            throw new IllegalArgumentException(fault);
        }
        OffenceFilter filter = against.filter(input.question().filter());
        Events controls = Events.of(input.snapshot().offences(), input.select(filter));
        OptionalDouble sigma = sigma(events.inside(), controls.inside());
        if (sigma.isEmpty()) {
            return new RiskLayer(against, filter, events.total(), controls.total(), null, List.of());
        }
        RelativeRisk risk = RelativeRisk.of(
                new RelativeRisk.Samples(events.inside(), controls.inside()),
                sigma.getAsDouble(),
                DataBorder.window(input.area().outline()),
                grid(input.area(), sigma.getAsDouble()));
        Geometry parts = Outlines.within(risk.contour(GREATEST_P), input.area());
        return new RiskLayer(
                against, filter, events.total(), controls.total(), sigma.getAsDouble(), Outlines.polygons(parts));
    }

    /** The same without parts. */
    RiskLayer unpainted() {
        return new RiskLayer(against, controls, cases, controlCount, sigmaMetres, List.of());
    }

    /** The area's own grid, or a coarser one with ten cells a sigma: wide kernels on small cells would cost minutes. */
    private static RasterGrid grid(StudyArea area, double sigmaMetres) {
        double cell = sigmaMetres / CELLS_A_SIGMA;
        return cell <= area.rasterGrid().cellMetres()
                ? area.rasterGrid()
                : RasterGrid.covering(area.bounds().grownBy(cell), cell);
    }

    private static OptionalDouble sigma(WeightedPoints cases, WeightedPoints controls) {
        return Math.min(cases.totalWeight(), controls.totalWeight()) < FEWEST_EVENTS
                ? OptionalDouble.empty()
                : new RelativeRisk.Samples(cases, controls).commonSigmaMetres();
    }
}
