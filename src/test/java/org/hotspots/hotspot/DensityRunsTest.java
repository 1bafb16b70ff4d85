package org.hotspots.hotspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hotspots.area.AreaIndex;
import org.hotspots.kernel.Raster;
import org.hotspots.offence.TableDraft;
import org.hotspots.offence.TableDraft.Row;
import org.hotspots.offence.Theme;
import org.hotspots.question.Fault;
import org.hotspots.question.QuestionReader;
import org.hotspots.question.RefusedQuestionException;
import org.hotspots.snapshot.Snapshot;
import org.hotspots.stats.SeededRandom;
import org.hotspots.support.FakeRunStore;
import org.hotspots.support.FakeSnapshotStore;
import org.hotspots.support.TestWorld;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

/** The density of a run: its border, its kernel, advice on its bandwidth, and its ratio to other events. */
class DensityRunsTest {
    private static final Snapshot WORLD = TestWorld.snapshot(5, 4000);

    /** Two hundred events within 300 metres of the force's western edge, and one crowd of as many far inside. */
    private static Snapshot alongTheEdge() {
        SeededRandom random = new SeededRandom(61);
        TableDraft draft = new TableDraft();
        for (int i = 0; i < 200; i++) {
            draft.add(Row.at(TestWorld.WEST + random.between(0, 300), 292_000 + random.between(0, 15_000), i));
            draft.add(
                    Row.at(TestWorld.WEST + 5_000 + 60 * random.gaussian(), 295_000 + 60 * random.gaussian(), 200 + i));
        }
        return TestWorld.snapshot(TestWorld.version(1), draft, TestWorld.areas());
    }

    @Test
    void atTheForcesEdgeNoEventIsLost() {
        Snapshot snapshot = alongTheEdge();

        assertThat(mass(run(snapshot, "edge", "none"))).isLessThan(360);
        assertThat(mass(run(snapshot))).isCloseTo(400, withinPercentage(1));
        assertThat(mass(run(snapshot, "method", "kde_gaussian", "bandwidth_m", "170")))
                .isCloseTo(400, withinPercentage(1));
        assertThat(mass(run(snapshot, "method", "kde_adaptive"))).isCloseTo(400, withinPercentage(1));
        Raster none = run(snapshot, "edge", "none").density();
        Raster uniform = run(snapshot, "edge", "uniform").density();
        double onTheEdge = none.sampleBilinear(TestWorld.WEST + 25, 300_025);
        assertThat(uniform.sampleBilinear(TestWorld.WEST + 25, 300_025)).isBetween(1.6 * onTheEdge, 2 * onTheEdge);
    }

    /** Events in the study area by its density. */
    private static double mass(Run run) {
        Raster raster = run.density();
        double sum = run.densityLayer().inside().stream()
                .mapToDouble(cell -> raster.values()[cell])
                .sum();
        return sum * raster.grid().cellMetres() * raster.grid().cellMetres() / 1e6;
    }

    /** The town lies three kilometres inside the force. */
    @Test
    void farFromTheForcesEdgeNothingChanges() {
        double[] plain =
                run(WORLD, "area", "town:middleton", "edge", "none").density().values();
        for (String edge : List.of("diggle", "uniform")) {
            Run run = run(WORLD, "area", "town:middleton", "edge", edge);
            assertThat(run.density().values()).isEqualTo(plain);
            assertThat(run.densityLayer().unsureKm2()).isZero();
            assertThat(run.notes()).noneMatch(note -> note.contains("force's edge"));
        }
    }

