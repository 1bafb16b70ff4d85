package org.hotspots.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.hotspots.kernel.Hdbscan.Clusters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HdbscanTest {

    /**
     * Whole metres in small squares: many places with several events, many equal distances; sizes, spread and grain
     * differ.
     */
    @ParameterizedTest
    @CsvSource({
        "1, 120, 300, 5, 1",
        "2, 150, 40, 4, 1",
        "3, 150, 40, 6, 3",
        "4, 180, 15, 8, 1",
        "5, 90, 2000, 3, 1",
        "6, 60, 30, 2, 0.25",
        "7, 140, 100, 10, 8",
        "8, 100, 5, 12, 1.5"
    })
    void agreesWithTheDefinitionFromTheTopDown(long seed, int count, int side, int minPoints, double grain) {
        WeightedPoints points = County.random(seed, count, side, false);
        assertThat(Hdbscan.cluster(points, minPoints, grain).label())
                .isEqualTo(new TopDown(points, minPoints, grain).label());
    }

    @Test
    void aWeightIsThatManyPoints() {
        WeightedPoints points = County.random(21, 700, 60, false);
        WeightedPoints places = points.collapsed();
        int[] ofPlaces = Hdbscan.cluster(places, 6, 1).label();
        Map<List<Double>, Integer> labelAt = new HashMap<>();
        for (int i = 0; i < places.count(); i++) {
            labelAt.put(List.of(places.eastings()[i], places.northings()[i]), ofPlaces[i]);
        }
        int[] ofPoints = Hdbscan.cluster(points, 6, 1).label();
        for (int i = 0; i < points.count(); i++) {
            assertThat(ofPoints[i]).isEqualTo(labelAt.get(List.of(points.eastings()[i], points.northings()[i])));
        }
        assertThat(places.count()).isLessThan(points.count());
        assertThat(Arrays.stream(ofPoints).max().orElseThrow()).isGreaterThan(3);
    }

    @Test
    void orderChangesNoCluster() {
        WeightedPoints points = County.random(22, 600, 150, true);
        WeightedPoints shuffled = County.shuffled(points, 23);
        assertThat(clustersOf(shuffled, Hdbscan.cluster(shuffled, 7, 1)))
                .isEqualTo(clustersOf(points, Hdbscan.cluster(points, 7, 1)))
                .hasSizeGreaterThan(3);
    }

    private static Set<String> clustersOf(WeightedPoints points, Clusters clusters) {
        TreeSet<String> found = new TreeSet<>();
        for (int cluster = 0; cluster < clusters.count(); cluster++) {
            TreeSet<String> places = new TreeSet<>();
            for (int i = 0; i < points.count(); i++) {
                if (clusters.label()[i] == cluster && points.weights()[i] > 0) {
                    places.add(points.eastings()[i] + " " + points.northings()[i]);
                }
            }
            found.add(places.toString());
        }
        return found;
    }

    /** Powers of two change no digit of a difference, so everything scales exactly. */
    @Test
    void placeAndScaleDoNotMatter() {
        WeightedPoints points = County.random(24, 400, 200, false);
        WeightedPoints moved = WeightedPoints.unweighted(
                Arrays.stream(points.eastings()).map(e -> 4 * (e - 430_000)).toArray(),
                Arrays.stream(points.northings()).map(n -> 4 * (n + 1024)).toArray());
        Clusters clusters = Hdbscan.cluster(points, 5, 2);

        assertThat(Hdbscan.cluster(moved, 5, 8).label()).isEqualTo(clusters.label());
        assertThat(clusters.count()).isGreaterThan(3);
    }

    /**
     * By hand: at 240 the stray at 260 reaches both groups, so it joins what they become together, and is of neither. At
     * 250 it would reach the nearer one first, and be of it.
     */
    @Test
    void twoGroupsAndAStray() {
        assertThat(Hdbscan.cluster(onALine(500, 0, 10, 260, 510, 20, 520), 3, 1).label())
                .containsExactly(0, 1, 1, -1, 0, 1, 0);
        assertThat(Hdbscan.cluster(onALine(500, 0, 10, 250, 510, 20, 520), 3, 1).label())
                .containsExactly(0, 1, 1, 1, 0, 1, 0);
    }

    /** Places nearer than the grain are not told apart, so a grain as wide as the map leaves the whole, no cluster. */
    @Test
    void theGrainBoundsWhatIsToldApart() {
        WeightedPoints heaps = onALine(0, 0, 0, 40, 40, 40, 1000, 1000, 1000);
        assertThat(Hdbscan.cluster(heaps, 3, 1).count()).isEqualTo(3);
        assertThat(Hdbscan.cluster(heaps, 3, 50).label()).containsExactly(0, 0, 0, 0, 0, 0, 1, 1, 1);
        assertThat(Hdbscan.cluster(heaps, 3, 2000).count()).isZero();
    }

    @Test
    void noPointsOnePointEqualPointsAndWeightsOfNothing() {
        assertThat(Hdbscan.cluster(onALine(), 3, 1).count()).isZero();
        assertThat(Hdbscan.cluster(onALine(7), 2, 1).label()).containsExactly(-1);
        assertThat(Hdbscan.cluster(onALine(7, 7, 7, 7), 2, 1).label()).containsExactly(-1, -1, -1, -1);
        WeightedPoints none = new WeightedPoints(new double[] {1, 2}, new double[2], new double[2], 2);
        assertThat(Hdbscan.cluster(none, 2, 1).label()).containsExactly(-1, -1);
    }

    @Test
    void refusesWhatHasNoMeaning() {
        assertThatThrownBy(() -> Hdbscan.cluster(onALine(1), 1, 1)).hasMessage("min_points=1: at least 2");
        assertThatThrownBy(() -> Hdbscan.cluster(onALine(1), 2, 0)).hasMessage("grain_m=0.0: above 0 and finite");
        WeightedPoints half = new WeightedPoints(new double[1], new double[1], new double[] {1.5}, 1);
        assertThatThrownBy(() -> Hdbscan.cluster(half, 2, 1)).hasMessage("weight=1.5: a whole number of events");
        double[] many =
                IntStream.rangeClosed(0, Hdbscan.MOST_PLACES).asDoubleStream().toArray();
        assertThatThrownBy(() -> Hdbscan.cluster(onALine(many), 2, 1)).hasMessage("places=50001: at most 50000");
    }

    private static WeightedPoints onALine(double... eastings) {
        return WeightedPoints.unweighted(eastings, new double[eastings.length]);
    }

    /**
     * The definition, point by point and from the whole downwards: as the distance shrinks, a cluster loses points or
     * falls into clusters; its stability is added up on the way.
     */
    private static final class TopDown {
        private final int minPoints;
        private final double[][] reach;
        private final int[] label;

        TopDown(WeightedPoints points, int minPoints, double grain) {
            int n = points.count();
            this.minPoints = minPoints;
            this.reach = new double[n][n];
            this.label = new int[n];
            Arrays.fill(label, -1);
            double[][] metres = new double[n][n];
            double[] core = new double[n];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    double across = points.eastings()[i] - points.eastings()[j];
                    double up = points.northings()[i] - points.northings()[j];
                    metres[i][j] = Math.sqrt(across * across + up * up);
                }
                double[] sorted = metres[i].clone();
                Arrays.sort(sorted);
                core[i] = Math.max(sorted[minPoints - 1], grain);
            }
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    reach[i][j] = Math.max(metres[i][j], Math.max(core[i], core[j]));
                }
            }
        }

        /** A division of a cluster's points, and how stable it is. */
        private record Best(double stability, List<List<Integer>> clusters) {}

        int[] label() {
            List<Integer> all = IntStream.range(0, label.length).boxed().toList();
            List<List<Integer>> chosen =
                    new ArrayList<>(fall(all, Double.POSITIVE_INFINITY).below().clusters());
            chosen.sort((a, b) -> Integer.compare(a.get(0), b.get(0)));
            for (int k = 0; k < chosen.size(); k++) {
                for (int i : chosen.get(k)) {
                    label[i] = k;
                }
            }
            return label;
        }

        private record Fall(double stability, Best below) {}

        private Best best(List<Integer> points, double birth) {
            Fall fall = fall(points, birth);
            return fall.stability() >= fall.below().stability()
                    ? new Best(fall.stability(), List.of(points))
                    : fall.below();
        }

        private Fall fall(List<Integer> points, double birth) {
            double stability = 0;
            List<Integer> left = points;
            while (true) {
                double height = greatestBreak(left);
                List<List<Integer>> parts = partsBelow(left, height);
                List<List<Integer>> big =
                        parts.stream().filter(part -> part.size() >= minPoints).toList();
                int staying = big.size() == 1 ? big.get(0).size() : 0;
                stability += (left.size() - staying) * (1 / height - 1 / birth);
                if (big.size() != 1) {
                    double sum = 0;
                    List<List<Integer>> clusters = new ArrayList<>();
                    for (List<Integer> part : big) {
                        Best best = best(part, height);
                        sum += best.stability();
                        clusters.addAll(best.clusters());
                    }
                    return new Fall(stability, new Best(sum, clusters));
                }
                left = big.get(0);
            }
        }

        /** The greatest distance below which the points no longer all hang together, nor each with itself. */
        private double greatestBreak(List<Integer> points) {
            TreeSet<Double> heights = new TreeSet<>();
            for (int i : points) {
                for (int j : points) {
                    heights.add(reach[i][j]);
                }
            }
            for (double height : heights.descendingSet()) {
                if (partsBelow(points, height).size() != 1) {
                    return height;
                }
            }
            throw new IllegalStateException("points that hang together at every distance");
        }

        /** Components by links under the height; a point whose link to itself is not under it is gone. */
        private List<List<Integer>> partsBelow(List<Integer> points, double height) {
            List<List<Integer>> parts = new ArrayList<>();
            List<Integer> open = new ArrayList<>(
                    points.stream().filter(i -> reach[i][i] < height).toList());
            while (!open.isEmpty()) {
                List<Integer> part = new ArrayList<>(List.of(open.remove(0)));
                for (int k = 0; k < part.size(); k++) {
                    int i = part.get(k);
                    List<Integer> near =
                            open.stream().filter(j -> reach[i][j] < height).toList();
                    part.addAll(near);
                    open.removeAll(near);
                }
                part.sort(null);
                parts.add(part);
            }
            return parts;
        }
    }
}
