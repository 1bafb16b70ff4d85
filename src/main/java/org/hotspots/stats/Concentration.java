package org.hotspots.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * How concentrated a map is, beside what chance alone would give: the same number of events thrown on the same cells
 * again and again ({@link MultinomialMaps}).
 *
 * <p>Two figures are compared: the Gini coefficient of the counts (is the whole map uneven?) and the fullest cell (does
 * one place stand out?). The p-value of each is the share of maps, the observed one among them, that have at least as
 * much. Their combination is exact: every map, the observed one among them, has its two shares taken and the smaller
 * kept, and p is the share of maps whose smaller share is at most the observed map's (Westfall and Young 1993). So p at
 * most alpha comes up in at most a part alpha of the maps that chance draws, and less is lost than by doubling the
 * smaller one, since the two go together.
 *
 * @param events n
 * @param cells m
 * @param gini Gini coefficient of the counts
 * @param giniByChance mean of the maps' Gini coefficients
 * @param giniBand 2.5 % to 97.5 % of the maps' Gini coefficients
 * @param pGini p-value of the Gini coefficient
 * @param largest events in the fullest cell
 * @param largestBand 2.5 % to 97.5 % of the maps' fullest cells
 * @param pLargest p-value of the fullest cell
 * @param cellsHoldingHalf the fewest cells that hold at least half of the events
 * @param halfBand 2.5 % to 97.5 % of the same number in the maps
 * @param p p-value of both together
 * @param levels how many cells hold k or more, for k up to the fullest
 * @param maps number of maps drawn
 */
