package org.hotspots.hotspot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Colours that keep their order for every eye. How the colour-blind see them is simulated after Machado, Oliveira and
 * Fernandes, "A physiologically-based model for simulation of color vision deficiency" (IEEE TVCG 15, 2009), at full severity;
 * lightness is CIE 1976 L* under D65.
 */
class ViridisTest {
    /**
     * A difference of 2.3 in CIELAB can just be noticed (Mahy, Van Eycken and Oosterlinck, Color Research and Application 19,
     * 1994); in grey lightness is all there is of it. Twice that is asked of the nine classes, the most there are.
     */
    private static final double LEAST_STEP = 2 * 2.3;

    /** How the tiles lie on the map: this part of the colour, the rest of the ground below. */
    private static final double OPACITY = 0.8;

    private static final int[] WHITE_LAND = {0xf8, 0xf7, 0xf3};
    private static final int[] DARK_LAND = {0x4a, 0x55, 0x62};

    @ParameterizedTest
    @CsvSource({
        "usual,         1 0 0  0 1 0  0 0 1",
        "protanopia,    0.152286 1.052583 -0.204868  0.114503 0.786281 0.099216  -0.003882 -0.048116 1.051998",
        "deuteranopia,  0.367322 0.860646 -0.227968  0.280085 0.672501 0.047413  -0.011820 0.042940 0.968881",
        "tritanopia,    1.255528 -0.076749 -0.178779  -0.078411 0.930809 0.147602  0.004733 0.691367 0.303900",
        "achromatopsia, 0.2126 0.7152 0.0722  0.2126 0.7152 0.0722  0.2126 0.7152 0.0722"
    })
    void moreIsDarkerToEveryEye(String eyes, String matrix) {
        double[] seen = Stream.of(matrix.split(" +", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
        for (int classes = 2; classes <= 9; classes++) {
            List<String> colours = Viridis.colours(classes);
            for (int[] land : List.of(WHITE_LAND, DARK_LAND)) {
                for (int i = 1; i < classes; i++) {
                    double step = lightness(colours.get(i - 1), land, seen) - lightness(colours.get(i), land, seen);
                    assertThat(step).as("%s: class %d of %d", eyes, i, classes).isGreaterThan(LEAST_STEP);
                }
            }
        }
    }

    /** `seen` gives red, green and blue as they are seen, a row each, from those that are there. */
    private static double lightness(String colour, int[] land, double[] seen) {
        double[] linear = new double[3];
        for (int c = 0; c < 3; c++) {
            int paint = Integer.parseInt(colour.substring(1 + 2 * c, 3 + 2 * c), 16);
            linear[c] = linear((OPACITY * paint + (1 - OPACITY) * land[c]) / 255);
        }
        double[] weights = {0.2126, 0.7152, 0.0722};
        double luminance = 0;
        for (int c = 0; c < 3; c++) {
            double there = seen[3 * c] * linear[0] + seen[3 * c + 1] * linear[1] + seen[3 * c + 2] * linear[2];
            luminance += weights[c] * Math.max(0, Math.min(1, there));
        }
        return luminance > 216.0 / 24389 ? 116 * Math.cbrt(luminance) - 16 : luminance * 24389.0 / 27;
    }

    /** Of a value of sRGB from 0 to 1. */
    private static double linear(double value) {
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
