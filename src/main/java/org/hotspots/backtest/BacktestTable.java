package org.hotspots.backtest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.hotspots.wording.Wording;

/** A back-test as lines of text, the best candidate first. */
public final class BacktestTable {
    private BacktestTable() {}

    public static List<String> lines(Backtest backtest) {
        List<String> lines = new ArrayList<>();
        long events =
                backtest.heldOut().stream().mapToLong(Backtest.HeldOut::events).sum();
        lines.add(Wording.of(
                "%s in %s: %,d events in %,d held-out months, %,d patrollable cells of 200 m",
                backtest.theme().title(),
                backtest.area().name(),
                events,
                backtest.heldOut().size(),
                backtest.cells()));
        if (!backtest.standings().isEmpty()) {
            lines.add("                                      at 1 % of the cells                          at 2 %");
            lines.add(
                    "  method         metres  months    hit %    PAI (95 % interval)      PEI   overlap    hit %    PAI");
        }
        backtest.standings().stream()
                .sorted(Comparator.comparingDouble(
                        (Standing standing) -> -standing.pai().value()))
                .forEach(standing -> lines.add(line(standing)));
        lines.add(backtest.choice().reason());
        return lines;
    }

    private static String line(Standing standing) {
        CoverageScores one = standing.at().get(0);
        CoverageScores two = standing.at().get(1);
        Mean pai = standing.pai();
        return Wording.of(
                "  %-14s %6s %7d %8.1f %6.1f (%5.1f to %5.1f) %8.2f %9.2f %8.1f %6.1f%s",
                standing.candidate().method().word(),
                Double.isNaN(standing.candidate().metres())
                        ? "-"
                        : Long.toString((long) standing.candidate().metres()),
                standing.candidate().windowMonths(),
                100 * one.mean(PredictionScores::hitRate).value(),
                pai.value(),
                Math.max(0, pai.low()),
                pai.high(),
                one.mean(PredictionScores::pei).value(),
                one.meanStability(CoverageScores.FlagStability::jaccard).value(),
                100 * two.mean(PredictionScores::hitRate).value(),
                two.mean(PredictionScores::pai).value(),
                standing.candidate().isBaseline() ? "  (the last month alone)" : "");
    }
}
