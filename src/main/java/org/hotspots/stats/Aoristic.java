package org.hotspots.stats;

import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * When in the week something happened of which only the span is known: each of the 168 hours of the week receives the
 * part of the span that overlaps it, so that each event adds its whole weight once. Hour 0 is Monday 00:00 to 01:00.
 *
 * <p>Times are those of the wall clock: an hour that the clocks skip or repeat is counted as the clock shows it. Source:
 * Ratcliffe 2000; {@code src/docs/methods/trends-and-operations.md}.
 */
public final class Aoristic {
    public static final int HOURS_OF_WEEK = 168;

    private static final long HOUR_SECONDS = 3600;
    private static final long WEEK_SECONDS = HOURS_OF_WEEK * HOUR_SECONDS;
    /** 1 January 1970 was a Thursday. */
    private static final long MONDAY_TO_EPOCH_SECONDS = 3 * 24 * HOUR_SECONDS;

    private Aoristic() {}

    /** The profile of a single event of weight 1. */
    public static double[] week(LocalDateTime from, LocalDateTime to) {
        double[] week = new double[HOURS_OF_WEEK];
        add(week, from, to, 1);
        return week;
    }

    /**
     * Adds an event. A span of no length falls into the hour that it stands in, or begins; one of more than seven days
     * says nothing of the hour, and each receives 1/168; a reversed one is turned round. Cost: hours of the span.
     *
     * @param week weight per hour of the week, 168 values; added to
     * @param from earliest time, seconds count
     * @param to latest time
     * @param weight of the event, finite
     */
    public static void add(double[] week, LocalDateTime from, LocalDateTime to, double weight) {
        if (week.length != HOURS_OF_WEEK) {
            throw new IllegalArgumentException(
                    "week.length=" + week.length + ": a week has " + HOURS_OF_WEEK + " hours");
        }
        if (!Double.isFinite(weight)) {
            throw new IllegalArgumentException("weight=" + weight + ": must be finite");
        }
        long start = sinceMonday(to.isBefore(from) ? to : from);
        long end = sinceMonday(to.isBefore(from) ? from : to);
        if (end == start) {
            week[hourOfWeek(start)] += weight;
        } else if (end - start > WEEK_SECONDS) {
            for (int hour = 0; hour < HOURS_OF_WEEK; hour++) {
                week[hour] += weight / HOURS_OF_WEEK;
            }
        } else {
            addOverlaps(week, start, end, weight);
        }
    }

    private static void addOverlaps(double[] week, long start, long end, double weight) {
        for (long at = start; at < end; ) {
            long next = Math.min(end, (Math.floorDiv(at, HOUR_SECONDS) + 1) * HOUR_SECONDS);
            week[hourOfWeek(at)] += weight * (next - at) / (end - start);
            at = next;
        }
    }

    private static long sinceMonday(LocalDateTime time) {
        return time.toEpochSecond(ZoneOffset.UTC) + MONDAY_TO_EPOCH_SECONDS;
    }

    private static int hourOfWeek(long second) {
        return (int) (Math.floorMod(second, WEEK_SECONDS) / HOUR_SECONDS);
    }
}
