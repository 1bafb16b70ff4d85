package org.hotspots.area;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.hotspots.geo.BritishNationalGrid;
import org.hotspots.wording.Wording;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/**
 * An area that somebody drew: one ring of straight sides, written {@code drawn:450100,275300;450900,275300;450900,276100}
 * with whole metres of the British National Grid. The same ring is the same area however it was drawn: corners stand
 * counter-clockwise from the southernmost (of these the westernmost), and what lies on a straight side is no corner.
 *
 * @param corners 3 to {@value #MOST_CORNERS}, the first not repeated at the end; on the grid; sides that neither cross nor
 *     touch; from 0.01 to 1,000 km2 in size. Normalised by the constructor
 */
public record DrawnArea(List<Corner> corners) implements AskedArea {
    /** Smaller ground is a place, no area. */
    public static final double LEAST_KM2 = 0.01;

    public static final int MOST_CORNERS = 200;

    private static final String KIND = "drawn";
    private static final String PREFIX = KIND + ":";
    private static final int FEWEST_CORNERS = 3;

    private static final int MOST_EASTING = 700_000;
    private static final int MOST_NORTHING = 1_300_000;
    private static final double MOST_KM2 = 1000;
    /** The towns of a county are smaller, its districts larger. */
    private static final double MOST_SMALL_KM2 = 50;

    private static final double M2_PER_KM2 = 1e6;
    private static final GeometryFactory GEOMETRY = new GeometryFactory(new PrecisionModel(), BritishNationalGrid.SRID);

    /**
     * @param easting metres, from 0 to 700000
     * @param northing metres, from 0 to 1300000
     */
    public record Corner(int easting, int northing) {
        public Corner {
            if (easting < 0 || easting > MOST_EASTING || northing < 0 || northing > MOST_NORTHING) {
                throw new IllegalArgumentException("corner " + easting + "," + northing
                        + " is not on the British National Grid: easting from 0 to " + MOST_EASTING
                        + ", northing from 0 to " + MOST_NORTHING);
            }
        }

        @Override
        public String toString() {
            return easting + "," + northing;
        }
    }

    /** @throws IllegalArgumentException with the rule that the ring breaks, and by what */
    public DrawnArea {
        if (corners.size() < FEWEST_CORNERS || corners.size() > MOST_CORNERS) {
            throw new IllegalArgumentException(
                    corners.size() + " corners: from " + FEWEST_CORNERS + " to " + MOST_CORNERS);
        }
        requireEachOnce(corners);
        requireSimple(corners);
        corners = normalised(corners);
        double km2 = twiceSignedArea(corners) / 2.0 / M2_PER_KM2;
        if (km2 < LEAST_KM2 || km2 > MOST_KM2) {
            throw new IllegalArgumentException(sizeRule(km2));
        }
    }

    /** Whether a text is meant as a drawn area. */
    public static boolean isMeant(String text) {
        return text.startsWith(PREFIX);
    }

    /**
     * Reads what {@link #toString} writes.
     *
     * @throws IllegalArgumentException with the rule that the text breaks, and by what
     */
    public static DrawnArea parse(String text) {
        if (!isMeant(text)) {
            throw new IllegalArgumentException("a drawn area begins with " + PREFIX);
        }
        List<Corner> corners = new ArrayList<>();
        for (String corner : text.substring(PREFIX.length()).split(";", MOST_CORNERS + 2)) {
            if (corners.size() == MOST_CORNERS) {
                throw new IllegalArgumentException("more than " + MOST_CORNERS + " corners");
            }
            if (!corner.matches("[0-9]{1,7},[0-9]{1,7}")) {
                throw new IllegalArgumentException("corner " + (corners.size() + 1)
                        + ": easting and northing in whole metres, as 450100,275300, separated from the next by a"
                        + " semicolon");
            }
            int comma = corner.indexOf(',');
            corners.add(new Corner(
                    Integer.parseInt(corner.substring(0, comma)), Integer.parseInt(corner.substring(comma + 1))));
        }
        return new DrawnArea(corners);
    }

