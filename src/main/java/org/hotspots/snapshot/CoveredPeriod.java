package org.hotspots.snapshot;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The part of a question's period that the data cover: a rate over months without data would be too low.
 *
 * <p>Only the ends of the data are looked at; a month missing in between is not noticed.
 *
 * @param from first day covered
 * @param to the day after the last, after {@code from} unless the data do not meet the period at all
 * @param whole whether the whole period is covered
 */
public record CoveredPeriod(LocalDate from, LocalDate to, boolean whole) {

    public static CoveredPeriod of(LocalDate askedFrom, LocalDate askedTo, DataVersion version) {
        LocalDate dataFrom = version.dataFrom();
        LocalDate dataTo = version.dataTo();
        if (dataFrom == null || dataTo == null) {
            return new CoveredPeriod(askedFrom, askedTo, false);
        }
        LocalDate from = askedFrom.isBefore(dataFrom) ? dataFrom : askedFrom;
        LocalDate to = askedTo.isAfter(dataTo.plusDays(1)) ? dataTo.plusDays(1) : askedTo;
        if (!from.isBefore(to)) {
            return new CoveredPeriod(askedFrom, askedTo, false);
        }
        return new CoveredPeriod(from, to, from.equals(askedFrom) && to.equals(askedTo));
    }

    /** Whether the data do not meet the period asked for at all. */
    public boolean isNone(LocalDate askedFrom, LocalDate askedTo) {
        return !whole && from.equals(askedFrom) && to.equals(askedTo);
    }

    /** Length in months; a part of a month counts by its days. */
    public double months() {
        long wholeMonths = ChronoUnit.MONTHS.between(from, to);
        LocalDate start = from.plusMonths(wholeMonths);
        return wholeMonths
                + ChronoUnit.DAYS.between(start, to) / (double) ChronoUnit.DAYS.between(start, start.plusMonths(1));
    }

    /** How long, such as "in 12 months" or "in 10 days". */
    public String inWords() {
        long months = ChronoUnit.MONTHS.between(from, to);
        if (months > 0 && from.plusMonths(months).equals(to)) {
            return months == 1 ? "in a month" : "in " + months + " months";
        }
        long days = ChronoUnit.DAYS.between(from, to);
        return days == 1 ? "in a day" : "in " + days + " days";
    }
}
