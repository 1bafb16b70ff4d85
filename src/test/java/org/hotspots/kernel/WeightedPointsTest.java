package org.hotspots.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hotspots.geo.Bounds;
import org.junit.jupiter.api.Test;

class WeightedPointsTest {
    @Test
    void collapsesEqualPointsInOrderOfFirstAppearance() {
        WeightedPoints collapsed = new WeightedPoints(
                        new double[] {5, 1, 5, 0.0, -0.0, 9},
                        new double[] {5, 1, 5, 0, 0, 9},
                        new double[] {1, 2, 4, 8, 16, 32},
                        5)
                .collapsed();

        assertThat(collapsed.count()).isEqualTo(3);
        assertThat(collapsed.eastings()).startsWith(5, 1, 0);
        assertThat(collapsed.weights()).startsWith(5, 2, 24);
    }

    @Test
    void collapsesAsAMapDoesFewAndMany() {
        for (WeightedPoints points : List.of(
                County.random(1, 20_000, 60, true),
                County.random(2, 20_000, 5_000, true),
                County.random(3, 300_000, 300, true))) {
            Map<List<Double>, Double> expected = new LinkedHashMap<>();
            for (int i = 0; i < points.count(); i++) {
                expected.merge(List.of(points.eastings()[i], points.northings()[i]), points.weights()[i], Double::sum);
            }
            WeightedPoints collapsed = points.collapsed();

            assertThat(collapsed.count()).isEqualTo(expected.size());
            int place = 0;
            for (var entry : expected.entrySet()) {
                assertThat(List.of(collapsed.eastings()[place], collapsed.northings()[place]))
                        .isEqualTo(entry.getKey());
                assertThat(collapsed.weights()[place]).isEqualTo(entry.getValue());
                place++;
            }
        }
    }

    @Test
    void knowsTheBoundsAndTheWeightOfThePointsInUse() {
        WeightedPoints points =
                new WeightedPoints(new double[] {3, 1, 99}, new double[] {4, 8, 99}, new double[] {2, 0.5, 99}, 2);

        assertThat(points.bounds()).isEqualTo(new Bounds(1, 4, 3, 8));
        assertThat(points.totalWeight()).isEqualTo(2.5);
        assertThatThrownBy(() ->
                        WeightedPoints.unweighted(new double[0], new double[0]).bounds())
                .hasMessage("no points, so no bounds");
    }

    @Test
    void refusesWhatIsNoPoint() {
        double[] one = {1};
        assertThatThrownBy(() -> new WeightedPoints(one, one, one, 2)).hasMessageContaining("count=2: from 0 to 1");
        assertThatThrownBy(() -> new WeightedPoints(new double[] {1, Double.NaN}, new double[2], new double[2], 2))
                .hasMessageEndingWith("point 1 is NaN,0.0 with weight 0.0");
        assertThatThrownBy(() -> WeightedPoints.unweighted(one, new double[] {Double.POSITIVE_INFINITY}))
                .hasMessageContaining("point 0");
        assertThatThrownBy(() -> new WeightedPoints(one, one, new double[] {-1}, 1))
                .hasMessageContaining("weight -1.0");
        assertThatThrownBy(() -> new WeightedPoints(one, one, new double[] {Double.POSITIVE_INFINITY}, 1))
                .hasMessageContaining("weight Infinity");
    }
}
