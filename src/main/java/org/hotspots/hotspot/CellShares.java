package org.hotspots.hotspot;

import java.util.BitSet;
import org.hotspots.geo.BritishGridPoint;
import org.hotspots.geo.Lattice;
import org.hotspots.geo.RasterGrid;
import org.hotspots.kernel.OutlineScan;
import org.hotspots.kernel.StudyCells;

/**
 * How much of each cell lies in the study area: a cell that the area's edge cuts has less ground for events to lie on.
 * Taken at points a {@value #PARTS}th of the cell's side apart, so to about a hundredth of a cell; a cell that no point
 * of which is inside, but which belongs to the study, counts half a point.
 */
final class CellShares {
    private static final int PARTS = 8;

    private CellShares() {}

    /** The share inside the area, above 0 and at most 1, of each cell in the order of the mask. */
    static double[] of(StudyCells cells, StudyArea area) {
        double step = cells.lattice().sideMetres() / PARTS;
        RasterGrid points =
                RasterGrid.covering(area.bounds().grownBy(4 * cells.lattice().sideMetres()), step);
        BitSet inside = OutlineScan.cellsInside(area.outline(), points);
        double[] shares = new double[cells.size()];
        int count = 0;
        for (int index = cells.inside().nextSetBit(0);
                index >= 0;
                index = cells.inside().nextSetBit(index + 1)) {
            shares[count++] = share(cells.lattice(), cells.cell(index), points, inside);
        }
        return shares;
    }

    /** Hexagons reach a side to the east and west of their centre, and less to the north and south. */
    private static double share(Lattice lattice, long cell, RasterGrid points, BitSet inside) {
        BritishGridPoint centre = lattice.centre(cell);
        int column = (int) Math.floor((centre.easting() - points.minEasting()) / points.cellMetres());
        int row = (int) Math.floor((centre.northing() - points.minNorthing()) / points.cellMetres());
        int all = 0;
        int within = 0;
        for (int j = Math.max(0, row - PARTS); j <= Math.min(points.rows() - 1, row + PARTS); j++) {
            for (int i = Math.max(0, column - PARTS); i <= Math.min(points.columns() - 1, column + PARTS); i++) {
                if (lattice.cellAt(points.centreEasting(i), points.centreNorthing(j)) == cell) {
                    all++;
                    within += inside.get(j * points.columns() + i) ? 1 : 0;
                }
            }
        }
        return within == 0 ? 0.5 / Math.max(1, all) : within / (double) all;
    }
}
