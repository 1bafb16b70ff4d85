package org.hotspots.hotspot;

import org.jspecify.annotations.Nullable;

/**
 * What a rule advises.
 *
 * @param rule the rule
 * @param bandwidthMetres value of {@code bandwidth_m} for the run's kernel, whether a question may have it or not; null
 *     where the events lie at fewer than two places, or on one line along an axis
 */
public record BandwidthAnswer(BandwidthRule rule, @Nullable Double bandwidthMetres) {}
