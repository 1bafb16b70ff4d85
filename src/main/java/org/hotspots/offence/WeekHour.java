package org.hotspots.offence;

/**
 * When in the week an offence happened, as a number: London wall-clock hours of the week from Monday midnight, then the
 * days of those whose hour is not known, and last those of which not even the day is.
 */
public final class WeekHour {
    public static final int DAYS = 7;
    public static final int HOURS = 24;

    /** Number of a Monday without an hour; the other days follow. */
    public static final int FIRST_DAY = DAYS * HOURS;

    /** Number of what may have happened at any time of the month. */
    public static final int UNKNOWN = FIRST_DAY + DAYS;

    /** How many numbers there are. */
    public static final int COUNT = UNKNOWN + 1;

    private static final int MINUTES_PER_HOUR = 60;
    /** Of 1 January 1970, a Thursday; Monday is 0. */
    private static final int DAY_OF_EPOCH = 3;

    private WeekHour() {}

    /** The number of an offence of the table. */
    public static int of(OffenceTable.Columns columns, int row) {
        int dayOfWeek = Math.floorMod(columns.day()[row] + DAY_OF_EPOCH, DAYS);
        short minute = columns.minuteOfDay()[row];
        if (minute >= 0) {
            return HOURS * dayOfWeek + minute / MINUTES_PER_HOUR;
        }
        // Public street files give the month only: their first of the month is no day of the week.
        boolean monthOnly = columns.source()[row] == Source.POLICE_UK.ordinal();
        return monthOnly ? UNKNOWN : FIRST_DAY + dayOfWeek;
    }
}
