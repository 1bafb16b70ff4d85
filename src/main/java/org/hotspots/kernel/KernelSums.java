package org.hotspots.kernel;

import java.util.stream.IntStream;

/** Sums of kernels at points rather than at the cells of a grid. */
final class KernelSums {
    private KernelSums() {}

    /**
     * The density per m2 that the sources give at each of the places: exact, in parallel, each sum in the same order
     * whatever the number of threads. Cost: places times the sources in reach.
     */
    static double[] at(WeightedPoints places, WeightedPoints sources, Kernel kernel) {
        NearPoints near = new NearPoints(sources, kernel.reachMetres());
        double[] sums = new double[places.count()];
        IntStream.range(0, sums.length).parallel().forEach(i -> {
            Sum sum = new Sum(sources.weights(), kernel);
            near.within(places.eastings()[i], places.northings()[i], kernel.reachMetres(), sum);
            sums[i] = sum.total;
        });
        return sums;
    }

    private static final class Sum implements NearPoints.Visitor {
        private final double[] weights;
        private final Kernel kernel;
        private double total;

        Sum(double[] weights, Kernel kernel) {
            this.weights = weights;
            this.kernel = kernel;
        }

        @Override
        public void visit(int point, double squaredMetres) {
            total += weights[point] * kernel.perM2(squaredMetres);
        }
    }
}
