package org.hotspots.backtest;

import org.jspecify.annotations.Nullable;

/**
 * What a back-test recommends, and why.
 *
 * @param candidate the method with its setting, and with the shortest window that can be trusted: the shortest whose mean
 *     PAI is within one standard error of that of its best; null where no method can be preferred
 * @param reason in a few sentences
 */
public record Choice(@Nullable Candidate candidate, String reason) {}
