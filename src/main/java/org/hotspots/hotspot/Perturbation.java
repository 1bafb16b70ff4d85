package org.hotspots.hotspot;

import java.util.ArrayList;
import java.util.List;
import org.hotspots.geo.HexLattice;
import org.hotspots.geo.Lattice;
import org.hotspots.kernel.WeightedPoints;
import org.hotspots.question.Method;

/**
 * One of the ways in which a question could have been asked as well: a reach somewhat shorter or longer, and cells that
 * begin elsewhere.
 *
 * @param reach what every reach is multiplied by
 * @param thirdsAcross how many thirds of a cell the ground is moved along the lattice's first step, from 0 to 2
 * @param thirdsUp the same along its second step
 */
record Perturbation(double reach, int thirdsAcross, int thirdsUp) {
    private static final double[] REACHES = {0.75, 1, 1.25};
    private static final int THIRDS = 3;

    /** Ways in which the ground can be moved. */
    static final int OFFSETS = THIRDS * THIRDS;

    private static final double SQRT3 = Math.sqrt(3);

    /** Every reach with every offset, 27 in all: the offsets of the first reach, of the second, of the third. */
    static List<Perturbation> all() {
        List<Perturbation> all = new ArrayList<>();
        for (double reach : REACHES) {
            for (int across = 0; across < THIRDS; across++) {
                for (int up = 0; up < THIRDS; up++) {
                    all.add(new Perturbation(reach, across, up));
                }
            }
        }
        return List.copyOf(all);
    }

    /** Metres to the east and to the north. */
    record Offset(double eastMetres, double northMetres) {
        static final Offset NONE = new Offset(0, 0);

        WeightedPoints move(WeightedPoints points) {
            return points.movedBy(eastMetres, northMetres);
        }
    }

    /**
     * Where the ground goes: along the steps from a cell to two of its neighbours, so that nine offsets divide a cell
     * evenly, a hexagon too. The methods that look at cells take the steps of their lattice, STAC those of its circles,
     * the others those of the surface's raster.
     */
    Offset offset(RunInput input) {
        double across = thirdsAcross / (double) THIRDS;
        double up = thirdsUp / (double) THIRDS;
        if (input.question().method() == Method.STAC) {
            double spacing = StacGroups.settings(input.question()).spacingMetres();
            return new Offset((across + up / 2) * spacing, up * SQRT3 / 2 * spacing);
        }
        if (!input.question().method().isOfCells()) {
            double cell = input.area().rasterGrid().cellMetres();
            return new Offset(across * cell, up * cell);
        }
        Lattice lattice = input.lattice();
        double side = lattice.sideMetres();
        return lattice instanceof HexLattice
                ? new Offset(across * 1.5 * side, (across / 2 + up) * SQRT3 * side)
                : new Offset(across * side, up * side);
    }
}
