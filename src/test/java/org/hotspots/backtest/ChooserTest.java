package org.hotspots.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hotspots.question.Method;
import org.junit.jupiter.api.Test;

class ChooserTest {
    private static final Candidate COUNT = new Candidate(Method.GRID_COUNT, 200, 12);
    private static final Candidate DEFAULT = new Candidate(Method.KDE_QUARTIC, 300, 12);
    private static final Candidate GI_STAR = new Candidate(Method.GI_STAR, 400, 12);

    private static Standing standing(Candidate candidate, double... paiByMonth) {
        List<PredictionScores> months = Arrays.stream(paiByMonth)
                .mapToObj(pai -> new PredictionScores(pai, 100, pai / 100, 0.01, pai, 0, 0, 0, 0, 0))
                .toList();
        return new Standing(candidate, List.of(new CoverageScores(0.01, months, List.of())));
    }

    private static Choice choose(long eventsPerMonth, Standing... standings) {
        List<Backtest.HeldOut> heldOut = IntStream.rangeClosed(1, 4)
                .mapToObj(month -> new Backtest.HeldOut(YearMonth.of(2026, month), eventsPerMonth))
                .toList();
        return Chooser.choose(heldOut, List.of(standings), 300);
    }

    private static Standing baseline() {
        return standing(Candidate.BASELINE, 2, 3, 2, 3);
    }

    @Test
    void whatIsBetterByMoreThanChanceReplacesTheDefault() {
        Choice choice = choose(
                100,
                baseline(),
                standing(COUNT, 12, 13, 12, 13),
                standing(DEFAULT, 8, 9.1, 8, 9),
                standing(GI_STAR, 5, 5, 6, 5));

        assertThat(choice.candidate()).isEqualTo(COUNT);
        assertThat(choice.reason())
                .isEqualTo("Counts in cells of 200 m flagged 1 % of the patrollable ground and found 12.5 % of the next"
                        + " month's events there (PAI 12.5, 11.6 to 13.4). The general default is behind the best by"
                        + " more than chance, and by more than a twentieth (PAI 8.5, 7.6 to 9.5). Only 12 months to learn"
                        + " from could be tested.");
    }

    @Test
    void theDefaultStaysWhereTheDifferenceCouldBeChance() {
        Choice choice = choose(100, baseline(), standing(COUNT, 12, 8, 15, 9), standing(DEFAULT, 10, 10, 11, 10));

        assertThat(choice.candidate()).isEqualTo(DEFAULT);
        assertThat(choice.reason()).contains("Counts in cells of 200 m did best", "the general default stays");
    }

    @Test
    void ofTwoAsGoodTheSimplerIsPreferred() {
        Choice choice = choose(
                100,
                baseline(),
                standing(COUNT, 12, 11, 12, 13),
                standing(DEFAULT, 8, 9, 8, 9),
                standing(GI_STAR, 12, 12.5, 13, 12));

        assertThat(choice.candidate()).isEqualTo(COUNT);
        assertThat(choice.reason()).contains("Getis-Ord Gi* of 400 m did best", "the simpler is preferred");
    }

    /** Every month a hundredth behind: certain, and nothing to change a method for. */
    @Test
    void aCertainDifferenceThatNobodyWouldNoticeIsNone() {
        Choice choice =
                choose(100, baseline(), standing(COUNT, 12.1, 13.1, 12.1, 13.1), standing(DEFAULT, 12, 13, 12, 13));

        assertThat(choice.candidate()).isEqualTo(DEFAULT);
        assertThat(choice.reason()).contains("the difference is small or could be chance");
    }

    /**
     * Differences of 1, 2, 2 and 3 have the mean 2 and the standard error 0.408: Student's interval of three degrees of
     * freedom is 2 +- 3.182 x 0.408 for one comparison and 2 +- 7.453 x 0.408 for ten, which holds 0.
     */
    @Test
    void ofManyRivalsTheBestMustBeBetterForSure() {
        Standing best = standing(COUNT, 11, 12, 12, 13);
        Standing usual = standing(DEFAULT, 10, 10, 10, 10);
        List<Standing> standings = new ArrayList<>(List.of(baseline(), best, usual));
        assertThat(choose(100, standings.toArray(Standing[]::new)).candidate()).isEqualTo(COUNT);

        for (int radius = 1; radius <= 9; radius++) {
            standings.add(standing(new Candidate(Method.STAC, 100 * radius, 12), 1, 1, 1, 1));
        }
        assertThat(choose(100, standings.toArray(Standing[]::new)).candidate()).isEqualTo(DEFAULT);
    }

    @Test
    void theShortestWindowWithinOneStandardErrorIsEnough() {
        Candidate three = new Candidate(Method.KDE_QUARTIC, 300, 3);
        Candidate six = new Candidate(Method.KDE_QUARTIC, 300, 6);
        // The best has the mean 10 and the standard error 0.58.
        Choice choice = choose(
                100,
                baseline(),
                standing(three, 9, 9, 9, 9),
                standing(six, 9.5, 9.5, 9.5, 9.5),
                standing(DEFAULT, 9, 9, 11, 11));

        assertThat(choice.candidate()).isEqualTo(six);
        assertThat(choice.reason()).contains("6 months to learn from are enough (PAI 9.5; the best window, 12 months");
    }

    @Test
    void saysWhereLastMonthAloneMayDoAsWell() {
        Choice choice = choose(100, standing(Candidate.BASELINE, 9, 12, 8, 12), standing(DEFAULT, 10, 10, 11, 10));

        assertThat(choice.reason()).contains("Counting the last month alone may do as well (PAI 10.3)");
    }

    @Test
    void prefersNothingWhereLittleIsKnown() {
        Standing[] standings = {baseline(), standing(COUNT, 90, 90, 91, 90), standing(DEFAULT, 2, 2, 2, 1)};

        assertThat(choose(2, standings).candidate()).isNull();
        assertThat(choose(2, standings).reason())
                .startsWith("8 events in 4 held-out months")
                .endsWith("No method can be preferred; the general default stays.");
        assertThat(Chooser.choose(List.of(), List.of(), 300).reason())
                .startsWith("The data have fewer than four whole months");
        assertThat(choose(100, baseline(), standing(DEFAULT, 0, 5, 0, 1)).candidate())
                .isNull();
        assertThat(choose(100, baseline(), standing(DEFAULT, 0, 5, 0, 1)).reason())
                .startsWith("No method is known to find more than flags put anywhere would");
    }
}
