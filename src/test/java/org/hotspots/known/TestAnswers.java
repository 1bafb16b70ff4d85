package org.hotspots.known;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.hotspots.stats.Dispersion;
import org.hotspots.stats.FalseDiscovery;
import org.hotspots.stats.MannKendall;
import org.hotspots.stats.Normal;
import org.hotspots.stats.TwoCounts;

/** Answers of tests of chance: spread, two counts, trends, many tests at once. */
final class TestAnswers {
    private static final double[] CLUSTERED_COUNTS = {0, 0, 0, 0, 0, 1, 0, 3, 0, 0, 0, 7, 0, 0, 1, 0, 0, 2, 0, 0};
    private static final double[] SERIES_WITH_TIES = {3, 3, 2, 4, 5, 4, 6, 6, 5, 7};

    /** Garcia-Arenzana and others 2014, mammographic density and diet. */
    private static final double[] DIET = {
        .001, .008, .039, .041, .042, .06, .074, .205, .212, .216, .222, .251, .269, .275, .34, .341, .384, .569, .594,
        .696, .762, .94, .942, .975, .986
    };

    private static final String E_TEST = "E-test";
    private static final String DIET_NAME = "25 tests of diet: ";
    private static final String HANDBOOK = "McDonald, Handbook of Biological Statistics";

    private TestAnswers() {}

    static List<KnownAnswer> all() {
        List<KnownAnswer> answers = new ArrayList<>();
        addDispersion(answers);
        addTwoCounts(answers);
        addTrends(answers);
        addManyTests(answers);
        return answers;
    }

    private static void addDispersion(List<KnownAnswer> answers) {
        Function<ToDoubleFunction<Dispersion>, DoubleSupplier> of =
                field -> () -> field.applyAsDouble(Dispersion.of(CLUSTERED_COUNTS));
        answers.add(
                answer("Dispersion", "20 cells: variance to mean", "4.075188", of.apply(Dispersion::varianceToMean)));
        answers.add(answer("Dispersion", "20 cells: chi-squared", "77.42857", of.apply(Dispersion::chiSquared)));
        answers.add(answer("Dispersion", "20 cells: p", "5.1e-9", of.apply(Dispersion::p)));
    }

    private static void addTwoCounts(List<KnownAnswer> answers) {
        addCounts(answers, E_TEST, 6, 2, ".174875", TwoCounts::eTestP);
        addCounts(answers, E_TEST, 0, 3, ".088379", TwoCounts::eTestP);
        addCounts(answers, E_TEST, 20, 10, ".068832", TwoCounts::eTestP);
        addCounts(answers, E_TEST, 12, 5, ".096777", TwoCounts::eTestP);
        addCounts(answers, "Exact conditional test", 12, 5, ".143463", TwoCounts::conditionalP);
        addCounts(answers, "Exact conditional test", 6, 2, ".289063", TwoCounts::conditionalP);
        addCounts(
                answers,
                "Exact interval of a ratio, low",
                12,
                5,
                "0.11",
                counts -> counts.ratioInterval95().low());
        addCounts(
                answers,
                "Exact interval of a ratio, high",
                12,
                5,
                "1.27",
                counts -> counts.ratioInterval95().high());
    }

    private static void addCounts(
            List<KnownAnswer> answers,
            String method,
            long before,
            long after,
            String published,
            ToDoubleFunction<TwoCounts> of) {
        String source = method.equals(E_TEST) ? "R package ptools" : "R's poisson.test";
        answers.add(KnownAnswer.of(
                method,
                before + " to " + after,
                published,
                source,
                () -> of.applyAsDouble(TwoCounts.of(before, after))));
    }

    private static void addTrends(List<KnownAnswer> answers) {
        double[] rising = {1, 2, 3, 4, 5, 6};
        addTrend(answers, "1 to 6: S", "15", rising, test -> (double) test.s());
        addTrend(answers, "1 to 6: z", "2.630142", rising, MannKendall::z);
        addTrend(answers, "1 to 6: p", ".008535", rising, MannKendall::p);
        addTrend(answers, "3 3 2 4 5 4 6 6 5 7: S", "31", SERIES_WITH_TIES, test -> (double) test.s());
        addTrend(answers, "3 3 2 4 5 4 6 6 5 7: variance", "121", SERIES_WITH_TIES, MannKendall::variance);
        addTrend(answers, "3 3 2 4 5 4 6 6 5 7: z", "2.727273", SERIES_WITH_TIES, MannKendall::z);
    }

    private static void addTrend(
            List<KnownAnswer> answers,
            String question,
            String published,
            double[] series,
            ToDoubleFunction<MannKendall> of) {
        answers.add(answer("Mann-Kendall", question, published, () -> of.applyAsDouble(MannKendall.of(series))));
    }

    private static void addManyTests(List<KnownAnswer> answers) {
        answers.add(KnownAnswer.of(
                "Benjamini-Hochberg",
                DIET_NAME + "q at most 0.05",
                "1",
                HANDBOOK,
                () -> atMost(FalseDiscovery.benjaminiHochberg(DIET), .05)));
        answers.add(KnownAnswer.of(
                "Benjamini-Hochberg",
                DIET_NAME + "q at most 0.25",
                "6",
                HANDBOOK,
                // 25 x .06 / 6 is a quarter but for the last bit.
                () -> atMost(FalseDiscovery.benjaminiHochberg(DIET), .25 + 1e-12)));
        answers.add(KnownAnswer.of(
                "Benjamini-Yekutieli",
                DIET_NAME + "q at most 0.05",
                "0",
                HANDBOOK,
                () -> atMost(FalseDiscovery.benjaminiYekutieli(DIET), .05)));
        addGetisord(answers, "Single tests", "114", p -> p);
        addGetisord(answers, "Benjamini-Hochberg", "78", FalseDiscovery::benjaminiHochberg);
        addGetisord(answers, "Benjamini-Yekutieli", "13", FalseDiscovery::benjaminiYekutieli);
        addGetisord(answers, "Bonferroni", "9", TestAnswers::bonferroni);
    }

    private static void addGetisord(
            List<KnownAnswer> answers, String method, String published, Function<double[], double[]> adjusted) {
        answers.add(KnownAnswer.of(
                        method,
                        "getisord, 256 cells, Gi* at 30 m: at most 0.05",
                        published,
                        "counted from spdep's z",
                        () -> atMost(adjusted.apply(getisordP()), .05))
                .from(CellAnswers.GETISORD));
    }

    private static double[] getisordP() {
        return Arrays.stream(CellAnswers.getisord()).map(Normal::twoSidedP).toArray();
    }

    private static double[] bonferroni(double[] p) {
        return Arrays.stream(p).map(value -> value * p.length).toArray();
    }

    private static double atMost(double[] values, double level) {
        return Arrays.stream(values).filter(value -> value <= level).count();
    }

    private static KnownAnswer answer(String method, String question, String published, DoubleSupplier ours) {
        return KnownAnswer.of(method, question, published, "worked by hand", ours);
    }
}
