package org.hotspots.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Random;
import org.hotspots.support.SharedData;

/** The county of 10,000 offences with its exact answers, and random points for brute-force comparisons. */
final class County {
    private County() {}

    /** Rows of a file of answers, without its header. */
    static List<String[]> rows(String file) {
        try {
            return Files.readAllLines(SharedData.require("vectors/" + file)).stream()
                    .skip(1)
                    .map(line -> line.split(","))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static double[] column(List<String[]> rows, int column) {
        return rows.stream().mapToDouble(row -> Double.parseDouble(row[column])).toArray();
    }

    static WeightedPoints points(boolean weighted) {
        List<String[]> rows = rows("county/off_10000.csv");
        double[] eastings = column(rows, 3);
        double[] northings = column(rows, 4);
        return weighted
                ? new WeightedPoints(eastings, northings, column(rows, 5), eastings.length)
                : WeightedPoints.unweighted(eastings, northings);
    }

    /** Points on whole metres in a square, so that many are equal or exactly a round distance apart. */
    static WeightedPoints random(long seed, int count, int sideMetres, boolean weighted) {
        Random random = new Random(seed);
        double[] eastings = new double[count];
        double[] northings = new double[count];
        double[] weights = new double[count];
        for (int i = 0; i < count; i++) {
            eastings[i] = 430_000 + random.nextInt(sideMetres);
            northings[i] = 260_000 + random.nextInt(sideMetres);
            weights[i] = weighted ? random.nextInt(4) : 1;
        }
        return new WeightedPoints(eastings, northings, weights, count);
    }

    /** The same points in another order. */
    static WeightedPoints shuffled(WeightedPoints points, long seed) {
        Random random = new Random(seed);
        double[] eastings = points.eastings().clone();
        double[] northings = points.northings().clone();
        double[] weights = points.weights().clone();
        for (int i = points.count() - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            for (double[] values : List.of(eastings, northings, weights)) {
                double kept = values[i];
                values[i] = values[j];
                values[j] = kept;
            }
        }
        return new WeightedPoints(eastings, northings, weights, points.count());
    }
}
