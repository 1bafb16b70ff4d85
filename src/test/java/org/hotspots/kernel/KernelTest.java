package org.hotspots.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.hotspots.geo.RasterGrid;
import org.hotspots.stats.SeededRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KernelTest {
    @ParameterizedTest
    @EnumSource
    void isTheKernelOfTheDensity(Kernel.Shape shape) {
        Kernel kernel = new Kernel(shape, 180);
        WeightedPoints one = WeightedPoints.unweighted(new double[] {0}, new double[] {0});
        for (double distance : new double[] {0, 31, 90, 179, 181, 700, 901}) {
            Raster raster = Density.of(one, kernel, new RasterGrid(distance - 1, -1, 2, 1, 1));

            assertThat(raster.value(0, 0)).isCloseTo(1e6 * kernel.perM2(distance * distance), within(1e-9));
        }
    }

    /**
     * An event of the kernel moved by an error has the variance of both: seeded draws of the sum against the kernel that
     * is said to have it.
     */
    @ParameterizedTest
    @EnumSource
    void widenedIsAsWideAsKernelAndErrorTogether(Kernel.Shape shape) {
        Kernel kernel = new Kernel(shape, 200);
        SeededRandom random = new SeededRandom(20);
        double squares = 0;
        int draws = 200_000;
        for (int i = 0; i < draws; i++) {
            double across = drawn(kernel, random) + 120 * random.gaussian();
            squares += across * across;
        }

        assertThat(kernel.widenedBy(120).sigmaMetres()).isCloseTo(Math.sqrt(squares / draws), within(0.6));
        assertThat(kernel.widenedBy(0)).isEqualTo(kernel);
        assertThat(Kernel.ofSigma(shape, kernel.sigmaMetres()).bandwidthMetres())
                .isCloseTo(200, within(1e-9));
    }

    /** The easting of a point drawn from the kernel by rejection from the square around it. */
    private static double drawn(Kernel kernel, SeededRandom random) {
        while (true) {
            double across = random.between(-kernel.reachMetres(), kernel.reachMetres());
            double up = random.between(-kernel.reachMetres(), kernel.reachMetres());
            if (random.nextDouble() * kernel.peakPerM2() < kernel.perM2(across * across + up * up)) {
                return across;
            }
        }
    }

    @Test
    void refusesWhatIsNoBandwidth() {
        assertThatThrownBy(() -> Kernel.quartic(0)).hasMessage("bandwidth_m=0.0: above 0 and finite");
        assertThatThrownBy(() -> Kernel.gaussian(Double.NaN)).hasMessage("bandwidth_m=NaN: above 0 and finite");
        assertThatThrownBy(() -> Kernel.quartic(100).widenedBy(-1))
                .hasMessage("location_error_m=-1.0: at least 0 and finite");
    }
}
