package org.hotspots.hotspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hotspots.geo.BritishGridPoint;
import org.hotspots.geo.Lattice;
import org.hotspots.hotspot.Perturbation.Offset;
import org.hotspots.question.GridShape;
import org.hotspots.question.Question;
import org.hotspots.question.QuestionReader;
import org.hotspots.snapshot.Snapshot;
import org.hotspots.snapshot.StudyArea;
import org.hotspots.snapshot.StudyAreas;
import org.hotspots.support.TestWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PerturbationTest {
    private static final Snapshot WORLD = TestWorld.snapshot(5, 100);

    @Test
    void everyReachMeetsEveryOffsetOnce() {
        assertThat(new HashSet<>(Perturbation.all())).hasSize(27);
        assertThat(Perturbation.all()).filteredOn(p -> p.reach() == 1).hasSize(Perturbation.OFFSETS);
        assertThat(Perturbation.all())
                .filteredOn(p -> p.thirdsAcross() == 0 && p.thirdsUp() == 2)
                .extracting(Perturbation::reach)
                .containsExactly(0.75, 1.0, 1.25);
    }

    /** Three times an offset is a whole number of cells, and no two offsets are the same place of a cell. */
    @ParameterizedTest
    @EnumSource(GridShape.class)
    void offsetsAreThirdsOfACell(GridShape shape) {
        RunInput input = input("gi_star", shape);
        Lattice lattice = input.lattice();
        long start = lattice.cellAt(TestWorld.WEST, TestWorld.SOUTH);
        BritishGridPoint centre = lattice.centre(start);
        Set<String> places = new HashSet<>();
        for (Perturbation perturbation : Perturbation.all().subList(0, Perturbation.OFFSETS)) {
            Offset offset = perturbation.offset(input);
            double east = centre.easting() + 3 * offset.eastMetres();
            double north = centre.northing() + 3 * offset.northMetres();
            BritishGridPoint there = lattice.centre(lattice.cellAt(east, north));
            assertThat(there.easting()).isCloseTo(east, within(1e-6));
            assertThat(there.northing()).isCloseTo(north, within(1e-6));
            double movedEast = centre.easting() + offset.eastMetres();
            double movedNorth = centre.northing() + offset.northMetres();
            BritishGridPoint cell = lattice.centre(lattice.cellAt(movedEast, movedNorth));
            places.add(Math.round(movedEast - cell.easting()) + "," + Math.round(movedNorth - cell.northing()));
        }
        assertThat(places).hasSize(Perturbation.OFFSETS);
    }

    @Test
    void densityIsMovedByThirdsOfItsRaster() {
        Offset offset = new Perturbation(1, 1, 2).offset(input("kde_quartic", GridShape.SQUARE));
        assertThat(offset.eastMetres()).isCloseTo(25 / 3.0, within(1e-9));
        assertThat(offset.northMetres()).isCloseTo(50 / 3.0, within(1e-9));
    }

    @Test
    void reachesStayInTheirRanges() {
        Question question =
                question(Map.of("bandwidth_m", "50", "eps_m", "4500", "cell_m", "300", "neighbour_m", "300"));
        assertThat(question.withReach(0.75).density().bandwidthMetres()).isEqualTo(50);
        assertThat(question.withReach(0.75).clusters().epsMetres()).isEqualTo(3375);
        assertThat(question.withReach(0.75).cells().neighbourMetres()).isEqualTo(300);
        assertThat(question.withReach(1.25).clusters().epsMetres()).isEqualTo(5000);
        assertThat(question.withReach(1.25).cells().neighbourMetres()).isEqualTo(375);
        assertThat(question.withReach(1)).isEqualTo(question);
    }

    private static RunInput input(String method, GridShape shape) {
        Question question = question(Map.of("method", method, "grid", shape.word(), "area", "town:middleton"));
        StudyArea area = new StudyAreas(WORLD, "Force").get(question.area());
        return new RunInput("id", question, WORLD, "1", area, "");
    }

    private static Question question(Map<String, String> query) {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        query.forEach((name, value) -> lists.put(name, List.of(value)));
        return new QuestionReader(WORLD).read(lists);
    }
}
