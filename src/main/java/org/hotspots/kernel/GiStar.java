package org.hotspots.kernel;

/** Getis-Ord Gi*. */
public final class GiStar {
    private GiStar() {}

    /**
     * Scores per window index.
     *
     * @param z standard score; NaN outside the mask, 0 where undefined
     * @param p two-sided; NaN outside the mask, 1 where undefined
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Scores(double[] z, double[] p) {}

    public static Scores score(StudyCells cells, double[] counts, double neighbourMetres) {
        throw new UnsupportedOperationException();
    }
}
