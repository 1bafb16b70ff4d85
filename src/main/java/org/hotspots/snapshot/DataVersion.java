package org.hotspots.snapshot;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One published state of the data.
 *
 * @param number counts up by one with each publication
 * @param fingerprint hex SHA-256 chained over everything loaded so far, so equal loads on two servers have equal
 *     fingerprints
 * @param publishedAt when
 * @param dataFrom first day any offence is about; null while there is none
 * @param dataTo last day any offence is about (for a month, its last day); null while there is none
 */
public record DataVersion(
        long number,
        String fingerprint,
        Instant publishedAt,
        @Nullable LocalDate dataFrom,
        @Nullable LocalDate dataTo) {}
