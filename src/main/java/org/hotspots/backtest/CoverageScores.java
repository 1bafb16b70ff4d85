package org.hotspots.backtest;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The scores of one candidate at one coverage, in the order of the held-out months.
 *
 * @param coverage part of the cells that may be flagged
 * @param predictions how well the flags foretold each month
 * @param stabilities how the flags lie, and agree with those of the month before
 */
record CoverageScores(double coverage, List<PredictionScores> predictions, List<FlagStability> stabilities) {
    CoverageScores {
        predictions = List.copyOf(predictions);
        stabilities = List.copyOf(stabilities);
    }

    /**
     * @param jaccard of the flagged cells and those of the month before; NaN for the first month
     * @param rankBiasedOverlap of the two lists; NaN for the first month
     * @param clumpiness of the flagged cells
     * @param compactness of the flagged cells
     */
    record FlagStability(double jaccard, double rankBiasedOverlap, double clumpiness, double compactness) {}

    double[] paiByMonth() {
        return predictions.stream().mapToDouble(PredictionScores::pai).toArray();
    }

    Mean mean(ToDoubleFunction<PredictionScores> score) {
        return Mean.of(predictions.stream().mapToDouble(score).toArray());
    }

    Mean meanStability(ToDoubleFunction<FlagStability> score) {
        return Mean.of(stabilities.stream().mapToDouble(score).toArray());
    }
}
