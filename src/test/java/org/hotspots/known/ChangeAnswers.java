package org.hotspots.known;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.hotspots.stats.Aoristic;
import org.hotspots.stats.BeforeAfter;
import org.hotspots.stats.DisplacementDifference;
import org.hotspots.stats.DisplacementQuotient;
import org.hotspots.stats.EmergingPattern;
import org.hotspots.stats.EmergingPattern.Step;
import org.hotspots.stats.Estimate;
import org.hotspots.stats.MannKendall.Trend;
import org.hotspots.stats.MovingWindow;
import org.hotspots.stats.Normal;
import org.hotspots.stats.PermutationScan;
import org.hotspots.stats.PointPatternComparison;
import org.hotspots.support.SharedData;

/** Answers about change: trends, what an operation did, and bursts. */
final class ChangeAnswers {
    private static final String DIFFERENCE = "Weighted displacement difference";
    private static final String QUOTIENT = "Weighted displacement quotient";
    private static final String NET_EFFECT = "Total net effect";
    private static final String AORISTIC = "Aoristic";
    private static final String BURST = "Moving window";
    private static final String SCAN = "Permutation scan";
    private static final String SHARES = "Point pattern comparison";
    private static final String PTOOLS = "R package ptools";
    private static final String PAI_TOOL = "routineactivity/pai-tool";
    private static final String SATSCAN = "SaTScan 9.4.4 for PredictCode";
    private static final String SERIES = "vectors/ehsa_vectors.json";

    private ChangeAnswers() {}

    static List<KnownAnswer> all() {
        List<KnownAnswer> answers = new ArrayList<>();
        addPatterns(answers);
        addDifferences(answers);
        addQuotients(answers);
        addHours(answers);
        addScans(answers);
        addShares(answers);
        return answers;
    }

    private static void addPatterns(List<KnownAnswer> answers) {
        answers.add(KnownAnswer.of(
                        "Emerging hotspots",
                        "series of 12 steps whose class is that of the rules' current edition",
                        "21",
                        "Esri's definitions, applied by hand",
                        ChangeAnswers::patternsThatAgree)
                .from(SERIES));
    }

