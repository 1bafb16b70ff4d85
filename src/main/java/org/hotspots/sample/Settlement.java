package org.hotspots.sample;

import java.util.ArrayList;
import java.util.List;
import org.hotspots.geo.BritishGridPoint;

/**
 * A town or village as a tilted ellipse: its centre is the real one, its outline is schematic.
 *
 * @param name real name
 * @param town whether it is one of the nine towns; villages have streets but no outline of their own
 * @param beatPrefix start of its beats' codes
 * @param population residents, rounded
 * @param shape where it lies
 */
record Settlement(String name, boolean town, String beatPrefix, int population, Ellipse shape) {
    /** Every street stands for as many residents as any other, so even per street is even per head. */
    static final int RESIDENTS_PER_STREET = 100;

    private static final double VILLAGE_SQUARE_METRES_PER_STREET = 35_000;

    /**
     * @param easting of the centre, metres
     * @param northing of the centre, metres
     * @param halfWidthMetres half of the west-east axis before the tilt
     * @param halfHeightMetres half of the south-north axis before the tilt
     * @param tiltDegrees turned anticlockwise by this
     */
    record Ellipse(int easting, int northing, double halfWidthMetres, double halfHeightMetres, double tiltDegrees) {

        /** Maps the unit disc onto the ellipse; keeps evenness, because it scales all areas alike. */
        BritishGridPoint at(double x, double y) {
            double tilt = StrictMath.toRadians(tiltDegrees);
            double across = x * halfWidthMetres;
            double up = y * halfHeightMetres;
            return new BritishGridPoint(
                    easting + across * StrictMath.cos(tilt) - up * StrictMath.sin(tilt),
                    northing + across * StrictMath.sin(tilt) + up * StrictMath.cos(tilt));
        }
    }

    static Settlement village(String name, String beatPrefix, int easting, int northing, int population) {
        double streets = (double) population / RESIDENTS_PER_STREET;
        double radius = StrictMath.sqrt(streets * VILLAGE_SQUARE_METRES_PER_STREET / Math.PI);
        return new Settlement(name, false, beatPrefix, population, new Ellipse(easting, northing, radius, radius, 0));
    }

    int streetCount() {
        return population / RESIDENTS_PER_STREET;
    }

    double metresFromCentre(int easting, int northing) {
        return StrictMath.hypot(easting - shape.easting(), northing - shape.northing());
    }

    /** Anticlockwise and closed: the first vertex stands again at the end. */
    List<BritishGridPoint> outline(int sides) {
        List<BritishGridPoint> ring = new ArrayList<>();
        for (int i = 0; i <= sides; i++) {
            double angle = 2 * Math.PI * (i % sides) / sides;
            ring.add(shape.at(StrictMath.cos(angle), StrictMath.sin(angle)));
        }
        return ring;
    }
}
