package org.hotspots.sample;

import java.time.LocalDateTime;
import org.hotspots.stats.SeededRandom;

/**
 * The span in which something happened, London wall clock.
 *
 * @param from start, a time that the clock shows
 * @param to end, not before the start
 * @param timeKnown false where the extract gives dates only
 */
record When(LocalDateTime from, LocalDateTime to, boolean timeKnown) {
    private static final LocalDateTime LAST_MINUTE =
            SamplePeriod.TO.atStartOfDay().minusMinutes(1);

    When {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("to=" + to + ": not before from=" + from);
        }
    }

    /** How long the span is. */
    enum Span {
        /** Seen as it happened: up to twenty minutes. */
        MOMENT,
        /** Found in the morning: six to twelve hours. */
        OVERNIGHT,
        /** Found on coming home: up to four days. */
        AWAY
    }

    static When starting(LocalDateTime from, Span span, SeededRandom random) {
        int minutes = switch (span) {
            case MOMENT -> 5 * random.nextInt(5);
            case OVERNIGHT -> 360 + random.nextInt(360);
            case AWAY -> 240 + random.nextInt(4 * 24 * 60 - 240);
        };
        LocalDateTime to = SamplePeriod.asClockShows(from.plusMinutes(minutes));
        return new When(from, to.isAfter(LAST_MINUTE) ? LAST_MINUTE : to, true);
    }

    When withTimeUnknown() {
        return new When(from, to, false);
    }
}
