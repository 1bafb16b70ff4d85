package org.hotspots.sample;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;

/** The three years of the sample and London's wall clock in them. */
final class SamplePeriod {
    static final LocalDate FROM = LocalDate.of(2023, 11, 1);
    /** Exclusive. */
    static final LocalDate TO = LocalDate.of(2026, 11, 1);

    static final LocalDateTime EXTRACTED_AT = TO.atTime(6, 0);
    static final double YEARS = 3;
    static final List<YearMonth> MONTHS = IntStream.range(0, 36)
            .mapToObj(i -> YearMonth.from(FROM).plusMonths(i))
            .toList();

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private SamplePeriod() {}

    static boolean contains(LocalDateTime time) {
        return !time.isBefore(FROM.atStartOfDay()) && time.isBefore(TO.atStartOfDay());
    }

    /** False for the hour that is skipped when the clocks go forward. */
    static boolean onTheClock(LocalDateTime time) {
        return !LONDON.getRules().getValidOffsets(time).isEmpty();
    }

    /** The time itself, or an hour later where the clock skips it. */
    static LocalDateTime asClockShows(LocalDateTime time) {
        return onTheClock(time) ? time : time.plusHours(1);
    }

    /** Position of the month in {@link #MONTHS}. */
    static int monthIndex(LocalDate date) {
        return (date.getYear() - FROM.getYear()) * 12 + date.getMonthValue() - FROM.getMonthValue();
    }
}
