package org.hotspots.tile;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import edu.colorado.cires.cmg.mvt.adapt.jts.MvtEncoder;
import edu.colorado.cires.cmg.mvt.adapt.jts.model.JtsLayer;
import edu.colorado.cires.cmg.mvt.adapt.jts.model.JtsMvt;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hotspots.geo.TileAddress;
import org.hotspots.hotspot.CellLayer;
import org.hotspots.hotspot.Run;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * Vector tiles of a run's cells: layer {@code cells}, one polygon for each cell that holds events, with {@code cell_id},
 * {@code count}, {@code z} and {@code q}. Coordinates are 0 to {@value #EXTENT}; polygons are cut
 * {@value #BUFFER} beyond the tile. A tile holds at most {@value #MOST_CELLS} cells, the fullest, and says when it
 * leaves some out. Safe for concurrent use.
 */
public final class CellVectorTiles {
    static final int EXTENT = 4096;
    static final int BUFFER = 64;
    /** Keeps the largest tile under 500 kB. */
    static final int MOST_CELLS = 6000;

    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    private final LoadingCache<Run, CellShapes> shapes =
            Caffeine.newBuilder().weakKeys().softValues().build(run -> CellShapes.of(run.cells()));

    /** The tile, or nothing where no filled cell lies in it. */
    public Optional<VectorTile> render(Run run, TileAddress tile) {
        CellShapes cells = shapes.get(run);
        double metresPerUnit = tile.mercatorSide() / EXTENT;
        Envelope cut = new Envelope(
                tile.mercatorWest(),
                tile.mercatorWest() + tile.mercatorSide(),
                tile.mercatorNorth() - tile.mercatorSide(),
                tile.mercatorNorth());
        cut.expandBy(BUFFER * metresPerUnit);
        List<Geometry> features = new ArrayList<>();
        boolean truncated = false;
        for (int k = 0; k < cells.size() && !truncated; k++) {
            if (cells.meets(k, cut)) {
                Geometry polygon = inTile(cells, k, tile, metresPerUnit);
                if (!polygon.isEmpty()) {
                    truncated = features.size() == MOST_CELLS;
                    if (!truncated) {
                        features.add(polygon);
                    }
                }
            }
        }
        return features.isEmpty() ? Optional.empty() : Optional.of(encoded(features, truncated));
    }

    private static VectorTile encoded(List<Geometry> features, boolean truncated) {
        JtsMvt tile = new JtsMvt(new JtsLayer("cells", features, EXTENT));
        return new VectorTile(MvtEncoder.encode(tile), features.size(), truncated);
    }

    /** The k-th cell in the tile's whole units, y downwards; empty where it is too small to be a polygon of them. */
    private static Geometry inTile(CellShapes cells, int k, TileAddress tile, double metresPerUnit) {
        double[] ring = new double[2 * cells.cornersPerCell()];
        int from = ring.length * k;
        for (int at = 0; at < ring.length; at += 2) {
            ring[at] = Math.rint((cells.corners()[from + at] - tile.mercatorWest()) / metresPerUnit);
            ring[at + 1] = Math.rint((tile.mercatorNorth() - cells.corners()[from + at + 1]) / metresPerUnit);
        }
        double[] clipped = ConvexClip.toSquare(ring, -BUFFER, EXTENT + BUFFER);
        Geometry polygon = polygon(clipped);
        polygon.setUserData(properties(cells.layer(), cells.indexes()[k]));
        return polygon;
    }

    private static Geometry polygon(double[] ring) {
        List<Coordinate> corners = new ArrayList<>();
        for (int at = 0; at < ring.length; at += 2) {
            Coordinate corner = new Coordinate(Math.rint(ring[at]), Math.rint(ring[at + 1]));
            if (corners.isEmpty() || !corners.get(corners.size() - 1).equals2D(corner)) {
                corners.add(corner);
            }
        }
        while (corners.size() > 1 && corners.get(corners.size() - 1).equals2D(corners.get(0))) {
            corners.remove(corners.size() - 1);
        }
        if (corners.size() < 3) {
            return GEOMETRY.createPolygon();
        }
        corners.add(corners.get(0).copy());
        Geometry polygon = GEOMETRY.createPolygon(corners.toArray(Coordinate[]::new));
        return polygon.getArea() > 0 ? polygon : GEOMETRY.createPolygon();
    }

    private static Map<String, Object> properties(CellLayer layer, int index) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("cell_id", layer.cells().lattice().id(layer.cells().cell(index)));
        properties.put("count", (long) layer.counts()[index]);
        properties.put("z", (float) layer.z()[index]);
        properties.put("q", (float) layer.q()[index]);
        return properties;
    }
}
