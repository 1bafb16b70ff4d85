package org.hotspots.backtest;

import java.util.Objects;
import org.hotspots.geo.RasterGrid;
import org.hotspots.hotspot.AreaEvents;
import org.hotspots.hotspot.HdbscanSettings;
import org.hotspots.kernel.AdaptiveDensity;
import org.hotspots.kernel.CellCounts;
import org.hotspots.kernel.Dbscan;
import org.hotspots.kernel.Density;
import org.hotspots.kernel.GiStar;
import org.hotspots.kernel.Kernel;
import org.hotspots.kernel.NearestNeighbourHierarchy;
import org.hotspots.kernel.NearestNeighbourHierarchy.Threshold;
import org.hotspots.kernel.Raster;
import org.hotspots.kernel.Stac;
import org.hotspots.kernel.StudyCells;
import org.hotspots.kernel.WeightedPoints;
import org.hotspots.question.QuestionParameters;

/** What each method makes of the training events: a score for every cell, 0 where it knows nothing, else above 0. */
final class TrainingScores {
    /** As many as a question's default for DBSCAN, and for the other clusters. */
    private static final int MIN_POINTS = 5;

    private static final int LEAST_EVENTS = 10;

    private static final double GAUSSIAN_REACH_SIGMAS = 5;
    /** The widest adaptive kernel, five times the typical one, and the pilot under it. */
    private static final double ADAPTIVE_REACHES = 6;
    /** Density of a cell is the mean over the centres of this many squared parts. */
    private static final int PARTS = 2;

    private TrainingScores() {}

    /** Scores per window index of the cells; what stands outside the mask means nothing. */
    static double[] of(Candidate candidate, AreaEvents.Found training, StudyCells cells) {
        return switch (candidate.method()) {
            case GRID_COUNT -> CellCounts.count(training.inside(), cells);
            case GI_STAR -> gi(candidate, training, cells);
            case DBSCAN, HDBSCAN, NNH, STAC -> clustered(training.inside(), labels(candidate, training, cells), cells);
            case KDE_QUARTIC, KDE_GAUSSIAN, KDE_ADAPTIVE -> density(candidate, training, cells);
        };
    }

    /** Below 0 Gi* says that there is less than elsewhere: nothing to send people to. */
    private static double[] gi(Candidate candidate, AreaEvents.Found training, StudyCells cells) {
        double[] z = GiStar.score(cells, CellCounts.count(training.inside(), cells), candidate.metres())
                .z();
        for (int i = 0; i < z.length; i++) {
            z[i] = z[i] > 0 ? z[i] : 0;
        }
        return z;
    }

    /** Per point the number of its cluster, below 0 for none. */
    private static int[] labels(Candidate candidate, AreaEvents.Found training, StudyCells cells) {
        WeightedPoints points = training.inside();
        double groundM2 = cells.size() * cells.lattice().cellAreaM2();
        return switch (candidate.method()) {
            case HDBSCAN ->
                training.denseClusters(
                        new HdbscanSettings(LEAST_EVENTS, candidate.metres(), usual("times_mean")), groundM2);
            case NNH ->
                NearestNeighbourHierarchy.level(points, Threshold.random(usual("nnh_t"), groundM2), LEAST_EVENTS)
                        .label();
            case STAC ->
                Stac.cluster(points, new Stac.Settings(candidate.metres(), candidate.metres() / 2, LEAST_EVENTS))
                        .label();
            default -> Dbscan.cluster(points, candidate.metres(), MIN_POINTS).label();
        };
    }

    private static double usual(String parameter) {
        return Double.parseDouble(
                Objects.requireNonNull(QuestionParameters.get(parameter).defaultValue()));
    }

    /** Only the events in clusters count. */
    private static double[] clustered(WeightedPoints points, int[] label, StudyCells cells) {
        double[] weights = new double[points.count()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = label[i] < 0 ? 0 : points.weights()[i];
        }
        return CellCounts.count(
                new WeightedPoints(points.eastings(), points.northings(), weights, points.count()), cells);
    }

    private static double[] density(Candidate candidate, AreaEvents.Found training, StudyCells cells) {
        double side = cells.lattice().sideMetres();
        RasterGrid grid = new RasterGrid(
                cells.minColumn() * side,
                cells.minRow() * side,
                side / PARTS,
                PARTS * cells.columns(),
                PARTS * cells.rows());
        double metres = candidate.metres();
        Raster raster = switch (candidate.method()) {
            case KDE_GAUSSIAN -> Density.gaussian(around(training, grid, GAUSSIAN_REACH_SIGMAS * metres), metres, grid);
            case KDE_ADAPTIVE ->
                AdaptiveDensity.of(
                                around(training, grid, ADAPTIVE_REACHES * metres),
                                Kernel.quartic(metres),
                                grid.cellMetres(),
                                null)
                        .over(grid);
            default -> Density.quartic(around(training, grid, metres), metres, grid);
        };
        return meansOfParts(raster, cells);
    }

    private static WeightedPoints around(AreaEvents.Found training, RasterGrid grid, double reachMetres) {
        return training.withAround(grid.bounds().grownBy(reachMetres));
    }

    private static double[] meansOfParts(Raster raster, StudyCells cells) {
        double[] means = new double[cells.windowSize()];
        int width = raster.grid().columns();
        for (int part = 0; part < raster.values().length; part++) {
            int cell = part / width / PARTS * cells.columns() + part % width / PARTS;
            means[cell] += raster.values()[part] / (PARTS * PARTS);
        }
        return means;
    }
}
