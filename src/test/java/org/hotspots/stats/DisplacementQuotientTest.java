package org.hotspots.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hotspots.stats.DisplacementQuotient.Defined;
import org.hotspots.stats.DisplacementQuotient.Figure;
import org.hotspots.stats.DisplacementQuotient.Undefined;
import org.junit.jupiter.api.Test;

class DisplacementQuotientTest {
    private static final BeforeAfter HALVED = BeforeAfter.of(100, 50);
    private static final BeforeAfter STEADY = BeforeAfter.of(100, 100);

    /** The quotient is what is left over of the target's success, whatever the control's level. */
    @Test
    void isTheShareOfTheSuccessThatMoved() {
        for (int moved = 0; moved <= 100; moved += 25) {
            for (int scale : new int[] {1, 3, 10}) {
                DisplacementQuotient quotient = DisplacementQuotient.of(
                        BeforeAfter.of(200, 100),
                        BeforeAfter.of(80, 80 + moved),
                        BeforeAfter.of(scale * 100L, scale * 100L));

                assertThat(value(quotient.quotient())).isCloseTo(-moved / 100.0, within(1e-12));
                assertThat(value(quotient.totalNetEffect())).isCloseTo(100 - moved, within(1e-9));
            }
        }
    }

    /** All of the county falls by a fifth, so nothing was prevented. */
    @Test
    void aFallThatTheControlSharesIsNoSuccess() {
        DisplacementQuotient quotient =
                DisplacementQuotient.of(BeforeAfter.of(250, 200), BeforeAfter.of(100, 80), BeforeAfter.of(500, 400));

        assertThat(quotient.success()).isEqualTo(new Defined(0));
        assertThat(quotient.quotient())
                .isEqualTo(new Undefined("the change of the target against its control could be chance"));
        assertThat(quotient.totalNetEffect()).isEqualTo(new Defined(0));
    }

    /** The same ratios in counts a tenth as large: -0.5 has a standard error of 0.52. */
    @Test
    void fewEventsMakeTheQuotientUndefined() {
        assertThat(value(DisplacementQuotient.of(HALVED, STEADY, STEADY).quotient()))
                .isZero();
        assertThat(DisplacementQuotient.of(BeforeAfter.of(10, 5), BeforeAfter.of(10, 10), BeforeAfter.of(10, 10))
                        .quotient())
                .isEqualTo(new Undefined("the change of the target against its control could be chance"));
    }

    @Test
    void aTargetThatRoseHasNothingToDisplace() {
        DisplacementQuotient quotient = DisplacementQuotient.of(BeforeAfter.of(50, 150), STEADY, STEADY);

        assertThat(quotient.quotient())
                .isEqualTo(new Undefined("the target rose against its control, so there is no success to displace"));
        assertThat(quotient.success()).isEqualTo(new Defined(1));
        assertThat(quotient.totalNetEffect()).isEqualTo(new Defined(-100));
    }

    @Test
    void anEmptyControlMeasuresNothing() {
        for (int before = 0; before <= 3; before++) {
            DisplacementQuotient quotient = DisplacementQuotient.of(HALVED, STEADY, BeforeAfter.of(before, 40));
            Figure undefined =
                    new Undefined("the control had only " + before + " before, too few to measure a change by");
            assertThat(quotient).isEqualTo(new DisplacementQuotient(undefined, undefined, undefined));
        }
        DisplacementQuotient fell = DisplacementQuotient.of(HALVED, STEADY, BeforeAfter.of(40, 0));
        assertThat(fell.success()).isInstanceOf(Undefined.class);
        assertThat(fell.quotient()).isEqualTo(new Undefined("the control had only 0 after, too few to divide by"));
        assertThat(fell.totalNetEffect()).isEqualTo(new Defined(-150));
        assertThat(DisplacementQuotient.of(HALVED, STEADY, BeforeAfter.of(4, 40))
                        .success())
                .isInstanceOf(Defined.class);
    }

    private static double value(Figure figure) {
        return ((Defined) figure).value();
    }
}
