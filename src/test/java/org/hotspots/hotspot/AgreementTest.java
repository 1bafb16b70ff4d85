package org.hotspots.hotspot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hotspots.geo.BritishGridPoint;
import org.hotspots.kernel.StudyCells;
import org.hotspots.question.GridShape;
import org.hotspots.question.Method;
import org.hotspots.question.QuestionReader;
import org.hotspots.snapshot.Snapshot;
import org.hotspots.support.FakeRunStore;
import org.hotspots.support.FakeSnapshotStore;
import org.hotspots.support.TestWorld;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Location;

class AgreementTest {
    private static final Snapshot WORLD = TestWorld.snapshot(5, 4000);

    /** The oracle: each method asked for itself, and every centre looked up in every outline. */
    @ParameterizedTest
    @EnumSource(GridShape.class)
    void cellsHaveTheVotesOfTheMethodsWhoseHotspotsCoverTheirCentre(GridShape shape) {
        Run run = run("kde_gaussian", shape);
        Agreement agreement = run.agreement();
        StudyCells cells = agreement.cells();
        int voted = 0;
        for (int index = cells.inside().nextSetBit(0);
                index >= 0;
                index = cells.inside().nextSetBit(index + 1)) {
            List<Method> expected = new ArrayList<>();
            BritishGridPoint centre = cells.lattice().centre(cells.cell(index));
            for (Method method : Agreement.METHODS) {
                if (run(method.word(), shape).hotspots().stream().anyMatch(hotspot -> covers(hotspot, centre))) {
                    expected.add(method);
                }
            }
            assertThat(agreement.methods(index)).isEqualTo(expected);
            voted += expected.size();
        }
        assertThat(voted).isPositive();
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void aHotspotHasTheVoteOfWhoeverHoldsHalfOfItsEvents(Method method) {
        Run run = run(method.word(), GridShape.SQUARE);
        List<List<Method>> votes = run.agreement().votesOfHotspot();

        assertThat(votes).hasSameSizeAs(run.hotspots());
        for (List<Method> voters : votes) {
            assertThat(Agreement.METHODS).containsAll(voters);
            assertThat(voters.contains(method)).isEqualTo(Agreement.METHODS.contains(method));
        }
        // Half of the world's offences lie around five places, so nobody is alone with the largest.
        assertThat(votes.get(0)).hasSizeGreaterThan(1);
    }

    private static boolean covers(Hotspot hotspot, BritishGridPoint centre) {
        Coordinate point = new Coordinate(centre.easting(), centre.northing());
        return hotspot.outline().getEnvelopeInternal().contains(point)
                && SimplePointInAreaLocator.locate(point, hotspot.outline()) != Location.EXTERIOR;
    }

    private final Map<String, Run> runs = new LinkedHashMap<>();

    private Run run(String method, GridShape shape) {
        return runs.computeIfAbsent(method + shape.word(), key -> {
            try (Engine engine =
                    new Engine(new FakeSnapshotStore(WORLD), new FakeRunStore(), EngineSettings.defaults("1"))) {
                return engine.ask(new QuestionReader(WORLD)
                        .read(Map.of(
                                "method", List.of(method),
                                "grid", List.of(shape.word()),
                                "bandwidth_m", List.of("150"),
                                "min_points", List.of("8"),
                                "area", List.of("town:middleton"))));
            }
        });
    }
}
