package org.hotspots.hotspot;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hotspots.offence.OffenceFilter;
import org.hotspots.snapshot.CoveredPeriod;
import org.hotspots.stats.PredictionBand;
import org.hotspots.wording.Wording;
import org.jspecify.annotations.Nullable;

/**
 * Events by calendar month over the {@value #SHOWN} months up to the end of a question's period, selected by its filter
 * on its ground, each beside the same month a year before and beside what the months before it let expect. Each month
 * is counted as a question about it alone would be: an incident with offences in two months counts in both.
 *
 * @param months oldest first; the last may be cut by the period's end, any by the ends of the data
 */
public record Months(List<Month> months) {
    /** Months told. */
    public static final int SHOWN = 24;
    /** Months before that say what is normal: a year, so that every season is in it. */
    public static final int BEFORE = 12;

    /** Probability that, of all months of a strip where nothing changes, any is outside its band. */
    public static final double LEVEL = 0.05;

    public Months {
        months = List.copyOf(months);
    }

    /**
     * One calendar month, or the part of it that is asked about and covered by data.
     *
     * @param month which
     * @param from first day counted
     * @param to the day after the last day counted
     * @param whole whether all its days are counted
     * @param count events; null where the data cover no day of it
     * @param yearBefore events of the same month a year before, all of it; null where the data do not cover it
     * @param normal what the months before let expect of these days; null where the data do not cover twelve of them
     */
    public record Month(
            YearMonth month,
            LocalDate from,
            LocalDate to,
            boolean whole,
            @Nullable Long count,
            @Nullable Long yearBefore,
            @Nullable NormalMonth normal) {

        /** Whether there are more events than chance lets expect. */
        public boolean isAbove() {
            return normal != null && count != null && normal.band().isAbove(count);
        }

        /** Whether there are fewer. */
        public boolean isBelow() {
            return normal != null && count != null && normal.band().isBelow(count);
        }
    }

    /** @param counted counts the events that a filter lets through on the ground of the run, or of one of its hotspots */
    static Months of(RunInput input, ToLongFunction<OffenceFilter> counted) {
        YearMonth last = YearMonth.from(input.question().filter().to().minusDays(1));
        List<CountedMonth> all = new ArrayList<>();
        for (int back = SHOWN + 2 * BEFORE - 1; back >= 0; back--) {
            all.add(count(input, last.minusMonths(back), counted));
        }
        int first = 2 * BEFORE;
        long tested = IntStream.range(first, all.size())
                .filter(position -> isTested(all, position))
                .count();
        double level = LEVEL / Math.max(1, tested);
        return new Months(IntStream.range(first, all.size())
                .mapToObj(position -> month(all, position, level))
                .toList());
    }

    private static CountedMonth count(RunInput input, YearMonth month, ToLongFunction<OffenceFilter> counted) {
        OffenceFilter filter = input.question().filter();
        LocalDate start = month.atDay(1);
        LocalDate next = month.plusMonths(1).atDay(1);
        LocalDate end = filter.to().isBefore(next) ? filter.to() : next;
        CoveredPeriod covered = CoveredPeriod.of(start, end, input.snapshot().version());
        LocalDate dataFrom = input.snapshot().version().dataFrom();
        LocalDate dataTo = input.snapshot().version().dataTo();
        boolean isOutside = dataFrom == null || dataTo == null || !dataFrom.isBefore(end) || dataTo.isBefore(start);
        return isOutside
                ? new CountedMonth(month, start, start, 0)
                : new CountedMonth(
                        month,
                        covered.from(),
                        covered.to(),
                        counted.applyAsLong(filter.during(covered.from(), covered.to())));
    }

    private static Month month(List<CountedMonth> all, int position, double level) {
        CountedMonth month = all.get(position);
        CountedMonth yearBefore = all.get(position - BEFORE);
        return new Month(
                month.month(),
                month.from(),
                month.to(),
                month.isWhole(),
                month.days() == 0 ? null : month.count(),
                yearBefore.isWhole() ? yearBefore.count() : null,
                isTested(all, position)
                        ? NormalMonth.of(all.subList(position - 2 * BEFORE, position), month.days(), level)
                        : null);
    }

    /** Whether there is a month to compare, and a year to compare it with. */
    private static boolean isTested(List<CountedMonth> all, int position) {
        return all.get(position).days() > 0
                && all.subList(position - BEFORE, position).stream().allMatch(CountedMonth::isWhole);
    }

    /** Which months chance does not explain. */
    public String sentence() {
        List<Month> tested =
                months.stream().filter(month -> month.normal() != null).toList();
        if (tested.isEmpty()) {
            return "What is normal cannot be told: the data do not cover the " + BEFORE
                    + " months before any of these.";
        }
        List<Month> above = tested.stream().filter(Month::isAbove).toList();
        List<Month> below = tested.stream().filter(Month::isBelow).toList();
        if (above.isEmpty() && below.isEmpty()) {
            return "No month is outside what the months before it let expect.";
        }
        return (listed("More than", above) + " " + listed("Fewer than", below)).strip();
    }

    private static String listed(String what, List<Month> some) {
        return some.isEmpty()
                ? ""
                : what + " the months before let expect: "
                        + some.stream().map(Months::inWords).collect(Collectors.joining(", ")) + ".";
    }

    private static String inWords(Month month) {
        PredictionBand band = Objects.requireNonNull(month.normal()).band();
        return Wording.of(
                "%s (%,d; %,d to %,d)",
                Wording.month(month.month()), Objects.requireNonNull(month.count()), band.low(), band.high());
    }
}
