package org.hotspots.load;

import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hotspots.offence.OffenceFlag;
import org.jspecify.annotations.Nullable;

/**
 * Reads dates and times of one column, in one format that is fixed for the column: day and month are never guessed.
 * Wall-clock times are London's. A time that the clocks skipped is read an hour later, one that they passed twice at
 * its first passing, and either is flagged.
 */
final class DateTimes {
    static final ZoneId LONDON = ZoneId.of("Europe/London");
    /** Earlier dates are misprints: nobody alive was offended against. */
    static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    private static final ZoneRules LONDON_RULES = LONDON.getRules();
    private static final String ISO = "ISO 8601, such as 2026-02-01T13:45 or 2026-02-01";
    private static final Pattern ISO_TIME =
            Pattern.compile("([0-9]{2}):([0-9]{2})(?::([0-9]{2})(?:\\.[0-9]{1,9})?)?(Z|[+-][0-9]{2}:?[0-9]{2})?");

    private final String column;
    private final @Nullable DateTimeFormatter pattern;
    private final String expected;
    private final Instant latest;
    private final boolean midnightMeansUnknown;

    /**
     * @param at the instant; where only the date is known, its start in London
     * @param dateOnly whether the time of day is unknown
     */
    record Moment(Instant at, boolean dateOnly) {
        /** The last minute of the day where only the date is known. */
        Instant latestReading() {
            return dateOnly
                    ? at.atZone(LONDON)
                            .toLocalDate()
                            .plusDays(1)
                            .atStartOfDay(LONDON)
                            .toInstant()
                            .minusSeconds(60)
                    : at;
        }
    }

    DateTimes(String column, Reading reading) {
        String text = reading.profile().datePatterns().get(column);
        this.column = column;
        this.pattern = text == null ? null : formatter(text);
        this.expected = text == null ? ISO : text;
        this.latest = reading.latest();
        this.midnightMeansUnknown = reading.profile().midnightMeansUnknown();
    }

    /** What is wrong with a pattern, if anything. */
    static Optional<String> findFault(String text) {
        try {
            formatter(text);
        } catch (IllegalArgumentException e) {
            return Optional.of(text + ": not a pattern of dates");
        }
        boolean whole = (text.contains("uuuu") || text.contains("yyyy")) && text.contains("M") && text.contains("d");
        return whole ? Optional.empty() : Optional.of(text + ": a date needs d, M and uuuu");
    }

    /** The moment; null where the text is empty, or where the row was rejected. */
    @Nullable
    Moment parse(String text, RowCheck check) {
        if (text.isEmpty()) {
            return null;
        }
        Moment moment = pattern == null ? iso(text, check) : patterned(pattern, text, check);
        if (moment == null) {
            return null;
        }
        if (moment.at().isAfter(latest)) {
            check.reject("future-date", column + "=" + RowCheck.quoted(text) + ": not after " + latest);
            return null;
        }
        if (moment.at().isBefore(EARLIEST.atStartOfDay(LONDON).toInstant())) {
            check.reject("date-range", column + "=" + RowCheck.quoted(text) + ": not before " + EARLIEST);
            return null;
        }
        return moment;
    }

    private @Nullable Moment iso(String text, RowCheck check) {
        if (!startsWithDate(text) || (text.length() > 10 && text.charAt(10) != 'T' && text.charAt(10) != ' ')) {
            return rejectFormat(text, check);
        }
        Matcher time = null;
        if (text.length() > 10) {
            time = ISO_TIME.matcher(text).region(11, text.length());
            if (!time.matches()) {
                return rejectFormat(text, check);
            }
        }
        try {
            LocalDate date = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
            if (time == null) {
                return dateOnly(date);
            }
            int second = time.group(3) == null ? 0 : Integer.parseInt(time.group(3));
            LocalDateTime clock = date.atTime(number(text, 11, 13), number(text, 14, 16), second);
            return moment(clock, time.group(4), check);
        } catch (DateTimeException e) {
            return rejectDate(text, check);
        }
    }

    private @Nullable Moment patterned(DateTimeFormatter formatter, String text, RowCheck check) {
        ParsePosition end = new ParsePosition(0);
        if (formatter.parseUnresolved(text, end) == null || end.getIndex() != text.length()) {
            return rejectFormat(text, check);
        }
        try {
            TemporalAccessor parsed = formatter.parse(text);
            LocalDate date = LocalDate.from(parsed);
            LocalTime time = parsed.query(TemporalQueries.localTime());
            ZoneOffset offset = parsed.query(TemporalQueries.offset());
            return time == null
                    ? dateOnly(date)
                    : moment(date.atTime(time), offset == null ? null : offset.getId(), check);
        } catch (DateTimeException e) {
            return rejectDate(text, check);
        }
    }

    private Moment moment(LocalDateTime clock, @Nullable String offset, RowCheck check) {
        if (offset != null) {
            return new Moment(clock.toInstant(ZoneOffset.of(offset)), false);
        }
        if (midnightMeansUnknown && clock.toLocalTime().equals(LocalTime.MIDNIGHT)) {
            return dateOnly(clock.toLocalDate());
        }
        List<ZoneOffset> offsets = LONDON_RULES.getValidOffsets(clock);
        if (offsets.size() == 1) {
            return new Moment(clock.toInstant(offsets.get(0)), false);
        }
        check.flag(offsets.isEmpty() ? OffenceFlag.NON_EXISTENT_LOCAL_TIME : OffenceFlag.AMBIGUOUS_LOCAL_TIME);
        return new Moment(clock.atZone(LONDON).toInstant(), false);
    }

    private static Moment dateOnly(LocalDate date) {
        return new Moment(date.atStartOfDay(LONDON).toInstant(), true);
    }

    private @Nullable Moment rejectFormat(String text, RowCheck check) {
        check.reject("date-format", column + "=" + RowCheck.quoted(text) + ": " + expected);
        return null;
    }

    private @Nullable Moment rejectDate(String text, RowCheck check) {
        check.reject("invalid-date", column + "=" + RowCheck.quoted(text) + ": there is no such date or time");
        return null;
    }

    private static boolean startsWithDate(String text) {
        if (text.length() < 10 || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return false;
        }
        for (int i = 0; i < 10; i++) {
            if (i != 4 && i != 7 && (text.charAt(i) < '0' || text.charAt(i) > '9')) {
                return false;
            }
        }
        return true;
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }

    private static DateTimeFormatter formatter(String text) {
        // Under strict rules "yyyy" is a year of an era, which nobody writes; "uuuu" is the year that is meant.
        return DateTimeFormatter.ofPattern(text.replace('y', 'u'), Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }
}
