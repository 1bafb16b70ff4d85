package org.hotspots.kernel;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.hotspots.geo.RasterGrid;
import org.hotspots.stats.Normal;
import org.locationtech.jts.geom.MultiPolygon;

/**
 * Where one kind of event takes a larger share than another kind would let expect: log(f / g), with f the density of the
 * cases and g that of the controls, each of integral 1. Both are Gaussian of the same standard deviation h, edge-corrected
 * by division with the share e of the kernel inside the window (Kelsall and Diggle 1995).
 *
 * <p>p is the chance of a ratio this high or higher at a cell where f = g, by the asymptotic normal formula (Hazelton and
 * Davies 2009): z = log(f / g) / sqrt(e2 / e^2 / (4 pi) (1 / n_f + 1 / n_g) / (h^2 g)), where e2 is the share of a Gaussian of
 * standard deviation h / sqrt(2). It is of one cell, not of the map: one cell in twenty is below 0.05 by chance.
 *
 * @param logRatio natural logarithm of the ratio; NaN where either density is 0 and outside the window
 * @param p upper tail, from 0 to 1; NaN where the controls' density is 0 and outside the window
 * @param sigmaMetres h
 */
public record RelativeRisk(Raster logRatio, Raster p, double sigmaMetres) {
    private static final double ROUGHNESS = 1 / (4 * Math.PI);

    /** What is compared. */
    public record Samples(WeightedPoints cases, WeightedPoints controls) {
        public Samples {
            if (!(cases.totalWeight() > 0 && controls.totalWeight() > 0)) {
                throw new IllegalArgumentException("events=" + cases.totalWeight() + " of " + controls.totalWeight()
                        + ": at least one case and one control");
            }
        }

        private WeightedPoints pooled() {
            return new WeightedPoints(
                    joined(cases.eastings(), cases.count(), controls.eastings(), controls.count()),
                    joined(cases.northings(), cases.count(), controls.northings(), controls.count()),
                    joined(cases.weights(), cases.count(), controls.weights(), controls.count()),
                    cases.count() + controls.count());
        }

        private static double[] joined(double[] first, int firstCount, double[] second, int secondCount) {
            double[] all = Arrays.copyOf(first, firstCount + secondCount);
            System.arraycopy(second, 0, all, firstCount, secondCount);
            return all;
        }

        /**
         * The oversmoothing bandwidth of both samples together, for the geometric mean of their numbers; empty where all
         * events lie on a line along an axis or at one place.
         */
        public OptionalDouble commonSigmaMetres() {
            double count = Math.sqrt(cases.totalWeight() * controls.totalWeight());
            double sigma = BandwidthAdvice.oversmoothing(pooled(), count);
            return sigma > 0 ? OptionalDouble.of(sigma) : OptionalDouble.empty();
        }
    }

    /** Cost: two densities and two rasters of shares. */
    public static RelativeRisk of(Samples samples, double sigmaMetres, DataWindow window, RasterGrid grid) {
        Kernel kernel = Kernel.gaussian(sigmaMetres);
        Raster shares = EdgeCorrection.shares(grid, kernel, window);
        Raster narrow = EdgeCorrection.shares(grid, Kernel.gaussian(sigmaMetres * Math.sqrt(0.5)), window);
        double cases = samples.cases().totalWeight();
        double controls = samples.controls().totalWeight();
        Raster f = EdgeCorrection.uniform(Density.of(samples.cases(), kernel, grid), shares);
        Raster g = EdgeCorrection.uniform(Density.of(samples.controls(), kernel, grid), shares);
        double perEvent = (1 / cases + 1 / controls) / (sigmaMetres * sigmaMetres);
        double[] ratios = new double[grid.size()];
        double[] p = new double[grid.size()];
        Arrays.fill(ratios, Double.NaN);
        Arrays.fill(p, Double.NaN);
        for (int cell = 0; cell < ratios.length; cell++) {
            boolean inside = window.contains(
                    grid.centreEasting(cell % grid.columns()), grid.centreNorthing(cell / grid.columns()));
            double control = g.values()[cell] / controls / Density.M2_PER_KM2;
            if (inside && control > 0) {
                double ratio = StrictMath.log(f.values()[cell] / cases / Density.M2_PER_KM2 / control);
                double share = Math.max(shares.values()[cell], EdgeCorrection.LEAST_SHARE);
                double roughness = ROUGHNESS * narrow.values()[cell] / (share * share);
                ratios[cell] = Double.isInfinite(ratio) ? Double.NaN : ratio;
                p[cell] = Normal.cdf(-ratio / Math.sqrt(roughness * perEvent / control));
            }
        }
        return new RelativeRisk(Raster.owning(grid, ratios), Raster.owning(grid, p), sigmaMetres);
    }

    /** The ground where p is at most this; NaN counts as 1. */
    public MultiPolygon contour(double greatestP) {
        double[] confidence = Arrays.stream(p.values())
                .map(value -> Double.isNaN(value) ? 0 : 1 - value)
                .toArray();
        return Contours.above(Raster.owning(p.grid(), confidence), 1 - greatestP);
    }
}
