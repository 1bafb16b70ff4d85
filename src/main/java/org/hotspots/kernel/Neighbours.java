package org.hotspots.kernel;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Distances between places, and which places to ask at where all would be too many. */
final class Neighbours {
    private Neighbours() {}

    /**
     * Indices of at most so many places, taken evenly from all of them in the order from south to north and west to east,
     * so that the order of the points is irrelevant; all of them where there are no more.
     */
    static int[] sample(WeightedPoints places, int most) {
        int[] sorted = IntStream.range(0, places.count())
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(i -> places.northings()[i])
                        .thenComparingDouble(i -> places.eastings()[i]))
                .mapToInt(i -> i)
                .toArray();
        if (sorted.length <= most) {
            return sorted;
        }
        return IntStream.range(0, most)
                .map(k -> sorted[(int) ((k + 0.5) * sorted.length / most)])
                .toArray();
    }

    /** From each of the queries, indices of places, the distance to the k-th nearest other place. Cost: all pairs. */
    static double[] distances(WeightedPoints places, int[] queries, int k) {
        double[] distances = new double[queries.length];
        IntStream.range(0, queries.length).parallel().forEach(q -> {
            double[] nearest = new double[k];
            Arrays.fill(nearest, Double.POSITIVE_INFINITY);
            for (int j = 0; j < places.count(); j++) {
                double across = places.eastings()[j] - places.eastings()[queries[q]];
                double up = places.northings()[j] - places.northings()[queries[q]];
                double squared = across * across + up * up;
                if (j != queries[q] && squared < nearest[k - 1]) {
                    insert(squared, nearest);
                }
            }
            distances[q] = Math.sqrt(nearest[k - 1]);
        });
        return distances;
    }

    private static void insert(double value, double[] ascending) {
        int slot = ascending.length - 1;
        while (slot > 0 && ascending[slot - 1] > value) {
            ascending[slot] = ascending[slot - 1];
            slot--;
        }
        ascending[slot] = value;
    }
}
