package org.hotspots.kernel;

/** Sets of the numbers 0 to size - 1 that only grow together. A set's root is its smallest number. */
final class DisjointSets {
    private final int[] parent;

    DisjointSets(int size) {
        parent = new int[size];
        for (int i = 0; i < size; i++) {
            parent[i] = i;
        }
    }

    int root(int number) {
        int at = number;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    void unite(int one, int other) {
        int rootOfOne = root(one);
        int rootOfOther = root(other);
        parent[Math.max(rootOfOne, rootOfOther)] = Math.min(rootOfOne, rootOfOther);
    }
}
