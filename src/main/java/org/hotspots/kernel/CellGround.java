package org.hotspots.kernel;

import org.hotspots.geo.BritishGridPoint;
import org.hotspots.geo.HexLattice;
import org.hotspots.geo.SquareLattice;
import org.hotspots.stats.SeededRandom;

/**
 * Equal cells, each as likely as any other, and any point of a cell as likely as any other. A cell is made of equal
 * parallelograms with one corner at its centre: four squares, or three rhombs of a hexagon.
 */
@SuppressWarnings("ArrayRecordComponent")
record CellGround(double areaM2, double[] centreEastings, double[] centreNorthings, double[][] sides)
        implements Ground {

    static CellGround of(StudyCells cells) {
        int[] inside = cells.inside().stream().toArray();
        if (inside.length == 0) {
            throw new IllegalArgumentException("cells=0: has no area");
        }
        double[] eastings = new double[inside.length];
        double[] northings = new double[inside.length];
        for (int k = 0; k < inside.length; k++) {
            BritishGridPoint centre = cells.lattice().centre(cells.cell(inside[k]));
            eastings[k] = centre.easting();
            northings[k] = centre.northing();
        }
        return new CellGround(inside.length * cells.lattice().cellAreaM2(), eastings, northings, sides(cells));
    }

    /** Per parallelogram its two sides from the centre: east and north of one, east and north of the other. */
    private static double[][] sides(StudyCells cells) {
        double side = cells.lattice().sideMetres();
        if (cells.lattice() instanceof SquareLattice) {
            double half = side / 2;
            return new double[][] {{half, 0, 0, half}, {0, half, -half, 0}, {-half, 0, 0, -half}, {0, -half, half, 0}};
        }
        if (cells.lattice() instanceof HexLattice) {
            double half = side / 2;
            double up = Math.sqrt(3) / 2 * side;
            return new double[][] {{side, 0, -half, up}, {-half, up, -half, -up}, {-half, -up, side, 0}};
        }
        throw new IllegalArgumentException("no parts are known of the cells of " + cells.lattice());
    }

    @Override
    public void strew(SeededRandom random, double[] eastings, double[] northings) {
        for (int i = 0; i < eastings.length; i++) {
            int cell = random.nextInt(centreEastings.length);
            double[] part = sides[random.nextInt(sides.length)];
            double one = random.nextDouble();
            double other = random.nextDouble();
            eastings[i] = centreEastings[cell] + one * part[0] + other * part[2];
            northings[i] = centreNorthings[cell] + one * part[1] + other * part[3];
        }
    }
}