public record Concentration(
        int events,
        int cells,
        double gini,
        double giniByChance,
        Interval giniBand,
        double pGini,
        int largest,
        Interval largestBand,
        double pLargest,
        int cellsHoldingHalf,
        Interval halfBand,
        double p,
        List<Level> levels,
        int maps) {
    private static final int EVERY_LEVEL = 10;
    private static final double TAIL = 0.025;
    private static final double LOG_NEVER = StrictMath.log(1e-9);

    public Concentration {
        levels = List.copyOf(levels);
    }

    /**
     * @param k a number of events, from 1
     * @param observed cells with k or more events
     * @param expected cells that would have them by chance, exactly (a sum of binomial tails)
     */
    public record Level(int k, int observed, double expected) {}

    /**
     * How the maps are drawn.
     *
     * @param maps number of maps, at least 39 so that the band has an inside
     * @param seed seed
     * @param stream name of the stream of random numbers
     */
    public record Draw(int maps, long seed, String stream) {
        public Draw {
            if (maps < 39) {
                throw new IllegalArgumentException("maps=" + maps + ": at least 39");
            }
        }
    }

    /** Gini coefficient above what chance gives. */
    public double excess() {
        return gini - giniByChance;
    }

    /**
     * Compares counts with maps of as many events. Cost: see {@link MultinomialMaps}, and a sort of the maps.
     *
     * @param counts events in each cell of the maps, not below 0, at least one event in all
     * @param chance the cells' chances
     */
    public static Concentration of(int[] counts, MultinomialMaps chance, Draw draw) {
        int events = Math.toIntExact(Arrays.stream(counts).asLongStream().sum());
        if (counts.length != chance.cells() || events == 0) {
            throw new IllegalArgumentException(events + " events in " + counts.length + " cells, chances of "
                    + chance.cells() + ": as many cells, at least one event");
        }
        CountHistogram histogram = new CountHistogram();
        for (int count : counts) {
            histogram.add(count);
        }
        MultinomialMaps.Summary[] all =
                Arrays.copyOf(chance.summaries(events, draw.maps(), draw.seed(), draw.stream()), draw.maps() + 1);
        MultinomialMaps.Summary observed = MultinomialMaps.Summary.of(histogram, events);
        all[draw.maps()] = observed;
        Combined combined = Combined.of(all);
        double[] ginis = Arrays.stream(all)
                .limit(draw.maps())
                .mapToDouble(map -> gini(map.rankedSum(), events, counts.length))
                .toArray();
        return new Concentration(
                events,
                counts.length,
                gini(observed.rankedSum(), events, counts.length),
                Arrays.stream(ginis).sum() / draw.maps(),
                band(ginis),
                combined.pFirst(),
                observed.largest(),
                band(Arrays.stream(all)
                        .limit(draw.maps())
                        .mapToDouble(MultinomialMaps.Summary::largest)
                        .toArray()),
                combined.pSecond(),
                observed.cellsHoldingHalf(),
                band(Arrays.stream(all)
                        .limit(draw.maps())
                        .mapToDouble(MultinomialMaps.Summary::cellsHoldingHalf)
                        .toArray()),
                combined.p(),
                levels(histogram, events, chance),
                draw.maps());
    }

    /**
     * Whether chance can't be expected to fill any cell of so many maps as the fullest is: the probability that it does,
     * in any of them, is under a thousand millionth. Then p of {@link #of} is at most 2 / (maps + 1), without a map being
     * drawn: no map has as much in its fullest cell, so at most one other, the most uneven, has as small a share.
     *
     * <p>By the bound C(n, k) p^k, at most (n p)^k / k!, for k or more of n events in a cell of probability p, summed
     * over cells and maps with the greatest p for all.
     *
     * @param counts events in each cell, not below 0
     * @param weights the cells' chances, not below 0, with a sum above 0
     */
    public static boolean isBeyondMaps(int[] counts, double[] weights, int maps) {
        long events = Arrays.stream(counts).asLongStream().sum();
        int fullest = Arrays.stream(counts).max().orElse(0);
        double greatest =
                Arrays.stream(weights).max().orElse(0) / Arrays.stream(weights).sum();
        double logBound =
                StrictMath.log(maps) + StrictMath.log(counts.length) + fullest * StrictMath.log(events * greatest);
        for (int k = 2; k <= fullest; k++) {
            logBound -= StrictMath.log(k);
        }
        return fullest > 0 && logBound < LOG_NEVER;
    }

    private static double gini(long rankedSum, int events, int cells) {
        return (2.0 * rankedSum / events - (cells + 1.0)) / cells;
    }

    /** The order statistics that leave out a fortieth on each side. */
    private static Interval band(double[] values) {
        Arrays.sort(values);
        int low = (int) Math.floor(TAIL * (values.length + 1)) - 1;
        return new Interval(values[low], values[values.length - 1 - low]);
    }

    private static List<Level> levels(CountHistogram histogram, int events, MultinomialMaps chance) {
        Map<Double, Integer> cellsOf = new HashMap<>();
        for (int cell = 0; cell < chance.cells(); cell++) {
            cellsOf.merge(chance.probability(cell), 1, Integer::sum);
        }
        // In a fixed order, so that the sum is the same on every machine.
        double[] probabilities = cellsOf.keySet().stream()
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        List<Level> levels = new ArrayList<>();
        for (int k : ladder(histogram.largest())) {
            double expected = 0;
            for (double probability : probabilities) {
                expected += cellsOf.getOrDefault(probability, 0)
                        * BinomialDistribution.of(events, probability).survivalProbability(k - 1);
            }
            levels.add(new Level(k, histogram.cellsWithAtLeast(k), expected));
        }
        return levels;
    }

    /** Every k up to ten, then 20, 50, 100 and so on, and the greatest. */
    private static List<Integer> ladder(int greatest) {
        List<Integer> ladder = new ArrayList<>();
        for (int k = 1; k < greatest && k <= EVERY_LEVEL; k++) {
            ladder.add(k);
        }
        for (long decade = EVERY_LEVEL; decade < greatest; decade *= 10) {
            for (long k : new long[] {2 * decade, 5 * decade, 10 * decade}) {
                if (k < greatest) {
                    ladder.add((int) k);
                }
            }
        }
        ladder.add(greatest);
        return ladder;
    }

    /** The p-values of the last of some maps, the observed one. */
    private record Combined(double pFirst, double pSecond, double p) {

        static Combined of(MultinomialMaps.Summary[] all) {
            int[] atLeastRanked = atLeast(Arrays.stream(all)
                    .mapToLong(MultinomialMaps.Summary::rankedSum)
                    .toArray());
            int[] atLeastLargest = atLeast(Arrays.stream(all)
                    .mapToLong(MultinomialMaps.Summary::largest)
                    .toArray());
            int last = all.length - 1;
            int observed = Math.min(atLeastRanked[last], atLeastLargest[last]);
            int asSmall = 0;
            for (int map = 0; map < all.length; map++) {
                asSmall += Math.min(atLeastRanked[map], atLeastLargest[map]) <= observed ? 1 : 0;
            }
            double maps = all.length;
            return new Combined(atLeastRanked[last] / maps, atLeastLargest[last] / maps, asSmall / maps);
        }

        /** For each value how many of all are at least as great, itself included. */
        private static int[] atLeast(long[] values) {
            long[] rising = values.clone();
            Arrays.sort(rising);
            int[] atLeast = new int[values.length];
            for (int i = 0; i < values.length; i++) {
                atLeast[i] = rising.length - firstIndexOf(rising, values[i]);
            }
            return atLeast;
        }

        private static int firstIndexOf(long[] rising, long value) {
            int low = 0;
            int high = rising.length - 1;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (rising[middle] < value) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }
    }
}
