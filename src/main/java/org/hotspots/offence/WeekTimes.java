package org.hotspots.offence;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hotspots.wording.Wording;
import org.jspecify.annotations.Nullable;

/**
 * Times of the week: some days, a band of hours, or both. The hours after midnight of a band belong to the day on which
 * it began: Friday 21-3 ends on Saturday at three in the morning.
 *
 * @param days days of the week, Monday first, each once, not all seven; none for every day, only with hours
 * @param hours hours of the day; null for the whole day
 */
public record WeekTimes(List<DayOfWeek> days, @Nullable HourBand hours) {
    private static final int FEWEST_IN_A_ROW = 3;

    public WeekTimes {
        days = List.copyOf(days);
        if (days.isEmpty() && hours == null) {
            throw new IllegalArgumentException("neither days nor hours: that is any time");
        }
        if (!days.stream().sorted().distinct().toList().equals(days) || days.size() == WeekHour.DAYS) {
            throw new IllegalArgumentException("days=" + days + ": Monday first, each once, not all seven");
        }
    }

    /** The word of a day in parameters and answers, such as {@code monday}. */
    public static String word(DayOfWeek day) {
        return day.name().toLowerCase(Locale.ROOT);
    }

    /**
     * The days that a text writes, such as {@code friday,saturday}, Monday first; none where it names all seven. Empty
     * where a word is no day or comes twice.
     */
    public static Optional<List<DayOfWeek>> findDays(String text) {
        List<String> words = List.of(text.split(",", -1));
        List<DayOfWeek> days = Arrays.stream(DayOfWeek.values())
                .filter(day -> words.contains(word(day)))
                .toList();
        if (days.size() != words.size()) {
            return Optional.empty();
        }
        return Optional.of(days.size() == WeekHour.DAYS ? List.of() : days);
    }

    /** The days as {@link #findDays} reads them; null for every day. */
    public @Nullable String daysText() {
        return days.isEmpty() ? null : days.stream().map(WeekTimes::word).collect(Collectors.joining(","));
    }

    /**
     * For each number of {@link WeekHour} whether it is among these times: {@link OffenceTable#YES},
     * {@link OffenceTable#NO}, or {@link OffenceTable#NOT_KNOWN} where it may be, the hour or the day not being known.
     */
    byte[] answers() {
        byte[] answers = new byte[WeekHour.COUNT];
        for (int day = 0; day < WeekHour.DAYS; day++) {
            int matching = 0;
            for (int hour = 0; hour < WeekHour.HOURS; hour++) {
                boolean isIn = contains(day, hour);
                answers[WeekHour.HOURS * day + hour] = isIn ? OffenceTable.YES : OffenceTable.NO;
                matching += isIn ? 1 : 0;
            }
            answers[WeekHour.FIRST_DAY + day] = matching == WeekHour.HOURS
                    ? OffenceTable.YES
                    : matching == 0 ? OffenceTable.NO : OffenceTable.NOT_KNOWN;
        }
        answers[WeekHour.UNKNOWN] = OffenceTable.NOT_KNOWN;
        return answers;
    }

    /**
     * Whether an hour is among these times.
     *
     * @param day of the calendar, from 0 for Monday
     * @param hour from 0
     */
    public boolean contains(int day, int hour) {
        if (hours == null) {
            return isDay(day);
        }
        if (!hours.wraps()) {
            return hour >= hours.start() && hour < hours.end() && isDay(day);
        }
        return hour >= hours.start() ? isDay(day) : hour < hours.end() && isDay(day + WeekHour.DAYS - 1);
    }

    private boolean isDay(int day) {
        return days.isEmpty() || days.contains(DayOfWeek.of(day % WeekHour.DAYS + 1));
    }

    /** Such as "Friday and Saturday 21:00 to 03:00". */
    public String inWords() {
        String band = hours == null ? "" : hours.inWords();
        return days.isEmpty() ? band : (daysInWords() + " " + band).strip();
    }

    /** The days as they follow one another, also over the week's end: Sunday, Monday; none where there are gaps. */
    private List<DayOfWeek> inARow() {
        List<DayOfWeek> first =
                days.stream().filter(day -> !days.contains(day.minus(1))).toList();
        return first.size() == 1
                ? Stream.iterate(first.get(0), day -> day.plus(1))
                        .limit(days.size())
                        .toList()
                : List.of();
    }

    private String daysInWords() {
        List<DayOfWeek> inARow = inARow();
        List<String> names = (inARow.isEmpty() ? days : inARow)
                .stream().map(Wording::dayOfWeek).toList();
        int last = names.size() - 1;
        if (!inARow.isEmpty() && names.size() >= FEWEST_IN_A_ROW) {
            return names.get(0) + " to " + names.get(last);
        }
        return last == 0 ? names.get(0) : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }
}
