package org.hotspots.kernel;

import java.util.Arrays;

/**
 * Density-based clusters (DBSCAN; Ester, Kriegel, Sander and Xu 1996).
 *
 * <p>A point is a <em>core</em> point if the weights of the points within eps of it, its own included, come to at least
 * minWeight. Core points within eps of each other are of one cluster. A point that is not core but within eps of a core
 * point is a <em>border</em> point of that core point's cluster; where several clusters reach it, of the one with the
 * lowest number. All others are noise. Clusters are numbered from 0 in the order of their first core point. Distances are
 * closed: a point exactly eps away is within.
 *
 * <p>Documentation: {@code src/docs/methods/dbscan.md}; times: {@code DbscanBenchmark}.
 */
public final class Dbscan {
    /** The label of noise. */
    public static final int NOISE = -1;

    private Dbscan() {}

    /**
     * Clusters of points.
     *
     * @param label per point the number of its cluster, or {@link #NOISE}
     * @param core per point whether it is a core point
     * @param count number of clusters
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Clusters(int[] label, boolean[] core, int count) {}

    /**
     * Clusters points; equal points are worked on as one. Cost: distinct points times those in the nine squares of side
     * eps around each, at worst; looking for core points stops as soon as minWeight is reached.
     *
     * @param epsMetres radius of a neighbourhood, above 0
     * @param minWeight least weight in the neighbourhood of a core point, above 0
     */
    public static Clusters cluster(WeightedPoints points, double epsMetres, double minWeight) {
        requireAboveZero("eps_m", epsMetres);
        requireAboveZero("min_weight", minWeight);
        Collapse collapse = Collapse.of(points);
        EpsGrid grid = EpsGrid.of(collapse.places(), epsMetres);
        boolean[] core = new boolean[grid.size()];
        for (int i = 0; i < core.length; i++) {
            core[i] = grid.weighsAtLeast(minWeight, i);
        }
        int[] cluster = numbered(grid, core, linked(grid, core));
        int count = Arrays.stream(cluster).max().orElse(NOISE) + 1;
        for (int i = 0; i < core.length; i++) {
            if (!core[i]) {
                cluster[i] = grid.lowestClusterAround(i, core, cluster);
            }
        }
        return perPoint(collapse, grid, core, cluster, count);
    }

    /** Sets of core points that hang together. */
    private static DisjointSets linked(EpsGrid grid, boolean[] core) {
        DisjointSets sets = new DisjointSets(core.length);
        for (int i = 0; i < core.length; i++) {
            if (core[i]) {
                grid.linkToLaterCores(i, core, sets);
            }
        }
        return sets;
    }

    /** The cluster of each core point by the grid's order, numbered by first place; {@link #NOISE} for the others. */
    private static int[] numbered(EpsGrid grid, boolean[] core, DisjointSets sets) {
        int[] cluster = new int[core.length];
        int[] numberOfRoot = new int[core.length];
        Arrays.fill(cluster, NOISE);
        Arrays.fill(numberOfRoot, NOISE);
        int[] slotOfPlace = grid.slotOfPlace();
        int next = 0;
        for (int slot : slotOfPlace) {
            if (core[slot]) {
                int root = sets.root(slot);
                if (numberOfRoot[root] == NOISE) {
                    numberOfRoot[root] = next++;
                }
                cluster[slot] = numberOfRoot[root];
            }
        }
        return cluster;
    }

    private static Clusters perPoint(Collapse collapse, EpsGrid grid, boolean[] core, int[] cluster, int count) {
        int[] placeOf = collapse.placeOf();
        int[] slotOfPlace = grid.slotOfPlace();
        int[] label = new int[placeOf.length];
        boolean[] isCore = new boolean[placeOf.length];
        for (int i = 0; i < placeOf.length; i++) {
            int slot = slotOfPlace[placeOf[i]];
            label[i] = cluster[slot];
            isCore[i] = core[slot];
        }
        return new Clusters(label, isCore, count);
    }

    private static void requireAboveZero(String name, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + "=" + value + ": above 0 and finite");
        }
    }
}
