package org.hotspots.brief;

import org.hotspots.geo.Bounds;
import org.hotspots.geo.BritishGridPoint;
import org.locationtech.jts.geom.Envelope;

/**
 * A rectangle of ground on a rectangle of paper, north up.
 *
 * @param west easting of the left side, metres
 * @param south northing of the lower side, metres
 * @param metresPerPoint scale, above 0
 * @param frame where it stands on the page
 */
record MapWindow(double west, double south, double metresPerPoint, Frame frame) {

    /** A rectangle of the page, in points from its lower left corner. */
    record Frame(float left, float bottom, float width, float height) {
        float right() {
            return left + width;
        }

        float top() {
            return bottom + height;
        }
    }

    /**
     * The window in whose middle the ground lies.
     *
     * @param share part of the frame that the ground may fill at most, either way
     * @param leastMetres the frame's width shows at least so much
     */
    static MapWindow around(Envelope ground, Frame frame, double share, double leastMetres) {
        double scale = Math.max(
                leastMetres / frame.width(),
                Math.max(ground.getWidth() / (share * frame.width()), ground.getHeight() / (share * frame.height())));
        double middleEasting = (ground.getMinX() + ground.getMaxX()) / 2;
        double middleNorthing = (ground.getMinY() + ground.getMaxY()) / 2;
        return new MapWindow(
                middleEasting - scale * frame.width() / 2, middleNorthing - scale * frame.height() / 2, scale, frame);
    }

    float x(double easting) {
        return rounded(frame.left() + (easting - west) / metresPerPoint);
    }

    float y(double northing) {
        return rounded(frame.bottom() + (northing - south) / metresPerPoint);
    }

    /** A hundredth of a point is finer than any printer. */
    private static float rounded(double points) {
        return Math.round(points * 100) / 100f;
    }

    Bounds bounds() {
        return new Bounds(west, south, west + frame.width() * metresPerPoint, south + frame.height() * metresPerPoint);
    }

    Envelope envelope() {
        Bounds bounds = bounds();
        return new Envelope(bounds.minEasting(), bounds.maxEasting(), bounds.minNorthing(), bounds.maxNorthing());
    }

    /** Whether a point is shown so far from the frame that a mark of this size stands whole. */
    boolean holds(BritishGridPoint point, float points) {
        return bounds().grownBy(-points * metresPerPoint).contains(point.easting(), point.northing());
    }
}
