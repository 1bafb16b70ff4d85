package org.hotspots.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.hotspots.stats.SeededRandom;

/**
 * Knox's test of events that follow each other near in space and time (Knox 1964; near repeats: Johnson and others 2007).
 *
 * <p>All pairs of events are sorted into bands of distance and bands of days apart; bands are half-open, [from, to). Of a
 * cell of that table, expected = pairs in its distance band times pairs in its day band, by all pairs: what there would be
 * if times had nothing to do with places. p is the share of shuffles of the days over the places in which the cell has at
 * least as many pairs, the map itself counted among them: (1 + shuffles) / (1 + all shuffles). Documentation:
 * {@code src/docs/methods/patterns.md}.
 */
public final class Knox {
    /** Pairs within the largest distance times shuffles: some seconds. */
    public static final long MOST_COMPARISONS = 2_000_000_000;

    private static final int MOST_PAIRS = 20_000_000;
    private static final byte BEYOND = -1;

    private Knox() {}

    /** How distance is measured. */
    public enum Metric {
        EUCLIDEAN,
        /** Along streets of a square plan: east plus north. */
        MANHATTAN;

        double metres(double across, double up) {
            return this == EUCLIDEAN ? Math.sqrt(across * across + up * up) : Math.abs(across) + Math.abs(up);
        }
    }

    /**
     * Events one by one; all three arrays are equally long.
     *
     * @param eastings metres, finite
     * @param northings metres, finite
     * @param days day of each, counted from any day
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record DatedEvents(double[] eastings, double[] northings, int[] days) {
        public DatedEvents {
            if (eastings.length != days.length || northings.length != days.length) {
                throw new IllegalArgumentException("eastings, northings and days must be equally many: "
                        + eastings.length + ", " + northings.length + ", " + days.length);
            }
        }
    }

    /**
     * Limits of the bands: band k runs from limit k up to, and without, limit k + 1.
     *
     * @param metres rising, from 0 or more, at least two
     * @param days rising, from 0 or more, at least two
     */
    public record Bands(List<Double> metres, List<Integer> days) {
        public Bands {
            metres = List.copyOf(metres);
            days = List.copyOf(days);
            requireRising("metres", metres);
            requireRising("days", days);
        }

        private static <T extends Number & Comparable<T>> void requireRising(String name, List<T> limits) {
            boolean rising = limits.size() >= 2 && limits.get(0).doubleValue() >= 0;
            for (int k = 1; k < limits.size(); k++) {
                rising &= limits.get(k - 1).compareTo(limits.get(k)) < 0;
            }
            if (!rising) {
                throw new IllegalArgumentException(name + "=" + limits + ": at least two, rising, from 0 or more");
            }
        }

        /** Words for a band of days, such as "0 to 7 days": the days that are in it. */
        public String daysLabel(int band) {
            int last = days.get(band + 1) - 1;
            return days.get(band) == last ? last + " days" : days.get(band) + " to " + last + " days";
        }
    }

    /**
     * One cell of the table.
     *
     * @param metresBand number of its distance band
     * @param daysBand number of its day band
     * @param observed pairs
     * @param expected pairs, if times had nothing to do with places
     * @param p share of shuffles with at least as many
     * @param poissonP probability of at least as many under a Poisson law with the expected mean, which takes pairs for
     *     independent: a rough guide, and Knox's own
     */
    public record Cell(int metresBand, int daysBand, long observed, double expected, double p, double poissonP) {
        /** Observed by expected; NaN where neither is. */
        public double ratio() {
            return observed / expected;
        }
    }

    /**
     * @param pairs all pairs of events
     * @param shuffles how often days were shuffled
     * @param cells distance band by distance band, in each the day bands in order
     */
    public record Table(long pairs, int shuffles, List<Cell> cells) {
        public Table {
            cells = List.copyOf(cells);
        }
    }

    /** Pairs of events less than so far apart: what {@link #table} goes through in every shuffle. */
    public static long pairsWithin(DatedEvents events, double metres, Metric metric) {
        int[] order = fromWestToEast(events);
        long pairs = 0;
        for (int k = 0; k < order.length; k++) {
            for (int l = k + 1; l < order.length; l++) {
                double across = events.eastings()[order[l]] - events.eastings()[order[k]];
                if (across >= metres) {
                    break;
                }
                double up = events.northings()[order[l]] - events.northings()[order[k]];
                pairs += metric.metres(across, up) < metres ? 1 : 0;
            }
        }
        return pairs;
    }

