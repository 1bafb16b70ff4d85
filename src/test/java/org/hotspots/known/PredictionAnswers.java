package org.hotspots.known;

import java.util.BitSet;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.hotspots.backtest.CellEvents;
import org.hotspots.backtest.FlagShape;
import org.hotspots.backtest.Flags;
import org.hotspots.backtest.PredictionScores;
import org.hotspots.geo.SquareLattice;
import org.hotspots.kernel.StudyCells;

/** Answers of scores of predictions. */
final class PredictionAnswers {
    private static final double[] OBSERVED = {6, 3, 0};
    private static final double[] PREDICTED = {3, 2, 1};
    private static final int SIDE = 10;

    private PredictionAnswers() {}

    static List<KnownAnswer> all() {
        return List.of(
                prediction("PAI", "2", 1, PredictionScores::pai),
                prediction("PAI", "1.5", 2, PredictionScores::pai),
                prediction("PAI", "1", 3, PredictionScores::pai),
                prediction("PEI", "1", 1, PredictionScores::pei),
                prediction("PEI", "1", 2, PredictionScores::pei),
                prediction("PEI", "1", 3, PredictionScores::pei),
                clumpiness("a block of 3 x 3", "1", "xxx......./xxx......./xxx......."),
                clumpiness("nine cells apart", "-1", "x.x.x...../........../x.x.x...../........../x.x.x....."),
                clumpiness("two blocks of 2 x 2 and a cell", ".633700", "xx...xx.../xx...xx.../........../..x......."));
    }

    private static KnownAnswer prediction(
            String score, String published, int cells, ToDoubleFunction<PredictionScores> of) {
        return KnownAnswer.of(
                score,
                "observed 6 3 0, predicted 3 2 1: " + cells + " flagged of 3",
                published,
                "R package ptools",
                () -> of.applyAsDouble(PredictionScores.of(
                        Flags.best(PREDICTED, cells / 3.0), CellEvents.of(PREDICTED), CellEvents.of(OBSERVED), 1)));
    }

    private static KnownAnswer clumpiness(String what, String published, String rows) {
        return KnownAnswer.of(
                "Clumpiness",
                "10 x 10 cells: " + what,
                published,
                "FRAGSTATS' formula, by hand",
                () -> FlagShape.clumpiness(window(), flagged(rows)));
    }

    private static BitSet flagged(String rows) {
        BitSet flagged = new BitSet();
        String cells = rows.replace("/", "");
        for (int i = 0; i < cells.length(); i++) {
            flagged.set(i, cells.charAt(i) == 'x');
        }
        return flagged;
    }

    private static StudyCells window() {
        BitSet inside = new BitSet();
        inside.set(0, SIDE * SIDE);
        return new StudyCells(new SquareLattice(200), 0, 0, SIDE, SIDE, inside);
    }
}
