package org.hotspots.known;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hotspots.geo.SquareLattice;
import org.hotspots.kernel.GiStar;
import org.hotspots.kernel.StudyCells;
import org.hotspots.stats.FalseDiscovery;
import org.hotspots.support.SharedData;

/** Answers about cells. */
final class CellAnswers {
    private static final String FIVE_BY_FIVE = "5 x 5 counts, queen neighbours";
    private static final String BY_HAND = "worked by hand";
    static final String GETISORD = "vectors/getisord_localG.csv";

    private CellAnswers() {}

    static List<KnownAnswer> all() {
        return Stream.concat(ofCounts().stream(), sixPoints()).toList();
    }

    private static List<KnownAnswer> ofCounts() {
        return List.of(
                KnownAnswer.of(
                        "Gi*",
                        FIVE_BY_FIVE + ": z of the centre",
                        "3.030344",
                        BY_HAND,
                        () -> fiveByFive().z()[12]),
                KnownAnswer.of(
                        "Gi*",
                        FIVE_BY_FIVE + ": p of the centre",
                        ".002443",
                        BY_HAND,
                        () -> fiveByFive().p()[12]),
                KnownAnswer.of(
                        "Benjamini-Hochberg",
                        FIVE_BY_FIVE + ": q of the centre",
                        ".061069",
                        BY_HAND,
                        () -> FalseDiscovery.benjaminiHochberg(fiveByFive().p())[12]),
                KnownAnswer.of(
                        "Gi*",
                        FIVE_BY_FIVE + ": p under 0.05",
                        "4",
                        BY_HAND,
                        () -> below(fiveByFive().p())),
                KnownAnswer.of(
                        "Benjamini-Hochberg",
                        FIVE_BY_FIVE + ": q under 0.05",
                        "0",
                        BY_HAND,
                        () -> below(
                                FalseDiscovery.benjaminiHochberg(fiveByFive().p()))),
                KnownAnswer.of(
                                "Gi*",
                                "getisord, cell 120, 30 m",
                                "1.45078",
                                "spData, Getis and Ord",
                                () -> getisord()[119])
                        .from(GETISORD));
    }

    /** The points of PySAL's {@code esda/tests/test_getisord.py}, as the only cells of a lattice of 5 m. */
    private static Stream<KnownAnswer> sixPoints() {
        int[][] points = {{10, 10}, {20, 10}, {40, 10}, {15, 20}, {30, 20}, {30, 30}};
        double[] values = {2, 3, 3.2, 5, 8, 7};
        String[] published = {"-1.39727626", "-.28917762", ".65064964", "-.28917762", "1.23452088", "2.02424331"};
        BitSet inside = new BitSet();
        double[] counts = new double[81];
        int[] cells = new int[points.length];
        for (int k = 0; k < cells.length; k++) {
            cells[k] = points[k][1] / 5 * 9 + points[k][0] / 5;
            inside.set(cells[k]);
            counts[cells[k]] = values[k];
        }
        double[] z = GiStar.score(new StudyCells(new SquareLattice(5), 0, 0, 9, 9, inside), counts, 15)
                .z();
        return IntStream.range(0, cells.length)
                .mapToObj(k -> KnownAnswer.of(
                        "Gi*",
                        "six points, neighbours within 15: point " + (k + 1),
                        published[k],
                        "PySAL",
                        () -> z[cells[k]]));
    }

    private static GiStar.Scores fiveByFive() {
        double[] counts = {0, 1, 0, 0, 2, 1, 3, 1, 0, 0, 0, 2, 9, 4, 0, 1, 0, 5, 6, 1, 0, 0, 1, 0, 0};
        return GiStar.score(window(100, 5), counts, 150);
    }

    private static double below(double[] values) {
        return Arrays.stream(values).filter(value -> value < 0.05).count();
    }

    static double[] getisord() {
        try {
            double[] counts = Files.readAllLines(SharedData.require(GETISORD)).stream()
                    .skip(1)
                    .mapToDouble(line -> Double.parseDouble(line.split(",", -1)[2]))
                    .toArray();
            return GiStar.score(window(30, 16), counts, 30).z();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static StudyCells window(double cellMetres, int side) {
        BitSet inside = new BitSet();
        inside.set(0, side * side);
        return new StudyCells(new SquareLattice(cellMetres), 0, 0, side, side, inside);
    }
}
