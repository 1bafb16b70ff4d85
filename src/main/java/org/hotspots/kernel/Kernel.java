package org.hotspots.kernel;

/**
 * A kernel of the plane: how one event is spread over the ground. It has mass 1 and is the same in every direction.
 *
 * @param shape its formula
 * @param bandwidthMetres radius of the quartic, standard deviation along an axis of the Gaussian; above 0
 */
public record Kernel(Shape shape, double bandwidthMetres) {
    /** Standard deviations of a quartic of radius 1: its variance along an axis is 1/8, see the page on density. */
    private static final double QUARTIC_RADII_PER_SIGMA = Math.sqrt(8);

    /** The kernel's formula, d being the distance from the event. */
    public enum Shape {
        /** 3 / (pi h^2) (1 - d^2 / h^2)^2 up to d = h, and 0 beyond. */
        QUARTIC,
        /** 1 / (2 pi s^2) exp(-d^2 / (2 s^2)) up to d = 5 s; what lies beyond, 3.7e-6 of the mass, is left out. */
        GAUSSIAN
    }

    public Kernel {
        if (!(bandwidthMetres > 0 && bandwidthMetres < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("bandwidth_m=" + bandwidthMetres + ": above 0 and finite");
        }
    }

    public static Kernel quartic(double radiusMetres) {
        return new Kernel(Shape.QUARTIC, radiusMetres);
    }

    public static Kernel gaussian(double sigmaMetres) {
        return new Kernel(Shape.GAUSSIAN, sigmaMetres);
    }

    /** Where the kernel ends. */
    public double reachMetres() {
        return shape == Shape.QUARTIC ? bandwidthMetres : Density.GAUSSIAN_REACH_SIGMAS * bandwidthMetres;
    }

    /** Standard deviation along an axis: h / sqrt(8) for the quartic. */
    public double sigmaMetres() {
        return shape == Shape.QUARTIC ? bandwidthMetres / QUARTIC_RADII_PER_SIGMA : bandwidthMetres;
    }

    /** The kernel of this shape with a standard deviation along an axis. */
    public static Kernel ofSigma(Shape shape, double sigmaMetres) {
        return new Kernel(shape, shape == Shape.QUARTIC ? QUARTIC_RADII_PER_SIGMA * sigmaMetres : sigmaMetres);
    }

    /** Its value at the event, per square metre. */
    public double peakPerM2() {
        double h2 = bandwidthMetres * bandwidthMetres;
        return shape == Shape.QUARTIC ? 3 / (Math.PI * h2) : 1 / (2 * Math.PI * h2);
    }

    /** Its value at a squared distance, per square metre. */
    public double perM2(double squaredMetres) {
        double h2 = bandwidthMetres * bandwidthMetres;
        if (squaredMetres > reachMetres() * reachMetres()) {
            return 0;
        }
        if (shape == Shape.GAUSSIAN) {
            return peakPerM2() * StrictMath.exp(-squaredMetres / (2 * h2));
        }
        double rest = 1 - squaredMetres / h2;
        return peakPerM2() * rest * rest;
    }

    /**
     * The kernel of the same shape for events whose recorded place is itself uncertain: its variance is the sum of its
     * own and that of the error. So h becomes sqrt(h^2 + 8 s^2) for the quartic and sqrt(h^2 + s^2) for the Gaussian.
     *
     * @param locationErrorMetres s, standard deviation of the error along each axis, at least 0
     */
    public Kernel widenedBy(double locationErrorMetres) {
        if (!(locationErrorMetres >= 0 && locationErrorMetres < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("location_error_m=" + locationErrorMetres + ": at least 0 and finite");
        }
        double factor = shape == Shape.QUARTIC ? 8 : 1;
        return locationErrorMetres == 0
                ? this
                : new Kernel(
                        shape,
                        Math.sqrt(bandwidthMetres * bandwidthMetres
                                + factor * locationErrorMetres * locationErrorMetres));
    }
}
