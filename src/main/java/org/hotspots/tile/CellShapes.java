package org.hotspots.tile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.hotspots.geo.BritishNationalGrid;
import org.hotspots.hotspot.CellLayer;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * The cells of a run that hold events, as polygons of Web Mercator, the fullest first. Made once for a run, since the
 * conversion costs more than the tiles that are cut from it.
 *
 * @param layer what the window indexes count in
 * @param indexes window index of each cell; by falling count, then rising index
 * @param corners x, y pairs of each cell's corners in turn, EPSG:3857, the first not repeated
 * @param cornersPerCell 4 or 6
 */
@SuppressWarnings("ArrayRecordComponent")
record CellShapes(CellLayer layer, int[] indexes, double[] corners, int cornersPerCell) {

    static CellShapes of(CellLayer layer) {
        List<Integer> filled = new ArrayList<>();
        for (int index = 0; index < layer.counts().length; index++) {
            if (layer.counts()[index] > 0) {
                filled.add(index);
            }
        }
        filled.sort(Comparator.comparingDouble((Integer index) -> -layer.counts()[index])
                .thenComparing(Comparator.naturalOrder()));
        int[] indexes = filled.stream().mapToInt(Integer::intValue).toArray();
        int perCell = indexes.length == 0 ? 4 : outline(layer, indexes[0]).length - 1;
        double[] corners = new double[2 * perCell * indexes.length];
        int at = 0;
        for (int index : indexes) {
            Coordinate[] outline = outline(layer, index);
            for (int corner = 0; corner < perCell; corner++) {
                corners[at++] = outline[corner].x;
                corners[at++] = outline[corner].y;
            }
        }
        BritishNationalGrid.toWebMercator(corners, corners.length / 2);
        return new CellShapes(layer, indexes, corners, perCell);
    }

    private static Coordinate[] outline(CellLayer layer, int index) {
        return layer.cells().lattice().polygon(layer.cells().cell(index)).getCoordinates();
    }

    int size() {
        return indexes.length;
    }

    /** Whether the rectangle around the k-th cell meets the envelope. */
    boolean meets(int k, Envelope envelope) {
        double west = Double.POSITIVE_INFINITY;
        double east = Double.NEGATIVE_INFINITY;
        double south = Double.POSITIVE_INFINITY;
        double north = Double.NEGATIVE_INFINITY;
        int from = 2 * cornersPerCell * k;
        for (int at = from; at < from + 2 * cornersPerCell; at += 2) {
            west = Math.min(west, corners[at]);
            east = Math.max(east, corners[at]);
            south = Math.min(south, corners[at + 1]);
            north = Math.max(north, corners[at + 1]);
        }
        return west <= envelope.getMaxX()
                && east >= envelope.getMinX()
                && south <= envelope.getMaxY()
                && north >= envelope.getMinY();
    }
}
