package org.hotspots.stats;

/**
 * The space-time permutation scan: whether a place and a period together, a cylinder, hold more events than the place and
 * the period each hold would lead to expect. It needs no population and no rate, since the place's level and the period's
 * level both cancel. Source: Kulldorff and others 2005; {@code src/docs/methods/trends-and-operations.md}.
 */
public final class PermutationScan {
    private PermutationScan() {}

    /**
     * Events expected in a cylinder if place and time have nothing to do with each other: those of its place times those of
     * its period over all.
     *
     * @param ofPlace events of the place in the whole period, from 0 to all
     * @param ofPeriod events of the period in all places, from 0 to all
     * @param all events of all places in the whole period, at least 1
     */
    public static double expected(long ofPlace, long ofPeriod, long all) {
        if (ofPlace < 0 || ofPeriod < 0 || all < 1 || ofPlace > all || ofPeriod > all) {
            throw new IllegalArgumentException("of_place=" + ofPlace + ", of_period=" + ofPeriod + ", all=" + all
                    + ": the parts from 0 to all, and all at least 1");
        }
        return (double) ofPlace * ofPeriod / all;
    }

    /**
     * How much better two rates, one inside the cylinder and one outside, explain the events than one rate: c ln(c/E) + (C -
     * c) ln((C - c)/(C - E)), the natural logarithm of the ratio of likelihoods; 0 where there are no more than expected.
     * It has no p of its own: the greatest of all cylinders is compared with the greatest under permuted times.
     *
     * @param observed events c in the cylinder, from 0 to all
     * @param expected events E expected in it, above 0 where there are any, at most all
     * @param all events C everywhere
     */
    public static double logLikelihoodRatio(long observed, double expected, long all) {
        if (observed < 0 || observed > all || !(expected >= 0 && expected <= all) || (expected == 0 && observed > 0)) {
            throw new IllegalArgumentException("observed=" + observed + ", expected=" + expected + ", all=" + all
                    + ": from 0 to all, and expected above 0 where any were observed");
        }
        if (observed <= expected) {
            return 0;
        }
        double outside = (double) (all - observed);
        double inside = observed * StrictMath.log(observed / expected);
        return outside == 0 ? inside : inside + outside * StrictMath.log(outside / (all - expected));
    }
}
