package org.hotspots.stats;

/**
 * SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014), written out here
 * because the library's generators do not promise the same numbers in every release. Logarithms and sines are taken
 * from {@link StrictMath}, so one seed gives the same bytes on every machine.
 */
public final class SeededRandom {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    /** Knuth's multiplication loses precision for large means, so they are drawn in parts of this size. */
    private static final double POISSON_PART = 16;

    private long state;

    public SeededRandom(long seed) {
        state = seed;
    }

    /** A stream of its own for each name, so that one part of the sample can change without moving the others. */
    public static SeededRandom stream(long seed, String name) {
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * 0x100000001B3L;
        }
        return new SeededRandom(mix(seed) ^ mix(hash));
    }

    public long nextLong() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    /** Uniform in [0, 1), a multiple of 2^-53. */
    public double nextDouble() {
        return (nextLong() >>> 11) * 0x1.0p-53;
    }

    /** Uniform in [low, high). */
    public double between(double low, double high) {
        return low + (high - low) * nextDouble();
    }

    /** Uniform in 0 to bound - 1. */
    public int nextInt(int bound) {
        return (int) (nextDouble() * bound);
    }

    public boolean chance(double probability) {
        return nextDouble() < probability;
    }

    /** Standard normal, by Box and Muller. */
    public double gaussian() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - nextDouble()));
        return radius * StrictMath.cos(2 * Math.PI * nextDouble());
    }

    public int poisson(double mean) {
        int count = 0;
        for (double left = mean; left > 0; left -= POISSON_PART) {
            double limit = StrictMath.exp(-Math.min(left, POISSON_PART));
            for (double product = nextDouble(); product > limit; product *= nextDouble()) {
                count++;
            }
        }
        return count;
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
