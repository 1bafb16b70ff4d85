package org.hotspots.kernel;

/** Density-based clusters. */
public final class Dbscan {
    private Dbscan() {}

    /**
     * Clusters of points.
     *
     * @param label per point the number of its cluster, or -1 for noise
     * @param core per point whether it is a core point
     * @param count number of clusters
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Clusters(int[] label, boolean[] core, int count) {}

    public static Clusters cluster(WeightedPoints points, double epsMetres, double minWeight) {
        throw new UnsupportedOperationException();
    }
}
