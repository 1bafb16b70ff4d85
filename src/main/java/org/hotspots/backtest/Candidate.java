package org.hotspots.backtest;

import java.util.ArrayList;
import java.util.List;
import org.hotspots.question.Method;

/**
 * A method with its setting, and the window before the cut that it learns from.
 *
 * @param method the method
 * @param metres its length: bandwidth of a density, reach of Gi*, eps of DBSCAN, grain of HDBSCAN, radius of STAC, side of a
 *     counted cell; NaN for NNH, which works its own out
 * @param windowMonths how many months it learns from, above 0
 */
public record Candidate(Method method, double metres, int windowMonths) {
    /** Side of the cells that all candidates rank. */
    static final double CELL_METRES = 200;

    private static final double NEIGHBOUR_METRES = 400;
    private static final double EPS_METRES = 200;
    private static final double[] QUARTIC_METRES = {200, 300, 500};
    /** A Gaussian of sigma s is about as wide as a quartic of 2.65 s: these are quartics of about 260 and 530 m. */
    private static final double[] GAUSSIAN_METRES = {100, 200};

    private static final double ADAPTIVE_METRES = 300;
    private static final double GRAIN_METRES = 50;
    private static final double RADIUS_METRES = 200;

    /** What costs nothing: where it happened in the last month it happens again. */
    static final Candidate BASELINE = new Candidate(Method.GRID_COUNT, CELL_METRES, 1);

    /**
     * All candidates of some windows, the baseline first.
     *
     * @param many whether there are too many events for the clusters whose runs are bounded by their work
     */
    static List<Candidate> all(List<Integer> windows, boolean many) {
        List<Candidate> all = new ArrayList<>(List.of(BASELINE));
        for (int months : windows) {
            all.add(new Candidate(Method.GRID_COUNT, CELL_METRES, months));
            for (double metres : QUARTIC_METRES) {
                all.add(new Candidate(Method.KDE_QUARTIC, metres, months));
            }
            for (double metres : GAUSSIAN_METRES) {
                all.add(new Candidate(Method.KDE_GAUSSIAN, metres, months));
            }
            all.add(new Candidate(Method.KDE_ADAPTIVE, ADAPTIVE_METRES, months));
            all.add(new Candidate(Method.GI_STAR, NEIGHBOUR_METRES, months));
            all.add(new Candidate(Method.DBSCAN, EPS_METRES, months));
            if (!many) {
                all.add(new Candidate(Method.STAC, RADIUS_METRES, months));
                all.add(new Candidate(Method.NNH, Double.NaN, months));
                all.add(new Candidate(Method.HDBSCAN, GRAIN_METRES, months));
            }
        }
        return all;
    }

    boolean isBaseline() {
        return equals(BASELINE);
    }

    /** Whether it is the other with perhaps another window. */
    boolean isSameSetting(Candidate other) {
        return method == other.method && Double.compare(metres, other.metres) == 0;
    }

    /** The parameter of a question that {@code metres} is. */
    public String parameter() {
        return switch (method) {
            case KDE_QUARTIC, KDE_GAUSSIAN, KDE_ADAPTIVE -> "bandwidth_m";
            case GRID_COUNT -> "cell_m";
            case GI_STAR -> "neighbour_m";
            case DBSCAN -> "eps_m";
            case HDBSCAN -> "grain_m";
            case NNH -> "threshold_m";
            case STAC -> "radius_m";
        };
    }

    /** For people, such as "Kernel density, quartic, of 300 m". */
    String inWords() {
        return switch (method) {
            case NNH -> method.title();
            case HDBSCAN -> method.title() + " with a grain of " + (long) metres + " m";
            default -> method.title() + " of " + (long) metres + " m";
        };
    }
}
