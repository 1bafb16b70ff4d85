package org.hotspots.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.hotspots.geo.RasterGrid;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.MultiPolygon;

class ContourPartsTest {
    private static final int POINTS = 400;
    /** Nearer to an outline than this, in metres, rounding decides. */
    private static final double TOO_NEAR = 1e-3;

    /** The oracle: the drawn polygons, over rasters of every shape, with values that make saddles and long ties. */
    @Test
    void everyPointIsInThePartWhosePolygonHoldsIt() {
        Random random = new Random(11);
        int inside = 0;
        for (int round = 0; round < 300; round++) {
            Raster raster = raster(random, 1 + random.nextInt(9), 1 + random.nextInt(9), round % 2 == 0);
            double threshold = 1 + 6 * random.nextDouble();
            MultiPolygon drawn = Contours.above(raster, threshold);
            WeightedPoints points = awayFrom(drawn, points(random, raster.grid()));
            int[] parts = ContourParts.of(raster, threshold, points);
            int[] polygons = polygonOf(drawn, points);
            assertThat(renumbered(parts)).isEqualTo(renumbered(polygons));
            inside += (int) Arrays.stream(parts).filter(part -> part >= 0).count();
        }
        assertThat(inside).isGreaterThan(10_000);
    }

    @Test
    void whereNothingIsAboveNobodyIsInside() {
        Raster raster = raster(new Random(1), 4, 4, true);
        WeightedPoints points = points(new Random(2), raster.grid());
        assertThat(ContourParts.of(raster, 10, points)).containsOnly(ContourParts.OUTSIDE);
        assertThat(ContourParts.of(raster, -1, points)).contains(0, ContourParts.OUTSIDE);
        assertThat(ContourParts.of(raster, 3, points(new Random(2), raster.grid(), 0)))
                .isEmpty();
        assertThatThrownBy(() -> ContourParts.of(raster, Double.NaN, points)).hasMessage("threshold=NaN: a number");
    }

    private static Raster raster(Random random, int columns, int rows, boolean whole) {
        double[] values = new double[columns * rows];
        Arrays.setAll(values, i -> whole ? random.nextInt(9) + 0.01 * random.nextDouble() : 8 * random.nextDouble());
        return Raster.owning(new RasterGrid(430_000, 260_000, 50, columns, rows), values);
    }

    private static WeightedPoints points(Random random, RasterGrid grid) {
        return points(random, grid, POINTS);
    }

    /** Over the grid and a little beyond. */
    private static WeightedPoints points(Random random, RasterGrid grid, int count) {
        double[] eastings = new double[count];
        double[] northings = new double[count];
        for (int i = 0; i < count; i++) {
            eastings[i] = grid.minEasting() + 50 * ((grid.columns() + 0.2) * random.nextDouble() - 0.1);
            northings[i] = grid.minNorthing() + 50 * ((grid.rows() + 0.2) * random.nextDouble() - 0.1);
        }
        return WeightedPoints.unweighted(eastings, northings);
    }

    private static WeightedPoints awayFrom(MultiPolygon drawn, WeightedPoints points) {
        GeometryFactory geometry = new GeometryFactory();
        List<Integer> kept = new ArrayList<>();
        for (int i = 0; i < points.count(); i++) {
            Coordinate point = new Coordinate(points.eastings()[i], points.northings()[i]);
            if (drawn.isEmpty() || drawn.getBoundary().distance(geometry.createPoint(point)) > TOO_NEAR) {
                kept.add(i);
            }
        }
        return WeightedPoints.unweighted(
                kept.stream().mapToDouble(i -> points.eastings()[i]).toArray(),
                kept.stream().mapToDouble(i -> points.northings()[i]).toArray());
    }

    private static int[] polygonOf(MultiPolygon drawn, WeightedPoints points) {
        int[] polygons = new int[points.count()];
        Arrays.fill(polygons, ContourParts.OUTSIDE);
        for (int k = 0; k < drawn.getNumGeometries(); k++) {
            var locator = new IndexedPointInAreaLocator(drawn.getGeometryN(k));
            for (int i = 0; i < polygons.length; i++) {
                Coordinate point = new Coordinate(points.eastings()[i], points.northings()[i]);
                polygons[i] = locator.locate(point) == Location.EXTERIOR ? polygons[i] : k;
            }
        }
        return polygons;
    }

    /** Numbered by first appearance. */
    private static int[] renumbered(int[] parts) {
        Map<Integer, Integer> numbers = new HashMap<>(Map.of(ContourParts.OUTSIDE, ContourParts.OUTSIDE));
        return Arrays.stream(parts)
                .map(part -> {
                    numbers.putIfAbsent(part, numbers.size() - 1);
                    return numbers.get(part);
                })
                .toArray();
    }
}
