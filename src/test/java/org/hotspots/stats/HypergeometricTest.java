package org.hotspots.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import org.junit.jupiter.api.Test;

class HypergeometricTest {

    /** Fisher's lady who tells tea from tea: of eight cups she names all four, or three of the four. */
    @Test
    void theLadyTastingTea() {
        assertThat(Hypergeometric.upperTail(8, 4, 4, 4)).isCloseTo(1.0 / 70, within(1e-14));
        assertThat(Hypergeometric.upperTail(8, 4, 4, 3)).isCloseTo(17.0 / 70, within(1e-14));
    }

    @Test
    void theTailIsThatOfWholeNumbers() {
        SeededRandom random = new SeededRandom(5);
        for (int trial = 0; trial < 200; trial++) {
            int total = 1 + random.nextInt(trial < 150 ? 40 : 400);
            int marked = random.nextInt(total + 1);
            int drawn = random.nextInt(total + 1);
            int k = random.nextInt(drawn + 2);

            double exact = exact(total, marked, drawn, k);

            assertThat(Hypergeometric.upperTail(total, marked, drawn, k))
                    .as("%d %d %d %d", total, marked, drawn, k)
                    .isCloseTo(exact, within(1e-11 * exact + 1e-300));
        }
    }

    /** Counted with whole numbers of any size. */
    private static double exact(int total, int marked, int drawn, int k) {
        BigInteger ways = BigInteger.ZERO;
        for (int j = k; j <= Math.min(marked, drawn); j++) {
            ways = ways.add(choose(marked, j).multiply(choose(total - marked, drawn - j)));
        }
        return new BigDecimal(ways)
                .divide(new BigDecimal(choose(total, drawn)), MathContext.DECIMAL64)
                .doubleValue();
    }

    private static BigInteger choose(int n, int k) {
        if (k < 0 || k > n) {
            return BigInteger.ZERO;
        }
        BigInteger ways = BigInteger.ONE;
        for (int i = 1; i <= k; i++) {
            ways = ways.multiply(BigInteger.valueOf(n - k + i)).divide(BigInteger.valueOf(i));
        }
        return ways;
    }

    @Test
    void nothingDrawnNothingMarkedAndWhatCannotBe() {
        assertThat(Hypergeometric.upperTail(0, 0, 0, 0)).isEqualTo(1);
        assertThat(Hypergeometric.upperTail(10, 0, 5, 1)).isEqualTo(0);
        assertThat(Hypergeometric.upperTail(10, 8, 5, 3)).isEqualTo(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Hypergeometric.upperTail(10, 11, 5, 1))
                .withMessageContaining("marked=11");
    }
}