    /**
     * A quartic of 450 metres has under three quarters inside up to some 115 metres from a straight edge: two cells of
     * 50 metres along the 60 kilometres round the force, and a few more in its corners.
     */
    @Test
    void theGroundNearTheForcesEdgeIsTold() {
        Run run = run(WORLD, "bandwidth_m", "450");

        assertThat(run.densityLayer().unsureKm2()).isBetween(5.9, 6.5);
        assertThat(run.notes())
                .anyMatch(note -> note.startsWith("Offences beyond the force's edge are not in the data:"
                        + " density near the edge is corrected as if it were there as it is here. On 6."));
        assertThat(run(WORLD, "edge", "none").notes()).anyMatch(note -> note.contains("too low"));
        assertThat(run.edgeShare(TestWorld.WEST, 300_000)).isCloseTo(0.5, within(0.01));
        assertThat(run.edgeShare(TestWorld.WEST + 5_000, 300_000)).isEqualTo(1);
    }

    /** An area that reaches over the force's edge brings its own ground along. */
    @Test
    void whereATownReachesOverTheEdgeTheDataGoOn() {
        TableDraft draft = new TableDraft();
        for (int i = 0; i < 10; i++) {
            draft.add(Row.at(TestWorld.WEST - 20, 304_000, i));
        }
        AreaIndex areas = new AreaIndex(List.of(
                TestWorld.area(
                        TestWorld.NORTH,
                        "North",
                        TestWorld.box(TestWorld.WEST, 300_000, TestWorld.WEST + 10_000, 310_000)),
                TestWorld.area(
                        TestWorld.TOWN,
                        "Middleton",
                        TestWorld.box(TestWorld.WEST - 2_000, 303_000, TestWorld.WEST + 2_000, 305_000))));
        Snapshot snapshot = TestWorld.snapshot(TestWorld.version(1), draft, areas);

        assertThat(run(snapshot, "area", "town:middleton").density().values())
                .isEqualTo(run(snapshot, "area", "town:middleton", "edge", "none")
                        .density()
                        .values());
    }

    @Test
    void theAdaptiveIsSharperInACrowd() {
        Snapshot snapshot = alongTheEdge();
        Run adaptive = run(snapshot, "method", "kde_adaptive");

        assertThat(adaptive.densityLayer().max())
                .isGreaterThan(1.5 * run(snapshot).densityLayer().max());
        assertThat(adaptive.hotspots()).isNotEmpty();
        assertThatThrownBy(() -> run(snapshot, "method", "kde_adaptive", "edge", "uniform"))
                .isInstanceOfSatisfying(
                        RefusedQuestionException.class,
                        refused -> assertThat(refused.faults())
                                .extracting(Fault::reason)
                                .containsExactly("edge=uniform: diggle or none with method=kde_adaptive"));
    }

    @Test
    void anErrorOfPlacesWidensTheKernel() {
        Run uncertain = run(WORLD, "bandwidth_m", "300", "location_error_m", "100");
        // 300^2 + 8 100^2.
        double effective = Math.sqrt(170_000);

        assertThat(uncertain.question().kernel().bandwidthMetres()).isCloseTo(effective, within(1e-9));
        Raster wider = run(WORLD, "bandwidth_m", Double.toString(effective)).density();
        assertThat(uncertain.density().values()).containsExactly(wider.values(), within(1e-6 * wider.max()));
        // Twice the cells' 50 metres; the error's own quartic has a radius of 283 metres.
        Run adaptive = run(WORLD, "method", "kde_adaptive", "bandwidth_m", "50", "location_error_m", "100");
        assertThat(adaptive.densityLayer().max())
                .isLessThan(run(WORLD, "method", "kde_adaptive", "bandwidth_m", "50")
                        .densityLayer()
                        .max());
    }

    @Test
    void everyRuleAdvisesABandwidth() {
        Run run = run(WORLD, "theme", "knife", "area", "town:middleton");

        assertThat(run.bandwidths()).extracting(BandwidthAnswer::rule).containsExactly(BandwidthRule.values());
        assertThat(run.bandwidths())
                .allSatisfy(answer -> assertThat(answer.bandwidthMetres())
                        .as(answer.rule().word())
                        .isPositive());
        double quartic = advised(run, BandwidthRule.SCOTT);
        Run gaussian = run(WORLD, "theme", "knife", "area", "town:middleton", "method", "kde_gaussian");
        assertThat(advised(gaussian, BandwidthRule.SCOTT)).isCloseTo(quartic / Math.sqrt(8), within(1e-9));
    }

