package org.hotspots.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PoissonIntervalTest {
    /** Byar's approximation as in R package PHEindicatormethods; exact limits as R's qchisq has them. */
    @ParameterizedTest
    @CsvSource({
        "0, 0, 3.66801183217375, 0, 3.68887945411394",
        "1, 0.0130721329015044, 5.56375558247526, 0.0253178079842899, 5.5716433909389",
        "2, 0.224625211349983, 7.22086900085779, 0.242209278543965, 7.22468766772396",
        "3, 0.60297257097023, 8.76536439674634, 0.618672122895602, 8.76727306974232",
        "5, 1.61134771574719, 11.6681641233986, 1.62348639011842, 11.6683320793227",
        "8, 3.44469064968737, 15.7640004939226, 3.4538321767485, 15.7631892201933",
        "10, 4.78744991396756, 18.3914586057565, 4.79538869613243, 18.3903560420178",
        "20, 12.2114288348759, 30.8898803691971, 12.2165195854039, 30.8883779026746",
        "50, 37.1081004090342, 65.9201566939577, 37.1109637374619, 65.9187666643368",
        "100, 81.3621054905279, 121.627937579207, 81.3639912509232, 121.626793792426"
    })
    void hasThePublishedLimits(long count, double byarLow, double byarHigh, double exactLow, double exactHigh) {
        Interval byar = PoissonInterval.byar95(count);
        Interval exact = PoissonInterval.exact95(count);

        assertThat(byar.low()).isCloseTo(byarLow, within(1e-11));
        assertThat(byar.high()).isCloseTo(byarHigh, within(1e-11));
        assertThat(exact.low()).isCloseTo(exactLow, within(1e-9));
        assertThat(exact.high()).isCloseTo(exactHigh, within(1e-9));
    }

    /** The definition: with the limit as the mean, each tail that holds the count has 2.5 %. */
    @Test
    void exactLimitsLeaveTwoAndAHalfPercentInEachTail() {
        for (int count : new int[] {1, 4, 17, 60, 140}) {
            Interval interval = PoissonInterval.exact95(count);

            assertThat(1 - atMost(count - 1, interval.low())).isCloseTo(0.025, within(1e-10));
            assertThat(atMost(count, interval.high())).isCloseTo(0.025, within(1e-10));
        }
    }

    /** Every count with its probability: how often the interval holds the mean it came from. */
    @Test
    void coversAtTheNominalRate() {
        for (double mean = 0.2; mean < 60; mean += 0.37) {
            double byExact = 0;
            double byByar = 0;
            double probability = Math.exp(-mean);
            for (int count = 0; count < 200; count++) {
                byExact += PoissonInterval.exact95(count).contains(mean) ? probability : 0;
                byByar += PoissonInterval.byar95(count).contains(mean) ? probability : 0;
                probability *= mean / (count + 1);
            }
            assertThat(byExact).as("exact, mean %s", mean).isGreaterThanOrEqualTo(0.95);
            // An approximation: it falls short of 95 % by a hair at a few means.
            assertThat(byByar).as("Byar, mean %s", mean).isGreaterThan(0.945);
        }
    }

    private static double atMost(int count, double mean) {
        double term = Math.exp(-mean);
        double sum = term;
        for (int k = 1; k <= count; k++) {
            term *= mean / k;
            sum += term;
        }
        return sum;
    }

    @Test
    void growsWithTheCountAndHoldsIt() {
        for (long count = 1; count < 3_000_000; count *= 3) {
            Interval here = PoissonInterval.exact95(count);
            assertThat(here.contains((double) count)).isTrue();
            assertThat(PoissonInterval.exact95(count + 1).low()).isGreaterThan(here.low());
            assertThat(PoissonInterval.byar95(count).high()).isCloseTo(here.high(), within(0.01));
        }
    }

    @Test
    void refusesANegativeCount() {
        assertThatThrownBy(() -> PoissonInterval.exact95(-1)).hasMessage("count=-1: not below 0");
        assertThatThrownBy(() -> PoissonInterval.byar95(-1)).hasMessage("count=-1: not below 0");
        assertThatThrownBy(() -> new Interval(2, 1)).hasMessageContaining("from low to high");
    }
}
