package org.hotspots.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Clusters and what they become as the distance grows, from links in order of height; and the choice among them by
 * excess of mass. See {@link Hdbscan} for the terms.
 */
final class ClusterTree {
    private static final int NONE = -1;

    private final int minPoints;
    private final DisjointSets sets;
    /** By root of a set: its events, the cluster it is, and, of a set that is no cluster yet, its places as a chain. */
    private final long[] events;

    private final int[] clusterOfSet;
    private final int[] lastOfChain;
    private final int[] nextInChain;
    /** By place: the cluster it first joined. */
    private final int[] joined;

    private final List<Cluster> clusters = new ArrayList<>();

    /** A group of at least minPoints events while it grows. Its children have smaller numbers than itself. */
    private static final class Cluster {
        int parent = NONE;
        long events;
        /** Sum over its events of 1/(height at which each joined). */
        double closeness;
        /** Excess of mass, once it has joined others. */
        double stability;
        /** The best that can be had of it and those below it. */
        double best;

        double bestOfChildren;
        boolean chosen;

        void take(long more, double height) {
            events += more;
            closeness += more / height;
        }

        void closeAt(double height) {
            stability = closeness - events / height;
        }
    }

    private ClusterTree(EventPlaces places, int minPoints) {
        int size = places.size();
        this.minPoints = minPoints;
        this.sets = new DisjointSets(size);
        this.events = Arrays.stream(places.counts()).asLongStream().toArray();
        this.clusterOfSet = new int[size];
        this.lastOfChain = new int[size];
        this.nextInChain = new int[size];
        this.joined = new int[size];
        Arrays.fill(clusterOfSet, NONE);
        Arrays.fill(nextInChain, NONE);
        Arrays.fill(joined, NONE);
        for (int i = 0; i < size; i++) {
            lastOfChain[i] = i;
        }
    }

    static ClusterTree of(EventPlaces places, ReachTree links, int minPoints) {
        ClusterTree tree = new ClusterTree(places, minPoints);
        int from = 0;
        while (from < links.height().length) {
            int to = from + 1;
            while (to < links.height().length && links.height()[to] == links.height()[from]) {
                to++;
            }
            tree.join(links, from, to);
            from = to;
        }
        tree.choose();
        return tree;
    }

    /** Per place the number of the chosen cluster it is of, or -1. */
    int[] chosenOfPlace() {
        int[] chosen = joined.clone();
        for (int i = 0; i < chosen.length; i++) {
            while (chosen[i] != NONE && !clusters.get(chosen[i]).chosen) {
                chosen[i] = clusters.get(chosen[i]).parent;
            }
        }
        return chosen;
    }

    /** All links of one height at once: every set of sets that they tie together becomes one. */
    private void join(ReachTree links, int from, int to) {
        double height = links.height()[from];
        int[] ends = new int[2 * (to - from)];
        for (int link = from; link < to; link++) {
            ends[2 * (link - from)] = sets.root(links.one()[link]);
            ends[2 * (link - from) + 1] = sets.root(links.other()[link]);
        }
        int[] parts = Arrays.stream(ends).sorted().distinct().toArray();
        for (int k = 0; k < ends.length; k += 2) {
            sets.unite(ends[k], ends[k + 1]);
        }
        // A root is the smallest number of its set, so it comes before the other parts of its set.
        Arrays.stream(parts)
                .boxed()
                .collect(Collectors.groupingBy(sets::root, TreeMap::new, Collectors.toList()))
                .forEach((root, partsOfSet) -> merge(root, partsOfSet, height));
    }

    private void merge(int root, List<Integer> parts, double height) {
        List<Integer> grown = parts.stream()
                .map(part -> clusterOfSet[part])
                .filter(cluster -> cluster != NONE)
                .toList();
        long total = parts.stream().mapToLong(part -> events[part]).sum();
        int cluster = NONE;
        if (grown.size() == 1) {
            cluster = grown.get(0);
        } else if (grown.size() > 1 || total >= minPoints) {
            cluster = clusters.size();
            clusters.add(new Cluster());
        }
        for (int part : parts) {
            if (cluster == NONE) {
                chain(root, part);
            } else if (clusterOfSet[part] != cluster) {
                clusters.get(cluster).take(events[part], height);
                hand(part, cluster, height);
            }
        }
        events[root] = total;
        clusterOfSet[root] = cluster;
    }

    /** A part becomes one with a cluster: a cluster as its child, anything smaller place by place. */
    private void hand(int part, int cluster, double height) {
        if (clusterOfSet[part] != NONE) {
            clusters.get(clusterOfSet[part]).parent = cluster;
            clusters.get(clusterOfSet[part]).closeAt(height);
            return;
        }
        for (int place = part; place != NONE; place = nextInChain[place]) {
            joined[place] = cluster;
        }
    }

    private void chain(int root, int part) {
        if (part != root) {
            nextInChain[lastOfChain[root]] = part;
            lastOfChain[root] = lastOfChain[part];
        }
    }

    /** Children come before parents, so one pass finds the best of each; another, downwards, keeps the topmost. */
    private void choose() {
        for (Cluster cluster : clusters) {
            boolean whole = cluster.parent == NONE;
            cluster.chosen = !whole && cluster.stability >= cluster.bestOfChildren;
            cluster.best = cluster.chosen ? cluster.stability : cluster.bestOfChildren;
            if (!whole) {
                clusters.get(cluster.parent).bestOfChildren += cluster.best;
            }
        }
        boolean[] covered = new boolean[clusters.size()];
        for (int i = clusters.size() - 1; i >= 0; i--) {
            Cluster cluster = clusters.get(i);
            boolean above = cluster.parent != NONE && covered[cluster.parent];
            cluster.chosen &= !above;
            covered[i] = above || cluster.chosen;
        }
    }
}
