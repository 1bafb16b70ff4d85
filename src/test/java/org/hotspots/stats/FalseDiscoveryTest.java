package org.hotspots.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FalseDiscoveryTest {
    private static final double[] DIET = {
        .001, .008, .039, .041, .042, .06, .074, .205, .212, .216, .222, .251, .269, .275, .34, .341, .384, .569, .594,
        .696, .762, .94, .942, .975, .986
    };

    /** Garcia-Arenzana and others 2014, the first of 25 tests; ranks 3 to 5 share the value of rank 5, 25 x .042 / 5. */
    @Test
    void theBestOfTheWorseRanksCounts() {
        double[] q = FalseDiscovery.benjaminiHochberg(DIET);

        assertThat(q[0]).isCloseTo(.025, within(1e-15));
        assertThat(q[2]).isCloseTo(.21, within(1e-15)).isEqualTo(q[3]).isEqualTo(q[4]);
        // Times the harmonic number H25 = 3.815958177753507.
        assertThat(FalseDiscovery.benjaminiYekutieli(DIET)[0]).isCloseTo(.025 * 3.815958177753507, within(1e-14));
    }

    /** Where there is nothing to find, a finding in 5 % of families, give or take three standard deviations. */
    @Test
    void seldomFindsWhereThereIsNothing() {
        SeededRandom random = new SeededRandom(44);
        int byHochberg = 0;
        int byYekutieli = 0;
        for (int family = 0; family < 4000; family++) {
            double[] p = new double[40];
            Arrays.setAll(p, i -> random.nextDouble());
            byHochberg += below(FalseDiscovery.benjaminiHochberg(p), .05) > 0 ? 1 : 0;
            byYekutieli += below(FalseDiscovery.benjaminiYekutieli(p), .05) > 0 ? 1 : 0;
        }
        assertThat(byHochberg).isBetween(158, 242);
        assertThat(byYekutieli).isLessThan(100);
    }

    @Test
    void agreesWithTheDefinitionOnRandomTests() {
        Random random = new Random(5);
        for (int round = 0; round < 50; round++) {
            double[] p = new double[random.nextInt(1, 60)];
            // Rounded, so that there are ties; cubed, so that some are small.
            Arrays.setAll(p, i -> Math.rint(100 * Math.pow(random.nextDouble(), 3)) / 100);
            if (p.length > 5) {
                p[3] = Double.NaN;
            }
            double[] q = FalseDiscovery.benjaminiHochberg(p);
            for (int i = 0; i < p.length; i++) {
                assertThat(q[i]).isCloseTo(byDefinition(p, p[i]), within(1e-12));
            }
        }
    }

    /** The smallest rate at which the step-up rule rejects p: over all cut-offs c not below p, m c / #{p_j at most c}. */
    private static double byDefinition(double[] p, double of) {
        long m = Arrays.stream(p).filter(value -> !Double.isNaN(value)).count();
        return Double.isNaN(of)
                ? Double.NaN
                : Arrays.stream(p)
                        .filter(cut -> cut >= of)
                        .map(cut -> m
                                * cut
                                / Arrays.stream(p).filter(value -> value <= cut).count())
                        .min()
                        .orElseThrow();
    }

    @Test
    void orderDoesNotMatterAndMissingTestsDoNotCount() {
        double[] q = FalseDiscovery.benjaminiHochberg(new double[] {Double.NaN, .04, .01, Double.NaN, .5});

        assertThat(q).containsExactly(new double[] {Double.NaN, .06, .03, Double.NaN, .5}, within(1e-15));
        assertThat(FalseDiscovery.benjaminiHochberg(new double[0])).isEmpty();
        assertThat(FalseDiscovery.benjaminiYekutieli(new double[] {Double.NaN})).containsExactly(Double.NaN);
        assertThat(FalseDiscovery.benjaminiHochberg(new double[] {-0.0, 0.0, 1}))
                .containsExactly(0, 0, 1);
    }

    @Test
    void refusesWhatIsNoProbability() {
        assertThatThrownBy(() -> FalseDiscovery.benjaminiHochberg(new double[] {1.5}))
                .hasMessage("p=1.5: from 0 to 1");
    }

    private static long below(double[] q, double rate) {
        return Arrays.stream(q).filter(value -> value <= rate).count();
    }
}
