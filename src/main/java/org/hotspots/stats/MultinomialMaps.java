package org.hotspots.stats;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Random maps: n events thrown on m cells, each event for itself, cell i with a probability in proportion to its weight.
 *
 * <p>Each map has a stream of random numbers of its own, so the maps are the same whatever the number of threads. Where
 * events are few, each is thrown (cost n a map). Where they are many, every cell first gets a Poisson number whose sum
 * stays, all but surely, a little below n, and the rest are thrown: given their sum, independent Poisson counts are
 * multinomial, and so are they with the rest added; in the rare case that the sum is above n, all are drawn again, which
 * changes nothing either. Cost m a map. Both are exact. {@code VerdictBenchmark} measures them.
 */
public final class MultinomialMaps {
    /** Throwing costs about as much for two events as filling and counting one cell. */
    private static final int EVENTS_PER_CELL = 2;

    private static final int MANY_EVENTS = 100;
    /** Standard deviations that the Poisson numbers' sum is kept below n: it exceeds n once in 30,000 maps. */
    private static final double MARGIN_SIGMAS = 4;

    private static final int BLOCKS = 16;

    private final double[] weights;
    private final AliasTable cells;

    /** @param weights one for each cell, finite, not below 0, with a sum above 0 */
    public MultinomialMaps(double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("weight=" + weight + ": finite and not below 0");
            }
            sum += weight;
        }
        if (!(sum > 0 && sum < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("the sum of the weights is " + sum + ": finite and above 0");
        }
        this.weights = weights.clone();
        this.cells = AliasTable.of(weights);
        for (int i = 0; i < weights.length; i++) {
            this.weights[i] /= sum;
        }
    }

    /**
     * What is kept of a map.
     *
     * @param rankedSum sum of rank times count, the emptiest cell having rank 1
     * @param largest events in the fullest cell
     * @param cellsHoldingHalf the fewest cells that hold at least half of the events
     */
    record Summary(long rankedSum, int largest, int cellsHoldingHalf) {
        static Summary of(CountHistogram histogram, long events) {
            return new Summary(histogram.rankedSum(), histogram.largest(), histogram.cellsHoldingHalf(events));
        }
    }

    /** Number of cells. */
    public int cells() {
        return weights.length;
    }

    /** Probability of a cell. */
    double probability(int cell) {
        return weights[cell];
    }

    /**
     * Draws one map: the events in each cell.
     *
     * @param events not below 0
     */
    public int[] draw(int events, SeededRandom random) {
        int[] counts = new int[cells()];
        throwEvents(counts, events, random);
        return counts;
    }

    /** Draws maps and summarises each. */
    Summary[] summaries(int events, int maps, long seed, String stream) {
        Summary[] summaries = new Summary[maps];
        PoissonTable[] tables = isCheaperByCell(events) ? tables(thrownLast(events)) : new PoissonTable[0];
        IntStream.range(0, BLOCKS).parallel().forEach(block -> {
            Bench bench = new Bench(events, tables);
            for (int map = block; map < maps; map += BLOCKS) {
                summaries[map] = bench.summary(SeededRandom.stream(seed, stream + "-" + map));
            }
        });
        return summaries;
    }

    private boolean isCheaperByCell(int events) {
        return events >= MANY_EVENTS && events > EVENTS_PER_CELL * (long) cells();
    }

    private static double thrownLast(int events) {
        return events - MARGIN_SIGMAS * Math.sqrt(events);
    }

    /** A table for each cell; cells of equal weight share theirs. */
    private PoissonTable[] tables(double events) {
        Map<Double, PoissonTable> made = new HashMap<>();
        return Arrays.stream(weights)
                .mapToObj(weight -> made.computeIfAbsent(weight, key -> PoissonTable.of(events * key)))
                .toArray(PoissonTable[]::new);
    }

    private void throwEvents(int[] counts, int events, SeededRandom random) {
        for (int event = 0; event < events; event++) {
            counts[cells.draw(random)]++;
        }
    }

    /** Where one thread makes its maps, one after the other. */
    private final class Bench {
        private final int events;
        private final PoissonTable[] tables;
        private final int[] counts = new int[cells()];
        private final int[] thrown;
        private final CountHistogram histogram = new CountHistogram();

        Bench(int events, PoissonTable[] tables) {
            this.events = events;
            this.tables = tables;
            this.thrown = new int[tables.length == 0 ? events : 0];
        }

        Summary summary(SeededRandom random) {
            histogram.clear();
            if (tables.length == 0) {
                throwEach(random);
            } else {
                fillCells(random);
            }
            return Summary.of(histogram, events);
        }

        /** Only cells that were hit are looked at again. */
        private void throwEach(SeededRandom random) {
            for (int event = 0; event < events; event++) {
                int cell = cells.draw(random);
                counts[cell]++;
                thrown[event] = cell;
            }
            int hit = 0;
            for (int cell : thrown) {
                if (counts[cell] > 0) {
                    histogram.add(counts[cell]);
                    counts[cell] = 0;
                    hit++;
                }
            }
            histogram.addEmpty(counts.length - hit);
        }

        private void fillCells(SeededRandom random) {
            long rest = -1;
            while (rest < 0) {
                rest = events;
                for (int cell = 0; cell < counts.length; cell++) {
                    counts[cell] = tables[cell].draw(random);
                    rest -= counts[cell];
                }
            }
            throwEvents(counts, (int) rest, random);
            for (int count : counts) {
                histogram.add(count);
            }
        }
    }
}
