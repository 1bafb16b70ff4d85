package org.hotspots.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.hotspots.stats.SeededRandom;

/**
 * Nearest-neighbour hierarchical clusters (NNH; Levine, CrimeStat IV, chapter 7).
 *
 * <p>The event with most events within a threshold distance, itself included, is the seed of the first cluster, which takes
 * all of them; of the rest the same, and so on while a seed has enough. Of equal seeds the southernmost is first, then the
 * westernmost. The mean centres of the clusters are then clustered the same way, with a threshold of their own, and so on
 * until no cluster is found. Distances are closed. Documentation: {@code src/docs/methods/nnh-stac.md}.
 */
public final class NearestNeighbourHierarchy {
    /** The label of an event in no cluster. */
    public static final int NONE = -1;

    private static final int FEWEST_SQUARES = 1 << 10;
    private static final Comparator<Seed> MOST_FIRST = Comparator.comparingInt(Seed::events)
            .reversed()
            .thenComparingDouble(Seed::northing)
            .thenComparingDouble(Seed::easting);

    private NearestNeighbourHierarchy() {}

    /** How close events of a cluster must be to its seed. */
    @FunctionalInterface
    public interface Threshold {
        /** The distance in metres for so many events or centres; below 0 or 0 where none is close enough. */
        double metres(int events);

        /** The same distance at every level. */
        static Threshold fixed(double metres) {
            return events -> metres;
        }

        /**
         * What two events that are nearest neighbours by chance are seldom closer than: 0.5 sqrt(A/N) - t 0.26136 /
         * sqrt(N^2/A), the expected mean distance less t standard errors.
         *
         * @param t standard errors; 1.645 for one side and 5 %
         * @param areaM2 A
         */
        static Threshold random(double t, double areaM2) {
            return events -> NearestNeighbourIndex.expectedMetres(events, areaM2)
                    - t * NearestNeighbourIndex.standardErrorMetres(events, areaM2);
        }
    }

