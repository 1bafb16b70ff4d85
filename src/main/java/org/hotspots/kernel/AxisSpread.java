package org.hotspots.kernel;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * How far weighted values lie apart. A weight of w stands for w equal values.
 *
 * @param count sum of the weights
 * @param deviation standard deviation, with the count less one below
 * @param quartileRange upper less lower quartile, linear between the ordered values (the seventh of the nine definitions
 *     in Hyndman and Fan 1996)
 */
record AxisSpread(double count, double deviation, double quartileRange) {
    /** Standard deviations from quartile to quartile of a normal distribution, rounded as the rule has it. */
    private static final double QUARTILE_RANGE_OF_NORMAL = 1.34;

    static AxisSpread of(double[] values, double[] weights, int size) {
        double count = 0;
        double sum = 0;
        for (int i = 0; i < size; i++) {
            count += weights[i];
            sum += weights[i] * values[i];
        }
        double mean = sum / count;
        double squares = 0;
        for (int i = 0; i < size; i++) {
            squares += weights[i] * (values[i] - mean) * (values[i] - mean);
        }
        int[] order = IntStream.range(0, size)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> values[i]))
                .mapToInt(i -> i)
                .toArray();
        double range = quantile(0.75, values, weights, order, count) - quantile(0.25, values, weights, order, count);
        return new AxisSpread(count, Math.sqrt(squares / (count - 1)), range);
    }

    private static double quantile(double part, double[] values, double[] weights, int[] order, double count) {
        double position = part * (count - 1);
        double below = Math.floor(position);
        double low = ranked(below, values, weights, order);
        double high = ranked(Math.min(below + 1, count - 1), values, weights, order);
        return low + (position - below) * (high - low);
    }

    /** The value at a rank from 0, equal values taking as many ranks as they weigh. */
    private static double ranked(double rank, double[] values, double[] weights, int[] order) {
        double passed = 0;
        for (int i : order) {
            passed += weights[i];
            if (passed > rank) {
                return values[i];
            }
        }
        return values[order[order.length - 1]];
    }

    /** The smaller of the standard deviation and of the quartile range by 1.34 (Silverman 1986, eq. 3.30). */
    double robust() {
        return Math.min(deviation, quartileRange / QUARTILE_RANGE_OF_NORMAL);
    }
}
