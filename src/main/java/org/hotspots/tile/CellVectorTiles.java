package org.hotspots.tile;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.util.Optional;
import org.hotspots.geo.TileAddress;
import org.hotspots.hotspot.CellLayer;
import org.hotspots.hotspot.Run;
import org.locationtech.jts.geom.Envelope;

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
        CellLayerWriter writer = new CellLayerWriter();
        for (int k = 0; k < cells.size(); k++) {
            if (cells.mayMeet(k, cut)) {
                Ring ring = Ring.of(clipped(cells, k, tile, metresPerUnit));
                if (ring.isPolygon() && writer.features() == MOST_CELLS) {
                    return Optional.of(new VectorTile(writer.tile(), writer.features(), true));
                }
                if (ring.isPolygon()) {
                    add(writer, ring, cells.layer(), cells.indexes()[k]);
                }
            }
        }
        return writer.features() == 0
                ? Optional.empty()
                : Optional.of(new VectorTile(writer.tile(), writer.features(), false));
    }

    private static void add(CellLayerWriter writer, Ring ring, CellLayer layer, int index) {
        writer.add(
                ring.corners(),
                ring.count(),
                layer.cells().lattice().id(layer.cells().cell(index)),
                (long) layer.counts()[index],
                (float) layer.z()[index],
                (float) layer.q()[index]);
    }

    /** The k-th cell in the tile's whole units, y downwards, cut to the tile and its buffer. */
    private static double[] clipped(CellShapes cells, int k, TileAddress tile, double metresPerUnit) {
        double[] ring = new double[2 * cells.cornersPerCell()];
        int from = ring.length * k;
        boolean within = true;
        for (int at = 0; at < ring.length; at += 2) {
            ring[at] = Math.rint((cells.corners()[from + at] - tile.mercatorWest()) / metresPerUnit);
            ring[at + 1] = Math.rint((tile.mercatorNorth() - cells.corners()[from + at + 1]) / metresPerUnit);
            within &= isWithin(ring[at]) && isWithin(ring[at + 1]);
        }
        return within ? ring : ConvexClip.toSquare(ring, -BUFFER, EXTENT + BUFFER);
    }

    private static boolean isWithin(double unit) {
        return unit >= -BUFFER && unit <= EXTENT + BUFFER;
    }

    /**
     * A ring of whole units without repeated corners.
     *
     * @param corners x, y pairs, in the order that the format asks of outer rings: area positive where y points down
     * @param count pairs used
     */
    @SuppressWarnings("ArrayRecordComponent")
    private record Ring(int[] corners, int count) {
        /** Lattice cells come counter-clockwise as seen with y upwards, so here they are turned round. */
        static Ring of(double[] ring) {
            int[] corners = new int[ring.length];
            int used = 0;
            for (int at = ring.length - 2; at >= 0; at -= 2) {
                int x = (int) Math.rint(ring[at]);
                int y = (int) Math.rint(ring[at + 1]);
                boolean repeated = used > 0 && corners[used - 2] == x && corners[used - 1] == y;
                if (!repeated) {
                    corners[used++] = x;
                    corners[used++] = y;
                }
            }
            while (used > 2 && corners[used - 2] == corners[0] && corners[used - 1] == corners[1]) {
                used -= 2;
            }
            return new Ring(corners, used / 2);
        }

        /** Whether anything is left after rounding: a cell smaller than a unit is a point or a line. */
        boolean isPolygon() {
            long twiceArea = 0;
            for (int at = 0; at < 2 * count; at += 2) {
                int next = (at + 2) % (2 * count);
                twiceArea += (long) corners[at] * corners[next + 1] - (long) corners[next] * corners[at + 1];
            }
            return twiceArea > 0;
        }
    }
}
