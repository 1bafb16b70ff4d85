package org.hotspots.hotspot;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hotspots.offence.WeekTimes;
import org.hotspots.stats.Hypergeometric;
import org.hotspots.wording.Wording;
import org.jspecify.annotations.Nullable;

/**
 * Four hours in which a place has more of its events than the run has: of every start on the hour and of four sets of
 * days the one with the smallest p, named only if p times the number of bands tried is at most 0.05. A band that
 * crosses midnight belongs to the day on which it starts. Where the question is about some times of the week only, bands that lie
 * partly outside these are not tried.
 *
 * @param days set of days
 * @param startHour first hour, from 0
 * @param count events of the place in the band
 * @param known events of the place whose hour is known
 * @param runCount events of the run in the band
 * @param runKnown events of the run whose hour is known
 * @param p exact, one-sided: at least so many in the band where the place's events are drawn from the run's; times the
 *     number of bands tried (Bonferroni), at most 1
 */
public record PeakBand(Days days, int startHour, long count, long known, long runCount, long runKnown, double p) {
    private static final int BAND_HOURS = 4;
    private static final double LEVEL = 0.05;

    /** Days on which a band may start. */
    public enum Days {
        EVERY_DAY("every day", List.of(0, 1, 2, 3, 4, 5, 6)),
        MONDAY_TO_FRIDAY("Monday to Friday", List.of(0, 1, 2, 3, 4)),
        FRIDAY_AND_SATURDAY("Friday and Saturday", List.of(4, 5)),
        SATURDAY_AND_SUNDAY("Saturday and Sunday", List.of(5, 6));

        private final String words;
        // An enum's constant is shared by all: what List.of makes cannot be changed.
        @SuppressWarnings("ImmutableEnumChecker")
        private final List<Integer> days;

        Days(String words, List<Integer> days) {
            this.words = words;
            this.days = days;
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private record Tried(Days days, int start) {
        boolean isWithin(WeekTimes asked) {
            return days.days.stream()
                    .allMatch(day -> IntStream.range(start, start + BAND_HOURS)
                            .allMatch(hour ->
                                    asked.contains((day + hour / Times.HOURS) % Times.DAYS, hour % Times.HOURS)));
        }
    }

    /**
     * The band of the place, if any stands out from the run's.
     *
     * @param asked the times that the run is about, outside which there are no bands; null for any
     */
    static Optional<PeakBand> find(Times place, Times run, @Nullable WeekTimes asked) {
        List<Tried> tried = Stream.of(Days.values())
                .flatMap(days -> IntStream.range(0, Times.HOURS).mapToObj(start -> new Tried(days, start)))
                .filter(band -> asked == null || band.isWithin(asked))
                .toList();
        PeakBand best = null;
        for (Tried band : tried) {
            PeakBand found = of(band, tried.size(), place, run);
            best = best == null || found.p < best.p ? found : best;
        }
        return Optional.ofNullable(best).filter(band -> band.p <= LEVEL);
    }

    private static PeakBand of(Tried band, int bands, Times place, Times run) {
        long count = count(place, band.days, band.start);
        long runCount = count(run, band.days, band.start);
        double p = Hypergeometric.upperTail(run.known(), runCount, place.known(), count);
        return new PeakBand(band.days, band.start, count, place.known(), runCount, run.known(), Math.min(1, p * bands));
    }

    private static long count(Times times, Days days, int start) {
        long count = 0;
        for (int day : days.days) {
            for (int hour = start; hour < start + BAND_HOURS; hour++) {
                int onDay = (day + hour / Times.HOURS) % Times.DAYS;
                count += times.byDayAndHour().get(onDay).get(hour % Times.HOURS);
            }
        }
        return count;
    }

    /** The hour after the last. */
    public int endHour() {
        return (startHour + BAND_HOURS) % Times.HOURS;
    }

    /** Such as "Friday and Saturday 22:00 to 02:00". */
    public String hours() {
        return Wording.of(
                "%s%s %02d:00 to %02d:00",
                days.words.substring(0, 1).toUpperCase(Locale.ROOT), days.words.substring(1), startHour, endHour());
    }

    /** Such as "Friday and Saturday 22:00 to 02:00: 14 of 20, in the whole run 61 of 240". */
    public String inWords() {
        return Wording.of("%s: %,d of %,d, in the whole run %,d of %,d", hours(), count, known, runCount, runKnown);
    }
}
