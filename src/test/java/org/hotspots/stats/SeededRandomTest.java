package org.hotspots.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class SeededRandomTest {

    /** First values of the reference implementation in C by Vigna for the state 1234567. */
    @Test
    void givesTheNumbersOfSplitMix64() {
        SeededRandom random = new SeededRandom(1234567);

        assertThat(Long.toUnsignedString(random.nextLong())).isEqualTo("6457827717110365317");
        assertThat(Long.toUnsignedString(random.nextLong())).isEqualTo("3203168211198807973");
        assertThat(Long.toUnsignedString(random.nextLong())).isEqualTo("9817491932198370423");
        assertThat(Long.toUnsignedString(random.nextLong())).isEqualTo("4593380528125082431");
        assertThat(Long.toUnsignedString(random.nextLong())).isEqualTo("16408922859458223821");
    }

    @Test
    void namedStreamsDiffer() {
        assertThat(SeededRandom.stream(1, "a").nextLong())
                .isEqualTo(SeededRandom.stream(1, "a").nextLong())
                .isNotEqualTo(SeededRandom.stream(1, "b").nextLong())
                .isNotEqualTo(SeededRandom.stream(2, "a").nextLong());
    }

    /** A Poisson variable has its mean as variance; the bounds are five standard errors wide. */
    @Test
    void poissonHasItsMeanAndVariance() {
        for (double mean : new double[] {0.3, 5, 40}) {
            SeededRandom random = new SeededRandom(7);
            int draws = 40_000;
            double[] values = DoubleStream.generate(() -> random.poisson(mean))
                    .limit(draws)
                    .toArray();
            double average = DoubleStream.of(values).average().orElseThrow();
            double variance = DoubleStream.of(values)
                    .map(value -> (value - average) * (value - average))
                    .average()
                    .orElseThrow();
            assertThat(average).isCloseTo(mean, within(5 * Math.sqrt(mean / draws)));
            double varianceError = Math.sqrt((mean + 2 * mean * mean) / draws);
            assertThat(variance).isCloseTo(mean, within(5 * varianceError));
        }
    }

    @Test
    void gaussianIsStandard() {
        SeededRandom random = new SeededRandom(11);
        double[] values = DoubleStream.generate(random::gaussian).limit(40_000).toArray();
        assertThat(DoubleStream.of(values).average().orElseThrow()).isCloseTo(0, within(0.025));
        assertThat(DoubleStream.of(values).map(value -> value * value).average().orElseThrow())
                .isCloseTo(1, within(0.036));
    }
}