    private static double advised(Run run, BandwidthRule rule) {
        Double metres = run.bandwidths().get(rule.ordinal()).bandwidthMetres();
        return metres == null ? Double.NaN : metres;
    }

    @Test
    void oneEventHasNoBandwidth() {
        TableDraft draft = new TableDraft();
        draft.add(Row.at(TestWorld.WEST + 5_000, 304_000, 1));
        Run run = run(TestWorld.snapshot(TestWorld.version(1), draft, TestWorld.areas()));

        assertThat(run.bandwidths())
                .allSatisfy(answer -> assertThat(answer.bandwidthMetres()).isNull());
        assertThat(run.relativeRisk(RiskAgainst.PREVIOUS).sigmaMetres()).isNull();
    }

    /** Four hundred even offences in each half of the year, and sixty of knife crime at one place in the second. */
    private static Snapshot withAKnifeCluster() {
        SeededRandom random = new SeededRandom(62);
        TableDraft draft = new TableDraft();
        for (int i = 0; i < 800; i++) {
            draft.add(Row.at(TestWorld.WEST + random.between(0, 10_000), TestWorld.SOUTH + random.between(0, 20_000), i)
                    .on(TestWorld.FIRST_DAY.plusDays(i % 2 == 0 ? 30 : 250))
                    .of(i % 4 < 2 ? Theme.KNIFE : Theme.ASB));
        }
        for (int i = 0; i < 60; i++) {
            draft.add(
                    Row.at(TestWorld.WEST + 7_000 + 200 * random.gaussian(), 295_000 + 200 * random.gaussian(), 800 + i)
                            .on(TestWorld.FIRST_DAY.plusDays(260))
                            .of(Theme.KNIFE));
        }
        return TestWorld.snapshot(TestWorld.version(1), draft, TestWorld.areas());
    }

    @Test
    void aPlantedExcessStandsOutAgainstAllAndAgainstThePeriodBefore() {
        Snapshot snapshot = withAKnifeCluster();
        Run run = run(snapshot, "theme", "knife", "from", "2025-09-01");
        for (RiskAgainst against : RiskAgainst.values()) {
            RiskLayer risk = run.relativeRisk(against);
            var planted = new GeometryFactory().createPoint(new Coordinate(TestWorld.WEST + 7_000, 295_000));

            assertThat(risk.cases()).isEqualTo(run.n()).isEqualTo(260);
            assertThat(risk.parts()).as(against.word()).anyMatch(part -> part.contains(planted));
            assertThat(risk.parts().stream().mapToDouble(part -> part.getArea()).sum())
                    .isLessThan(0.25 * run.area().areaM2());
            Envelope force = run.area().outline().getEnvelopeInternal();
            assertThat(risk.parts()).allMatch(part -> force.contains(part.getEnvelopeInternal()));
        }
        assertThat(run.relativeRisk(RiskAgainst.ALL).controlCount()).isEqualTo(460);
        assertThat(run.relativeRisk(RiskAgainst.PREVIOUS).controls().from()).hasToString("2025-03-04");
        assertThat(run.relativeRisk(RiskAgainst.PREVIOUS).controlCount()).isEqualTo(200);
        assertThatThrownBy(() -> run(snapshot).relativeRisk(RiskAgainst.ALL))
                .hasMessage("against=all: the run counts all offences already; against=previous");
    }

    private static Run run(Snapshot snapshot, String... namesAndValues) {
        Map<String, List<String>> query = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            query.put(namesAndValues[i], List.of(namesAndValues[i + 1]));
        }
        try (Engine engine =
                new Engine(new FakeSnapshotStore(snapshot), new FakeRunStore(), EngineSettings.defaults("1"))) {
            return engine.ask(new QuestionReader(snapshot).read(query));
        }
    }
}
