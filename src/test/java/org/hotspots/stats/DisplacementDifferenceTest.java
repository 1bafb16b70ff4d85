package org.hotspots.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DisplacementDifferenceTest {
    private static final int ROUNDS = 40_000;

    /** Counts drawn again and again: the mean and the spread of the difference, and how often its interval holds it. */
    @Test
    void itsErrorIsThatOfPoissonCounts() {
        SeededRandom random = new SeededRandom(73);
        double truth = (45 / 1.5 - 80 / 3.0) - (30 / 0.5 - 60) + (25 / 0.8 - 40 / 1.6) - (20 / 0.7 - 50 / 1.4);
        double sum = 0;
        double squares = 0;
        double variance = 0;
        int held = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Estimate total = DisplacementDifference.of(
                            new BeforeAfter(random.poisson(80), random.poisson(45), 3, 1.5),
                            new BeforeAfter(random.poisson(60), random.poisson(30), 1, 0.5),
                            new BeforeAfter(random.poisson(40), random.poisson(25), 1.6, 0.8),
                            new BeforeAfter(random.poisson(50), random.poisson(20), 1.4, 0.7))
                    .total();
            sum += total.value();
            squares += (total.value() - truth) * (total.value() - truth);
            variance += total.variance();
            held += total.interval95().contains(truth) ? 1 : 0;
        }
        double spread = Math.sqrt(squares / ROUNDS);

        assertThat(sum / ROUNDS).isCloseTo(truth, within(4 * spread / Math.sqrt(ROUNDS)));
        assertThat(variance / ROUNDS / (spread * spread)).isCloseTo(1, within(0.03));
        assertThat((double) held / ROUNDS).isCloseTo(0.95, within(0.005));
    }

    @Test
    void weightsAreUnits() {
        BeforeAfter target = BeforeAfter.of(50, 20);
        BeforeAfter control = BeforeAfter.of(60, 55);
        Estimate perDay = DisplacementDifference.of(target.per(2, 2, 1), control.per(2, 2, 1))
                .total();
        Estimate halved = DisplacementDifference.of(target, control).times(0.5).total();

        assertThat(perDay).isEqualTo(halved);
        assertThat(perDay.z()).isEqualTo(-25 / Math.sqrt(185));
        assertThat(target.per(2, 1, 3)).isEqualTo(new BeforeAfter(50, 20, 6, 3));
    }

    @Test
    void theSumOfKindsIsTheDifferenceOfAll() {
        DisplacementDifference one = DisplacementDifference.of(
                BeforeAfter.of(9, 4), BeforeAfter.of(8, 7), BeforeAfter.of(3, 6), BeforeAfter.of(5, 5));
        DisplacementDifference other = DisplacementDifference.of(
                BeforeAfter.of(11, 12), BeforeAfter.of(2, 9), BeforeAfter.of(1, 0), BeforeAfter.of(7, 3));

        assertThat(one.plus(other))
                .isEqualTo(DisplacementDifference.of(
                        BeforeAfter.of(20, 16), BeforeAfter.of(10, 16), BeforeAfter.of(4, 6), BeforeAfter.of(12, 8)));
        assertThat(one.displacement()).isEqualTo(new Estimate(3, 19));
    }

    @Test
    void whereNothingHappenedNothingChanged() {
        Estimate none = DisplacementDifference.of(BeforeAfter.of(0, 0), BeforeAfter.of(0, 0))
                .total();

        assertThat(none).isEqualTo(new Estimate(0, 0));
        assertThat(none.z()).isZero();
        assertThat(none.twoSidedP()).isEqualTo(1);
        assertThat(none.interval95()).isEqualTo(new Interval(0, 0));
    }

    @Test
    void refusesCountsAndExposuresThatAreNone() {
        assertThatThrownBy(() -> BeforeAfter.of(3, -1)).hasMessage("before=3, after=-1: not below 0");
        assertThatThrownBy(() -> BeforeAfter.of(3, 1).per(1, 0, 5))
                .hasMessage("exposure_before=5.0, exposure_after=0.0: above 0, and finite");
        assertThatThrownBy(() -> new Estimate(Double.NaN, 1)).hasMessageContaining("value=NaN");
        assertThatThrownBy(() -> new Estimate(1, -1)).hasMessageContaining("variance=-1.0");
        assertThatThrownBy(() -> new Estimate(1, 1).over(new Estimate(0, 1))).hasMessage("the divisor is 0");
    }

    /** Against the spread of ratios of drawn counts. */
    @Test
    void theErrorOfARatioIsItsLinearPart() {
        SeededRandom random = new SeededRandom(74);
        double squares = 0;
        for (int round = 0; round < ROUNDS; round++) {
            double ratio = (double) random.poisson(300) / random.poisson(400);
            squares += (ratio - 0.75) * (ratio - 0.75);
        }
        Estimate ratio = Estimate.ofCount(300).over(Estimate.ofCount(400));

        assertThat(ratio.value()).isEqualTo(0.75);
        assertThat(ratio.variance() / (squares / ROUNDS)).isCloseTo(1, within(0.03));
    }
}
