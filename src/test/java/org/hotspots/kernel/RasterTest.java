package org.hotspots.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.hotspots.geo.RasterGrid;
import org.junit.jupiter.api.Test;

class RasterTest {
    private final RasterGrid grid = new RasterGrid(430_000, 260_000, 50, 3, 2);
    private final Raster raster = Raster.owning(grid, new double[] {1, 2, 3, 5, 7, 11});

    @Test
    void keepsRowsFromTheSouth() {
        assertThat(raster.value(2, 0)).isEqualTo(3);
        assertThat(raster.value(0, 1)).isEqualTo(5);
        assertThat(raster.max()).isEqualTo(11);
        assertThat(raster.integral()).isEqualTo(29 * 2500);
        assertThat(raster.bytes()).isGreaterThanOrEqualTo(48);
    }

    @Test
    void isTheValueAtACentreAndTheMeanBetween() {
        assertThat(raster.sampleBilinear(430_075, 260_075)).isEqualTo(7);
        assertThat(raster.sampleBilinear(430_050, 260_025)).isEqualTo(1.5);
        assertThat(raster.sampleBilinear(430_050, 260_050)).isEqualTo((1 + 2 + 5 + 7) / 4.0);
    }

    @Test
    void goesOnUnchangedToTheEdgeAndIsNothingBeyond() {
        assertThat(raster.sampleBilinear(430_000, 260_000)).isEqualTo(1);
        assertThat(raster.sampleBilinear(430_150, 260_100)).isEqualTo(11);
        assertThat(raster.sampleBilinear(430_150.001, 260_050)).isZero();
        assertThat(raster.sampleBilinear(430_050, 259_999.999)).isZero();
        assertThat(raster.sampleBilinear(Double.NaN, 260_050)).isZero();
    }

    /** A plane is bilinear, so between the centres it is met exactly. */
    @Test
    void meetsAPlaneEverywhereBetweenTheCentres() {
        RasterGrid wide = new RasterGrid(430_000, 260_000, 50, 7, 5);
        double[] values = new double[wide.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = plane(wide.centreEasting(i % 7), wide.centreNorthing(i / 7));
        }
        Raster planar = Raster.owning(wide, values);
        Random random = new Random(6);
        for (int i = 0; i < 1_000; i++) {
            double easting = random.nextDouble(430_025, 430_325);
            double northing = random.nextDouble(260_025, 260_225);
            assertThat(planar.sampleBilinear(easting, northing)).isCloseTo(plane(easting, northing), within(1e-9));
        }
    }

    private static double plane(double easting, double northing) {
        return 3 + 0.01 * (easting - 430_000) - 0.02 * (northing - 260_000);
    }

    @Test
    void refusesAnArrayOfAnotherSize() {
        assertThatThrownBy(() -> Raster.owning(grid, new double[5])).hasMessage("values.length=5: the grid has 6");
    }
}
