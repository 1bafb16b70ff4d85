package org.hotspots.hotspot;

import java.util.HashMap;
import java.util.Map;
import org.hotspots.geo.RasterGrid;
import org.hotspots.kernel.WeightedPoints;
import org.hotspots.question.EdgeMethod;

/**
 * How many trials a run can afford. The number must be the same on every server, or their answers would differ, so it
 * comes from what a trial has to do, by rates measured once on two modest cores, and never from a clock.
 */
final class TrialCost {
    /** Of both cores, for the resamples. */
    private static final double RESAMPLES_MICROS = 4e6;

    /** Of both cores, for the null maps. */
    private static final double MAPS_MICROS = 2e6;

    private static final int MOST_REPLICATES = 200;
    private static final int MOST_MAPS = 99;
    /** The fewest whose p can be 0.05. */
    private static final int LEAST_MAPS = 19;

    private static final double MICROS_PER_RASTER_CELL = 0.004;
    private static final double MICROS_PER_CORRECTED_CELL = 0.1;
    private static final double MICROS_PER_QUARTIC_CELL = 0.0006;
    private static final double MICROS_PER_GAUSSIAN_CELL = 0.0003;
    private static final double MICROS_PER_POINT = 0.1;
    private static final double MICROS_PER_EVENT = 0.03;
    private static final double MICROS_PER_CELL_COLUMN = 0.008;
    private static final double MICROS_PER_CELL = 0.12;
    private static final double MICROS_PER_PAIR = 0.004;
    private static final double LEAST_MICROS = 100;
    private static final double GAUSSIAN_REACH_SIGMAS = 5;
    private static final double SQUARES_AROUND = 9;
    /** The pilot, and kernels wider than the typical one. */
    private static final double ADAPTIVE_TIMES = 6;

    private static final int COMBINATIONS = Perturbation.all().size();

    private final RunInput input;

    TrialCost(RunInput input) {
        this.input = input;
    }

    /** A multiple of the 27 perturbations, at most 200; 0 where not even one of each can be afforded. */
    int replicates(Events events) {
        WeightedPoints inside = events.inside();
        double micros =
                micros((double) events.total(), inside.count(), events.around().count(), pairs(inside));
        int rounds = (int) (Math.min(MOST_REPLICATES, RESAMPLES_MICROS / micros) / COMBINATIONS);
        return rounds * COMBINATIONS;
    }

    /** At most 99, at least 19, or none. On a map of chance every event has a place of its own. */
    int maps(Events events, PatrollableCells ground) {
        double groundM2 =
                input.lattice().cellAreaM2() * Math.max(1, ground.cells().size());
        double n = (double) events.total();
        double eps = input.question().clusters().epsMetres();
        double pairs = SQUARES_AROUND * eps * eps / groundM2 * n * n;
        double affordable = MAPS_MICROS / micros(n, n, events.around().count(), pairs);
        return affordable < LEAST_MAPS ? 0 : (int) Math.min(MOST_MAPS, affordable);
    }

    /** Microseconds of one core for one trial with so many events, at so many points, and with so many pairs of them. */
    private double micros(double events, double points, double around, double pairs) {
        double search = switch (input.question().method()) {
            case KDE_QUARTIC -> density(points + around, 1, MICROS_PER_QUARTIC_CELL);
            case KDE_GAUSSIAN -> density(points + around, GAUSSIAN_REACH_SIGMAS, MICROS_PER_GAUSSIAN_CELL);
            case KDE_ADAPTIVE -> ADAPTIVE_TIMES * density(points + around, 1, MICROS_PER_QUARTIC_CELL);
            case GRID_COUNT, GI_STAR -> cells();
            case DBSCAN -> pairs * MICROS_PER_PAIR;
            case HDBSCAN -> cells() + points * points / 2 * MICROS_PER_PAIR;
            case NNH, STAC -> cells() + RandomMaps.comparisons(input, (long) events) * MICROS_PER_PAIR;
        };
        return LEAST_MICROS + search + points * MICROS_PER_POINT + events * MICROS_PER_EVENT;
    }

    private double density(double points, double bandwidths, double microsPerCell) {
        RasterGrid grid = input.area().rasterGrid();
        double reachCells = bandwidths * input.question().density().bandwidthMetres() / grid.cellMetres();
        double kernelCells = Math.min(4 * reachCells * reachCells, grid.size());
        double microsPerRasterCell = input.question().density().edge() == EdgeMethod.UNIFORM
                ? MICROS_PER_CORRECTED_CELL
                : MICROS_PER_RASTER_CELL;
        return grid.size() * microsPerRasterCell + points * kernelCells * microsPerCell;
    }

    private double cells() {
        double neighbours = 2
                        * input.question().cells().neighbourMetres()
                        / input.question().cells().cellMetres()
                + 1;
        return input.estimatedCells() * (MICROS_PER_CELL + neighbours * MICROS_PER_CELL_COLUMN);
    }

    /** Pairs of points that clustering looks at: those of a square of side eps and the eight around it, about. */
    private double pairs(WeightedPoints points) {
        double eps = input.question().clusters().epsMetres();
        Map<Long, Integer> squares = new HashMap<>();
        for (int i = 0; i < points.count(); i++) {
            long column = (long) Math.floor(points.eastings()[i] / eps);
            long row = (long) Math.floor(points.northings()[i] / eps);
            squares.merge((column << Integer.SIZE) ^ row, 1, Integer::sum);
        }
        return squares.values().stream()
                .mapToDouble(count -> SQUARES_AROUND * count * count)
                .sum();
    }
}
