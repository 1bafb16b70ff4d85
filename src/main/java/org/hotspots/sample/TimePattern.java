package org.hotspots.sample;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.hotspots.stats.SeededRandom;

/** Draws starting times: a day by month and weekday, then an hour; hours after midnight belong to the night before. */
final class TimePattern {
    /** January to December without a season. */
    static final List<Double> ALL_MONTHS_ALIKE = Collections.nCopies(12, 1.0);
    /** Shares of Monday to Sunday where nothing else is said. */
    static final List<Double> ALL_DAYS_ALIKE = Collections.nCopies(7, 1.0);
    /** More on Fridays and Saturdays. */
    static final List<Double> WEEKENDS = List.of(0.85, 0.85, 0.85, 0.95, 1.2, 1.35, 0.95);

    private final WeightedChoice<LocalDate> days;
    private final WeightedChoice<Integer> hours;

    /**
     * @param monthFactors January to December, 1 for an ordinary month
     * @param dayFactors Monday to Sunday
     * @param profile of the hours
     */
    TimePattern(List<Double> monthFactors, List<Double> dayFactors, HourProfile profile) {
        days = WeightedChoice.of(
                // From the day before, whose night reaches into the period.
                SamplePeriod.FROM.minusDays(1).datesUntil(SamplePeriod.TO).toList(),
                day -> monthFactors.get(day.getMonthValue() - 1)
                        * dayFactors.get(day.getDayOfWeek().getValue() - 1));
        hours = WeightedChoice.of(IntStream.range(0, 24).boxed().toList(), profile::share);
    }

    LocalDateTime draw(SeededRandom random) {
        while (true) {
            LocalDateTime time = days.pick(random)
                    .atTime(HourProfile.FIRST_HOUR, 0)
                    .plusHours(hours.pick(random))
                    .plusMinutes(random.nextInt(60));
            if (SamplePeriod.contains(time) && SamplePeriod.onTheClock(time)) {
                return time;
            }
        }
    }
}
