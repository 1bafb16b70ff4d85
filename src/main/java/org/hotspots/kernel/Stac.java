package org.hotspots.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.hotspots.geo.Bounds;
import org.hotspots.stats.SeededRandom;

/**
 * Hot circles that share events, joined (STAC; Block 1995, CrimeStat IV, chapter 8).
 *
 * <p>Circles of one radius stand on a triangular lattice counted from the origin of the National Grid: row j of circles at
 * northing j s sqrt(3)/2, circle i of it at easting s (i + (j odd ? 1/2 : 0)), where s is the spacing. A circle with at
 * least so many events is hot. Hot circles that share an event are of one cluster, and so on along chains; the events of a
 * cluster are those in its circles. Circles are closed. Unlike CrimeStat, which keeps the 25 fullest circles, all hot
 * circles count. Documentation: {@code src/docs/methods/nnh-stac.md}.
 */
public final class Stac {
    /** The label of an event in no hot circle. */
    public static final int NONE = -1;

    /** Circles that one search may lay out: 64 MB of counts. */
    public static final int MOST_CIRCLES = 1 << 24;

    private static final double ROW_STEP = Math.sqrt(3) / 2;

    private Stac() {}

    /**
     * What makes a circle hot.
     *
     * @param radiusMetres radius of the circles, above 0
     * @param spacingMetres from each circle's centre to the next one's; from half the radius to the radius
     * @param leastEvents events of a hot circle, at least 2
     */
    public record Settings(double radiusMetres, double spacingMetres, int leastEvents) {
        public Settings {
            if (!(radiusMetres > 0 && radiusMetres < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("radius_m=" + radiusMetres + ": above 0 and finite");
            }
            if (!(spacingMetres >= radiusMetres / 2 && spacingMetres <= radiusMetres)) {
                throw new IllegalArgumentException(
                        "spacing_m=" + spacingMetres + ": from radius_m / 2 to radius_m (" + radiusMetres + ")");
            }
            if (leastEvents < 2) {
                throw new IllegalArgumentException("min_points=" + leastEvents + ": at least 2");
            }
        }
    }

    /**
     * A cluster.
     *
     * @param events events in its circles
     * @param circles centres of its hot circles; the weight is the number of events in each
     */
    public record Cluster(int events, WeightedPoints circles) {}

    /**
     * Clusters of points.
     *
     * @param label per point the number of its cluster, or {@link #NONE}
     * @param clusters clusters, numbered from 0 by their first circle from south to north and west to east
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Clusters(int[] label, List<Cluster> clusters) {
        public Clusters {
            clusters = List.copyOf(clusters);
        }
    }

    /**
     * Clusters points. Cost: places times the circles around each (at most 21), and the circles over the rectangle
     * around the points, which must be at most {@link #MOST_CIRCLES}.
     *
     * @param points weights are whole numbers of events
     */
    public static Clusters cluster(WeightedPoints points, Settings settings) {
        EventPlaces places = EventPlaces.of(points);
        if (places.size() == 0) {
            int[] label = new int[points.count()];
            Arrays.fill(label, NONE);
            return new Clusters(label, List.of());
        }
        Circles circles = new Circles(places, settings);
        int[] clusterOfPlace = circles.clusterOfPlace();
        return new Clusters(places.perPoint(clusterOfPlace, NONE), circles.clusters(clusterOfPlace));
    }

    /** Random maps of as many events: what the largest cluster of each has. */
    public static LargestByChance byChance(
            int events, Settings settings, Ground ground, int simulations, SeededRandom random) {
        return LargestByChance.simulate(simulations, events, ground, random, map -> largest(map, settings));
    }

    private static int largest(WeightedPoints map, Settings settings) {
        return cluster(map, settings).clusters().stream()
                .mapToInt(Cluster::events)
                .max()
                .orElse(0);
    }

    /** The circles over the rectangle around the places, by window index {@code row * columns + column}. */
    private static final class Circles {
        private final EventPlaces places;
        private final Settings settings;
        private final int minColumn;
        private final int minRow;
        private final int columns;
        private final int rows;
        private final int[] events;
        private final int[] hot;

        Circles(EventPlaces places, Settings settings) {
            this.places = places;
            this.settings = settings;
            Bounds reach = places.points().bounds().grownBy(settings.radiusMetres());
            double step = settings.spacingMetres() * ROW_STEP;
            double east = Math.ceil(reach.maxEasting() / settings.spacingMetres());
            double north = Math.ceil(reach.maxNorthing() / step);
            double west = Math.floor(reach.minEasting() / settings.spacingMetres()) - 1;
            double south = Math.floor(reach.minNorthing() / step);
            if ((east - west + 1) * (north - south + 1) > MOST_CIRCLES) {
                throw new IllegalArgumentException("spacing_m=" + settings.spacingMetres() + ": "
                        + (east - west + 1) * (north - south + 1) + " circles; at most " + MOST_CIRCLES);
            }
            this.minColumn = (int) west;
            this.minRow = (int) south;
            this.columns = (int) (east - west + 1);
            this.rows = (int) (north - south + 1);
            this.events = new int[columns * rows];
            for (int place = 0; place < places.size(); place++) {
                int count = places.counts()[place];
                around(place, circle -> events[circle] += count);
            }
            this.hot = hot();
        }

