package org.hotspots.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.hotspots.geo.Bounds;
import org.hotspots.kernel.NearestNeighbourHierarchy.Level;
import org.hotspots.kernel.NearestNeighbourHierarchy.Threshold;
import org.hotspots.stats.SeededRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNeighbourHierarchyTest {

    @ParameterizedTest
    @CsvSource({
        "1, 300, 300, 20, 4",
        "2, 300, 60, 5, 4",
        "3, 400, 1000, 60, 3",
        "4, 200, 15, 1, 3",
        "5, 250, 90, 400, 10",
        "6, 300, 200, 15, 2"
    })
    void agreesWithTheDefinition(long seed, int count, int side, double metres, int least) {
        WeightedPoints points = County.random(seed, count, side, true).collapsed();
        Level level = NearestNeighbourHierarchy.level(points, Threshold.fixed(metres), least);
        assertThat(level.label()).isEqualTo(byDefinition(points, metres, least));
    }

    /** Over and over: the point with most events left within reach, southernmost and then westernmost, takes them. */
    private static int[] byDefinition(WeightedPoints points, double metres, int least) {
        int[] label = new int[points.count()];
        Arrays.fill(label, -1);
        for (int cluster = 0; ; cluster++) {
            int seed = -1;
            double most = least - 1;
            for (int i = 0; i < label.length; i++) {
                if (label[i] < 0 && points.weights()[i] > 0) {
                    double events = 0;
                    for (int j = 0; j < label.length; j++) {
                        events += label[j] < 0 && near(points, i, j, metres) ? points.weights()[j] : 0;
                    }
                    if (events > most || (events == most && seed >= 0 && isSouthWestOf(points, i, seed))) {
                        seed = i;
                        most = events;
                    }
                }
            }
            if (seed < 0) {
                return label;
            }
            for (int j = 0; j < label.length; j++) {
                if (label[j] < 0 && points.weights()[j] > 0 && near(points, seed, j, metres)) {
                    label[j] = cluster;
                }
            }
        }
    }

    private static boolean isSouthWestOf(WeightedPoints points, int i, int j) {
        return points.northings()[i] < points.northings()[j]
                || (points.northings()[i] == points.northings()[j] && points.eastings()[i] < points.eastings()[j]);
    }

    private static boolean near(WeightedPoints points, int i, int j, double metres) {
        double across = points.eastings()[i] - points.eastings()[j];
        double up = points.northings()[i] - points.northings()[j];
        return across * across + up * up <= metres * metres;
    }

    /** By construction: nine tight groups of three in a row of three blocks, far apart: 9, then 3, then 1. */
    @Test
    void centresAreClusteredAgain() {
        double[] eastings = new double[27];
        for (int i = 0; i < 27; i++) {
            eastings[i] = i / 9 * 1000 + i % 9 / 3 * 100 + i % 3 * 10;
        }
        Threshold widening = events -> events == 27 ? 20 : events == 9 ? 200 : 2000;
        List<Level> levels = NearestNeighbourHierarchy.levels(onALine(eastings), widening, 3);

        assertThat(levels).extracting(Level::count).containsExactly(9, 3, 1);
        assertThat(levels.get(0).centres().eastings())
                .containsExactly(10, 110, 210, 1010, 1110, 1210, 2010, 2110, 2210);
        assertThat(levels.get(1).centres().eastings()).containsExactly(110, 1110, 2110);
        assertThat(levels.get(2).centres().eastings()[0]).isCloseTo(1110, within(1e-9));
        assertThat(levels.get(1).label()).containsExactly(0, 0, 0, 1, 1, 1, 2, 2, 2);
    }

    /** The largest of all comes first, whatever the order of the points; a distance exactly at the threshold is in. */
    @Test
    void theFullestIsTheFirst() {
        Level level =
                NearestNeighbourHierarchy.level(onALine(0, 10, 20, 500, 510, 520, 530, 900), Threshold.fixed(20), 3);
        assertThat(level.events()).containsExactly(4, 3);
        assertThat(level.label()).containsExactly(1, 1, 1, 0, 0, 0, 0, -1);
    }

    @Test
    void aWeightIsThatManyPointsAndOrderDoesNotMatter() {
        WeightedPoints points = County.random(8, 600, 80, false);
        Level level = NearestNeighbourHierarchy.level(points, Threshold.fixed(7), 5);
        WeightedPoints other = County.shuffled(points.collapsed(), 9);
        Level again = NearestNeighbourHierarchy.level(other, Threshold.fixed(7), 5);

        assertThat(again.events()).isEqualTo(level.events()).hasSizeGreaterThan(3);
        for (int cluster = 0; cluster < level.count(); cluster++) {
            assertThat(again.centres().eastings()[cluster])
                    .isCloseTo(level.centres().eastings()[cluster], within(1e-6));
        }
    }

    @Test
    void degenerateInputHasNoClusters() {
        assertThat(NearestNeighbourHierarchy.levels(onALine(), Threshold.fixed(10), 2))
                .isEmpty();
        assertThat(NearestNeighbourHierarchy.levels(onALine(5), Threshold.fixed(10), 2))
                .isEmpty();
        // Three events in 1 m2, t of 100: closer than chance would be is closer than nothing.
        assertThat(NearestNeighbourHierarchy.level(onALine(5, 5, 5), Threshold.random(100, 1), 2)
                        .label())
                .containsExactly(-1, -1, -1);
        assertThatThrownBy(() -> NearestNeighbourHierarchy.level(onALine(1), Threshold.fixed(1), 1))
                .hasMessage("min_points=1: at least 2");
    }

    /** The p of the largest of a random map is uniform: about one map in ten has p at most 0.1. */
    @Test
    void randomMapsAreSeldomUnusual() {
        Ground ground = Ground.rectangle(new Bounds(0, 0, 4000, 3000));
        LargestByChance chance = NearestNeighbourHierarchy.byChance(150, 150, ground, 199, new SeededRandom(4));
        SeededRandom random = new SeededRandom(5);
        int unusual = 0;
        for (int map = 0; map < 200; map++) {
            double[] eastings = new double[150];
            double[] northings = new double[150];
            ground.strew(random, eastings, northings);
            Level level = NearestNeighbourHierarchy.level(
                    WeightedPoints.unweighted(eastings, northings), Threshold.fixed(150), 2);
            unusual += chance.p(level.events()[0]) <= 0.1 ? 1 : 0;
        }
        // Sizes are whole numbers, so the test may keep below 0.1; 200 maps: 20 and four standard deviations.
        assertThat(unusual).isLessThanOrEqualTo(37);
        assertThat(chance.p(40)).isEqualTo(1 / 200.0);
        assertThat(chance.p(0)).isEqualTo(1);
        assertThat(chance.simulations()).isEqualTo(199);
    }

    private static WeightedPoints onALine(double... eastings) {
        return WeightedPoints.unweighted(eastings, new double[eastings.length]);
    }
}
