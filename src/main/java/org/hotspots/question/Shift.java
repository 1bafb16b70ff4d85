package org.hotspots.question;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Locale;
import org.hotspots.offence.HourBand;
import org.hotspots.offence.WeekTimes;

/** Times of the week that a form offers ready-made. */
public enum Shift {
    EARLY("Early", new WeekTimes(List.of(), new HourBand(7, 15))),
    LATE("Late", new WeekTimes(List.of(), new HourBand(15, 23))),
    NIGHT("Night", new WeekTimes(List.of(), new HourBand(22, 7))),
    WEEKEND_NIGHT(
            "Friday and Saturday night",
            new WeekTimes(List.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY), new HourBand(21, 3)));

    private final String title;
    // An enum's constant is shared by all: a record of days and hours cannot be changed.
    @SuppressWarnings("ImmutableEnumChecker")
    private final WeekTimes times;

    Shift(String title, WeekTimes times) {
        this.title = title;
        this.times = times;
    }

    /** The word used in answers. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its name for people. */
    public String title() {
        return title;
    }

    public WeekTimes times() {
        return times;
    }
}
