package org.hotspots.hotspot;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/**
 * The days of a month that count, with their events.
 *
 * @param from first day counted
 * @param to the day after the last; {@code from} itself where the data cover none
 */
record CountedMonth(YearMonth month, LocalDate from, LocalDate to, long count) {
    int days() {
        return Math.toIntExact(ChronoUnit.DAYS.between(from, to));
    }

    boolean isWhole() {
        return days() == month.lengthOfMonth();
    }
}
