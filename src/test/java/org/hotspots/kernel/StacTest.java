package org.hotspots.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hotspots.geo.Bounds;
import org.hotspots.kernel.Stac.Cluster;
import org.hotspots.kernel.Stac.Clusters;
import org.hotspots.kernel.Stac.Settings;
import org.hotspots.stats.SeededRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StacTest {

    @ParameterizedTest
    @CsvSource({
        "1, 300, 400, 20, 10, 4",
        "2, 300, 400, 20, 20, 4",
        "3, 200, 100, 7, 4, 3",
        "4, 150, 900, 60, 45, 3",
        "5, 100, 20, 300, 150, 5"
    })
    void agreesWithAllCircles(long seed, int count, int side, double radius, double spacing, int least) {
        WeightedPoints points = County.random(seed, count, side, true).collapsed();
        assertThat(Stac.cluster(points, new Settings(radius, spacing, least)).label())
                .isEqualTo(byAllCircles(points, radius, spacing, least));
    }

    /** Every circle of the lattice near the points against every point; then circles that share an event, as chains. */
    private static int[] byAllCircles(WeightedPoints points, double radius, double spacing, int least) {
        double step = spacing * Math.sqrt(3) / 2;
        Bounds bounds = points.bounds().grownBy(radius);
        List<List<Integer>> groups = new ArrayList<>();
        for (int row = (int) (bounds.minNorthing() / step); row <= bounds.maxNorthing() / step + 1; row++) {
            for (int column = (int) (bounds.minEasting() / spacing) - 1;
                    column <= bounds.maxEasting() / spacing + 1;
                    column++) {
                double easting = spacing * (column + (row % 2 == 0 ? 0 : 0.5));
                List<Integer> inside = new ArrayList<>();
                double events = 0;
                for (int i = 0; i < points.count(); i++) {
                    double across = easting - points.eastings()[i];
                    double up = spacing * (Math.sqrt(3) / 2) * row - points.northings()[i];
                    if (points.weights()[i] > 0 && across * across + up * up <= radius * radius) {
                        inside.add(i);
                        events += points.weights()[i];
                    }
                }
                if (events >= least) {
                    groups.add(inside);
                }
            }
        }
        int[] label = new int[points.count()];
        Arrays.fill(label, -1);
        int number = 0;
        for (int first = 0; first < groups.size(); first++) {
            if (label[groups.get(first).get(0)] < 0) {
                spread(groups, groups.get(first), label, number++);
            }
        }
        return label;
    }

    private static void spread(List<List<Integer>> groups, List<Integer> first, int[] label, int number) {
        first.forEach(i -> label[i] = number);
        boolean grown = true;
        while (grown) {
            grown = false;
            for (List<Integer> group : groups) {
                boolean touches = group.stream().anyMatch(i -> label[i] == number);
                if (touches && group.stream().anyMatch(i -> label[i] != number)) {
                    group.forEach(i -> label[i] = number);
                    grown = true;
                }
            }
        }
    }

    /**
     * By construction: a heap of five on a lattice point; the circles it lies in are hot, and no others. Their centres lie
     * within 100 of it: with a spacing of 50 those are 1 + 6 + 6 + 6 of the triangular lattice, at 0, 50, 86.6 and 100.
     */
    @Test
    void aHeapLiesInNineteenCircles() {
        WeightedPoints heap =
                new WeightedPoints(new double[] {1000, 3000}, new double[] {0, 0}, new double[] {5, 4}, 2);
        Clusters clusters = Stac.cluster(heap, new Settings(100, 50, 5));

        assertThat(clusters.label()).containsExactly(0, -1);
        assertThat(clusters.clusters()).hasSize(1);
        Cluster cluster = clusters.clusters().get(0);
        assertThat(cluster.events()).isEqualTo(5);
        assertThat(cluster.circles().count()).isEqualTo(19);
        assertThat(cluster.circles().weights()).containsOnly(5);
    }

    /** By construction: heaps 190 m apart share no event of a hot circle, until a single event lies between them. */
    @Test
    void circlesThatShareAnEventAreOne() {
        Settings settings = new Settings(100, 50, 6);
        WeightedPoints apart = new WeightedPoints(new double[] {1000, 1250}, new double[2], new double[] {6, 6}, 2);
        assertThat(Stac.cluster(apart, settings).label()).containsExactly(0, 1);
        WeightedPoints tied =
                new WeightedPoints(new double[] {1000, 1250, 1125}, new double[3], new double[] {6, 6, 1}, 3);
        assertThat(Stac.cluster(tied, settings).label()).containsExactly(0, 0, 0);
    }

    @Test
    void aWeightIsThatManyPointsAndOrderDoesNotMatter() {
        WeightedPoints points = County.random(6, 500, 500, false);
        Settings settings = new Settings(25, 20, 5);
        List<Integer> sizes = sizes(Stac.cluster(points, settings));

        assertThat(sizes(Stac.cluster(County.shuffled(points.collapsed(), 7), settings)))
                .isEqualTo(sizes)
                .hasSizeGreaterThan(3);
    }

    private static List<Integer> sizes(Clusters clusters) {
        return clusters.clusters().stream().map(Cluster::events).toList();
    }

    @Test
    void noPointsAndPointsOfNoWeightHaveNoClusters() {
        Settings settings = new Settings(100, 100, 2);
        assertThat(Stac.cluster(County.random(1, 0, 10, false), settings).clusters())
                .isEmpty();
        assertThat(Stac.cluster(County.random(1, 1, 10, false), settings).label())
                .containsExactly(-1);
        WeightedPoints none = new WeightedPoints(new double[2], new double[2], new double[2], 2);
        assertThat(Stac.cluster(none, settings).label()).containsExactly(-1, -1);
    }

    @Test
    void refusesCirclesThatLeaveGapsOrAreTooMany() {
        assertThatThrownBy(() -> new Settings(0, 0, 2)).hasMessage("radius_m=0.0: above 0 and finite");
        assertThatThrownBy(() -> new Settings(100, 101, 2))
                .hasMessage("spacing_m=101.0: from radius_m / 2 to radius_m (100.0)");
        assertThatThrownBy(() -> new Settings(100, 50, 1)).hasMessage("min_points=1: at least 2");
        WeightedPoints wide = WeightedPoints.unweighted(new double[] {0, 1e6}, new double[] {0, 1e6});
        assertThatThrownBy(() -> Stac.cluster(wide, new Settings(10, 10, 2)))
                .hasMessageStartingWith("spacing_m=10.0: ")
                .hasMessageEndingWith(" circles; at most 16777216");
    }

    /** A heap that no random map has is as unusual as the number of maps can say. */
    @Test
    void aHeapIsUnusual() {
        Ground ground = Ground.rectangle(new Bounds(0, 0, 5000, 5000));
        LargestByChance chance = Stac.byChance(100, new Settings(100, 50, 3), ground, 99, new SeededRandom(2));
        assertThat(chance.p(30)).isEqualTo(0.01);
        assertThat(chance.p(3)).isGreaterThan(0.05);
    }
}
