package org.hotspots.kernel;

import java.util.Arrays;
import java.util.function.ToIntFunction;
import org.hotspots.stats.SeededRandom;

/**
 * How large the largest cluster of as many events is when they are strewn at random: many such maps, and from them the
 * probability that chance alone makes a cluster as large as one found. Every cluster is compared with the largest of each
 * random map, so the chance that a random map has any cluster with p at most 0.05 is at most 0.05, however many are found.
 */
public final class LargestByChance {
    private final int[] largest;

    private LargestByChance(int[] largest) {
        this.largest = largest;
        Arrays.sort(largest);
    }

    /**
     * Strews the events again and again. Cost: simulations times that of the function.
     *
     * @param simulations number of random maps, at least 1
     * @param events number of events on each
     * @param largestOf size of the largest cluster of a map, 0 where it has none
     */
    static LargestByChance simulate(
            int simulations, int events, Ground ground, SeededRandom random, ToIntFunction<WeightedPoints> largestOf) {
        if (simulations < 1) {
            throw new IllegalArgumentException("simulations=" + simulations + ": at least 1");
        }
        int[] largest = new int[simulations];
        double[] eastings = new double[events];
        double[] northings = new double[events];
        for (int k = 0; k < simulations; k++) {
            ground.strew(random, eastings, northings);
            largest[k] = largestOf.applyAsInt(WeightedPoints.unweighted(eastings, northings));
        }
        return new LargestByChance(largest);
    }

    /** Number of random maps. */
    public int simulations() {
        return largest.length;
    }

    /** (1 + random maps whose largest cluster has at least so many events) / (1 + random maps). */
    public double p(int events) {
        int below = 0;
        while (below < largest.length && largest[below] < events) {
            below++;
        }
        return (1.0 + largest.length - below) / (1 + largest.length);
    }
}
