package org.hotspots.hotspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.hotspots.geo.Lattice;
import org.hotspots.kernel.StudyCells;
import org.hotspots.offence.Setting;
import org.hotspots.offence.Source;
import org.hotspots.offence.TableDraft;
import org.hotspots.offence.TableDraft.Row;
import org.hotspots.offence.Theme;
import org.hotspots.question.GridShape;
import org.hotspots.question.Method;
import org.hotspots.question.QuestionReader;
import org.hotspots.snapshot.Snapshot;
import org.hotspots.snapshot.StudyArea;
import org.hotspots.stats.PoissonInterval;
import org.hotspots.support.FakeRunStore;
import org.hotspots.support.FakeSnapshotStore;
import org.hotspots.support.TestWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Location;

class HotspotsTest {
    private static final Snapshot WORLD = TestWorld.snapshot(5, 4000);

    @ParameterizedTest
    @EnumSource(
            value = Method.class,
            names = {"DBSCAN", "HDBSCAN", "NNH", "STAC"},
            mode = EnumSource.Mode.EXCLUDE)
    void countsAreThoseOfPointsInPolygons(Method method) {
        for (String area : List.of("town:middleton", "district:south", "")) {
            Run run = run(WORLD, "method", method.word(), "area", area);
            assertThat(run.hotspots()).as("%s %s", method, area).isNotNull();
            for (Hotspot hotspot : run.hotspots()) {
                assertThat(hotspot.count())
                        .as("%s %s %s", method, area, hotspot.id())
                        .isEqualTo(eventsIn(run, hotspot));
            }
        }
        assertThat(run(WORLD, "method", method.word()).hotspots()).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void ranksSharesAndIntervalsAgreeWithTheCounts(Method method) {
        Run run = run(WORLD, "method", method.word(), "counting_basis", "offences");
        double running = 0;
        long before = Long.MAX_VALUE;
        for (Hotspot hotspot : run.hotspots()) {
            running += hotspot.count() / (double) run.n();
            assertThat(hotspot.share()).isEqualTo(hotspot.count() / (double) run.n());
            assertThat(hotspot.runningShare()).isCloseTo(running, within(1e-12));
            assertThat(hotspot.count()).isLessThanOrEqualTo(before);
            assertThat(hotspot.interval()).isEqualTo(PoissonInterval.exact95(hotspot.count()));
            assertThat(hotspot.interval().contains((double) hotspot.count())).isTrue();
            assertThat(hotspot.densityPerKm2()).isCloseTo(hotspot.count() / hotspot.areaKm2(), within(1e-9));
            assertThat(hotspot.perMonth()).isCloseTo(hotspot.count() / 12.0, within(1e-12));
            assertThat(hotspot.outline().isValid()).isTrue();
            assertThat(hotspot.score() != null).isEqualTo(method == Method.GI_STAR || method.hasRandomMaps());
            before = hotspot.count();
        }
        assertThat(running).isPositive().isLessThanOrEqualTo(1 + 1e-12);
        assertThat(run.hotspots()).extracting(Hotspot::rank).isSorted().startsWith(1);
    }

    @Test
    void theAreasNumbersAddUpToEveryMatchingIncident() {
        Run force = run(WORLD, "police_found", "include");
        long incidents = incidents(WORLD);

        assertThat(force.n() + force.notMapped().total()).isEqualTo(incidents);
        assertThat(force.count().unit()).isEqualTo("incidents");
        assertThat(force.count().value()).isEqualTo(force.n());
    }

    @Test
    void densityHotspotsLieInTheStudyAreaAndAboveTheThreshold() {
        Run run = run(WORLD, "area", "town:middleton", "times_mean", "3");
        // Two events of a quartic of 300 metres at one place: 2 * 3 / (pi 0.09).
        double threshold = Math.max(3 * run.densityLayer().mean(), 2 * 3 / (Math.PI * 0.09));

        assertThat(run.hotspots()).isNotEmpty();
        for (Hotspot hotspot : run.hotspots()) {
            assertThat(run.area().outline().buffer(0.01).covers(hotspot.outline()))
                    .isTrue();
            assertThat(hotspot.peakDensityPerKm2()).isGreaterThanOrEqualTo(threshold);
            assertThat(hotspot.count()).isGreaterThanOrEqualTo(3);
        }
    }

    @Test
    void theMeanIsThatOfTheGroundInReachOfAnEvent() {
        Run run = run(WORLD, "area", "district:south");
        double[] values = run.density().values();
        double sumInReach = 0;
        double max = 0;
        int cellsInReach = 0;
        double least = 0.001 * 3 / (Math.PI * 0.25);
        for (int row = 0; row < run.density().grid().rows(); row++) {
            for (int column = 0; column < run.density().grid().columns(); column++) {
                double value = values[row * run.density().grid().columns() + column];
                boolean inside = run.area()
                        .contains(
                                run.density().grid().centreEasting(column),
                                run.density().grid().centreNorthing(row));
                if (inside) {
                    max = Math.max(max, value);
                }
                if (inside && value >= least) {
                    sumInReach += value;
                    cellsInReach++;
                }
            }
        }

        assertThat(run.densityLayer().mean()).isCloseTo(sumInReach / cellsInReach, within(1e-9));
        assertThat(run.densityLayer().max()).isEqualTo(max);
    }

    @Test
    void aTownsEdgeIsNoEdgeOfTheSurface() {
        TableDraft draft = new TableDraft();
        for (int i = 0; i < 10; i++) {
            draft.add(Row.at(TestWorld.WEST + 3000 - 100, 304_000, i));
        }
        draft.add(Row.at(TestWorld.WEST + 5000, 304_000, 99));
        Snapshot snapshot = TestWorld.snapshot(TestWorld.version(1), draft, TestWorld.areas());

        Run run = run(snapshot, "area", "town:middleton");

        assertThat(run.n()).isEqualTo(1);
        // 100 metres from ten events, of a quartic of 300 metres: 10 * 3 / (pi 0.09) * (1 - 1/9)^2.
        double atTheEdge = 10 * 3 / (Math.PI * 0.09) * (8 / 9.0) * (8 / 9.0);
        assertThat(run.density().sampleBilinear(TestWorld.WEST + 3000, 304_000))
                .isCloseTo(atTheEdge, within(0.02 * atTheEdge));
        assertThat(run.hotspots()).isEmpty();
    }

    @Test
    void twoEventsAreNoHotspotThreeAre() {
        for (String method : List.of("kde_quartic", "kde_gaussian")) {
            assertThat(run(atOnePlace(2), "method", method).hotspots()).isEmpty();
            assertThat(run(atOnePlace(3), "method", method).hotspots())
                    .extracting(Hotspot::count)
                    .containsExactly(3L);
        }
    }

    /** Five far apart, since fewer are too few for any verdict, and some at one place. */
    private static Snapshot atOnePlace(int events) {
        TableDraft draft = new TableDraft();
        for (int i = 0; i < events; i++) {
            draft.add(Row.at(TestWorld.WEST + 1007, 304_013, i));
        }
        for (int i = 0; i < 5; i++) {
            draft.add(Row.at(TestWorld.WEST + 1007 + 1500 * i, 307_013, events + i));
        }
        return TestWorld.snapshot(TestWorld.version(1), draft, TestWorld.areas());
    }

    @Test
    void gridHotspotsAreTheCellsWhoseLowerLimitIsAboveTheMean() {
        Run run = run(WORLD, "method", "grid_count", "area", "district:north");
        StudyCells cells = run.cells().cells();
        double mean = run.n() / (double) cells.size();
        Map<String, Long> expected = new TreeMap<>();
        for (int index = 0; index < cells.windowSize(); index++) {
            long count = (long) run.cells().counts()[index];
            if (count >= 3 && PoissonInterval.exact95(count).low() > mean) {
                expected.put(cells.lattice().polygon(cells.cell(index)).toText(), count);
            }
        }
        Map<String, Long> found = new TreeMap<>();
        run.hotspots().forEach(hotspot -> found.put(hotspot.outline().toText(), hotspot.count()));

        assertThat(found).isEqualTo(expected).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(GridShape.class)
    void significantCellsThatTouchAreOneHotspot(GridShape shape) {
        Run run = run(WORLD, "method", "gi_star", "grid", shape.word());
        CellLayer layer = run.cells();
        double hotArea = 0;
        for (int index = 0; index < layer.cells().windowSize(); index++) {
            if (layer.z()[index] > 0 && layer.q()[index] <= 0.05) {
                hotArea += layer.cells().lattice().cellAreaM2();
            }
        }
        double area = 0;
        for (Hotspot hotspot : run.hotspots()) {
            assertThat(hotspot.outline().getNumGeometries()).isEqualTo(1);
            assertThat(hotspot.score()).isNotNull().satisfies(score -> {
                assertThat(score.q()).isLessThanOrEqualTo(0.05);
                assertThat(score.z()).isPositive();
            });
            area += hotspot.outline().getArea();
        }
        // No hot cell stands alone with fewer than three events in this world, so nothing is left out.
        assertThat(area).isCloseTo(hotArea, within(1.0)).isPositive();
        List<Hotspot> hotspots = run.hotspots();
        for (int i = 0; i < hotspots.size(); i++) {
            for (int j = 0; j < i; j++) {
                double shared = hotspots.get(i)
                        .outline()
                        .buffer(0.01)
                        .intersection(hotspots.get(j).outline())
                        .getLength();
                assertThat(shared).isLessThan(1);
            }
        }
    }

    @Test
    void studyCellsAreThoseOfTheAreaAndThoseWithItsEvents() {
        for (GridShape shape : GridShape.values()) {
            Run run = run(WORLD, "area", "town:middleton", "cell_m", "170", "grid", shape.word());
            StudyCells cells = run.cells().cells();
            Lattice lattice = cells.lattice();
            double counted = 0;
            for (int index = 0; index < cells.windowSize(); index++) {
                long cell = cells.cell(index);
                boolean centreInside = run.area()
                        .contains(
                                lattice.centre(cell).easting(),
                                lattice.centre(cell).northing());
                double count = run.cells().counts()[index];
                counted += count;
                assertThat(cells.isInside(index)).isEqualTo(centreInside || count > 0);
            }
            assertThat(counted).isEqualTo((double) run.n());
        }
    }

    @Test
    void clustersAreCirclesAroundTheirCores() {
        TableDraft draft = new TableDraft();
        for (int i = 0; i < 6; i++) {
            draft.add(Row.at(TestWorld.WEST + 4000 + 30 * i, 304_000, i).named("On or near High Street"));
        }
        draft.add(Row.at(TestWorld.WEST + 6000, 305_000, 50));
        Snapshot snapshot = TestWorld.snapshot(TestWorld.version(1), draft, TestWorld.areas());

        Run run = run(snapshot, "method", "dbscan", "eps_m", "100", "min_points", "4");

        assertThat(run.hotspots()).hasSize(1).isEqualTo(run.clusters());
        Hotspot cluster = run.hotspots().get(0);
        assertThat(cluster.count()).isEqualTo(6);
        assertThat(cluster.share()).isEqualTo(6 / 7.0);
        // Cores all along 150 metres; the ends of a capsule of radius 100 are a circle: 2 r l + pi r^2.
        double capsule = 2 * 100 * 150 + Math.PI * 100 * 100;
        assertThat(cluster.outline().getArea()).isBetween(0.95 * capsule, capsule);
        assertThat(cluster.near()).isEqualTo("High Street");
        assertThat(cluster.town()).isEqualTo("Middleton");
        assertThat(cluster.district()).isEqualTo("North");
        assertThat(cluster.centre().easting()).isCloseTo(TestWorld.WEST + 4075, within(1.0));
    }

    @Test
    void nearIsTheStreetOfTheHeaviestPlaceThatHasOneAndNeverAHouse() {
        TableDraft draft = new TableDraft();
        int incident = 0;
        String[] names = {"Long Lane", "Mill Lane", "Rose Cottage", " "};
        // Three places of each street, one of them the heaviest; one of the house and one without a name, heavier yet.
        int[][] events = {{3, 1, 1}, {5, 1, 1}, {9}, {12}};
        for (int name = 0; name < names.length; name++) {
            for (int place = 0; place < events[name].length; place++) {
                for (int k = 0; k < events[name][place]; k++) {
                    draft.add(Row.at(TestWorld.WEST + 1000 + 20 * name, 304_000 + 10 * place, incident++)
                            .named(names[name]));
                }
            }
        }
        Run run = run(TestWorld.snapshot(TestWorld.version(1), draft, TestWorld.areas()));

        assertThat(run.hotspots()).hasSize(1);
        assertThat(run.hotspots().get(0).near()).isEqualTo("Mill Lane");
        assertThat(run.hotspots().get(0).town()).isNull();
        assertThat(run.hotspots().get(0).district()).isEqualTo("North");
    }

    @Test
    void contoursStandWhereTheSurfaceIsAtLeastTheBreak() {
        Run run = run(WORLD, "area", "town:middleton");
        Random random = new Random(3);
        assertThat(run.contours())
                .extracting(ContourBand::densityPerKm2)
                .isEqualTo(run.densityLegend().breaks())
                .isNotEmpty();
        for (ContourBand band : run.contours()) {
            SimplePointInAreaLocator locator = new SimplePointInAreaLocator(band.outline());
            for (int i = 0; i < 300; i++) {
                double easting = TestWorld.WEST + 3000 + 4000 * random.nextDouble();
                double northing = 303_000 + 3000 * random.nextDouble();
                double value = run.density().sampleBilinear(easting, northing);
                // Contours are straight between cell sides where the surface is bent: near the break either is right.
                if (Math.abs(value - band.densityPerKm2()) > 0.05 * band.densityPerKm2()) {
                    boolean inside = locator.locate(new Coordinate(easting, northing)) != Location.EXTERIOR;
                    assertThat(inside).isEqualTo(value >= band.densityPerKm2());
                }
            }
        }
    }

    @Test
    void evenGroundHasNoSignificantCells() {
        TableDraft draft = new TableDraft();
        int incident = 0;
        for (double easting = TestWorld.WEST + 100; easting < TestWorld.WEST + 10_000; easting += 200) {
            for (double northing = TestWorld.SOUTH + 100; northing < TestWorld.SOUTH + 20_000; northing += 200) {
                draft.add(Row.at(easting, northing, incident++));
            }
        }
        Snapshot snapshot = TestWorld.snapshot(TestWorld.version(1), draft, TestWorld.areas());

        assertThat(run(snapshot, "method", "gi_star").hotspots()).isEmpty();
        assertThat(run(snapshot, "method", "grid_count").hotspots()).isEmpty();
        assertThat(run(snapshot, "method", "kde_quartic").hotspots()).isEmpty();
    }

    @Test
    void notesSayWhatAReaderMustKnow() {
        TableDraft draft = new TableDraft()
                .add(Row.at(TestWorld.WEST + 4000, 304_000, 1)
                        .of(Theme.KNIFE)
                        .from(Source.POLICE_UK)
                        .in(Setting.UNKNOWN))
                .add(Row.at(TestWorld.WEST + 4000, 304_000, 2).of(Theme.KNIFE))
                .add(Row.at(TestWorld.WEST + 4000, 304_000, 2).of(Theme.KNIFE))
                .add(Row.at(TestWorld.WEST + 4000, 304_000, 3).of(Theme.KNIFE).unlocated());
        Snapshot snapshot = TestWorld.snapshot(TestWorld.version(1), draft, TestWorld.areas());

        Run run = run(
                snapshot, "theme", "knife", "setting", "public_place", "area", "town:middleton", "from", "2025-05-02");

        assertThat(run.notes())
                .containsExactly(
                        "The verdict is chance, so no hotspots, contours or colours are drawn; the counts stay.",
                        "Density near the area's edge takes in events beyond it; counts and hotspots are of the area"
                                + " alone.",
                        "Events that are not mapped are counted over the whole force: their area is not known.",
                        "Public street files carry no knife flag: possession of weapons stands in for it.",
                        "Public street files move offences to nearby map points, so their places are approximate.",
                        "Public street files know the month only: their offences count on the first day of it.",
                        "The setting of 1 of 3 offences is not known to their source; they are kept.",
                        "2 incidents stand for 3 offences.",
                        "Only 67 % of the matching events could be located; under 85 % the pattern on a map may be"
                                + " another than the true one.");
    }

    @Test
    void legendsHaveRoundBreaksFromTheMeanUp() {
        assertThat(Legends.breaks(3.1, 131)).containsExactly(5.0, 10.0, 20.0, 50.0, 100.0);
        assertThat(Legends.breaks(0.11, 0.9)).containsExactly(0.15, 0.2, 0.3, 0.5, 0.7);
        assertThat(Legends.wholeBreaks(1, 4)).containsExactly(1.0, 2.0, 3.0);
        assertThat(Legends.breaks(1, 1)).containsExactly(1.0);
        assertThat(Legends.breaks(0, 0)).isEmpty();
        assertThat(Legends.breaks(6, 6.9)).isEmpty();
        // Nine values of 1-2-5 would be too many: 1-5 is left.
        assertThat(Legends.breaks(1, 500)).containsExactly(1.0, 5.0, 10.0, 50.0, 100.0, 500.0);
        assertThat(Legends.breaks(1, 1e12)).hasSize(8).endsWith(1e12);
    }

    @Test
    void legendsSayWhatIsShown() {
        Run year = run(WORLD, "theme", "knife");
        assertThat(year.densityLegend().title()).isEqualTo("Knife crime per km² in 12 months");
        assertThat(year.densityLegend().unit()).isEqualTo("incidents per km2 over the period");
        assertThat(year.densityLegend().max()).isEqualTo(year.densityLayer().max());
        assertThat(year.cellsLegend().title()).isEqualTo("Knife crime per square of 200 m in 12 months");
        Run days = run(
                WORLD,
                "theme",
                "hate",
                "strand",
                "sexual_orientation",
                "from",
                "2025-05-01",
                "to",
                "2025-05-11",
                "grid",
                "hex",
                "counting_basis",
                "offences");
        assertThat(days.cellsLegend().title())
                .isEqualTo("Hate crime (sexual orientation) per hexagon of 200 m in 10 days");
        assertThat(days.cellsLegend().unit()).isEqualTo("offences per cell");
    }

    /** Events by the question's counting basis at places in the polygon, the slow way. */
    private static long eventsIn(Run run, Hotspot hotspot) {
        Snapshot snapshot = run.snapshot();
        StudyArea area = run.area();
        RunInput input = new RunInput("", run.question(), snapshot, "", area, "");
        Events events = input.select();
        SimplePointInAreaLocator locator = new SimplePointInAreaLocator(hotspot.outline());
        double count = 0;
        for (int i = 0; i < events.inside().count(); i++) {
            Coordinate point = new Coordinate(
                    events.inside().eastings()[i], events.inside().northings()[i]);
            boolean inside = run.question().method().isDensity()
                    ? locator.locate(point) != Location.EXTERIOR
                    : inHalfOpenCells(run, hotspot, point);
            count += inside ? events.inside().weights()[i] : 0;
        }
        return Math.round(count);
    }

    /** Points of this world lie on cell sides, which belong to the cell north-east of them. */
    private static boolean inHalfOpenCells(Run run, Hotspot hotspot, Coordinate point) {
        Lattice lattice = run.cells().cells().lattice();
        var centre = lattice.centre(lattice.cellAt(point.x, point.y));
        return new SimplePointInAreaLocator(hotspot.outline())
                        .locate(new Coordinate(centre.easting(), centre.northing()))
                == Location.INTERIOR;
    }

    private static long incidents(Snapshot snapshot) {
        List<Integer> incidents = new ArrayList<>();
        for (int i = 0; i < snapshot.offences().size(); i++) {
            LocalDate day = LocalDate.ofEpochDay(snapshot.offences().columns().day()[i]);
            if (snapshot.offences().columns().themes()[i] != 0 && !day.isBefore(TestWorld.FIRST_DAY)) {
                incidents.add(snapshot.offences().columns().incident()[i]);
            }
        }
        return incidents.stream().distinct().count();
    }

    private static Run run(Snapshot snapshot, String... namesAndValues) {
        Map<String, List<String>> query = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (!namesAndValues[i + 1].isEmpty()) {
                query.put(namesAndValues[i], List.of(namesAndValues[i + 1]));
            }
        }
        try (Engine engine =
                new Engine(new FakeSnapshotStore(snapshot), new FakeRunStore(), EngineSettings.defaults("1"))) {
            return engine.ask(new QuestionReader(snapshot).read(query));
        }
    }
}
