package org.hotspots.tile;

import java.util.Arrays;

/** Cuts convex polygons to a square (Sutherland and Hodgman, 1974): one side after the other. */
final class ConvexClip {
    private ConvexClip() {}

    /**
     * The part of a convex ring inside the square from {@code low} to {@code high} in both coordinates.
     *
     * @param ring x, y pairs, the first not repeated
     * @return x, y pairs, none where nothing is left
     */
    static double[] toSquare(double[] ring, double low, double high) {
        double[] left = ring;
        for (int axis = 0; axis < 2; axis++) {
            left = cut(left, axis, low, 1);
            left = cut(left, axis, high, -1);
        }
        return left;
    }

    /** Keeps what lies on or beyond {@code limit} along an axis, in the direction of {@code sign}. */
    private static double[] cut(double[] ring, int axis, double limit, int sign) {
        double[] kept = new double[ring.length + 4];
        int used = 0;
        for (int at = 0; at < ring.length; at += 2) {
            int next = at + 2 < ring.length ? at + 2 : 0;
            double here = sign * (ring[at + axis] - limit);
            double there = sign * (ring[next + axis] - limit);
            if (here >= 0) {
                kept[used++] = ring[at];
                kept[used++] = ring[at + 1];
            }
            if (here < 0 != there < 0) {
                double part = here / (here - there);
                kept[used + axis] = limit;
                kept[used + 1 - axis] = ring[at + 1 - axis] + part * (ring[next + 1 - axis] - ring[at + 1 - axis]);
                used += 2;
            }
        }
        return Arrays.copyOf(kept, used);
    }
}
