package org.hotspots.hotspot;

import java.util.List;
import org.hotspots.kernel.Raster;
import org.hotspots.offence.Selection;
import org.hotspots.stats.PoissonInterval;

/**
 * One question asked of one data version, frozen. Its views are computed when first asked for, once for all who wait,
 * and never change. Safe for concurrent use.
 *
 * <p>Events are those of the question's area. Only the density surface also takes in the matching events around the
 * area, so that a town's edge is no edge of the data; n, cells, clusters and the counts of hotspots are of the area
 * alone.
 *
 * <p>Every view may throw {@link EngineBusyException}.
 */
public final class Run {
    private final RunInput input;
    private final Once<Events> events;
    private final Once<DensityLayer> density;
    private final Once<CellLayer> cells;
    private final Once<Legend> densityLegend;
    private final Once<Legend> cellsLegend;
    private final Once<FoundHotspots> clusters;
    private final Once<List<ContourBand>> contours;
    private final Once<FoundHotspots> hotspots;
    private final Once<Stability> stability;
    private final Once<Agreement> agreement;

    Run(RunInput input, Gate gate) {
        this.input = input;
        this.events = new Once<>(gate, () -> input, RunInput::select);
        this.density = new Once<>(gate, events::get, found -> Surfaces.density(input, found));
        this.cells = new Once<>(gate, events::get, found -> Surfaces.cells(input, found));
        this.densityLegend =
                new Once<>(gate, density::get, layer -> Legends.density(input.question(), input.covered(), layer));
        this.cellsLegend =
                new Once<>(gate, cells::get, layer -> Legends.cells(input.question(), input.covered(), layer));
        this.clusters = new Once<>(gate, this::evidence, evidence -> HotspotSearch.clusters(input, evidence));
        this.contours =
                new Once<>(gate, densityLegend::get, legend -> Surfaces.contours(input, densityLayer(), legend));
        this.hotspots = new Once<>(gate, this::evidence, evidence -> HotspotSearch.hotspots(input, evidence));
        this.stability = new Once<>(gate, this::tried, tried -> Stability.of(input, tried));
        this.agreement = new Once<>(gate, this::asked, asked -> Agreement.of(input, asked));
    }

    private HotspotSearch.Evidence evidence() {
        return new HotspotSearch.Computed(events.get(), density.get(), cells.get());
    }

    private Stability.Tried tried() {
        return new Stability.Tried(events.get(), cells.get(), hotspots.get());
    }

    private Agreement.Asked asked() {
        return new Agreement.Asked(events.get(), density.get(), cells.get(), hotspots.get());
    }

    /** Computes what every view needs, so that later failures are failures of a view. */
    Run prepared() {
        events.get();
        return this;
    }

    /** 64 hex digits that name the run. */
    public String id() {
        return input.runId();
    }

    public Question question() {
        return input.question();
    }

    /** The data version that was asked. */
    public DataVersion version() {
        return input.snapshot().version();
    }

    /** The snapshot that was asked. */
    public Snapshot snapshot() {
        return input.snapshot();
    }

    /** The program's version that gave the run its name. */
    public String softwareVersion() {
        return input.softwareVersion();
    }

    public StudyArea area() {
        return input.area();
    }

    /** The part of the question's period that the data cover. */
    public CoveredPeriod covered() {
        return input.covered();
    }

    /** Events in the area. */
    public long n() {
        return events.get().total();
    }

    /** {@link #n} with its interval. */
    public EventCount count() {
        String unit = question().filter().countingBasis().word();
        return new EventCount(n(), PoissonInterval.exact95(n()), unit);
    }

    /** Matching events that stand on no map, of the whole force. */
    public Selection.NotMapped notMapped() {
        return events.get().selection().notMapped();
    }

    /** What a reader should know, one sentence each. */
    public List<String> notes() {
        return Notes.of(input, events.get());
    }

    public Legend densityLegend() {
        return densityLegend.get();
    }

    public Legend cellsLegend() {
        return cellsLegend.get();
    }

    /** Events per km2 over the period, meant at the centres of the raster's cells; goes on beyond the study area. */
    public Raster density() {
        return density.get().raster();
    }

    /** The surface with the mask of the study area. */
    public DensityLayer densityLayer() {
        return density.get();
    }

    public CellLayer cells() {
        return cells.get();
    }

    /** DBSCAN clusters, whatever the question's method, as hotspots ranked by count. */
    public List<Hotspot> clusters() {
        return clusters.get().hotspots();
    }

    /** One band for each break of the density legend, lowest first. */
    public List<ContourBand> contours() {
        return contours.get();
    }

    /** The hotspots by the question's method, ranked. */
    public List<Hotspot> hotspots() {
        return hotspots.get().hotspots();
    }

    /** Which of the hotspots stay under resamples, and which chance could have made; takes a second or two. */
    public Stability stability() {
        return stability.get();
    }

    /** Which methods call which places a hotspot. */
    public Agreement agreement() {
        return agreement.get();
    }

    /** Upper estimate of the memory that the run takes when every view is computed. */
    long bytes() {
        return input.bytes();
    }
}
