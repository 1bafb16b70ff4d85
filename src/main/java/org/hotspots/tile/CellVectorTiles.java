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
 * {@value #BUFFER} beyond the tile. A tile holds at most {@value #MOST_CELLS} cells, the fullest, and none that is smaller
 * than a unit; it says when it leaves some out. Safe for concurrent use.
 */
public final class CellVectorTiles {
    static final int EXTENT = 4096;
    static final int BUFFER = 64;
    /** Keeps the largest tile under 500 kB. */
    static final int MOST_CELLS = 6000;

    private final LoadingCache<Run, CellShapes> shapes =
            Caffeine.newBuilder().weakKeys().softValues().build(run -> CellShapes.of(run.cells()));

    /** The tile, without features where all its cells are smaller than a unit; nothing where no filled cell lies in it. */
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
        boolean someTooSmall = false;
        for (int k = 0; k < cells.size(); k++) {
            if (cells.mayMeet(k, cut)) {
                double[] whole = inUnits(cells, k, tile, metresPerUnit);
                Ring ring = Ring.of(clipped(whole));
                if (ring.isPolygon() && writer.features() == MOST_CELLS) {
                    return Optional.of(new VectorTile(writer.tile(), writer.features(), true));
                }
                if (ring.isPolygon()) {
                    add(writer, ring, cells.layer(), cells.indexes()[k]);
                }
                someTooSmall |= isWithin(whole) && !ring.isPolygon();
            }
        }
        return writer.features() == 0 && !someTooSmall
                ? Optional.empty()
                : Optional.of(new VectorTile(writer.tile(), writer.features(), someTooSmall));
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

    /** The k-th cell in the tile's whole units, y downwards. */
    private static double[] inUnits(CellShapes cells, int k, TileAddress tile, double metresPerUnit) {
        double[] ring = new double[2 * cells.cornersPerCell()];
        int from = ring.length * k;
        for (int at = 0; at < ring.length; at += 2) {
            ring[at] = Math.rint((cells.corners()[from + at] - tile.mercatorWest()) / metresPerUnit);
            ring[at + 1] = Math.rint((tile.mercatorNorth() - cells.corners()[from + at + 1]) / metresPerUnit);
        }
        return ring;
    }

    /** Cut to the tile and its buffer. */
    private static double[] clipped(double[] ring) {
        return isWithin(ring) ? ring : ConvexClip.toSquare(ring, -BUFFER, EXTENT + BUFFER);
    }

    private static boolean isWithin(double[] ring) {
        for (double unit : ring) {
            if (unit < -BUFFER || unit > EXTENT + BUFFER) {
                return false;
            }
        }
        return true;
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
