package org.hotspots.known;

import java.util.Arrays;
import java.util.List;
import org.hotspots.stats.Lorenz;

/** Answers about how unevenly events lie. */
final class ConcentrationAnswers {
    private static final String LORENZGINI = "lorenzgini, gini.R";
    private static final String LORENZ = "safer-streets-core, test_measures.py";

    private ConcentrationAnswers() {}

    static List<KnownAnswer> all() {
        double[] ten = tenUnits(10, 8, 2);
        double[] eight = tenUnits(5, 2, 1);
        double[] four = tenUnits(1, 1, 1, 1);
        double[] rising = {10, 20, 30, 40};
        return List.of(
                KnownAnswer.of("Gini", "10, 8, 2 and seven times 0", ".78", LORENZGINI, () -> Lorenz.gini(ten)),
                KnownAnswer.of(
                        "Generalised Gini",
                        "10, 8, 2 and seven times 0",
                        ".78",
                        LORENZGINI,
                        () -> Lorenz.generalisedGini(ten)),
                KnownAnswer.of("Gini", "5, 2, 1 and seven times 0", ".8", LORENZGINI, () -> Lorenz.gini(eight)),
                KnownAnswer.of(
                        "Generalised Gini",
                        "5, 2, 1 and seven times 0",
                        ".75",
                        LORENZGINI,
                        () -> Lorenz.generalisedGini(eight)),
                KnownAnswer.of("Gini", "four times 1 and six times 0", ".6", LORENZGINI, () -> Lorenz.gini(four)),
                KnownAnswer.of(
                        "Generalised Gini",
                        "four times 1 and six times 0",
                        "0",
                        LORENZGINI,
                        () -> Lorenz.generalisedGini(four)),
                KnownAnswer.of("Lorenz curve", "10, 20, 30, 40: first", ".4", LORENZ, () -> Lorenz.curve(rising)[0]),
                KnownAnswer.of("Lorenz curve", "10, 20, 30, 40: second", ".7", LORENZ, () -> Lorenz.curve(rising)[1]),
                KnownAnswer.of("Lorenz curve", "10, 20, 30, 40: third", ".9", LORENZ, () -> Lorenz.curve(rising)[2]),
                KnownAnswer.of("Lorenz curve", "10, 20, 30, 40: fourth", "1", LORENZ, () -> Lorenz.curve(rising)[3]));
    }

    private static double[] tenUnits(double... counts) {
        return Arrays.copyOf(counts, 10);
    }
}
