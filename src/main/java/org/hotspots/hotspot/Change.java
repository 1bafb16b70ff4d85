package org.hotspots.hotspot;

import org.hotspots.stats.Interval;
import org.hotspots.stats.TwoCounts;
import org.hotspots.wording.Wording;
import org.jspecify.annotations.Nullable;

/**
 * An earlier number of events and the present one, with no more said than they bear.
 *
 * @param before events of the earlier period
 * @param now events of the present one
 * @param ratio present rate a day over the earlier; infinite where only the earlier is 0, NaN where both are
 * @param interval exact 95 % interval of the ratio
 * @param p two-sided, of the exact conditional test that both rates are equal; not corrected for other comparisons
 */
public record Change(long before, long now, double ratio, Interval interval, double p) {
    /** On a smaller base a percentage swings with single events, so none is given. */
    private static final long LEAST_BASE = 10;

    /** The change between the counts of two periods of these lengths. */
    static Change of(long before, long now, double daysBefore, double daysNow) {
        TwoCounts counts = new TwoCounts(before, now, daysBefore, daysNow);
        return new Change(before, now, counts.ratio(), counts.ratioInterval95(), counts.conditionalP());
    }

    /** Change of the rate in percent of the earlier; null where fewer than {@value #LEAST_BASE} events are the base. */
    public @Nullable Double percent() {
        return before < LEAST_BASE ? null : 100 * (ratio - 1);
    }

    /** Whether the interval leaves room for no change at all. */
    public boolean couldBeChance() {
        return interval.low() <= 1 && interval.high() >= 1;
    }

    /** In words, such as "12 to 5; ratio 0.11 to 1.27; could be chance". */
    public String words() {
        if (before == 0 && now == 0) {
            return "0 to 0; nothing to compare";
        }
        Double percent = percent();
        String step = percent == null ? "" : " (" + signed(Math.round(percent)) + " %)";
        String ratios = Double.isInfinite(interval.high())
                ? Wording.of("ratio %.2f or more", interval.low())
                : Wording.of("ratio %.2f to %.2f", interval.low(), interval.high());
        String verdict = couldBeChance() ? "could be chance" : "unlikely to be chance";
        return Wording.of("%,d to %,d%s; %s; %s", before, now, step, ratios, verdict);
    }

    /** What rounds to nothing went neither up nor down. */
    private static String signed(long percent) {
        return percent == 0 ? "0" : Wording.of("%+d", percent);
    }
}
