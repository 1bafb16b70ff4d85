package org.hotspots.sample;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.hotspots.offence.Theme;
import org.hotspots.stats.SeededRandom;

/**
 * A planted hotspot: incidents over and above the background, at a known place and known hours.
 *
 * @param id stable word
 * @param theme what is planted
 * @param town the town it lies in
 * @param place in words
 * @param circle every planted incident lies in it
 * @param hours days and hours of every planted incident
 * @param trend what its monthly rate does
 */
record Hotspot(String id, Theme theme, String town, String place, Circle circle, Hours hours, Trend trend) {

    /**
     * @param days on which the hours begin
     * @param fromHour first hour
     * @param toHour end, exclusive; above 24 for the small hours of the next day
     */
    record Hours(Set<DayOfWeek> days, int fromHour, int toHour) {
        LocalDateTime draw(YearMonth month, SeededRandom random) {
            List<LocalDate> nights = month.atDay(1)
                    .datesUntil(month.plusMonths(1).atDay(1))
                    .filter(day -> days.contains(day.getDayOfWeek()))
                    .toList();
            while (true) {
                LocalDateTime time = nights.get(random.nextInt(nights.size()))
                        .atTime(fromHour, 0)
                        .plusMinutes(random.nextInt((toHour - fromHour) * 60));
                if (SamplePeriod.contains(time) && SamplePeriod.onTheClock(time)) {
                    return time;
                }
            }
        }
    }

    /**
     * @param word steady, seasonal, growing or ended
     * @param incidentsPerMonth expected planted incidents of a month
     */
    record Trend(String word, ToDoubleFunction<YearMonth> incidentsPerMonth) {
        static Trend steady(double perMonth) {
            return new Trend("steady", month -> perMonth);
        }

        static Trend seasonal(double perMonth, int firstMonth, int lastMonth) {
            return new Trend(
                    "seasonal",
                    month -> month.getMonthValue() >= firstMonth && month.getMonthValue() <= lastMonth ? perMonth : 0);
        }

        /** Flat before {@code start}, then rising by the same number each month. */
        static Trend growing(double perMonth, YearMonth start, double risePerMonth) {
            return new Trend("growing", month -> {
                int months = (month.getYear() - start.getYear()) * 12 + month.getMonthValue() - start.getMonthValue();
                return perMonth + risePerMonth * Math.max(0, months);
            });
        }

        /** @param end first month without it */
        static Trend ended(double perMonth, YearMonth end) {
            return new Trend("ended", month -> month.isBefore(end) ? perMonth : 0);
        }
    }
}
