package org.hotspots.hotspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.hotspots.hotspot.Verdict.Kind;
import org.hotspots.stats.MultinomialMaps;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With {@code -Dhotspots.write-verdict-power=true} the table and picture of the methods page are written again. */
class VerdictPowerTest {
    private static final Path TABLE = Path.of("src/docs/methods/verdict-power.md");
    private static final Path PICTURE = Path.of("src/docs/methods/verdict-power.svg");
    private static final int ROUNDS = 1000;
    private static final int FEW_ROUNDS = 150;

    @ParameterizedTest
    @CsvSource({"20, false", "60, false", "300, false", "20, true", "60, true", "300, true", "2000, true"})
    void onMapsThatChanceDrawsTheVerdictIsChance(int events, boolean skewed) {
        double[] weights = VerdictPower.evenWeights();
        if (skewed) {
            Arrays.setAll(weights, i -> 1 + 300.0 / (i + 1));
        }
        MultinomialMaps chance = new MultinomialMaps(weights);

        assertThat(VerdictPower.shares(chance, chance, events, 400)[Kind.CHANCE.ordinal()])
                .isGreaterThanOrEqualTo(0.94);
    }

    @Test
    void aCellFiftyTimesAsDenseIsConcentratedAndTwiceIsMostlyChance() {
        assertThat(VerdictPower.point(60, 50, FEW_ROUNDS).concentrated()).isGreaterThan(0.9);
        assertThat(VerdictPower.point(300, 20, FEW_ROUNDS).concentrated()).isGreaterThan(0.95);
        assertThat(VerdictPower.point(60, 2, FEW_ROUNDS).found()).isLessThan(0.15);
    }

    /** Fewer rounds than the page's, so within their noise. */
    @Test
    void thePageShowsThePower() throws IOException {
        if (Boolean.getBoolean("hotspots.write-verdict-power")) {
            List<VerdictPower.Point> points = VerdictPower.curve(ROUNDS);
            Files.writeString(TABLE, introduced(VerdictPower.table(points)));
            Files.writeString(PICTURE, VerdictPower.picture(points));
        }
        List<String> rows = Files.readAllLines(TABLE);
        for (int events : new int[] {60, 300}) {
            for (int times : new int[] {5, 20}) {
                VerdictPower.Point point = VerdictPower.point(events, times, FEW_ROUNDS);
                String[] row = rows.stream()
                        .filter(line -> line.startsWith("| " + events + " | " + times + " |"))
                        .findFirst()
                        .orElseThrow()
                        .split("\\|", -1);
                assertThat(Double.parseDouble(row[4].strip())).isCloseTo(point.concentrated(), within(0.15));
                assertThat(Double.parseDouble(row[5].strip())).isCloseTo(point.found(), within(0.15));
            }
        }
        assertThat(Files.readString(PICTURE)).contains("300 events").endsWith("</svg>\n");
    }

    private static String introduced(String table) {
        return """
                # Power of the verdict

                Maps of 300 even cells, one of them so many times as dense as any other; 1 is chance. `VerdictPowerTest` draws this
                table and the picture, %,d maps for each row, and checks them.

                ![Share of maps on which the hot cell is found](verdict-power.svg)

                %s""".formatted(ROUNDS, table);
    }
}
