package org.hotspots.backtest;

import java.util.Arrays;

/**
 * How well flagged cells foretold the events of a hold-out: n of its N events lie in the flagged a of the A km2 that were
 * ranked. All are NaN where the hold-out has no events. Definitions and sources: {@code src/docs/methods/backtest.md}.
 *
 * @param hits n; not whole where ties were flagged in part
 * @param events N
 * @param hitRate n / N
 * @param areaShare a / A
 * @param pai predictive accuracy index, (n / N) / (a / A): 1 is what flagging anywhere would give, or a little less where
 *     events lie beyond the ranked cells
 * @param pei prediction efficiency index, n / n*, where n* is the most events that any flags of the same size hold
 * @param peiStar pai over the best that any flags reach whose size is from a third of a to a
 * @param ppai penalised pai, (n / N) / (a / A)^0.5
 * @param eventsPerKm2 search efficiency, n / a
 * @param recaptureRate pai here over pai on the events that the flags were learnt from; NaN where there were none
 */
public record PredictionScores(
        double hits,
        double events,
        double hitRate,
        double areaShare,
        double pai,
        double pei,
        double peiStar,
        double ppai,
        double eventsPerKm2,
        double recaptureRate) {
    /** As in the National Institute of Justice's challenge of 2017: from 0.25 to 0.75 square miles. */
    private static final int LEAST_PART = 3;

    /**
     * @param learntFrom events that the flags were made from
     * @param heldOut events of the hold-out
     * @param cellKm2 area of a cell
     */
    public static PredictionScores of(Flags flags, CellEvents learntFrom, CellEvents heldOut, double cellKm2) {
        double hits = flags.held(heldOut.perCell());
        double events = heldOut.all();
        double areaShare = flags.budget() / (double) heldOut.perCell().length;
        double[] sorted = heldOut.perCell().clone();
        Arrays.sort(sorted);
        int least = Math.max(1, flags.budget() / LEAST_PART);
        // The best flags are the fullest cells, and fewer of them are fuller: the least admissible area is the best.
        double bestPai = most(sorted, least) / least * sorted.length / events;
        double pai = hits / events / areaShare;
        double learntPai = flags.held(learntFrom.perCell()) / learntFrom.all() / areaShare;
        return new PredictionScores(
                hits,
                events,
                hits / events,
                areaShare,
                pai,
                hits / most(sorted, flags.budget()),
                pai / bestPai,
                hits / events / Math.sqrt(areaShare),
                hits / (flags.budget() * cellKm2),
                pai / learntPai);
    }

    private static double most(double[] sorted, int cells) {
        double most = 0;
        for (int i = sorted.length - cells; i < sorted.length; i++) {
            most += sorted[i];
        }
        return most;
    }
}
