package org.hotspots.stats;

/**
 * What happened in an area in a period before an intervention and in one after its start.
 *
 * @param before events before, not below 0
 * @param after events after, not below 0
 * @param exposureBefore what the earlier count is divided by: length of the period, size of the area, or both
 *     multiplied; above 0
 * @param exposureAfter the same for the later count
 */
public record BeforeAfter(long before, long after, double exposureBefore, double exposureAfter) {
    public BeforeAfter {
        if (before < 0 || after < 0) {
            throw new IllegalArgumentException("before=" + before + ", after=" + after + ": not below 0");
        }
        if (!isExposure(exposureBefore) || !isExposure(exposureAfter)) {
            throw new IllegalArgumentException("exposure_before=" + exposureBefore + ", exposure_after=" + exposureAfter
                    + ": above 0, and finite");
        }
    }

    /** Counts of periods equally long, in an area as large as those it is compared with. */
    public static BeforeAfter of(long before, long after) {
        return new BeforeAfter(before, after, 1, 1);
    }

    /**
     * The same counts for periods of given lengths in an area of a given size, in any unit that the areas compared share.
     */
    public BeforeAfter per(double periodBefore, double periodAfter, double area) {
        return new BeforeAfter(before, after, periodBefore * area, periodAfter * area);
    }

    /** How much there is more after than before, per unit of exposure; the counts are taken to be Poisson. */
    public Estimate change() {
        return Estimate.ofCount(after)
                .times(1 / exposureAfter)
                .minus(Estimate.ofCount(before).times(1 / exposureBefore));
    }

    private static boolean isExposure(double exposure) {
        return exposure > 0 && exposure < Double.POSITIVE_INFINITY;
    }
}
