package org.hotspots.http.ogc;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The parameter {@code datetime}: an instant or an interval, open at one end with {@code ..} or nothing.
 *
 * @param from the first instant meant
 * @param to the last
 */
record AskedTime(Instant from, Instant to) {
    static final String RULE =
            "a date (2026-10-31), a time with its offset (2026-10-31T21:00:00Z; write + as %2B), or two of"
                    + " them with / between, the earlier first; .. for one open end";

    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern TIME = Pattern.compile(
            "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})");
    private static final AskedTime EVER = new AskedTime(Instant.MIN, Instant.MAX);

    /** Reads the parameter; empty where it breaks {@link #RULE}. */
    static Optional<AskedTime> parse(String text) {
        String[] ends = text.split("/", -1);
        if (ends.length == 1) {
            return instant(text);
        }
        boolean bothOpen = ends.length == 2 && isOpen(ends[0]) && isOpen(ends[1]);
        if (ends.length != 2 || bothOpen) {
            return Optional.empty();
        }
        return end(ends[0])
                .flatMap(first -> end(ends[1]).map(last -> new AskedTime(first.from, last.to)))
                .filter(interval -> !interval.from.isAfter(interval.to));
    }

    private static boolean isOpen(String end) {
        return end.isEmpty() || end.equals("..");
    }

    private static Optional<AskedTime> end(String text) {
        return isOpen(text) ? Optional.of(EVER) : instant(text);
    }

    private static Optional<AskedTime> instant(String text) {
        try {
            if (DATE.matcher(text).matches()) {
                LocalDate day = LocalDate.parse(text);
                Period whole = new Period(day, day.plusDays(1));
                return Optional.of(new AskedTime(whole.start(), whole.end().minusNanos(1)));
            }
            if (TIME.matcher(text).matches()) {
                Instant instant = OffsetDateTime.parse(text).toInstant();
                return Optional.of(new AskedTime(instant, instant));
            }
            return Optional.empty();
        } catch (DateTimeException e) {
            // No such day or time: the answer names the rule and the value.
            return Optional.empty();
        }
    }

    boolean meets(Period period) {
        return from.isBefore(period.end()) && !to.isBefore(period.start());
    }
}
