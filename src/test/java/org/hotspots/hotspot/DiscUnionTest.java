package org.hotspots.hotspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;

class DiscUnionTest {
    private static final double RADIUS = 200;

    @Test
    void oneDiscHasItsArea() {
        List<Coordinate> one = List.of(new Coordinate(430_017, 280_009));
        double area = Math.PI * RADIUS * RADIUS;

        // A polygon of 32 corners has 0.994 of its circle.
        assertThat(DiscUnion.united(one, RADIUS).getArea()).isBetween(0.993 * area, area);
        assertThat(DiscUnion.contoured(one, RADIUS, 16).getArea()).isCloseTo(area, within(0.005 * area));
    }

    @Test
    void aPointIsInsideWhereACentreIsWithinTheRadius() {
        Random random = new Random(2);
        for (int centres : new int[] {2, 10, 17, 60}) {
            List<Coordinate> points = chain(random, centres);
            Geometry union = DiscUnion.of(points, RADIUS);
            IndexedPointInAreaLocator locator = new IndexedPointInAreaLocator(union);
            assertThat(union.isValid()).isTrue();
            for (int i = 0; i < 3000; i++) {
                Coordinate near = points.get(random.nextInt(centres));
                Coordinate point = new Coordinate(
                        near.x + RADIUS * random.nextGaussian(), near.y + RADIUS * random.nextGaussian());
                double nearest =
                        points.stream().mapToDouble(point::distance).min().orElseThrow();
                if (Math.abs(nearest - RADIUS) > 0.01 * RADIUS) {
                    assertThat(locator.locate(point) != Location.EXTERIOR)
                            .as("%d centres, %.1f m from the nearest", centres, nearest)
                            .isEqualTo(nearest < RADIUS);
                }
            }
        }
    }

    @Test
    void bothWaysAgree() {
        List<Coordinate> points = chain(new Random(5), 200);

        Geometry united = DiscUnion.united(points, RADIUS);
        Geometry contoured = DiscUnion.contoured(points, RADIUS, 16);

        assertThat(contoured.symDifference(united).getArea()).isLessThan(0.01 * united.getArea());
        assertThat(DiscUnion.contoured(points, RADIUS, 4).symDifference(united).getArea())
                .isLessThan(0.03 * united.getArea());
    }

    /** Each centre within the radius of the one before, as the cores of a cluster are. */
    private static List<Coordinate> chain(Random random, int centres) {
        List<Coordinate> chain = new ArrayList<>(List.of(new Coordinate(430_000, 280_000)));
        while (chain.size() < centres) {
            Coordinate last = chain.get(chain.size() - 1);
            double angle = 2 * Math.PI * random.nextDouble();
            double step = RADIUS * random.nextDouble();
            chain.add(new Coordinate(last.x + step * Math.cos(angle), last.y + step * Math.sin(angle)));
        }
        return chain;
    }
}
