package org.hotspots.known;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.hotspots.geo.HexLattice;
import org.hotspots.stats.Interval;
import org.hotspots.stats.PoissonInterval;

/** Answers about counts and the cells they are made in. */
final class CountAnswers {
    private static final String SOURCE = "R package PHEindicatormethods; R's qchisq";

    private CountAnswers() {}

    static List<KnownAnswer> all() {
        List<KnownAnswer> answers = new ArrayList<>(List.of(
                KnownAnswer.of(
                        "Hexagons",
                        "area of a cell of side 200 m, m2",
                        "103923.05",
                        "geometry",
                        () -> new HexLattice(200).cellAreaM2()),
                KnownAnswer.of(
                        "Hexagons",
                        "cells of side 200 m in the ground of 1,975 km2",
                        "19004",
                        "geometry",
                        () -> 1_975e6 / new HexLattice(200).cellAreaM2())));
        limits(answers, "Byar", PoissonInterval::byar95, 0, "0", "3.668");
        limits(answers, "Byar", PoissonInterval::byar95, 3, ".603", "8.765");
        limits(answers, "Byar", PoissonInterval::byar95, 10, "4.787", "18.391");
        limits(answers, "Byar", PoissonInterval::byar95, 20, "12.211", "30.890");
        limits(answers, "Exact Poisson", PoissonInterval::exact95, 0, "0", "3.689");
        return answers;
    }

    private static void limits(
            List<KnownAnswer> answers,
            String method,
            LongFunction<Interval> interval,
            long count,
            String low,
            String high) {
        answers.add(KnownAnswer.of(
                method + " interval",
                count + " events: low",
                low,
                SOURCE,
                () -> interval.apply(count).low()));
        answers.add(KnownAnswer.of(
                method + " interval",
                count + " events: high",
                high,
                SOURCE,
                () -> interval.apply(count).high()));
    }
}
