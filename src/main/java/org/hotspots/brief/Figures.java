package org.hotspots.brief;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import org.hotspots.stats.Interval;
import org.hotspots.wording.Wording;

/** Numbers and dates as people read them. */
final class Figures {
    private static final double SMALLEST_TOLD = 0.0001;
    /** Above this a decimal of an interval's limit tells nothing. */
    private static final double WHOLE_FROM = 100;

    private static final int SIGNIFICANT_DIGITS = 3;

    private Figures() {}

    static String count(long value) {
        return Wording.count(value);
    }

    /** Such as "1 incident" or "17 incidents". */
    static String count(long value, String pluralUnit) {
        boolean one = value == 1 && pluralUnit.endsWith("s");
        return count(value) + " " + (one ? pluralUnit.substring(0, pluralUnit.length() - 1) : pluralUnit);
    }

    static String oneDecimal(double value) {
        return Wording.of("%,.1f", value);
    }

    /** Three significant digits, without an exponent. */
    static String figure(double value) {
        return plain(BigDecimal.valueOf(value)
                .round(new MathContext(SIGNIFICANT_DIGITS))
                .doubleValue());
    }

    /** As it stands, thousands apart, without an exponent or trailing zeros. */
    static String plain(double value) {
        BigDecimal stripped = BigDecimal.valueOf(value).stripTrailingZeros();
        return Wording.of("%,." + Math.max(0, stripped.scale()) + "f", stripped);
    }

    static String percent(double share) {
        return oneDecimal(100 * share) + " %";
    }

    static String interval(Interval interval) {
        String format = interval.high() < WHOLE_FROM ? "%,.1f to %,.1f" : "%,.0f to %,.0f";
        return Wording.of(format, interval.low(), interval.high());
    }

    static String probability(double p) {
        return p < SMALLEST_TOLD ? "below 0.0001" : Wording.of("%.4f", p);
    }

    static String day(LocalDate day) {
        return Wording.day(day);
    }

    /** @param to the day after the last */
    static String period(LocalDate from, LocalDate to) {
        return day(from) + " to " + day(to.minusDays(1));
    }
}
