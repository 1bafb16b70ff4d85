package org.hotspots.brief;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hotspots.hotspot.PeakBand;
import org.hotspots.hotspot.Times;
import org.hotspots.wording.Wording;

/** When it happens at a place; says all that matters in the picture of the week. */
final class WhenWords {
    static final List<String> DAYS =
            List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");

    private WhenWords() {}

    static List<String> of(Optional<PeakBand> band, String noClearTime, Times times, String unit) {
        if (times.areUnknown()) {
            return List.of("Neither day nor hour of these " + Figures.count(times.total(), unit) + " is in the data.");
        }
        List<String> lines = new ArrayList<>();
        lines.add(band.map(found -> found.inWords() + ".")
                .orElseGet(() -> "There is " + noClearTime + ": no hours stand out from those of the whole run."));
        lines.add("The hour is known of " + Figures.count(times.known()) + " of " + Figures.count(times.total(), unit)
                + " (London time).");
        if (times.byDay().stream().anyMatch(count -> count > 0)) {
            lines.add("By day: " + days(times.byDay()) + ".");
        }
        if (times.known() > 0) {
            lines.add(busiest(times));
        }
        return lines;
    }

    private static String days(List<Long> counts) {
        List<String> words = new ArrayList<>();
        for (int day = 0; day < DAYS.size(); day++) {
            words.add(DAYS.get(day).substring(0, 3) + " " + Figures.count(counts.get(day)));
        }
        return String.join(", ", words);
    }

    /** The first of equals, from Monday on. */
    private static String busiest(Times times) {
        int busiestDay = 0;
        int busiestHour = 0;
        long most = 0;
        long equals = 0;
        for (int day = 0; day < DAYS.size(); day++) {
            List<Long> hours = times.byDayAndHour().get(day);
            for (int hour = 0; hour < hours.size(); hour++) {
                equals = hours.get(hour) > most ? 1 : hours.get(hour) == most ? equals + 1 : equals;
                if (hours.get(hour) > most) {
                    most = hours.get(hour);
                    busiestDay = day;
                    busiestHour = hour;
                }
            }
        }
        return equals > 1
                ? Wording.of("The busiest hours of the week, %,d of them, hold %,d each.", equals, most)
                : Wording.of("The busiest hour is %s %02d:00 with %,d.", DAYS.get(busiestDay), busiestHour, most);
    }
}
