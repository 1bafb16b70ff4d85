package org.hotspots.stats;

import java.util.function.LongToDoubleFunction;

/**
 * The probabilities of a distribution on whole numbers with one peak, found from the ratios of neighbours: outwards from
 * the mode until they vanish, then divided by their sum. No logarithm and no factorial, so the same bits everywhere and
 * the digits of small probabilities are kept.
 *
 * @param first number that {@code mass[0]} belongs to
 * @param mass probabilities of first, first + 1, ...; what lies beyond is below 1e-290 of the peak
 */
@SuppressWarnings("ArrayRecordComponent")
record MassAroundMode(long first, double[] mass) {
    private static final double VANISHED = 1e-290;

    static MassAroundMode poisson(double mean) {
        return of((long) Math.floor(mean), Long.MAX_VALUE - 1, i -> mean / (i + 1.0));
    }

    /**
     * @param odds p / (1 - p) of one trial
     */
    static MassAroundMode binomial(long trials, double odds) {
        long mode = Math.min(trials, (long) Math.floor((trials + 1.0) * (odds / (1 + odds))));
        return of(mode, trials, i -> (double) (trials - i) / (i + 1.0) * odds);
    }

    /** With {@code stepUp(i)} = P(i + 1) / P(i), on 0 to last. */
    private static MassAroundMode of(long mode, long last, LongToDoubleFunction stepUp) {
        int below = reach(mode, 0, i -> 1 / stepUp.applyAsDouble(i - 1), -1);
        int above = reach(mode, last, stepUp, 1);
        double[] mass = new double[below + above + 1];
        mass[below] = 1;
        for (int i = below - 1; i >= 0; i--) {
            mass[i] = mass[i + 1] / stepUp.applyAsDouble(mode - below + i);
        }
        for (int i = below + 1; i < mass.length; i++) {
            mass[i] = mass[i - 1] * stepUp.applyAsDouble(mode - below + i - 1);
        }
        double sum = sum(mass);
        for (int i = 0; i < mass.length; i++) {
            mass[i] /= sum;
        }
        return new MassAroundMode(mode - below, mass);
    }

    /** How many steps until the mass vanishes or the end is reached. */
    private static int reach(long mode, long end, LongToDoubleFunction step, int direction) {
        int steps = 0;
        double mass = 1;
        for (long at = mode; at != end && mass > VANISHED; at += direction) {
            mass *= step.applyAsDouble(at);
            steps++;
        }
        return steps;
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    /** The probability of a number; 0 where it vanished. */
    double of(long number) {
        long index = number - first;
        return index >= 0 && index < mass.length ? mass[(int) index] : 0;
    }
}
