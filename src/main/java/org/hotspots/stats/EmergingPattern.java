package org.hotspots.stats;

import java.util.Collections;
import java.util.List;
import org.hotspots.stats.MannKendall.Trend;

/**
 * What a place's history of hot and cold steps amounts to: sixteen patterns, eight hot and their mirror images, or none.
 * The rules are those of the current edition of emerging hot spot analysis; where two of them fit, the first of these
 * decides:
 *
 * <ol>
 *   <li>At least 90 % of the steps hot: <em>historical</em> where the last is not, else <em>intensifying</em> or
 *       <em>diminishing</em> by the trend of the scores, else <em>persistent</em>.
 *   <li>The last step hot, and an earlier one cold: <em>oscillating</em>.
 *   <li>The last step hot, and no other: <em>new</em>.
 *   <li>The last steps hot, at least two and no other: <em>consecutive</em>.
 *   <li>The last step hot, and others here and there: <em>sporadic</em>.
 * </ol>
 *
 * The same with hot and cold exchanged; a place that fits nowhere has no pattern. A single step is never 90 % of a history:
 * it is new. Source: Esri, <em>How Emerging Hot Spot Analysis works</em>;
 * {@code src/docs/methods/trends-and-operations.md}.
 */
public enum EmergingPattern {
    NONE("no pattern"),
    NEW_HOT("new hotspot"),
    CONSECUTIVE_HOT("consecutive hotspot"),
    INTENSIFYING_HOT("intensifying hotspot"),
    PERSISTENT_HOT("persistent hotspot"),
    DIMINISHING_HOT("diminishing hotspot"),
    SPORADIC_HOT("sporadic hotspot"),
    OSCILLATING_HOT("oscillating hotspot"),
    HISTORICAL_HOT("historical hotspot"),
    NEW_COLD("new coldspot"),
    CONSECUTIVE_COLD("consecutive coldspot"),
    INTENSIFYING_COLD("intensifying coldspot"),
    PERSISTENT_COLD("persistent coldspot"),
    DIMINISHING_COLD("diminishing coldspot"),
    SPORADIC_COLD("sporadic coldspot"),
    OSCILLATING_COLD("oscillating coldspot"),
    HISTORICAL_COLD("historical coldspot");

    /** Whether a place was unusual in a step of time, after false-discovery-rate control. */
    public enum Step {
        HOT,
        COLD,
        NEITHER
    }

    private final String word;

    EmergingPattern(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    /**
     * The pattern of a place. Cost: the steps.
     *
     * @param steps in order of time; none give no pattern
     * @param trend of the place's scores over the same steps
     */
    public static EmergingPattern of(List<Step> steps, Trend trend) {
        if (steps.isEmpty()) {
            return NONE;
        }
        Step last = steps.get(steps.size() - 1);
        if (isLasting(steps, Step.HOT)) {
            return last == Step.HOT ? hot(trend) : HISTORICAL_HOT;
        }
        if (isLasting(steps, Step.COLD)) {
            return last == Step.COLD ? cold(trend) : HISTORICAL_COLD;
        }
        return last == Step.NEITHER ? NONE : recent(steps, last);
    }

    private static boolean isLasting(List<Step> steps, Step side) {
        return steps.size() > 1 && 10 * Collections.frequency(steps, side) >= 9 * steps.size();
    }

    private static EmergingPattern hot(Trend trend) {
        return switch (trend) {
            case RISING -> INTENSIFYING_HOT;
            case FALLING -> DIMINISHING_HOT;
            case NONE -> PERSISTENT_HOT;
        };
    }

    private static EmergingPattern cold(Trend trend) {
        return switch (trend) {
            case RISING -> DIMINISHING_COLD;
            case FALLING -> INTENSIFYING_COLD;
            case NONE -> PERSISTENT_COLD;
        };
    }

    private static EmergingPattern recent(List<Step> steps, Step side) {
        if (steps.contains(side == Step.HOT ? Step.COLD : Step.HOT)) {
            return either(side, OSCILLATING_HOT, OSCILLATING_COLD);
        }
        int times = Collections.frequency(steps, side);
        if (times == 1) {
            return either(side, NEW_HOT, NEW_COLD);
        }
        return steps.indexOf(side) == steps.size() - times
                ? either(side, CONSECUTIVE_HOT, CONSECUTIVE_COLD)
                : either(side, SPORADIC_HOT, SPORADIC_COLD);
    }

    private static EmergingPattern either(Step side, EmergingPattern hot, EmergingPattern cold) {
        return side == Step.HOT ? hot : cold;
    }
}
