package org.hotspots.kernel;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The least links that join all places, by the distance at which they reach each other: a minimum spanning tree, links
 * in order of height. A place with at least minPoints events of its own has a link to itself: there it is a cluster.
 *
 * @param one one end of each link
 * @param other the other end
 * @param height metres at which the two join
 */
@SuppressWarnings("ArrayRecordComponent")
record ReachTree(int[] one, int[] other, double[] height) {

    static ReachTree of(EventPlaces places, int minPoints, double grainMetres) {
        PlaceTree tree = PlaceTree.of(places);
        double[] coreSquares = new double[places.size()];
        for (int i = 0; i < coreSquares.length; i++) {
            double core = tree.reach(places.eastings()[i], places.northings()[i], minPoints);
            coreSquares[i] = Math.max(core, grainMetres) * Math.max(core, grainMetres);
        }
        int[] heaps = IntStream.range(0, places.size())
                .filter(i -> places.counts()[i] >= minPoints)
                .toArray();
        int links = Math.max(places.size() - 1, 0) + heaps.length;
        ReachTree unsorted = new ReachTree(new int[links], new int[links], new double[links]);
        unsorted.span(places, coreSquares);
        for (int k = 0; k < heaps.length; k++) {
            int link = links - heaps.length + k;
            unsorted.one[link] = heaps[k];
            unsorted.other[link] = heaps[k];
            unsorted.height[link] = Math.sqrt(coreSquares[heaps[k]]);
        }
        return unsorted.sorted();
    }

    /**
     * Prim's algorithm: from the tree so far to each place outside it the least reach is kept. The places outside stand
     * together at the front of the arrays, each with its coordinates, so that the loop runs straight through memory.
     */
    private void span(EventPlaces places, double[] coreSquares) {
        int outside = places.size();
        double[] eastings = places.eastings().clone();
        double[] northings = places.northings().clone();
        double[] cores = coreSquares.clone();
        int[] place = IntStream.range(0, outside).toArray();
        int[] from = new int[outside];
        double[] least = new double[outside];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        int taken = outside - 1;
        for (int link = 0; link < places.size() - 1; link++) {
            double easting = eastings[taken];
            double northing = northings[taken];
            double core = cores[taken];
            int number = place[taken];
            outside--;
            eastings[taken] = eastings[outside];
            northings[taken] = northings[outside];
            cores[taken] = cores[outside];
            place[taken] = place[outside];
            from[taken] = from[outside];
            least[taken] = least[outside];
            int next = 0;
            double nearest = Double.POSITIVE_INFINITY;
            for (int i = 0; i < outside; i++) {
                double across = eastings[i] - easting;
                double up = northings[i] - northing;
                double reach = Math.max(Math.max(core, cores[i]), across * across + up * up);
                if (reach < least[i]) {
                    least[i] = reach;
                    from[i] = number;
                }
                if (least[i] < nearest) {
                    nearest = least[i];
                    next = i;
                }
            }
            one[link] = from[next];
            other[link] = place[next];
            height[link] = Math.sqrt(nearest);
            taken = next;
        }
    }

    private ReachTree sorted() {
        int[] order = IntStream.range(0, height.length)
                .boxed()
                .sorted((a, b) -> Double.compare(height[a], height[b]))
                .mapToInt(Integer::intValue)
                .toArray();
        ReachTree sorted = new ReachTree(new int[height.length], new int[height.length], new double[height.length]);
        for (int link = 0; link < order.length; link++) {
            sorted.one[link] = one[order[link]];
            sorted.other[link] = other[order[link]];
            sorted.height[link] = height[order[link]];
        }
        return sorted;
    }
}