    private static int[] fromWestToEast(DatedEvents events) {
        return IntStream.range(0, events.days().length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> events.eastings()[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /**
     * The table of events. Cost: events times those in a strip as wide as the largest distance, then pairs within that
     * distance times shuffles, refused above {@link #MOST_COMPARISONS}.
     *
     * @param shuffles at least 1
     */
    public static Table table(DatedEvents events, Bands bands, Metric metric, int shuffles, SeededRandom random) {
        if (shuffles < 1) {
            throw new IllegalArgumentException("shuffles=" + shuffles + ": at least 1");
        }
        Pairs near = Pairs.within(events, bands, metric);
        if ((long) near.count * shuffles > MOST_COMPARISONS) {
            throw new IllegalArgumentException(
                    "pairs within " + bands.metres().get(bands.metres().size() - 1) + " m: " + near.count
                            + ", with shuffles=" + shuffles + " more than " + MOST_COMPARISONS + " comparisons");
        }
        byte[] bandOfDays = bandOfDays(bands);
        int[] days = events.days().clone();
        long[] observed = near.counts(days, bandOfDays, bands);
        int[] asMany = new int[observed.length];
        for (int k = 0; k < shuffles; k++) {
            shuffle(days, random);
            long[] counts = near.counts(days, bandOfDays, bands);
            for (int cell = 0; cell < counts.length; cell++) {
                asMany[cell] += counts[cell] >= observed[cell] ? 1 : 0;
            }
        }
        long pairs = events.days().length * (events.days().length - 1L) / 2;
        long[] inMetres = near.perBand(bands.metres().size() - 1);
        long[] inDays = pairsInDays(events.days(), bands);
        List<Cell> cells = new ArrayList<>();
        for (int cell = 0; cell < observed.length; cell++) {
            int metresBand = cell / inDays.length;
            int daysBand = cell % inDays.length;
            double expected = pairs == 0 ? 0 : (double) inMetres[metresBand] * inDays[daysBand] / pairs;
            cells.add(new Cell(
                    metresBand,
                    daysBand,
                    observed[cell],
                    expected,
                    (1.0 + asMany[cell]) / (shuffles + 1),
                    poissonAtLeast(observed[cell], expected)));
        }
        return new Table(pairs, shuffles, cells);
    }

    private static double poissonAtLeast(long observed, double expected) {
        return observed == 0 || expected == 0
                ? 1
                : PoissonDistribution.of(expected).survivalProbability(Math.toIntExact(observed - 1));
    }

    private static void shuffle(int[] days, SeededRandom random) {
        for (int i = days.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int kept = days[i];
            days[i] = days[j];
            days[j] = kept;
        }
    }

    /** By number of days apart the band, up to the last limit. */
    private static byte[] bandOfDays(Bands bands) {
        byte[] bandOf = new byte[bands.days().get(bands.days().size() - 1)];
        Arrays.fill(bandOf, BEYOND);
        for (int band = 0; band + 1 < bands.days().size(); band++) {
            Arrays.fill(bandOf, bands.days().get(band), bands.days().get(band + 1), (byte) band);
        }
        return bandOf;
    }

    private static long[] pairsInDays(int[] days, Bands bands) {
        int[] sorted = days.clone();
        Arrays.sort(sorted);
        long[] closer = bands.days().stream()
                .mapToLong(limit -> pairsCloser(sorted, limit))
                .toArray();
        return IntStream.range(1, closer.length)
                .mapToLong(k -> closer[k] - closer[k - 1])
                .toArray();
    }

    /** Pairs less than so many days apart: for each the earlier ones that are near enough. */
    private static long pairsCloser(int[] sorted, int limit) {
        long pairs = 0;
        int first = 0;
        for (int i = 0; i < sorted.length; i++) {
            while (first < i && (long) sorted[i] - sorted[first] >= limit) {
                first++;
            }
            pairs += i - first;
        }
        return pairs;
    }

    /** The pairs in any distance band: they stay the same in every shuffle, only their days change. */
    private static final class Pairs {
        private int[] one = new int[1024];
        private int[] other = new int[1024];
        private byte[] band = new byte[1024];
        private int count;

        /** Sweeps from west to east: only events in a strip as wide as the largest distance are looked at. */
        static Pairs within(DatedEvents events, Bands bands, Metric metric) {
            double[] limits =
                    bands.metres().stream().mapToDouble(Double::doubleValue).toArray();
            double farthest = limits[limits.length - 1];
            int[] order = fromWestToEast(events);
            Pairs pairs = new Pairs();
            for (int k = 0; k < order.length; k++) {
                int i = order[k];
                for (int l = k + 1; l < order.length; l++) {
                    int j = order[l];
                    double across = events.eastings()[j] - events.eastings()[i];
                    if (across >= farthest) {
                        break;
                    }
                    double metres = metric.metres(across, events.northings()[j] - events.northings()[i]);
                    if (metres >= limits[0] && metres < farthest) {
                        pairs.add(i, j, bandOf(metres, limits));
                    }
                }
            }
            return pairs;
        }

        private static int bandOf(double metres, double[] limits) {
            int band = 0;
            while (metres >= limits[band + 1]) {
                band++;
            }
            return band;
        }

        private void add(int i, int j, int metresBand) {
            if (count == MOST_PAIRS) {
                throw new IllegalArgumentException("pairs within the largest distance: more than " + MOST_PAIRS);
            }
            if (count == one.length) {
                one = Arrays.copyOf(one, 2 * count);
                other = Arrays.copyOf(other, 2 * count);
                band = Arrays.copyOf(band, 2 * count);
            }
            one[count] = i;
            other[count] = j;
            band[count++] = (byte) metresBand;
        }

        long[] counts(int[] days, byte[] bandOfDays, Bands bands) {
            int dayBands = bands.days().size() - 1;
            long[] counts = new long[(bands.metres().size() - 1) * dayBands];
            for (int pair = 0; pair < count; pair++) {
                int apart = Math.abs(days[one[pair]] - days[other[pair]]);
                if (apart < bandOfDays.length && bandOfDays[apart] != BEYOND) {
                    counts[band[pair] * dayBands + bandOfDays[apart]]++;
                }
            }
            return counts;
        }

        long[] perBand(int bands) {
            long[] perBand = new long[bands];
            for (int pair = 0; pair < count; pair++) {
                perBand[band[pair]]++;
            }
            return perBand;
        }
    }
}
