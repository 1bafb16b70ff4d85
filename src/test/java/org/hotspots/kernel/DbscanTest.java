package org.hotspots.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hotspots.kernel.Dbscan.Clusters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DbscanTest {
    /** California redwood saplings in a unit square (Strauss 1975, Ripley 1977), as R package spatstat has them. */
    private static final WeightedPoints REDWOODS = WeightedPoints.unweighted(
            new double[] {
                0.36, 0.44, 0.48, 0.48, 0.5, 0.76, 0.78, 0.78, 0.84, 0.86, 0.9, 0.9, 0.9, 0.9, 0.18, 0.18, 0.2, 0.6,
                0.62, 0.64, 0.64, 0.68, 0.68, 0.7, 0.72, 0.1, 0.12, 0.12, 0.14, 0.18, 0.18, 0.2, 0.2, 0.22, 0.24, 0.52,
                0.5, 0.58, 0.94, 0.96, 0.22, 0.22, 0.26, 0.44, 0.48, 0.5, 0.9, 0.9, 0.48, 0.52, 0.56, 0.999, 0.44, 0.48,
                0.34, 0.38, 0.26, 0.4, 0.28, 0.74, 0.86, 0.96
            },
            new double[] {
                -0.08, -0.1, -0.08, -0.14, -0.1, -0.14, -0.12, -0.16, -0.08, -0.18, -0.08, -0.1, -0.16, -0.2, -0.4,
                -0.38, -0.42, -0.34, -0.34, -0.36, -0.28, -0.32, -0.24, -0.28, -0.26, -0.58, -0.58, -0.62, -0.58, -0.56,
                -0.54, -0.52, -0.5, -0.46, -0.48, -0.58, -0.6, -0.58, -0.52, -0.54, -0.8, -0.84, -0.7, -0.76, -0.78,
                -0.76, -0.76, -0.78, -0.68, -0.66, -0.64, -0.84, -0.82, -0.82, -0.84, -0.84, -0.86, -0.86, -0.86, -0.9,
                -0.9, -0.96
            });

    /** R package dbscan's labels for eps 0.06, minPts 4; 0 is noise. */
    private static final int[] REDWOOD_LABELS = {
        0, 1, 1, 1, 1, 0, 0, 0, 0, 2, 0, 2, 2, 2, 3, 3, 3, 4, 4, 4, 4, 4, 4, 4, 4, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 0, 0,
        0, 0, 0, 0, 0, 0, 5, 5, 5, 0, 0, 0, 0, 0, 0, 5, 5, 0, 0, 0, 5, 0, 0, 0, 0
    };

    @Test
    void redwoodsHaveFiveClusters() {
        Clusters clusters = Dbscan.cluster(REDWOODS, 0.06, 4);
        int[] sizes = new int[5];
        for (int label : clusters.label()) {
            if (label != Dbscan.NOISE) {
                sizes[label]++;
            }
        }
        assertThat(Arrays.stream(clusters.label()).map(label -> label + 1)).containsExactly(boxed(REDWOOD_LABELS));
        assertThat(clusters.count()).isEqualTo(5);
        assertThat(sizes).containsExactly(4, 4, 13, 8, 6);
        assertThat(noiseIn(clusters)).isEqualTo(27);
    }

    private static Integer[] boxed(int[] values) {
        return Arrays.stream(values).boxed().toArray(Integer[]::new);
    }

    /** The county's answer is that of scikit-learn, R package dbscan and PostGIS; a cluster is named by its first core. */
    @Test
    void theCountyHasTheExactPartition() {
        List<String[]> answers = County.rows("county/dbscan_ref_10000.csv");
        Clusters clusters = Dbscan.cluster(County.points(false), 150, 10);
        Map<Integer, Integer> nameOf = new HashMap<>();
        for (int i = 0; i < answers.size(); i++) {
            if (clusters.core()[i]) {
                nameOf.putIfAbsent(clusters.label()[i], i + 1);
            }
        }
        for (int i = 0; i < answers.size(); i++) {
            String[] answer = answers.get(i);
            assertThat(answer[0]).isEqualTo(Integer.toString(i + 1));
            assertThat(clusters.core()[i]).isEqualTo(answer[1].equals("core"));
            assertThat(nameOf.getOrDefault(clusters.label()[i], -1)).isEqualTo(Integer.parseInt(answer[2]));
        }
        assertThat(clusters.count()).isEqualTo(77);
        assertThat(noiseIn(clusters)).isEqualTo(7136);
    }

    /** By hand: on a line, with eps 10 and 3 points, 0 5 10 and 40 45 50 are clusters, and 25 is noise. */
    @Test
    void threeOnALine() {
        Clusters clusters = Dbscan.cluster(onALine(40, 0, 45, 25, 5, 10, 50), 10, 3);

        assertThat(clusters.label()).containsExactly(0, 1, 0, -1, 1, 1, 0);
        assertThat(clusters.core()).containsExactly(true, true, true, false, true, true, true);
        assertThat(clusters.count()).isEqualTo(2);
    }

    /** By hand: 20 is within 10 of the core points 10 and 30 of two clusters, and has only 3 within 10 itself. */
    @Test
    void aBorderPointOfTwoClustersJoinsTheOneOfLowerNumber() {
        double[] row = {0, 5, 8, 10, 20, 30, 32, 35, 40};
        assertThat(Dbscan.cluster(onALine(row), 10, 4).label()).containsExactly(0, 0, 0, 0, 0, 1, 1, 1, 1);
        double[] reversed = {40, 35, 32, 30, 20, 10, 8, 5, 0};
        assertThat(Dbscan.cluster(onALine(reversed), 10, 4).label()).containsExactly(0, 0, 0, 0, 0, 1, 1, 1, 1);
        assertThat(Dbscan.cluster(onALine(row), 10, 4).core()[4]).isFalse();
    }

    private static WeightedPoints onALine(double... eastings) {
        return WeightedPoints.unweighted(eastings, new double[eastings.length]);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 400, 300, 20, 4",
        "2, 400, 300, 30, 9",
        "3, 300, 60, 5, 4",
        "4, 500, 2000, 60, 3",
        "5, 300, 15, 1, 3",
        "6, 200, 100, 500, 5",
        "7, 600, 120, 5, 3.5",
        "8, 200, 300, 10, 0.5"
    })
    void agreesWithTheDefinition(long seed, int count, int sideMetres, double epsMetres, double minWeight) {
        for (boolean weighted : new boolean[] {false, true}) {
            WeightedPoints points = County.random(seed, count, sideMetres, weighted);
            Clusters expected = byDefinition(points, epsMetres, minWeight);
            Clusters clusters = Dbscan.cluster(points, epsMetres, minWeight);

            assertThat(clusters.core()).isEqualTo(expected.core());
            assertThat(clusters.label()).isEqualTo(expected.label());
            assertThat(clusters.count()).isEqualTo(expected.count());
        }
    }

    /** Over all pairs: clusters spread from each core point not yet reached, in order; then borders. */
    private static Clusters byDefinition(WeightedPoints points, double eps, double minWeight) {
        int n = points.count();
        boolean[] core = new boolean[n];
        for (int i = 0; i < n; i++) {
            double weight = 0;
            for (int j = 0; j < n; j++) {
                weight += near(points, i, j, eps) ? points.weights()[j] : 0;
            }
            core[i] = weight >= minWeight;
        }
        int[] label = new int[n];
        Arrays.fill(label, -1);
        int count = 0;
        for (int i = 0; i < n; i++) {
            if (core[i] && label[i] < 0) {
                label[i] = count;
                spread(points, core, label, count++, eps);
            }
        }
        int[] withBorders = label.clone();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n && !core[i]; j++) {
                if (core[j] && near(points, i, j, eps) && (withBorders[i] < 0 || label[j] < withBorders[i])) {
                    withBorders[i] = label[j];
                }
            }
        }
        return new Clusters(withBorders, core, count);
    }

    private static void spread(WeightedPoints points, boolean[] core, int[] label, int cluster, double eps) {
        boolean grown = true;
        while (grown) {
            grown = false;
            for (int i = 0; i < label.length; i++) {
                for (int j = 0; j < label.length && label[i] == cluster; j++) {
                    if (core[j] && label[j] < 0 && near(points, i, j, eps)) {
                        label[j] = cluster;
                        grown = true;
                    }
                }
            }
        }
    }

    private static boolean near(WeightedPoints points, int i, int j, double eps) {
        double across = points.eastings()[i] - points.eastings()[j];
        double up = points.northings()[i] - points.northings()[j];
        return across * across + up * up <= eps * eps;
    }

    @Test
    void aWeightIsThatManyPoints() {
        WeightedPoints points = County.random(31, 3_000, 150, false);
        WeightedPoints places = points.collapsed();
        Clusters ofPoints = Dbscan.cluster(points, 4, 9);
        Clusters ofPlaces = Dbscan.cluster(places, 4, 9);
        Map<List<Double>, Integer> labelAt = new HashMap<>();
        for (int i = 0; i < places.count(); i++) {
            labelAt.put(List.of(places.eastings()[i], places.northings()[i]), ofPlaces.label()[i]);
        }
        for (int i = 0; i < points.count(); i++) {
            assertThat(ofPoints.label()[i])
                    .isEqualTo(labelAt.get(List.of(points.eastings()[i], points.northings()[i])));
        }
        assertThat(ofPoints.count()).isEqualTo(ofPlaces.count()).isGreaterThan(3);
    }

    @Test
    void orderChangesNeitherCoresNorNoiseNorTheNumberOfClusters() {
        WeightedPoints points = County.random(32, 3_000, 900, true);
        Clusters clusters = Dbscan.cluster(points, 25, 12);
        Clusters shuffled = Dbscan.cluster(County.shuffled(points, 33), 25, 12);

        assertThat(shuffled.count()).isEqualTo(clusters.count()).isGreaterThan(3);
        assertThat(noiseIn(shuffled)).isEqualTo(noiseIn(clusters)).isPositive();
    }

    @Test
    void aStrayPointFarAwayChangesNothing() {
        WeightedPoints points = County.random(34, 500, 400, false);
        Clusters clusters = Dbscan.cluster(points, 15, 4);
        double[] eastings = Arrays.copyOf(points.eastings(), 501);
        double[] northings = Arrays.copyOf(points.northings(), 501);
        eastings[500] = -1e12;
        northings[500] = 1e12;
        Clusters withStray = Dbscan.cluster(WeightedPoints.unweighted(eastings, northings), 15, 4);

        assertThat(Arrays.copyOf(withStray.label(), 500)).isEqualTo(clusters.label());
        assertThat(withStray.label()[500]).isEqualTo(Dbscan.NOISE);
    }

    @Test
    void noPointsOnePointAndEqualPoints() {
        assertThat(Dbscan.cluster(onALine(), 10, 3).count()).isZero();
        assertThat(Dbscan.cluster(onALine(7), 10, 2).label()).containsExactly(-1);
        assertThat(Dbscan.cluster(onALine(7), 10, 1).label()).containsExactly(0);
        assertThat(Dbscan.cluster(onALine(7, 7, 7), 10, 3).label()).containsExactly(0, 0, 0);
    }

    @Test
    void refusesARadiusOrAWeightOfNothing() {
        assertThatThrownBy(() -> Dbscan.cluster(onALine(1), 0, 3)).hasMessage("eps_m=0.0: above 0 and finite");
        assertThatThrownBy(() -> Dbscan.cluster(onALine(1), 1, -3)).hasMessage("min_weight=-3.0: above 0 and finite");
    }

    private static long noiseIn(Clusters clusters) {
        return Arrays.stream(clusters.label())
                .filter(label -> label == Dbscan.NOISE)
                .count();
    }
}
