package org.hotspots.offence;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hotspots.wording.Wording;

/**
 * Whole hours of the day, London wall-clock time, written {@code 21-3}. A band whose end is not after its start goes on
 * past midnight.
 *
 * @param start first hour, from 0 to 23
 * @param end the hour after the last, from 1 to 24, not the start; midnight is 24
 */
public record HourBand(int start, int end) {
    public static final String RULE =
            "two different whole hours written as 21-3, the first from 0 to 23, the second from"
                    + " 0 to 24, and not the whole day";

    private static final Pattern TEXT = Pattern.compile("([0-9]{1,2})-([0-9]{1,2})");

    public HourBand {
        if (start < 0 || start >= WeekHour.HOURS || end < 1 || end > WeekHour.HOURS || length(start, end) % 24 == 0) {
            throw new IllegalArgumentException("hours=" + start + "-" + end + ": " + RULE);
        }
    }

    /** The band that a text writes; 0 as an end is the midnight after. Empty where the text breaks the rule. */
    public static Optional<HourBand> find(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int start = Integer.parseInt(matcher.group(1));
        int end = Integer.parseInt(matcher.group(2));
        boolean isBand = start < WeekHour.HOURS && end <= WeekHour.HOURS && (end - start) % WeekHour.HOURS != 0;
        return isBand ? Optional.of(new HourBand(start, end == 0 ? WeekHour.HOURS : end)) : Optional.empty();
    }

    private static int length(int start, int end) {
        return end > start ? end - start : end - start + WeekHour.HOURS;
    }

    /** Whether it goes on past midnight. */
    public boolean wraps() {
        return end < start;
    }

    /** Such as "21:00 to 03:00". */
    public String inWords() {
        return Wording.of("%02d:00 to %02d:00", start, end);
    }

    @Override
    public String toString() {
        return start + "-" + end;
    }
}