    private static void requireEachOnce(List<Corner> corners) {
        Set<Corner> seen = new HashSet<>();
        for (Corner corner : corners) {
            if (!seen.add(corner)) {
                throw new IllegalArgumentException(
                        "corner " + corner + " comes twice: every corner once, the first not repeated at the end");
            }
        }
    }

    private static void requireSimple(List<Corner> corners) {
        TopologyValidationError fault = new IsValidOp(polygon(corners)).getValidationError();
        if (fault != null) {
            double mostKm2 = polygon(corners).convexHull().getArea() / M2_PER_KM2;
            if (mostKm2 == 0) {
                throw new IllegalArgumentException("the corners lie in one line: at least one must lie beside it");
            }
            if (mostKm2 < LEAST_KM2) {
                throw new IllegalArgumentException(sizeRule(mostKm2));
            }
            Coordinate where = fault.getCoordinate();
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "sides cross or touch near %.0f,%.0f: none may", where.x, where.y));
        }
    }

    private static String sizeRule(double km2) {
        return Wording.of("%,.4f km²: from %s to %,.0f km²", km2, LEAST_KM2, MOST_KM2);
    }

    private static List<Corner> normalised(List<Corner> ring) {
        List<Corner> turning = new ArrayList<>();
        for (int i = 0; i < ring.size(); i++) {
            Corner before = ring.get((i + ring.size() - 1) % ring.size());
            Corner after = ring.get((i + 1) % ring.size());
            if (turn(before, ring.get(i), after) != 0) {
                turning.add(ring.get(i));
            }
        }
        if (twiceSignedArea(turning) < 0) {
            Collections.reverse(turning);
        }
        int first = 0;
        for (int i = 1; i < turning.size(); i++) {
            Corner best = turning.get(first);
            Corner corner = turning.get(i);
            boolean earlier = corner.northing() < best.northing()
                    || (corner.northing() == best.northing() && corner.easting() < best.easting());
            first = earlier ? i : first;
        }
        Collections.rotate(turning, -first);
        return List.copyOf(turning);
    }

    private static long turn(Corner before, Corner at, Corner after) {
        return (long) (at.easting() - before.easting()) * (after.northing() - at.northing())
                - (long) (at.northing() - before.northing()) * (after.easting() - at.easting());
    }

    /** In square metres, exact; above 0 where the corners stand counter-clockwise. */
    private static long twiceSignedArea(List<Corner> ring) {
        long sum = 0;
        for (int i = 0; i < ring.size(); i++) {
            Corner corner = ring.get(i);
            Corner next = ring.get((i + 1) % ring.size());
            sum += (long) corner.easting() * next.northing() - (long) next.easting() * corner.northing();
        }
        return sum;
    }

    private static Polygon polygon(List<Corner> ring) {
        Coordinate[] closed = new Coordinate[ring.size() + 1];
        for (int i = 0; i < closed.length; i++) {
            Corner corner = ring.get(i % ring.size());
            closed[i] = new Coordinate(corner.easting(), corner.northing());
        }
        return GEOMETRY.createPolygon(closed);
    }

    /** In EPSG:27700, counter-clockwise; a new one each time. */
    public Polygon outline() {
        return polygon(corners);
    }

    /** Exact. */
    public double areaKm2() {
        return twiceSignedArea(corners) / 2.0 / M2_PER_KM2;
    }

    /** Such as "Drawn area of 1.2 km²". */
    public String name() {
        return "Drawn area of " + sizeInWords(areaKm2()) + " km²";
    }

    private static String sizeInWords(double km2) {
        return Wording.of(km2 < 0.1 ? "%.3f" : km2 < 10 ? "%.1f" : "%,.0f", km2);
    }

    @Override
    public String kindWord() {
        return KIND;
    }

    @Override
    public boolean isSmall() {
        return areaKm2() <= MOST_SMALL_KM2;
    }

    @Override
    public String toString() {
        return corners.stream().map(Corner::toString).collect(Collectors.joining(";", PREFIX, ""));
    }
}