    /**
     * Clusters of one level.
     *
     * @param thresholdMetres the distance used
     * @param label per event, or per cluster of the level before, the number of its cluster, or {@link #NONE}; numbered
     *     from 0 in the order found, so that events never rise
     * @param events events of each cluster; above the first level, clusters of the level before
     * @param centres mean centre of each cluster; its weight is the number of events
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Level(double thresholdMetres, int[] label, int[] events, WeightedPoints centres) {
        /** Number of clusters. */
        public int count() {
            return events.length;
        }
    }

    /**
     * Every level with at least one cluster, the clusters of events first. Cost: pairs of places within the threshold,
     * some times over.
     *
     * @param points weights are whole numbers of events
     * @param leastEvents least size of a cluster, at every level; at least 2
     */
    public static List<Level> levels(WeightedPoints points, Threshold threshold, int leastEvents) {
        List<Level> levels = new ArrayList<>();
        Level level = level(points, threshold, leastEvents);
        while (level.count() > 0) {
            levels.add(level);
            WeightedPoints centres = level.centres();
            double[] one = new double[centres.count()];
            Arrays.fill(one, 1);
            level = level(
                    new WeightedPoints(centres.eastings(), centres.northings(), one, one.length),
                    threshold,
                    leastEvents);
        }
        return List.copyOf(levels);
    }

    /** One level; see {@link #levels}. */
    public static Level level(WeightedPoints points, Threshold threshold, int leastEvents) {
        if (leastEvents < 2) {
            throw new IllegalArgumentException("min_points=" + leastEvents + ": at least 2");
        }
        EventPlaces places = EventPlaces.of(points);
        double metres = places.events() == 0 ? 0 : threshold.metres(places.events());
        if (!(metres > 0)) {
            int[] label = new int[points.count()];
            Arrays.fill(label, NONE);
            return new Level(
                    metres, label, new int[0], new WeightedPoints(new double[0], new double[0], new double[0], 0));
        }
        return new Search(places, metres).level(leastEvents);
    }

    /**
     * Random maps of as many events: what the largest cluster of each has. By the definition of a cluster that is the
     * greatest number of events within the threshold of any.
     */
    public static LargestByChance byChance(
            int events, double thresholdMetres, Ground ground, int simulations, SeededRandom random) {
        return LargestByChance.simulate(simulations, events, ground, random, map -> mostWithin(map, thresholdMetres));
    }

    private static int mostWithin(WeightedPoints points, double metres) {
        EpsGrid grid = EpsGrid.of(points, metres, Math.max(FEWEST_SQUARES, 4 * points.count()));
        double most = 0;
        for (int slot = 0; slot < grid.size(); slot++) {
            most = Math.max(most, grid.weightWithin(slot));
        }
        return (int) most;
    }

    private record Seed(int slot, int events, double easting, double northing) {}

    /** The search for the seeds of one level, over the slots of a grid. */
    private static final class Search {
        private final EventPlaces places;
        private final double metres;
        private final EpsGrid grid;
        private final int[] cluster;
        private final BitSet left;

        Search(EventPlaces places, double metres) {
            this.places = places;
            this.metres = metres;
            this.grid = EpsGrid.of(places.points(), metres);
            this.cluster = new int[places.size()];
            this.left = new BitSet();
            Arrays.fill(cluster, NONE);
            left.set(0, places.size());
        }

        Level level(int leastEvents) {
            PriorityQueue<Seed> seeds = new PriorityQueue<>(MOST_FIRST);
            for (int place = 0; place < places.size(); place++) {
                offer(seeds, grid.slotOfPlace()[place], place, leastEvents);
            }
            int[] placeOfSlot = placeOfSlot();
            List<Integer> sizes = new ArrayList<>();
            while (!seeds.isEmpty()) {
                Seed seed = seeds.remove();
                if (!left.get(seed.slot())) {
                    continue;
                }
                // Clusters found since may have taken some of its events; then it stands again for what is left.
                if ((int) grid.weightWithin(seed.slot(), left) == seed.events()) {
                    take(seed, sizes.size());
                    sizes.add(seed.events());
                } else {
                    offer(seeds, seed.slot(), placeOfSlot[seed.slot()], leastEvents);
                }
            }
            return told(sizes.stream().mapToInt(Integer::intValue).toArray());
        }

        private void offer(PriorityQueue<Seed> seeds, int slot, int place, int leastEvents) {
            int events = (int) grid.weightWithin(slot, left);
            if (events >= leastEvents) {
                seeds.add(new Seed(slot, events, places.eastings()[place], places.northings()[place]));
            }
        }

        private void take(Seed seed, int number) {
            for (int slot : grid.slotsWithin(seed.slot(), left)) {
                cluster[slot] = number;
                left.clear(slot);
            }
        }

        private int[] placeOfSlot() {
            int[] placeOfSlot = new int[places.size()];
            for (int place = 0; place < placeOfSlot.length; place++) {
                placeOfSlot[grid.slotOfPlace()[place]] = place;
            }
            return placeOfSlot;
        }

        private Level told(int[] events) {
            int[] labelOfPlace = new int[places.size()];
            double[] eastings = new double[events.length];
            double[] northings = new double[events.length];
            for (int place = 0; place < labelOfPlace.length; place++) {
                int number = cluster[grid.slotOfPlace()[place]];
                labelOfPlace[place] = number;
                if (number != NONE) {
                    eastings[number] += places.counts()[place] * places.eastings()[place];
                    northings[number] += places.counts()[place] * places.northings()[place];
                }
            }
            for (int number = 0; number < events.length; number++) {
                eastings[number] /= events[number];
                northings[number] /= events[number];
            }
            double[] weights = Arrays.stream(events).asDoubleStream().toArray();
            return new Level(
                    metres,
                    places.perPoint(labelOfPlace, NONE),
                    events,
                    new WeightedPoints(eastings, northings, weights, events.length));
        }
    }
}
