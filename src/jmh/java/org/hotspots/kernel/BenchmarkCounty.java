package org.hotspots.kernel;

import java.util.Random;
import org.hotspots.geo.RasterGrid;

/**
 * A seeded county for benchmarks: 60 x 80 km, a million offences on some 67,000 places to a tenth of a metre, dense in
 * towns and at a few places in them.
 */
public final class BenchmarkCounty {
    static final double WEST = 560_000;
    static final double SOUTH = 180_000;
    static final RasterGrid GRID = new RasterGrid(WEST, SOUTH, 50, 1200, 1600);

    private static final int PLACES = 70_000;
    private static final int TOWNS = 45;
    private static final double RURAL_SHARE = 0.15;

    private BenchmarkCounty() {}

    public static WeightedPoints offences(int count) {
        Random random = new Random(20_240_131);
        double[][] places = places(random);
        double[] eastings = new double[count];
        double[] northings = new double[count];
        for (int i = 0; i < count; i++) {
            // Squared: the first places of the list have far more offences than the last.
            int place = (int) (PLACES * Math.pow(random.nextDouble(), 2));
            eastings[i] = places[place][0];
            northings[i] = places[place][1];
        }
        return WeightedPoints.unweighted(eastings, northings);
    }

    private static double[][] places(Random random) {
        double[][] towns = new double[TOWNS][];
        for (int town = 0; town < TOWNS; town++) {
            towns[town] =
                    new double[] {random.nextDouble(5, 55), random.nextDouble(5, 75), random.nextDouble(0.5, 2.5)};
        }
        double[][] places = new double[PLACES][];
        for (int i = 0; i < PLACES; i++) {
            double[] town = towns[(int) (TOWNS * Math.pow(random.nextDouble(), 2))];
            boolean rural = random.nextDouble() < RURAL_SHARE;
            double across = rural ? random.nextDouble(60) : town[0] + town[2] * random.nextGaussian();
            double up = rural ? random.nextDouble(80) : town[1] + town[2] * random.nextGaussian();
            places[i] = new double[] {
                WEST + tenth(1_000 * Math.min(Math.max(across, 0), 59.99)),
                SOUTH + tenth(1_000 * Math.min(Math.max(up, 0), 79.99))
            };
        }
        return places;
    }

    private static double tenth(double metres) {
        return Math.rint(metres * 10) / 10;
    }
}
