package org.hotspots.hotspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hotspots.area.AreaIndex;
import org.hotspots.area.AreaKind;
import org.hotspots.area.DrawnArea;
import org.hotspots.offence.OffenceTable;
import org.hotspots.question.Fault;
import org.hotspots.question.QuestionReader;
import org.hotspots.question.RefusedQuestionException;
import org.hotspots.snapshot.Snapshot;
import org.hotspots.support.FakeRunStore;
import org.hotspots.support.FakeSnapshotStore;
import org.hotspots.support.TestWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

class DrawnAreaRunsTest {
    private static final Snapshot WORLD = TestWorld.snapshot(4, 5000);
    private static final String AS_THE_TOWN = "drawn:403000,303000;407000,303000;407000,306000;403000,306000";

    private static Run ask(Snapshot snapshot, String area, String method) {
        Engine engine =
                new Engine(new FakeSnapshotStore(snapshot), new FakeRunStore(), EngineSettings.defaults("test"));
        return engine.ask(new QuestionReader(snapshot)
                .read(Map.of("theme", List.of("knife"), "area", List.of(area), "method", List.of(method))));
    }

    /** What is drawn along a town's edge has all the figures of the town. */
    @ParameterizedTest
    @ValueSource(strings = {"kde_quartic", "grid_count", "dbscan", "hdbscan"})
    void aTownDrawnByHandIsTheTown(String method) {
        Run town = ask(WORLD, "town:middleton", method);
        Run drawn = ask(WORLD, AS_THE_TOWN, method);

        assertThat(drawn.n()).isEqualTo(town.n()).isPositive();
        assertThat(drawn.question().density()).isEqualTo(town.question().density());
        assertThat(drawn.density().values()).containsExactly(town.density().values());
        assertThat(drawn.cells().counts()).containsExactly(town.cells().counts());
        assertThat(drawn.verdict().even()).isEqualTo(town.verdict().even());
        assertThat(drawn.verdict().offending()).isEqualTo(town.verdict().offending());
        assertThat(drawn.hotspots()).isNotEmpty();
        assertThat(drawn.hotspots().toString()).isEqualTo(town.hotspots().toString());
        assertThat(drawn.hotspots().get(0).district()).isEqualTo("North");
        assertThat(drawn.stability().hotspots()).isEqualTo(town.stability().hotspots());
        assertThat(drawn.crosswalk(AreaKind.DISTRICT)).isEqualTo(town.crosswalk(AreaKind.DISTRICT));
        assertThat(drawn.sincePrevious()).isEqualTo(town.sincePrevious());
        assertThat(drawn.verdict().sentence())
                .isEqualTo(town.verdict().sentence().replace("Middleton", "the drawn area of 12 km²"));
    }

    /** A star of ten corners, half of it in each district. */
    @Test
    void thePlacesInsideAreThoseThatTheRingHolds() {
        String star = IntStream.range(0, 10)
                .mapToObj(i -> String.format(
                        Locale.ROOT,
                        "%.0f,%.0f",
                        405_000 + (i % 2 == 0 ? 4500 : 1500) * Math.sin(Math.PI * i / 5),
                        300_000 + (i % 2 == 0 ? 4500 : 1500) * Math.cos(Math.PI * i / 5)))
                .collect(Collectors.joining(";", "drawn:", ""));
        Run run = ask(WORLD, star, "grid_count");
        DrawnArea ring = DrawnArea.parse(star);

        OffenceTable.Places places = WORLD.offences().places();
        int inside = 0;
        for (int place = 0; place < places.size(); place++) {
            boolean isIn = isIn(ring, places.eastings()[place], places.northings()[place]);
            inside += isIn ? 1 : 0;
            assertThat(run.area().inside().get(place))
                    .as("%s, %s", places.eastings()[place], places.northings()[place])
                    .isEqualTo(isIn);
        }
        assertThat(inside).isBetween(100, places.size() / 2);
        assertThat(run.area().summary().areaKm2()).isEqualTo(ring.areaKm2());
        assertThat(run.area().summary().kind()).isEqualTo("drawn");
        assertThat(run.area().summary().address()).isEqualTo(ring.toString());
        assertThat(run.hotspots()).extracting(Hotspot::district).contains("North");
    }

    /** By the sum of the angles under which the sides are seen; no place of this world lies on a side of the star. */
    private static boolean isIn(DrawnArea ring, double easting, double northing) {
        double sum = 0;
        for (int i = 0; i < ring.corners().size(); i++) {
            DrawnArea.Corner a = ring.corners().get(i);
            DrawnArea.Corner b = ring.corners().get((i + 1) % ring.corners().size());
            double angle = Math.atan2(b.northing() - northing, b.easting() - easting)
                    - Math.atan2(a.northing() - northing, a.easting() - easting);
            sum += angle > Math.PI ? angle - 2 * Math.PI : angle < -Math.PI ? angle + 2 * Math.PI : angle;
        }
        return Math.abs(sum) > Math.PI;
    }

    @Test
    void whatLiesBeyondTheForceIsLeftOutAndTold() {
        Run run = ask(WORLD, "drawn:409000,301000;412000,301000;412000,302000;409000,302000", "kde_quartic");
        Run whole = ask(WORLD, "drawn:409000,301000;410000,301000;410000,302000;409000,302000", "kde_quartic");

        assertThat(run.area().summary().areaKm2()).isEqualTo(1);
        assertThat(run.n()).isEqualTo(whole.n()).isPositive();
        assertThat(run.cells().counts()).containsExactly(whole.cells().counts());
        assertThat(run.density().values()).containsExactly(whole.density().values());
        assertThat(run.notes())
                .contains(
                        "2.00 km² of the drawn area lie beyond the force, where there are no data; they are left out.");
        assertThat(String.join("", whole.notes())).doesNotContain("beyond the force,");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "drawn:500000,300000;501000,300000;501000,301000",
                "drawn:410000,301000;412000,301000;412000,302000;410000,302000"
            })
    void whatLiesNowhereInTheForceIsRefused(String area) {
        RefusedQuestionException refused =
                catchThrowableOfType(RefusedQuestionException.class, () -> ask(WORLD, area, "kde_quartic"));

        assertThat(refused.faults())
                .extracting(Fault::reason)
                .containsExactly("area=" + area.substring(0, Math.min(64, area.length()))
                        + ": at least 0.01 km² of it in the force");
    }

    @Test
    void theSameRingIsTheSameRun() {
        String other = "drawn:407000,306000;407000,304000;407000,303000;403000,303000;403000,306000";

        assertThat(ask(WORLD, other, "kde_quartic").id())
                .isEqualTo(ask(WORLD, AS_THE_TOWN, "kde_quartic").id());
    }

    @Test
    void withoutAreasTheForceIsABoxThatMayBeDrawnIn() {
        Snapshot bare = TestWorld.snapshot(TestWorld.version(1), TestWorld.draft(4, 5000), new AreaIndex(List.of()));
        Run run = ask(bare, AS_THE_TOWN, "kde_quartic");

        assertThat(run.n()).isEqualTo(ask(WORLD, AS_THE_TOWN, "kde_quartic").n());
        assertThat(run.notes()).contains("No areas are loaded: the study area is a box around the data.");
    }

    @Test
    void theOutlineIsThatOfTheGround() {
        Geometry outline = ask(WORLD, AS_THE_TOWN, "kde_quartic").area().outline();

        assertThat(outline.getCoordinates())
                .contains(new Coordinate(403_000, 303_000), new Coordinate(407_000, 306_000));
        assertThat(outline.getArea()).isEqualTo(12e6);
    }
}
