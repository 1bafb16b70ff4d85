package org.hotspots.backtest;

import java.util.List;

/**
 * How one candidate did.
 *
 * @param candidate which
 * @param at its scores for each coverage, in the order of {@link Backtest#COVERAGES}
 */
record Standing(Candidate candidate, List<CoverageScores> at) {
    Standing {
        at = List.copyOf(at);
    }

    /** What the choice is made by: PAI at the smallest coverage, month by month. */
    double[] paiByMonth() {
        return at.get(0).paiByMonth();
    }

    Mean pai() {
        return Mean.of(paiByMonth());
    }
}
