package org.hotspots.kernel;

import java.util.Arrays;

/**
 * Clusters of every density at once (HDBSCAN*; Campello, Moulavi and Sander 2013), chosen by excess of mass.
 *
 * <p>The core distance of an event is the least distance within which minPoints events lie, its own included. Two events
 * reach each other at the greatest of their distance, their two core distances and the grain. As the distance h grows,
 * events that reach each other at h join; a group of at least minPoints is a cluster, and clusters that join at h become
 * one with them as children. The stability of a cluster is the sum over its events of 1/(h at which the event joined it, or
 * its children joined) - 1/(h at which it joined others). Of every chain of parents and children the most stable division
 * is chosen: a cluster stays where its stability is not below the sum of the best of its children. The whole is never a
 * cluster. Events that join no chosen cluster are noise.
 *
 * <p>All that joins at one h joins at once, where textbooks join in pairs in some order; so the answer does not depend on
 * the order of the points. Documentation: {@code src/docs/methods/hdbscan.md}.
 */
public final class Hdbscan {
    /** The label of noise. */
    public static final int NOISE = -1;

    /** The tree of reaches looks at every pair of places: 1.25 billion of them at this number. */
    public static final int MOST_PLACES = 50_000;

    private Hdbscan() {}

    /**
     * Clusters of points.
     *
     * @param label per point the number of its cluster, or {@link #NOISE}; clusters are numbered from 0 by their first
     *     point
     * @param count number of clusters
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Clusters(int[] label, int count) {}

    /**
     * Clusters points; equal points are worked on as one place. Cost: the square of the number of places in time, its
     * first power in memory.
     *
     * @param points weights are whole numbers of events; at most {@link #MOST_PLACES} places
     * @param minPoints least size of a cluster, and the number that core distances are taken to; at least 2
     * @param grainMetres distances below it count as it, so that equal places are not infinitely dense; above 0
     */
    public static Clusters cluster(WeightedPoints points, int minPoints, double grainMetres) {
        if (minPoints < 2) {
            throw new IllegalArgumentException("min_points=" + minPoints + ": at least 2");
        }
        if (!(grainMetres > 0 && grainMetres < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("grain_m=" + grainMetres + ": above 0 and finite");
        }
        EventPlaces places = EventPlaces.of(points);
        if (places.size() > MOST_PLACES) {
            throw new IllegalArgumentException("places=" + places.size() + ": at most " + MOST_PLACES);
        }
        if (places.events() < minPoints) {
            int[] label = new int[points.count()];
            Arrays.fill(label, NOISE);
            return new Clusters(label, 0);
        }
        ReachTree tree = ReachTree.of(places, minPoints, grainMetres);
        ClusterTree clusters = ClusterTree.of(places, tree, minPoints);
        return numbered(places.perPoint(clusters.chosenOfPlace(), NOISE));
    }

    /** The same clusters, numbered by first point. */
    private static Clusters numbered(int[] label) {
        int[] numberOf = new int[Arrays.stream(label).max().orElse(NOISE) + 1];
        Arrays.fill(numberOf, NOISE);
        int count = 0;
        for (int i = 0; i < label.length; i++) {
            if (label[i] != NOISE) {
                if (numberOf[label[i]] == NOISE) {
                    numberOf[label[i]] = count++;
                }
                label[i] = numberOf[label[i]];
            }
        }
        return new Clusters(label, count);
    }
}
