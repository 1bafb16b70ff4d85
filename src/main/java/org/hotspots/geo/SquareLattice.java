package org.hotspots.geo;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;

/**
 * Square cells; cell (i, j) covers [i s, (i+1) s) x [j s, (j+1) s), so every point lies in exactly one cell.
 *
 * @param sideMetres side s of a cell, above 0
 */
public record SquareLattice(double sideMetres) implements Lattice {
    private static final GeometryFactory GEOMETRY = new GeometryFactory(new PrecisionModel(), 27700);

    public SquareLattice {
        if (!(sideMetres > 0)) {
            throw new IllegalArgumentException("cell_m=" + sideMetres + ": above 0");
        }
    }

    @Override
    public long cellAt(double easting, double northing) {
        return Lattice.cell((int) Math.floor(easting / sideMetres), (int) Math.floor(northing / sideMetres));
    }

    @Override
    public BritishGridPoint centre(long cell) {
        return new BritishGridPoint((Lattice.column(cell) + 0.5) * sideMetres, (Lattice.row(cell) + 0.5) * sideMetres);
    }

    @Override
    public Polygon polygon(long cell) {
        double west = Lattice.column(cell) * sideMetres;
        double south = Lattice.row(cell) * sideMetres;
        double east = west + sideMetres;
        double north = south + sideMetres;
        return GEOMETRY.createPolygon(new Coordinate[] {
            new Coordinate(west, south),
            new Coordinate(east, south),
            new Coordinate(east, north),
            new Coordinate(west, north),
            new Coordinate(west, south)
        });
    }

    @Override
    public double cellAreaM2() {
        return sideMetres * sideMetres;
    }

    @Override
    public String id(long cell) {
        return "s" + (long) sideMetres + "-" + Lattice.column(cell) + "-" + Lattice.row(cell);
    }
}
