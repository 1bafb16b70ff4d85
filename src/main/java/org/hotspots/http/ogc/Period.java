package org.hotspots.http.ogc;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The days that a collection is about, London time.
 *
 * @param from the first
 * @param to the day after the last
 */
record Period(LocalDate from, LocalDate to) {
    static final ZoneId LONDON = ZoneId.of("Europe/London");

    Instant start() {
        return from.atStartOfDay(LONDON).toInstant();
    }

    /** The first instant after it. */
    Instant end() {
        return to.atStartOfDay(LONDON).toInstant();
    }

    /** Its last whole second: the standard's intervals include their ends. */
    Instant lastSecond() {
        return end().minusSeconds(1);
    }
}
