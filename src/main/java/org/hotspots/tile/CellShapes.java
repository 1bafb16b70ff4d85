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
 * @param anchors x, y pair of each cell's first corner
 * @param reachMetres no corner of a cell is farther than this from its anchor in x or in y
 */
@SuppressWarnings("ArrayRecordComponent")
record CellShapes(
        CellLayer layer, int[] indexes, double[] corners, int cornersPerCell, double[] anchors, double reachMetres) {

    static CellShapes of(CellLayer layer) {
        List<Integer> filled = new ArrayList<>();
        for (int index = 0; index < layer.counts().length; index++) {
            if (layer.counts()[index] > 0) {
                filled.add(index);
            }
        }
        filled.sort(Comparator.comparingDouble((Integer index) -> -layer.values()[index])
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
        return anchored(layer, indexes, corners, perCell);
    }

    private static CellShapes anchored(CellLayer layer, int[] indexes, double[] corners, int perCell) {
        double[] anchors = new double[2 * indexes.length];
        double reach = 0;
        for (int at = 0; at < corners.length; at++) {
            int anchor = at / (2 * perCell) * 2 + at % 2;
            anchors[anchor] = at % (2 * perCell) < 2 ? corners[at] : anchors[anchor];
            reach = Math.max(reach, Math.abs(corners[at] - anchors[anchor]));
        }
        return new CellShapes(layer, indexes, corners, perCell, anchors, reach);
    }

    private static Coordinate[] outline(CellLayer layer, int index) {
        return layer.cells().lattice().polygon(layer.cells().cell(index)).getCoordinates();
    }

    int size() {
        return indexes.length;
    }

    /** Whether the k-th cell may meet the envelope: true for all that do, and for some that lie just beside it. */
    boolean mayMeet(int k, Envelope envelope) {
        double x = anchors[2 * k];
        double y = anchors[2 * k + 1];
        return x >= envelope.getMinX() - reachMetres
                && x <= envelope.getMaxX() + reachMetres
                && y >= envelope.getMinY() - reachMetres
                && y <= envelope.getMaxY() + reachMetres;
    }
}
