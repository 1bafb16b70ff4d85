package org.hotspots.hotspot;

import java.util.BitSet;
import org.hotspots.geo.BritishGridPoint;
import org.hotspots.geo.Lattice;
import org.hotspots.geo.RasterGrid;
import org.hotspots.kernel.OutlineScan;
import org.hotspots.kernel.StudyCells;
import org.hotspots.kernel.WeightedPoints;
import org.hotspots.snapshot.StudyArea;

/**
 * How much of each cell is ground that events can lie on: what lies in the study area, so that a cell cut by its edge is
 * not favoured, and of that fully what lies within {@value #NEAR_METRES} metres of any offence of the three years. The
 * rest - a lake, a field behind the houses, or merely a quiet street - counts the less the more offences are known: by
 * the probability e^-m that ground used like the rest would show none, m being the number of offences that lie on
 * average within that distance. With few offences known, all ground counts alike.
 *
 * <p>Taken at points an eighth of the cell's side apart, {@value #MOST_STEP_METRES} metres at most.
 */
final class UsedGround {
    private static final double NEAR_METRES = 50;
    private static final double MOST_STEP_METRES = 25;
    private static final int PARTS = 8;

    private final StudyCells cells;
    private final RasterGrid points;
    private final BitSet inside;
    private final BitSet near = new BitSet();
    private final double quiet;

    private UsedGround(PatrollableCells ground, StudyArea area) {
        this.cells = ground.cells();
        double side = cells.lattice().sideMetres();
        this.points = RasterGrid.covering(area.bounds().grownBy(4 * side), Math.min(side / PARTS, MOST_STEP_METRES));
        this.inside = OutlineScan.cellsInside(area.outline(), points);
        WeightedPoints places = ground.places();
        double offences = 0;
        for (int i = 0; i < places.count(); i++) {
            mark(places.eastings()[i], places.northings()[i]);
            offences += places.weights()[i];
        }
        double perM2 = offences / (cells.size() * cells.lattice().cellAreaM2());
        this.quiet = StrictMath.exp(-perM2 * Math.PI * NEAR_METRES * NEAR_METRES);
    }

    /** The part of each cell, in the order of the mask: above 0 and at most 1. */
    static double[] shares(PatrollableCells ground, StudyArea area) {
        UsedGround used = new UsedGround(ground, area);
        return used.cells.inside().stream()
                .mapToDouble(index -> used.share(used.cells.cell(index)))
                .toArray();
    }

    private void mark(double easting, double northing) {
        int reach = (int) Math.ceil(NEAR_METRES / points.cellMetres());
        int column = column(easting);
        int row = row(northing);
        for (int j = Math.max(0, row - reach); j <= Math.min(points.rows() - 1, row + reach); j++) {
            for (int i = Math.max(0, column - reach); i <= Math.min(points.columns() - 1, column + reach); i++) {
                double east = points.centreEasting(i) - easting;
                double north = points.centreNorthing(j) - northing;
                if (east * east + north * north <= NEAR_METRES * NEAR_METRES) {
                    near.set(j * points.columns() + i);
                }
            }
        }
    }

    private double share(long cell) {
        Lattice lattice = cells.lattice();
        BritishGridPoint centre = lattice.centre(cell);
        // Hexagons reach a side to the east and west of their centre, squares half a side.
        int reach = (int) Math.ceil(lattice.sideMetres() / points.cellMetres());
        int column = column(centre.easting());
        int row = row(centre.northing());
        int all = 0;
        double used = 0;
        for (int j = Math.max(0, row - reach); j <= Math.min(points.rows() - 1, row + reach); j++) {
            for (int i = Math.max(0, column - reach); i <= Math.min(points.columns() - 1, column + reach); i++) {
                if (lattice.cellAt(points.centreEasting(i), points.centreNorthing(j)) == cell) {
                    int point = j * points.columns() + i;
                    all++;
                    used += inside.get(point) ? near.get(point) ? 1 : quiet : 0;
                }
            }
        }
        // A sliver that no point of is inside belongs to the study all the same.
        return used == 0 ? quiet / (2 * Math.max(1, all)) : used / all;
    }

    private int column(double easting) {
        return (int) Math.floor((easting - points.minEasting()) / points.cellMetres());
    }

    private int row(double northing) {
        return (int) Math.floor((northing - points.minNorthing()) / points.cellMetres());
    }
}