    private static double patternsThatAgree() {
        int agree = 0;
        try {
            for (JsonNode series :
                    new ObjectMapper().readTree(SharedData.require(SERIES).toFile())) {
                List<Step> steps = series.get("bins")
                        .asText()
                        .chars()
                        .mapToObj(ChangeAnswers::step)
                        .toList();
                String word = EmergingPattern.of(
                                steps, trend(series.get("trend").asInt()))
                        .word();
                agree += word.replace("spot", "").equals(series.get("current").asText()) ? 1 : 0;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return agree;
    }

    private static Trend trend(int sign) {
        return switch (sign) {
            case 1 -> Trend.RISING;
            case -1 -> Trend.FALLING;
            default -> Trend.NONE;
        };
    }

    private static Step step(int letter) {
        return switch (letter) {
            case 'H' -> Step.HOT;
            case 'C' -> Step.COLD;
            default -> Step.NEITHER;
        };
    }

    private static void addDifferences(List<KnownAnswer> answers) {
        Estimate paper = paper(1, 1, 1, 1).total();
        add(answers, DIFFERENCE, "Wheeler and Ratcliffe's areas: difference", "-118", PTOOLS, paper::value);
        add(
                answers,
                DIFFERENCE,
                "Wheeler and Ratcliffe's areas: standard error",
                "39.598",
                PTOOLS,
                paper::standardError);
        add(answers, DIFFERENCE, "Wheeler and Ratcliffe's areas: z", "-2.98", PTOOLS, paper::z);
        addInterval(answers, "Wheeler and Ratcliffe's areas", paper, "-196", "-40");
        Estimate sized = paper(1.2, 0.9, 1.5, 1.6).total();
        add(answers, DIFFERENCE, "the same per area: difference", "-99.69444444", PTOOLS, sized::value);
        add(answers, DIFFERENCE, "the same per area: standard error", "35.4280755", PTOOLS, sized::standardError);
        add(answers, DIFFERENCE, "the same per area: z", "-2.813995483", PTOOLS, sized::z);
        addInterval(answers, "the same per area", sized, "-169.1321965", "-30.25669241");
        Estimate timed = DisplacementDifference.of(
                        BeforeAfter.of(80, 20).per(2, 1, 1),
                        BeforeAfter.of(100, 50).per(2, 1, 1))
                .total();
        add(answers, DIFFERENCE, "two years before, one after: difference", "-20", PTOOLS, timed::value);
        add(answers, DIFFERENCE, "two years before, one after: variance", "115", PTOOLS, timed::variance);
        Estimate harm = harm().total();
        add(answers, DIFFERENCE, "five kinds by harm: difference", "-1721", PTOOLS, harm::value);
        add(answers, DIFFERENCE, "five kinds by harm: standard error", "304.10360077", PTOOLS, harm::standardError);
        add(answers, DIFFERENCE, "five kinds by harm: z", "-5.65925558", PTOOLS, harm::z);
        addInterval(answers, "five kinds by harm", harm, "-2317.03210507", "-1124.96789493");
        Estimate four = DisplacementDifference.of(
                        BeforeAfter.of(250, 160), BeforeAfter.of(245, 225),
                        BeforeAfter.of(120, 130), BeforeAfter.of(118, 120))
                .total();
        add(answers, DIFFERENCE, "250 to 160 in the target: difference", "-62", PAI_TOOL, four::value);
        add(answers, DIFFERENCE, "250 to 160 in the target: standard error", "36.986", PAI_TOOL, four::standardError);
        add(
                answers,
                DIFFERENCE,
                "250 to 160 in the target: one-sided p",
                ".0468",
                PAI_TOOL,
                () -> Normal.cdf(four.z()));
    }

    private static DisplacementDifference paper(double target, double control, double ring, double ringControl) {
        return DisplacementDifference.of(
                BeforeAfter.of(207, 110).per(1, 1, target),
                BeforeAfter.of(308, 318).per(1, 1, control),
                BeforeAfter.of(178, 157).per(1, 1, ring),
                BeforeAfter.of(150, 140).per(1, 1, ringControl));
    }

    private static DisplacementDifference harm() {
        return difference(130, 74, 133, 91)
                .times(3)
                .plus(difference(327, 202, 388, 305).times(2))
                .plus(difference(398, 190, 148, 97).times(5))
                .plus(difference(144, 92, 86, 64).times(7))
                .plus(difference(183, 96, 94, 67).times(10));
    }

    private static DisplacementDifference difference(long before, long after, long controlBefore, long controlAfter) {
        return DisplacementDifference.of(BeforeAfter.of(before, after), BeforeAfter.of(controlBefore, controlAfter));
    }

    private static void addInterval(
            List<KnownAnswer> answers, String areas, Estimate estimate, String low, String high) {
        add(
                answers,
                DIFFERENCE,
                areas + ": low",
                low,
                PTOOLS,
                () -> estimate.interval95().low());
        add(
                answers,
                DIFFERENCE,
                areas + ": high",
                high,
                PTOOLS,
                () -> estimate.interval95().high());
    }

    private static void addQuotients(List<KnownAnswer> answers) {
        String byHand = "BlackThrive/streetlamp, by hand";
        BeforeAfter halved = BeforeAfter.of(100, 50);
        BeforeAfter steady = BeforeAfter.of(100, 100);
        DisplacementQuotient all = DisplacementQuotient.of(halved, BeforeAfter.of(100, 150), steady);
        add(
                answers,
                QUOTIENT,
                "100 to 50, ring 100 to 150, control 100 to 100",
                "-1",
                byHand,
                () -> value(all.quotient()));
        add(
                answers,
                NET_EFFECT,
                "100 to 50, ring 100 to 150, control 100 to 100",
                "0",
                byHand,
                () -> value(all.totalNetEffect()));
        DisplacementQuotient shared = DisplacementQuotient.of(halved, BeforeAfter.of(100, 75), steady);
        add(
                answers,
                QUOTIENT,
                "100 to 50, ring 100 to 75, control 100 to 100",
                "0.5",
                byHand,
                () -> value(shared.quotient()));
        DisplacementQuotient four =
                DisplacementQuotient.of(BeforeAfter.of(250, 160), BeforeAfter.of(120, 130), BeforeAfter.of(245, 225));
        String guide = "the formulas of Guerette 2009, by hand";
        add(
                answers,
                QUOTIENT,
                "250 to 160, ring 120 to 130, control 245 to 225",
                "-.284457",
                guide,
                () -> value(four.quotient()));
        add(
                answers,
                NET_EFFECT,
                "250 to 160, ring 120 to 130, control 245 to 225",
                "49.7959",
                guide,
                () -> value(four.totalNetEffect()));
    }

    private static double value(DisplacementQuotient.Figure figure) {
        return ((DisplacementQuotient.Defined) figure).value();
    }

    private static void addHours(List<KnownAnswer> answers) {
        LocalDateTime monday = LocalDateTime.of(2024, 1, 1, 0, 0);
        String crimepy = "apwheele/crimepy";
        double[] night = Aoristic.week(
                monday.plusDays(4).plusMinutes(22 * 60 + 15), monday.plusDays(5).plusMinutes(105));
        String[] parts = {".214286", ".285714", ".285714", ".214286"};
        for (int i = 0; i < parts.length; i++) {
            int hour = 4 * 24 + 22 + i;
            add(
                    answers,
                    AORISTIC,
                    "Friday 22:15 to Saturday 1:45: hour " + (i + 1),
                    parts[i],
                    "by hand",
                    () -> night[hour]);
        }
        double[] short20 = Aoristic.week(monday.plusMinutes(110), monday.plusMinutes(130));
        add(answers, AORISTIC, "Monday 1:50 to 2:10: the hour from 1:00", "0.5", crimepy, () -> short20[1]);
        double[] long8 = Aoristic.week(monday.plusHours(12), monday.plusDays(8).plusHours(12));
        add(answers, AORISTIC, "eight days: any hour", ".005952", crimepy, () -> long8[100]);
    }

    private static void addScans(List<KnownAnswer> answers) {
        add(
                answers,
                BURST,
                "6 in a fortnight of 208, at 0.6",
                ".03902",
                PTOOLS,
                () -> MovingWindow.probability(6, 0.6, 208));
        answers.add(KnownAnswer.of(
                        BURST, "6 in a week of 260, at 1", ".486814", PTOOLS, () -> MovingWindow.probability(6, 1, 260))
                .butPublishedIsWrong(
                        "its exponent is windows - 1, where Naus has windows - 2, and its fourth sum ends one"
                                + " term early; half a million drawn periods give 0.4857, standard error 0.0007"));
        add(
                answers,
                SCAN,
                "3 of 100, expected 0.42",
                "3.352053",
                SATSCAN,
                () -> PermutationScan.logLikelihoodRatio(3, 0.42, 100));
        add(
                answers,
                SCAN,
                "4 of 100, expected 0.96",
                "2.715606",
                SATSCAN,
                () -> PermutationScan.logLikelihoodRatio(4, 0.96, 100));
    }

    private static void addShares(List<KnownAnswer> answers) {
        add(answers, SHARES, "12 of 19 and 6 of 13: p", ".5555", "R's chisq.test of mtcars", () -> shareP(12, 7, 6, 7));
        add(
                answers,
                SHARES,
                "1573 of 1577 and 3 of 3: p",
                "1.000000000000",
                "SciPy's tests",
                () -> shareP(1573, 4, 3, 0));
    }

    private static double shareP(double firstHere, double firstElsewhere, double secondHere, double secondElsewhere) {
        return PointPatternComparison.of(
                        new double[] {firstHere, firstElsewhere}, new double[] {secondHere, secondElsewhere})
                .p()[0];
    }

    private static void add(
            List<KnownAnswer> answers,
            String method,
            String question,
            String published,
            String source,
            DoubleSupplier ours) {
        answers.add(KnownAnswer.of(method, question, published, source, ours));
    }
}
