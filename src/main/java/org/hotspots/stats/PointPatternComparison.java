package org.hotspots.stats;

import java.util.Arrays;

/**
 * Whether two sets of events lie in the same places, whatever their numbers (the spatial point pattern test): each cell's
 * share of the one is compared with its share of the other. Per cell a chi-squared test of the table (here, elsewhere) x
 * (first, second) with one degree of freedom and Yates' correction, |O - E| being lowered by 1/2 but not below 0; then
 * Benjamini and Yekutieli's false-discovery-rate control, since shares depend on each other. Source: Wheeler, Steenbeek
 * and Andresen 2018; {@code src/docs/methods/trends-and-operations.md}.
 *
 * <p>Arrays are in the order of the cells. A cell that could not be tested has p and q NaN: it holds none of either set,
 * or all of both, or one of the sets is empty.
 *
 * @param difference the second's share less the first's, from -1 to 1; NaN in every cell where a set is empty
 * @param p of a single cell's test, two-sided
 * @param q after control over the cells tested
 */
@SuppressWarnings("ArrayRecordComponent")
public record PointPatternComparison(double[] difference, double[] p, double[] q) {
    /** q below which a share is called changed. */
    public static final double LEVEL = 0.05;

    /**
     * Tests every cell. Cost: a sort of the cells.
     *
     * @param first events of the first set per cell, finite and not below 0
     * @param second events of the second set per cell, as many cells
     */
    public static PointPatternComparison of(double[] first, double[] second) {
        if (first.length != second.length) {
            throw new IllegalArgumentException(
                    "first.length=" + first.length + ", second.length=" + second.length + ": must be equal");
        }
        double ofFirst = total(first);
        double ofSecond = total(second);
        double[] difference = new double[first.length];
        double[] p = new double[first.length];
        Arrays.setAll(difference, cell -> second[cell] / ofSecond - first[cell] / ofFirst);
        Arrays.setAll(p, cell -> p(first[cell], second[cell], ofFirst, ofSecond));
        return new PointPatternComparison(difference, p, FalseDiscovery.benjaminiYekutieli(p));
    }

    /** Cells whose share changed, at q below {@link #LEVEL}. */
    public long changed() {
        return Arrays.stream(q).filter(value -> value < LEVEL).count();
    }

    /** Cells that could be tested. */
    public long tested() {
        return Arrays.stream(q).filter(value -> !Double.isNaN(value)).count();
    }

    private static double p(double first, double second, double ofFirst, double ofSecond) {
        double here = first + second;
        double all = ofFirst + ofSecond;
        double elsewhere = all - here;
        if (here == 0 || elsewhere == 0 || ofFirst == 0 || ofSecond == 0) {
            return Double.NaN;
        }
        double expected = here * ofFirst / all;
        double distance = Math.max(0, Math.abs(first - expected) - 0.5);
        // The four expected counts have the same distance, and their reciprocals this sum.
        double reciprocals = all / here * all / elsewhere * all / ofFirst / ofSecond;
        return Normal.twoSidedP(distance * Math.sqrt(reciprocals));
    }

    private static double total(double[] counts) {
        double sum = 0;
        for (double count : counts) {
            if (!(count >= 0 && count < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("count=" + count + ": not below 0, and finite");
            }
            sum += count;
        }
        return sum;
    }
}
