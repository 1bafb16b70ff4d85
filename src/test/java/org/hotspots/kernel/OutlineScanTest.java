package org.hotspots.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.Random;
import org.hotspots.geo.RasterGrid;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;

class OutlineScanTest {
    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    @Test
    void agreesWithLookingUpEveryCentre() {
        Random random = new Random(8);
        for (int i = 0; i < 40; i++) {
            Geometry outline = ragged(random);
            RasterGrid grid = new RasterGrid(-120, -110, 1 + 5 * random.nextDouble(), 50, 60);

            assertThat(OutlineScan.cellsInside(outline, grid)).isEqualTo(byLookUp(outline, grid));
        }
    }

    @Test
    void aSideThroughCentresCountsOnce() {
        RasterGrid grid = new RasterGrid(0, 0, 1, 6, 6);
        Geometry square = GEOMETRY.toGeometry(new Envelope(1.5, 3.5, 1.5, 4.5));

        // Half-open: the south and west sides are in, the north and east sides are not.
        assertThat(OutlineScan.cellsInside(square, grid).stream()).containsExactly(7, 8, 13, 14, 19, 20);
    }

    private static BitSet byLookUp(Geometry outline, RasterGrid grid) {
        SimplePointInAreaLocator locator = new SimplePointInAreaLocator(outline);
        BitSet inside = new BitSet();
        for (int row = 0; row < grid.rows(); row++) {
            for (int column = 0; column < grid.columns(); column++) {
                Coordinate centre = new Coordinate(grid.centreEasting(column), grid.centreNorthing(row));
                inside.set(row * grid.columns() + column, locator.locate(centre) != Location.EXTERIOR);
            }
        }
        return inside;
    }

    /** Some overlapping triangles, united, less some others: islands, holes and narrow necks. */
    private static Geometry ragged(Random random) {
        Geometry outline = triangle(random);
        for (int i = 0; i < 8; i++) {
            outline = i % 3 == 2 ? outline.difference(triangle(random)) : outline.union(triangle(random));
        }
        return outline;
    }

    private static Geometry triangle(Random random) {
        Coordinate[] corners = new Coordinate[4];
        for (int i = 0; i < 3; i++) {
            corners[i] = new Coordinate(100 * random.nextGaussian(), 100 * random.nextGaussian());
        }
        corners[3] = corners[0].copy();
        return GEOMETRY.createPolygon(corners);
    }
}
