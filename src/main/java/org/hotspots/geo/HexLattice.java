package org.hotspots.geo;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;

/**
 * Flat-topped hexagons laid as PostGIS {@code ST_HexagonGrid} lays them: hexagon (i, j) has its centre at easting
 * 1.5 s i and northing sqrt(3) s (j + (i odd ? 1/2 : 0)), where s is the side. The area of a cell is
 * 3 sqrt(3) / 2 s^2 (s = 200 m: 103,923.05 m2).
 *
 * @param sideMetres side s of a hexagon, above 0
 */
public record HexLattice(double sideMetres) implements Lattice {
    private static final double SQRT3 = Math.sqrt(3);
    private static final GeometryFactory GEOMETRY = new GeometryFactory(new PrecisionModel(), 27700);

    public HexLattice {
        if (!(sideMetres > 0)) {
            throw new IllegalArgumentException("cell_m=" + sideMetres + ": above 0");
        }
    }

    /** The hexagon whose centre is nearest; by cube rounding, so cost is constant. */
    @Override
    public long cellAt(double easting, double northing) {
        double q = easting / (1.5 * sideMetres);
        double r = northing / (SQRT3 * sideMetres) - q / 2;
        long roundedQ = Math.round(q);
        long roundedR = Math.round(r);
        long roundedS = Math.round(-q - r);
        double offQ = Math.abs(roundedQ - q);
        double offR = Math.abs(roundedR - r);
        double offS = Math.abs(roundedS + q + r);
        if (offQ > offR && offQ > offS) {
            roundedQ = -roundedR - roundedS;
        } else if (offR > offS) {
            roundedR = -roundedQ - roundedS;
        }
        return Lattice.cell((int) roundedQ, (int) (roundedR + Math.floorDiv(roundedQ, 2L)));
    }

    @Override
    public BritishGridPoint centre(long cell) {
        int column = Lattice.column(cell);
        double half = (column & 1) == 0 ? 0 : 0.5;
        return new BritishGridPoint(1.5 * sideMetres * column, SQRT3 * sideMetres * (Lattice.row(cell) + half));
    }

    @Override
    public Polygon polygon(long cell) {
        BritishGridPoint centre = centre(cell);
        double halfHeight = SQRT3 / 2 * sideMetres;
        double e = centre.easting();
        double n = centre.northing();
        return GEOMETRY.createPolygon(new Coordinate[] {
            new Coordinate(e - sideMetres, n),
            new Coordinate(e - sideMetres / 2, n - halfHeight),
            new Coordinate(e + sideMetres / 2, n - halfHeight),
            new Coordinate(e + sideMetres, n),
            new Coordinate(e + sideMetres / 2, n + halfHeight),
            new Coordinate(e - sideMetres / 2, n + halfHeight),
            new Coordinate(e - sideMetres, n)
        });
    }

    @Override
    public double cellAreaM2() {
        return 1.5 * SQRT3 * sideMetres * sideMetres;
    }

    @Override
    public String id(long cell) {
        return "h" + (long) sideMetres + "-" + Lattice.column(cell) + "-" + Lattice.row(cell);
    }
}
