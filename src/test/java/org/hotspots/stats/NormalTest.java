package org.hotspots.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;

class NormalTest {
    /** Abramowitz and Stegun, tables 26.1 and 26.2. */
    @Test
    void hasTheTabledValues() {
        assertThat(Normal.cdf(1)).isCloseTo(0.841344746068543, within(1e-15));
        assertThat(Normal.cdf(-2)).isCloseTo(0.0227501319481792, within(1e-15));
        assertThat(Normal.cdf(0)).isEqualTo(0.5);
        assertThat(Normal.quantile(0.975)).isCloseTo(1.959963984540054, within(1e-14));
    }

    /** Table 26.2: -log10 Q(10) = 23.11805, -log10 Q(20) = 88.56010, -log10 Q(30) = 197.30921. */
    @Test
    void keepsItsDigitsFarOut() {
        assertThat(-Math.log10(Normal.cdf(-10))).isCloseTo(23.11805, within(5e-6));
        assertThat(-Math.log10(Normal.cdf(-20))).isCloseTo(88.56010, within(5e-6));
        assertThat(-Math.log10(Normal.twoSidedP(30) / 2)).isCloseTo(197.30921, within(5e-6));
        assertThat(Normal.twoSidedP(-30)).isEqualTo(Normal.twoSidedP(30));
    }

    @Test
    void quantileUndoesCdf() {
        for (double z = -37; z < 6; z += 0.37) {
            assertThat(Normal.quantile(Normal.cdf(z))).isCloseTo(z, within(1e-6));
        }
        assertThat(Normal.cdf(Normal.quantile(1e-300))).isCloseTo(1e-300, withinPercentage(1e-8));
        assertThat(Normal.quantile(0)).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void whatIsNoProbabilityHasNoQuantile() {
        assertThatThrownBy(() -> Normal.quantile(1.1)).hasMessage("probability=1.1: from 0 to 1");
        assertThat(Normal.twoSidedP(Double.NaN)).isNaN();
    }
}
