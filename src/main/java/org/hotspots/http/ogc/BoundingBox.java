package org.hotspots.http.ogc;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hotspots.geo.BritishNationalGrid;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * The box that a request asks for features in. An outline is in it where it shares a point with it; corners are
 * converted, sides stay straight in the box's system.
 *
 * @param crs system of the boxes
 * @param boxes one, or the two on either side of the 180th meridian; east is x
 */
record BoundingBox(Crs crs, List<Envelope> boxes) {
    static final String RULE =
            "4 or 6 numbers separated by commas: the lower corner, then the upper one, in the axis order"
                    + " of bbox-crs; only of degrees may the west be greater than the east, for a box over the 180th meridian";

    private static final Pattern NUMBER = Pattern.compile("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]{1,3})?");
    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    /** Great Britain and the sea around it: where the conversion to the British National Grid holds. */
    private static final Envelope DEGREES = new Envelope(-9, 2.5, 49, 61.5);

    /** Points taken of each side of a box to see how it lies in the grid. */
    private static final int STEPS = 16;

    /** More than the sides of a box bulge in the grid between two such points. */
    private static final double BULGE_METRES = 500;

    BoundingBox {
        boxes = List.copyOf(boxes);
    }

    /** Reads the parameter; empty where it breaks {@link #RULE}. */
    static Optional<BoundingBox> parse(String text, Crs crs) {
        String[] parts = text.split(",", -1);
        boolean isFlat = parts.length == 4;
        if ((!isFlat && parts.length != 6)
                || !Arrays.stream(parts).allMatch(part -> NUMBER.matcher(part).matches())) {
            return Optional.empty();
        }
        double[] numbers = Stream.of(parts).mapToDouble(Double::parseDouble).toArray();
        int upper = isFlat ? 2 : 3;
        int x = crs.isLatitudeFirst() ? 1 : 0;
        int y = 1 - x;
        return Arrays.stream(numbers).allMatch(Double::isFinite)
                ? of(crs, numbers[x], numbers[y], numbers[upper + x], numbers[upper + y])
                : Optional.empty();
    }

    private static Optional<BoundingBox> of(Crs crs, double west, double south, double east, double north) {
        if (south > north || (west > east && !crs.isGeographic())) {
            return Optional.empty();
        }
        return Optional.of(new BoundingBox(
                crs,
                west <= east
                        ? List.of(new Envelope(west, east, south, north))
                        : List.of(new Envelope(west, 180, south, north), new Envelope(-180, east, south, north))));
    }

    /** A test of outlines in the British National Grid, for any number of them. */
    Test test() {
        return new Test(this);
    }

    /** Looks at envelopes first, so that only outlines near the box are converted. */
    static final class Test {
        private final Crs crs;
        private final List<Envelope> boxes;
        private final Envelope near = new Envelope();
        private final boolean isWhole;

        private Test(BoundingBox asked) {
            crs = asked.crs();
            boxes = asked.boxes();
            Envelope window = window(crs);
            boolean whole = false;
            for (Envelope box : boxes) {
                Envelope part = box.intersection(window);
                whole |= part.equals(window);
                near.expandToInclude(inBritishGrid(part, crs));
            }
            isWhole = whole;
        }

        boolean meets(Geometry britishGrid) {
            if (isWhole) {
                return true;
            }
            if (!near.intersects(britishGrid.getEnvelopeInternal())) {
                return false;
            }
            Geometry outline = crs.fromBritishGrid(britishGrid);
            return boxes.stream().anyMatch(box -> GEOMETRY.toGeometry(box).intersects(outline));
        }

        private static Envelope window(Crs crs) {
            return switch (crs) {
                case CRS84, EPSG_4326 -> DEGREES;
                case EPSG_27700 -> new Envelope(-1e6, 2e6, -1e6, 3e6);
                case EPSG_3857 -> new Envelope(-1_001_876, 278_299, 6_274_862, 8_741_545);
            };
        }

        private static Envelope inBritishGrid(Envelope part, Crs crs) {
            if (part.isNull() || crs == Crs.EPSG_27700) {
                return part;
            }
            Envelope grid = new Envelope();
            double[] sides = sides(part);
            if (crs == Crs.EPSG_3857) {
                BritishNationalGrid.fromWebMercator(sides, sides.length / 2);
            } else {
                BritishNationalGrid.fromLonLat(sides, sides.length / 2);
            }
            for (int i = 0; i < sides.length; i += 2) {
                grid.expandToInclude(sides[i], sides[i + 1]);
            }
            grid.expandBy(BULGE_METRES);
            return grid;
        }

        private static double[] sides(Envelope box) {
            double[] points = new double[4 * (STEPS + 1) * 2];
            int at = 0;
            for (int step = 0; step <= STEPS; step++) {
                double x = box.getMinX() + box.getWidth() * step / STEPS;
                double y = box.getMinY() + box.getHeight() * step / STEPS;
                double[] four = {x, box.getMinY(), x, box.getMaxY(), box.getMinX(), y, box.getMaxX(), y};
                System.arraycopy(four, 0, points, at, four.length);
                at += four.length;
            }
            return points;
        }
    }
}
