package org.hotspots.kernel;

/**
 * The bandwidth of least mean square error, for a disc as the kernel (Berman and Diggle 1989): with r the disc's radius and
 * lambda the intensity, up to a constant the error is
 *
 * <p>M(r) = (1 / lambda - 2 K(r)) / (pi r^2) + J(r) / (pi r^2)^2,
 * J(r) = 2 r^2 integral from 0 to 2 r of (acos y - y sqrt(1 - y^2)) dK(t), y = t / (2 r).
 *
 * <p>K is Ripley's function with his isotropic correction, over pairs of different places weighted by their events; 1 /
 * lambda is the area times the sum of squared weights by the square of their sum, since events at one place come together.
 * The radius is sought in {@value #RADII} equal steps up to the lesser of a quarter of the window's short side and the radius that
 * would hold a thousand places of an even spread, and may take half of that. The disc's standard deviation along an axis is r / 2.
 */
final class BermanDiggle {
    private static final int RADII = 512;
    private static final double PLACES_IN_REACH = 1000;

    private final WeightedPoints places;
    private final DataWindow window;
    private final double step;
    private final double[] k = new double[RADII];

    BermanDiggle(WeightedPoints places, DataWindow window) {
        this.places = places;
        this.window = window;
        double shortSide =
                Math.min(window.bounds().widthMetres(), window.bounds().heightMetres());
        double crowded = Math.sqrt(PLACES_IN_REACH * window.areaM2() / (Math.PI * places.count()));
        this.step = Math.min(shortSide / 4, crowded) / (RADII - 1);
        pairs();
    }

    /** Sets {@code k[i]} to K at i steps. */
    private void pairs() {
        double reach = step * (RADII - 1);
        NearPoints near = new NearPoints(places, reach);
        double total = places.totalWeight();
        double pairWeight = 0;
        for (int i : Neighbours.sample(places, BandwidthAdvice.MOST_QUERIES)) {
            double easting = places.eastings()[i];
            double northing = places.northings()[i];
            double weight = places.weights()[i];
            pairWeight += weight * (total - weight);
            near.within(easting, northing, reach, (j, squared) -> {
                if (j != i) {
                    double distance = Math.sqrt(squared);
                    int radius = (int) Math.min(Math.ceil(distance / step), RADII - 1);
                    k[radius] += weight * places.weights()[j] / window.shareOfCircle(easting, northing, distance);
                }
            });
        }
        double sum = 0;
        for (int radius = 0; radius < RADII; radius++) {
            sum += k[radius];
            k[radius] = window.areaM2() * sum / pairWeight;
        }
    }

    double sigma() {
        double inverseIntensity = inverseIntensity();
        int best = 1;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 1; i <= (RADII - 1) / 2; i++) {
            double disc = Math.PI * i * step * i * step;
            double error = (inverseIntensity - 2 * k[i]) / disc + overlap(i) / (disc * disc);
            if (error < least) {
                least = error;
                best = i;
            }
        }
        return best * step / 2;
    }

    private double inverseIntensity() {
        double squares = 0;
        for (int i = 0; i < places.count(); i++) {
            squares += places.weights()[i] * places.weights()[i];
        }
        double total = places.totalWeight();
        return window.areaM2() * squares / (total * total);
    }

    /** J at a radius of i steps: the overlap of two discs, summed over the increments of K. */
    private double overlap(int i) {
        double sum = 0;
        for (int j = 0; j < 2 * i && j + 1 < RADII; j++) {
            double y = j / (2.0 * i);
            sum += (StrictMath.acos(y) - y * Math.sqrt(1 - y * y)) * (k[j + 1] - k[j]);
        }
        return 2 * i * step * i * step * sum;
    }
}
