package org.hotspots.stats;

/**
 * A confidence interval, closed on both sides.
 *
 * @param low lower limit
 * @param high upper limit, not below the lower
 */
public record Interval(double low, double high) {
    public Interval {
        if (!(low <= high)) {
            throw new IllegalArgumentException("an interval runs from low to high: " + low + " to " + high);
        }
    }

    public boolean contains(double value) {
        return value >= low && value <= high;
    }
}