        private int[] hot() {
            int[] found = new int[16];
            int count = 0;
            for (int circle = 0; circle < events.length; circle++) {
                if (events[circle] >= settings.leastEvents()) {
                    found = count == found.length ? Arrays.copyOf(found, 2 * count) : found;
                    found[count++] = circle;
                }
            }
            return Arrays.copyOf(found, count);
        }

        /** Every circle that a place lies in. */
        private void around(int place, IntConsumer circle) {
            double radius = settings.radiusMetres();
            double easting = places.eastings()[place];
            double northing = places.northings()[place];
            double step = settings.spacingMetres() * ROW_STEP;
            int first = Math.max((int) Math.ceil((northing - radius) / step) - 1, minRow);
            int last = Math.min((int) Math.floor((northing + radius) / step) + 1, minRow + rows - 1);
            for (int row = first; row <= last; row++) {
                double up = northing(row) - northing;
                double half = Math.sqrt(Math.max(radius * radius - up * up, 0));
                double shift = (row & 1) * 0.5;
                int from = (int) Math.ceil((easting - half) / settings.spacingMetres() - shift) - 1;
                int to = (int) Math.floor((easting + half) / settings.spacingMetres() - shift) + 1;
                for (int column = Math.max(from, minColumn);
                        column <= Math.min(to, minColumn + columns - 1);
                        column++) {
                    double across = easting(row, column) - easting;
                    if (across * across + up * up <= radius * radius) {
                        circle.accept((row - minRow) * columns + column - minColumn);
                    }
                }
            }
        }

        private double easting(int row, int column) {
            return settings.spacingMetres() * (column + (row & 1) * 0.5);
        }

        private double northing(int row) {
            return settings.spacingMetres() * ROW_STEP * row;
        }

        /** The cluster of each place: circles that share it are united, clusters numbered by first circle. */
        int[] clusterOfPlace() {
            DisjointSets sets = new DisjointSets(hot.length);
            int[] anyCircle = new int[places.size()];
            for (int place = 0; place < anyCircle.length; place++) {
                anyCircle[place] = NONE;
                int at = place;
                around(place, circle -> {
                    int number = hot.length == 0 ? NONE : Arrays.binarySearch(hot, circle);
                    if (number >= 0) {
                        sets.unite(number, anyCircle[at] < 0 ? number : anyCircle[at]);
                        anyCircle[at] = number;
                    }
                });
            }
            int[] roots = IntStream.range(0, hot.length).map(sets::root).toArray();
            int[] numbers = Arrays.stream(roots).sorted().distinct().toArray();
            return Arrays.stream(anyCircle)
                    .map(circle -> circle < 0 ? NONE : Arrays.binarySearch(numbers, roots[circle]))
                    .toArray();
        }

        List<Cluster> clusters(int[] clusterOfPlace) {
            int count = Arrays.stream(clusterOfPlace).max().orElse(NONE) + 1;
            int[] total = new int[count];
            List<List<Integer>> circles = new ArrayList<>();
            for (int k = 0; k < count; k++) {
                circles.add(new ArrayList<>());
            }
            boolean[] told = new boolean[hot.length];
            for (int place = 0; place < clusterOfPlace.length; place++) {
                int cluster = clusterOfPlace[place];
                if (cluster != NONE) {
                    total[cluster] += places.counts()[place];
                    around(place, circle -> {
                        int number = Arrays.binarySearch(hot, circle);
                        if (number >= 0 && !told[number]) {
                            told[number] = true;
                            circles.get(cluster).add(circle);
                        }
                    });
                }
            }
            List<Cluster> clusters = new ArrayList<>();
            for (int k = 0; k < count; k++) {
                clusters.add(new Cluster(total[k], centres(circles.get(k))));
            }
            return clusters;
        }

        private WeightedPoints centres(List<Integer> circles) {
            int[] sorted = circles.stream().mapToInt(Integer::intValue).sorted().toArray();
            double[] eastings = new double[sorted.length];
            double[] northings = new double[sorted.length];
            double[] weights = new double[sorted.length];
            for (int k = 0; k < sorted.length; k++) {
                int row = sorted[k] / columns + minRow;
                eastings[k] = easting(row, sorted[k] % columns + minColumn);
                northings[k] = northing(row);
                weights[k] = events[sorted[k]];
            }
            return new WeightedPoints(eastings, northings, weights, sorted.length);
        }
    }
}
