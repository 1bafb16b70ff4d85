package org.hotspots.backtest;

import java.util.Arrays;

/**
 * Events of a period by cell.
 *
 * @param perCell those in each of the ranked cells
 * @param all those and the ones that lie in no ranked cell, which no flag can find
 */
@SuppressWarnings("ArrayRecordComponent")
public record CellEvents(double[] perCell, double all) {
    /** Events that all lie in ranked cells. */
    public static CellEvents of(double... perCell) {
        return new CellEvents(perCell, Arrays.stream(perCell).sum());
    }
}
