package org.hotspots.backtest;

import org.hotspots.geo.RasterGrid;
import org.hotspots.hotspot.AreaEvents;
import org.hotspots.kernel.CellCounts;
import org.hotspots.kernel.Dbscan;
import org.hotspots.kernel.Density;
import org.hotspots.kernel.GiStar;
import org.hotspots.kernel.Raster;
import org.hotspots.kernel.StudyCells;
import org.hotspots.kernel.WeightedPoints;
import org.hotspots.question.Method;

/** What each method makes of the training events: a score for every cell, 0 where it knows nothing, else above 0. */
final class TrainingScores {
    /** As many as a question's default. */
    private static final int MIN_POINTS = 5;

    private static final double GAUSSIAN_REACH_SIGMAS = 5;
    /** Density of a cell is the mean over the centres of this many squared parts. */
    private static final int PARTS = 2;

    private TrainingScores() {}

    /** Scores per window index of the cells; what stands outside the mask means nothing. */
    static double[] of(Candidate candidate, AreaEvents.Found training, StudyCells cells) {
        return switch (candidate.method()) {
            case GRID_COUNT -> CellCounts.count(training.inside(), cells);
            case GI_STAR -> gi(candidate, training, cells);
            case DBSCAN -> clustered(candidate, training.inside(), cells);
            case KDE_QUARTIC, KDE_GAUSSIAN -> density(candidate, training, cells);
            default ->
                throw new IllegalArgumentException(
                        "method=" + candidate.method().word() + ": not one that is back-tested");
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

    /** Only the events in clusters count. */
    private static double[] clustered(Candidate candidate, WeightedPoints points, StudyCells cells) {
        int[] label = Dbscan.cluster(points, candidate.metres(), MIN_POINTS).label();
        double[] weights = new double[points.count()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = label[i] == Dbscan.NOISE ? 0 : points.weights()[i];
        }
        return CellCounts.count(
                new WeightedPoints(points.eastings(), points.northings(), weights, points.count()), cells);
    }

    private static double[] density(Candidate candidate, AreaEvents.Found training, StudyCells cells) {
        boolean gaussian = candidate.method() == Method.KDE_GAUSSIAN;
        double side = cells.lattice().sideMetres();
        RasterGrid grid = new RasterGrid(
                cells.minColumn() * side,
                cells.minRow() * side,
                side / PARTS,
                PARTS * cells.columns(),
                PARTS * cells.rows());
        double reach = gaussian ? GAUSSIAN_REACH_SIGMAS * candidate.metres() : candidate.metres();
        WeightedPoints points = training.withAround(grid.bounds().grownBy(reach));
        Raster raster = gaussian
                ? Density.gaussian(points, candidate.metres(), grid)
                : Density.quartic(points, candidate.metres(), grid);
        return meansOfParts(raster, cells);
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
