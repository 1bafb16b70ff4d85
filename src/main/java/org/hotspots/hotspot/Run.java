package org.hotspots.hotspot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hotspots.area.AreaKind;
import org.hotspots.geo.BritishGridPoint;
import org.hotspots.kernel.Raster;
import org.hotspots.kernel.WeightedPoints;
import org.hotspots.offence.Makeup;
import org.hotspots.offence.OffenceFilter;
import org.hotspots.offence.Selection;
import org.hotspots.question.Question;
import org.hotspots.snapshot.CoveredPeriod;
import org.hotspots.snapshot.DataVersion;
import org.hotspots.snapshot.Snapshot;
import org.hotspots.snapshot.StudyArea;
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
    private final Gate gate;
    private final Once<Events> events;
    private final Once<RunOffences> offences;
    private final Once<DensityLayer> density;
    private final Once<PatrollableCells> ground;
    private final Once<CellLayer> cells;
    private final Once<Verdict> verdict;
    private final Once<Legend> densityLegend;
    private final Once<Legend> cellsLegend;
    private final Once<FoundHotspots> clusters;
    private final Once<List<ContourBand>> contours;
    private final Once<FoundHotspots> hotspots;
    private final Once<Stability> stability;
    private final Once<Agreement> agreement;
    private final Once<List<BandwidthAnswer>> bandwidths;
    private final Once<RiskLayer> riskAgainstAll;
    private final Once<RiskLayer> riskAgainstPrevious;
    private final Once<HotspotHistory> history;
    private final Once<Earlier> previous;
    private final Once<Earlier> yearBefore;

    Run(RunInput input, Gate gate) {
        this.input = input;
        this.gate = gate;
        this.events = new Once<>(gate, () -> input, RunInput::select);
        this.offences = new Once<>(gate, () -> input, asked -> new RunOffences(asked.snapshot(), asked.members()));
        this.density = new Once<>(gate, events::get, found -> Surfaces.density(input, found));
        this.ground = new Once<>(gate, () -> input, PatrollableCells::of);
        this.cells = new Once<>(gate, this::counting, counting -> Surfaces.cells(input, counting));
        this.verdict = new Once<>(gate, this::comparing, comparing -> Verdict.of(input, comparing));
        this.densityLegend =
                new Once<>(gate, density::get, layer -> Legends.density(input.question(), input.covered(), layer));
        this.cellsLegend =
                new Once<>(gate, cells::get, layer -> Legends.cells(input.question(), input.covered(), layer));
        this.clusters = new Once<>(gate, this::evidence, evidence -> HotspotSearch.clusters(input, evidence));
        this.contours =
                new Once<>(gate, densityLegend::get, legend -> Surfaces.contours(input, densityLayer(), legend));
        this.previous = new Once<>(gate, () -> input, Earlier::justBefore);
        this.yearBefore = new Once<>(gate, () -> input, Earlier::yearBefore);
        this.hotspots = new Once<>(gate, this::evidence, evidence -> HotspotSearch.hotspots(input, evidence));
        this.stability = new Once<>(gate, this::tried, tried -> Stability.of(input, tried));
        this.agreement = new Once<>(gate, this::asked, asked -> Agreement.of(input, asked));
        this.bandwidths = new Once<>(gate, events::get, found -> Bandwidths.of(input, found));
        this.riskAgainstAll = new Once<>(gate, events::get, found -> RiskLayer.of(input, found, RiskAgainst.ALL));
        this.riskAgainstPrevious =
                new Once<>(gate, events::get, found -> RiskLayer.of(input, found, RiskAgainst.PREVIOUS));
        this.history = new Once<>(gate, this::windows, found -> HotspotHistory.of(input.lattice(), found));
    }

    /** What cells are counted from. */
    record Counting(Events events, PatrollableCells ground) {}

    /** What a verdict rests on. */
    record Comparing(CellLayer cells, PatrollableCells ground, Selection.Facts facts) {}

    private Counting counting() {
        return new Counting(events.get(), ground.get());
    }

    private Comparing comparing() {
        return new Comparing(cells.get(), ground.get(), events.get().selection().facts());
    }

    private HotspotSearch.Evidence evidence() {
        return new HotspotSearch.Computed(events.get(), density.get(), cells.get());
    }

    private Stability.Tried tried() {
        return new Stability.Tried(events.get(), ground.get(), hotspots.get());
    }

    private Agreement.Asked asked() {
        return new Agreement.Asked(events.get(), density.get(), cells.get(), hotspots.get());
    }

    /** Computes what every view needs, so that later failures are failures of a view. */
    Run prepared() {
        RandomMaps.requireFew(input, events.get());
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

    /** What is counted, such as "Hate crime (race)". */
    public String subject() {
        return Legends.subject(question().filter());
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

    /** Events that may have happened at the question's times of the week, but whose hour or day is not known. */
    public long timesUnknown() {
        return events.get().selection().timesUnknown();
    }

    /** The number of events beside that of the period just before. */
    public ChangeSince sincePrevious() {
        return previous.get().compare(n());
    }

    /** The number of events beside that of the same days a year before. */
    public ChangeSince sinceYearBefore() {
        return yearBefore.get().compare(n());
    }

    /** The number of events of each of these hotspots of the run beside that of its ground in the period just before. */
    public List<ChangeSince> sincePrevious(List<Hotspot> places) {
        return previous.get().compare(places);
    }

    /** What the events of the area are made of. */
    public Makeup makeup() {
        return events.get().selection().makeup();
    }

    /** The selected events of the area. */
    public Selection selection() {
        return events.get().selection();
    }

    /** Weight of the events of the area in the question's codebook; their number where every event weighs the same. */
    public double totalWeight() {
        return events.get().totalWeight();
    }

    /** What a reader should know, one sentence each. */
    public List<String> notes() {
        return Notes.of(input, events.get(), verdict(), density.get());
    }

    /** Whether there is a hotspot at all. Where it is chance, nothing is painted and no place is named. */
    public Verdict verdict() {
        return verdict.get();
    }

    private boolean isChance() {
        return verdict().isChance();
    }

    /** Without breaks where the verdict is chance. */
    public Legend densityLegend() {
        return isChance() ? densityLegend.get().unpainted() : densityLegend.get();
    }

    /** Without breaks where the verdict is chance. */
    public Legend cellsLegend() {
        return isChance() ? cellsLegend.get().unpainted() : cellsLegend.get();
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

    /** DBSCAN clusters, whatever the question's method, as hotspots ranked by count; none where the verdict is chance. */
    public List<Hotspot> clusters() {
        return isChance() ? List.of() : clusters.get().hotspots();
    }

    /** One band for each break of the density legend, lowest first; none where the verdict is chance. */
    public List<ContourBand> contours() {
        return isChance() ? List.of() : contours.get();
    }

    /** The hotspots by the question's method, ranked; none where the verdict is chance. */
    public List<Hotspot> hotspots() {
        return isChance() ? List.of() : hotspots.get().hotspots();
    }

    /** Which of the hotspots stay under resamples, and which chance could have made; takes a second or two. */
    public Stability stability() {
        return isChance() ? Stability.none(verdict().sentence()) : stability.get();
    }

    /** Which methods call which places a hotspot; nothing where the verdict is chance. */
    public Agreement agreement() {
        return isChance() ? Agreement.none(cells(), verdict().sentence()) : agreement.get();
    }

    /** What each rule advises as the bandwidth for these events. */
    public List<BandwidthAnswer> bandwidths() {
        return bandwidths.get();
    }

    /**
     * Where these events take a larger share than others would let expect; nowhere where the verdict is chance.
     *
     * @throws IllegalArgumentException where there is nothing to compare with, see {@link RiskAgainst#fault}
     */
    public RiskLayer relativeRisk(RiskAgainst against) {
        RiskLayer risk = switch (against) {
            case ALL -> riskAgainstAll.get();
            case PREVIOUS -> riskAgainstPrevious.get();
        };
        return isChance() ? risk.unpainted() : risk;
    }

    /**
     * The share of the density's kernel around a point that lies on the ground of the data, from 0 to 1; of the adaptive,
     * of its typical kernel.
     */
    public double edgeShare(double easting, double northing) {
        return input.area().border().window().share(question().kernel(), easting, northing);
    }

    /** How the run was made. */
    public MethodCard methodCard() {
        return MethodCard.of(question(), events.get().selection());
    }

    /** How unevenly the events lie; computed anew each time. */
    public Unevenness unevenness() {
        CellLayer layer = cells();
        Events found = events.get();
        WeightedPoints counted = new WeightedPoints(
                found.inside().eastings(),
                found.inside().northings(),
                found.selection().inside().counts(),
                found.inside().count());
        return gate.run(() -> Unevenness.of(layer, counted));
    }

    /** The offences behind the count, also where the verdict is chance. */
    public RunOffences offences() {
        return offences.get();
    }

    /** When the events happened; computed anew each time, in one pass. */
    public EventTimes times() {
        return gate.run(() -> EventTimes.of(input, input.members()));
    }

    /** Whether events follow each other nearby; computed anew each time, in some seconds at most. */
    public NearRepeats nearRepeats() {
        Selection.Facts facts = events.get().selection().facts();
        return gate.run(() -> NearRepeats.of(input, facts, input.members()));
    }

    /** What stands behind the count of one of the run's hotspots; computed anew each time, in one pass. */
    public Explanation.Contents contents(Hotspot hotspot) {
        return gate.run(() -> Explanation.contents(hotspot, input));
    }

    /** Places where events happened more than once; computed anew each time, in one pass. */
    public RepeatPlaces repeatPlaces() {
        return gate.run(() -> RepeatPlaces.of(input, input.members()));
    }

    /** What is at a point; empty where it lies outside the study area. Computed anew each time. */
    public Optional<Explanation> explain(BritishGridPoint point) {
        Explanation.Found found =
                new Explanation.Found(cells(), hotspots(), density(), edgeShare(point.easting(), point.northing()));
        return gate.run(() -> Explanation.at(point, input, found));
    }

    /**
     * Which of the hotspots were there before. {@value HotspotHistory#WINDOWS} searches when first asked
     * for, one after the other, each under the engine's gate; {@link #hotspots} does not wait for it.
     */
    public HotspotHistory history() {
        return history.get();
    }

    /** The windows' hotspots, oldest first; those that the data do not cover whole are left out, but not the run's own. */
    private List<HotspotHistory.Found> windows() {
        List<HotspotHistory.Found> found = new ArrayList<>();
        for (int months = HotspotHistory.WINDOWS - 1; months > 0; months--) {
            RunInput earlier = input.earlier(months);
            if (earlier.covered().whole()) {
                found.add(gate.run(() -> HotspotHistory.Found.of(earlier)));
            }
        }
        OffenceFilter filter = question().filter();
        found.add(new HotspotHistory.Found(filter.from(), filter.to(), n(), hotspots()));
        return found;
    }

    /** How many events each other choice of the filter would count; computed anew each time, in some thirty passes. */
    public List<Alternatives.Choice> alternatives() {
        return gate.run(() -> Alternatives.of(input));
    }

    /** Events by calendar month over two years up to the end of the period; computed anew each time, in 48 passes. */
    public Months months() {
        return gate.run(
                () -> Months.of(input, filter -> input.select(filter).inside().total()));
    }

    /** The same in the outline of one hotspot of the run; where outlines overlap, the first by rank has the events. */
    public Months months(Hotspot hotspot) {
        List<Hotspot> ranked = hotspots();
        HotspotOutlines outlines = new HotspotOutlines(ranked);
        int position = ranked.indexOf(hotspot);
        return gate.run(() -> Months.of(
                input,
                filter -> outlines.countsIn(
                                input.snapshot().offences().places(),
                                input.select(filter).inside())[position]));
    }

    /** How the cells lie in the areas of a kind; without rows where none are loaded. Computed anew each time. */
    public Crosswalk crosswalk(AreaKind kind) {
        CellLayer layer = cells();
        return gate.run(
                () -> Crosswalk.of(layer.cells(), input.snapshot().areas().areas(), kind));
    }

    /** Upper estimate of the memory that the run takes when every view is computed. */
    long bytes() {
        return input.bytes();
    }
}
