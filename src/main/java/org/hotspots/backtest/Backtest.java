package org.hotspots.backtest;

import java.time.YearMonth;
import java.util.List;
import org.hotspots.offence.Theme;
import org.hotspots.snapshot.DataVersion;
import org.hotspots.snapshot.StudyArea;

/**
 * Which method would have found the next month's events of a theme in an area, at equal coverage.
 *
 * @param version the data
 * @param theme what was counted
 * @param area where
 * @param cells how many cells every candidate ranked
 * @param heldOut the months foretold, in order of time
 * @param standings every candidate, the baseline first
 * @param choice what follows
 */
public record Backtest(
        DataVersion version,
        Theme theme,
        StudyArea.Summary area,
        int cells,
        List<HeldOut> heldOut,
        List<Standing> standings,
        Choice choice) {
    /** Parts of the cells that a candidate may flag; the choice is made by the first. */
    static final List<Double> COVERAGES = List.of(0.01, 0.02);

    public Backtest {
        heldOut = List.copyOf(heldOut);
        standings = List.copyOf(standings);
    }

    /** A month whose events were to be foretold. */
    public record HeldOut(YearMonth month, long events) {}
}
