package org.hotspots.hotspot;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.hotspots.offence.WeekHour;

/**
 * Events by day of the week and hour of the day, London wall-clock time. Every event stands in exactly one figure:
 * {@code total} is the sum of the table, of the events whose hour is unknown, and of those whose day is unknown, too.
 *
 * <p>On the day of 25 hours the hour that happens twice takes the events of both; on the day of 23 hours the hour that
 * is left out takes none.
 *
 * @param byDayAndHour seven rows, Monday first, of 24 counts
 * @param hourUnknownByDay events of each day of the week whose hour is not known
 * @param dayUnknown events of which only the month is known
 */
public record Times(List<List<Long>> byDayAndHour, List<Long> hourUnknownByDay, long dayUnknown) {
    static final int DAYS = WeekHour.DAYS;
    static final int HOURS = WeekHour.HOURS;

    public Times {
        byDayAndHour = byDayAndHour.stream().map(List::copyOf).toList();
        hourUnknownByDay = List.copyOf(hourUnknownByDay);
    }

    /** Counts while they are made: 168 hours of the week, seven days without an hour, and one for the rest. */
    static final class Buckets {
        private final long[] counts = new long[WeekHour.COUNT];

        void add(int bucket) {
            counts[bucket]++;
        }

        Times times() {
            return new Times(
                    LongStream.range(0, DAYS)
                            .mapToObj(day -> list((int) day * HOURS, HOURS))
                            .toList(),
                    list(WeekHour.FIRST_DAY, DAYS),
                    counts[WeekHour.UNKNOWN]);
        }

        private List<Long> list(int from, int length) {
            return Arrays.stream(counts, from, from + length).boxed().toList();
        }
    }

    /** Events whose day and hour are known. */
    public long known() {
        return byDayAndHour.stream().mapToLong(Times::sum).sum();
    }

    /** All events. */
    public long total() {
        return known() + sum(hourUnknownByDay) + dayUnknown;
    }

    /** Whether there are events, and of none of them even the day is known. */
    public boolean areUnknown() {
        return dayUnknown > 0 && dayUnknown == total();
    }

    /** Events of each day of the week, also those whose hour is unknown; Monday first. */
    public List<Long> byDay() {
        return LongStream.range(0, DAYS)
                .mapToObj(day -> sum(byDayAndHour.get((int) day)) + hourUnknownByDay.get((int) day))
                .toList();
    }

    /** Events of each hour of the day whose hour is known. */
    public List<Long> byHour() {
        return LongStream.range(0, HOURS)
                .mapToObj(hour -> byDayAndHour.stream()
                        .mapToLong(day -> day.get((int) hour))
                        .sum())
                .toList();
    }

    private static long sum(List<Long> counts) {
        return counts.stream().mapToLong(Long::longValue).sum();
    }
}
