package org.hotspots.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNeighbourIndexTest {

    @ParameterizedTest
    @CsvSource({"1, 2, 100", "2, 9, 100", "3, 500, 20", "4, 700, 5000", "5, 64, 3"})
    void agreesWithAllPairs(long seed, int count, int side) {
        WeightedPoints points = County.random(seed, count, side, false);
        double sum = 0;
        for (int i = 0; i < count; i++) {
            double nearest = Double.POSITIVE_INFINITY;
            for (int j = 0; j < count; j++) {
                if (j != i) {
                    nearest = Math.min(
                            nearest,
                            Math.hypot(
                                    points.eastings()[i] - points.eastings()[j],
                                    points.northings()[i] - points.northings()[j]));
                }
            }
            sum += nearest;
        }
        NearestNeighbourIndex index = NearestNeighbourIndex.find(points, 1e6).orElseThrow();
        assertThat(index.meanMetres()).isCloseTo(sum / count, within(1e-9));
        assertThat(index.expectedMetres()).isCloseTo(500 / Math.sqrt(count), within(1e-9));
        assertThat(index.z()).isCloseTo((sum / count - 500 / Math.sqrt(count)) / (261.36 / count), within(1e-6));
    }

    /** By hand: two events at one place have distance 0, the third is 300 m away: mean 100 m. */
    @Test
    void eventsAtOnePlaceHaveDistanceZero() {
        WeightedPoints points =
                new WeightedPoints(new double[] {0, 300, 900}, new double[3], new double[] {2, 1, 0}, 3);
        NearestNeighbourIndex index = NearestNeighbourIndex.find(points, 30_000).orElseThrow();
        assertThat(index.events()).isEqualTo(3);
        assertThat(index.meanMetres()).isEqualTo(100);
        assertThat(index.index()).isEqualTo(2);
    }

    @Test
    void fewerThanTwoEventsHaveNone() {
        assertThat(NearestNeighbourIndex.find(County.random(1, 0, 10, false), 100))
                .isEmpty();
        assertThat(NearestNeighbourIndex.find(County.random(1, 1, 10, false), 100))
                .isEmpty();
        assertThatThrownBy(() -> NearestNeighbourIndex.find(County.random(1, 5, 10, false), 0))
                .hasMessage("area_m2=0.0: above 0 and finite");
    }
}
