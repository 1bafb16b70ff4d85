package org.hotspots.wording;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;

/** Sentences for people with figures and dates in them, as British English writes these on every machine. */
public final class Wording {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.UK);

    private Wording() {}

    /** The format with its values, as {@link String#format} has them: {@code %,d} of 1234 is 1,234. */
    public static String of(String format, Object... values) {
        return String.format(Locale.UK, format, values);
    }

    /** Such as 1,234. */
    public static String count(long value) {
        return of("%,d", value);
    }

    /** Such as "31 October 2025". */
    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** Such as "October 2025". */
    public static String month(YearMonth month) {
        return MONTH.format(month);
    }

    /** Such as "Friday". */
    public static String dayOfWeek(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.UK);
    }
}
