package org.hotspots.hotspot;

import org.hotspots.stats.Interval;

/**
 * A count with its exact 95 % Poisson interval.
 *
 * @param value the count
 * @param interval the interval
 * @param unit what is counted, {@code incidents} or {@code offences}
 */
public record EventCount(long value, Interval interval, String unit) {}
