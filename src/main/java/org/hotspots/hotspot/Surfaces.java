package org.hotspots.hotspot;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.hotspots.geo.RasterGrid;
import org.hotspots.kernel.AdaptiveDensity;
import org.hotspots.kernel.CellCounts;
import org.hotspots.kernel.DataWindow;
import org.hotspots.kernel.Density;
import org.hotspots.kernel.EdgeCorrection;
import org.hotspots.kernel.GiStar;
import org.hotspots.kernel.Kernel;
import org.hotspots.kernel.Raster;
import org.hotspots.kernel.StudyCells;
import org.hotspots.kernel.WeightedPoints;
import org.hotspots.question.EdgeMethod;
import org.hotspots.question.Method;
import org.hotspots.question.Weight;
import org.hotspots.stats.FalseDiscovery;

/** The surface and the cells of a run. */
final class Surfaces {
    /** How far, in typical kernels, events can matter to an adaptive surface: the widest kernel and the pilot under it. */
    private static final double ADAPTIVE_REACHES = 6;

    /** A kernel narrower than this many cells may fall between their centres. */
    private static final double LEAST_CELLS_A_KERNEL = 2;

    /** Ground where density is below this part of what one event gives at its own place counts as out of reach. */
    private static final double LEAST_PART = 0.001;

    /**
     * A peak that stands alone is three times the mean of its own kernel, so where everything is at one place, ground in
     * reach would be too little to compare with: this many kernels of ground are the least.
     */
    static final int LEAST_KERNELS = 4;

    /** A quartic kernel's ground, by the ground that one event would cover at its peak density. */
    private static final double KERNEL_TO_PEAK = 3;

    private static final double M2_PER_KM2 = 1e6;

    private Surfaces() {}

    static DensityLayer density(RunInput input, Events events) {
        return density(
                input,
                events,
                input.area().border().unsureCells(input.question().kernel()));
    }

    /** The surface where nobody looks at the border of the data: telling its cells apart takes longer than the surface. */
    static DensityLayer densityOfTrial(RunInput input, Events events) {
        return density(input, events, new BitSet());
    }

    private static DensityLayer density(RunInput input, Events events, BitSet unsure) {
        Kernel kernel = input.question().kernel();
        RasterGrid grid = input.area().rasterGrid();
        boolean adaptive = input.question().method() == Method.KDE_ADAPTIVE;
        double reach = kernel.reachMetres() * (adaptive ? ADAPTIVE_REACHES : 1);
        WeightedPoints points = events.withAround(grid.bounds().grownBy(reach));
        Raster raster = adaptive ? adaptive(input, points, kernel) : fixed(input, points, kernel);
        double peakOfOne = M2_PER_KM2 * kernel.peakPerM2();
        Summary summary = Summary.of(raster, input.area().rasterMask(), peakOfOne, events.meanWeight());
        return new DensityLayer(
                raster, input.area().rasterMask(), summary.mean, peakOfOne * events.meanWeight(), summary.max, unsure);
    }

    private static Raster fixed(RunInput input, WeightedPoints points, Kernel kernel) {
        RasterGrid grid = input.area().rasterGrid();
        DataWindow window = input.area().border().window();
        return switch (input.question().density().edge()) {
            case NONE -> Density.of(points, kernel, grid);
            case DIGGLE -> Density.of(EdgeCorrection.diggle(points, kernel, window), kernel, grid);
            case UNIFORM ->
                EdgeCorrection.uniform(Density.of(points, kernel, grid), EdgeCorrection.shares(grid, kernel, window));
        };
    }

    private static Raster adaptive(RunInput input, WeightedPoints points, Kernel kernel) {
        RasterGrid grid = input.area().rasterGrid();
        double error = input.question().density().locationErrorMetres();
        double least = Math.max(
                LEAST_CELLS_A_KERNEL * grid.cellMetres(),
                error == 0 ? 0 : Kernel.ofSigma(kernel.shape(), error).bandwidthMetres());
        boolean corrected = input.question().density().edge() != EdgeMethod.NONE;
        DataWindow window = corrected ? input.area().border().window() : null;
        return AdaptiveDensity.of(points, kernel, least, window).over(grid);
    }

    /** Mean over the ground in reach of the events, and greatest value. */
    private record Summary(double mean, double max) {

        static Summary of(Raster raster, BitSet inside, double peakOfOne, double weightOfOne) {
            double[] values = raster.values();
            double sumReached = 0;
            double max = 0;
            long reached = 0;
            for (int cell = inside.nextSetBit(0); cell >= 0; cell = inside.nextSetBit(cell + 1)) {
                double value = values[cell];
                if (value >= LEAST_PART * peakOfOne * weightOfOne) {
                    sumReached += value;
                    reached++;
                    max = Math.max(max, value);
                }
            }
            double cellKm2 = raster.grid().cellMetres() * raster.grid().cellMetres() / M2_PER_KM2;
            double leastCells = LEAST_KERNELS * KERNEL_TO_PEAK / peakOfOne / cellKm2;
            return new Summary(sumReached / Math.max((double) reached, leastCells), max);
        }
    }

    static CellLayer cells(RunInput input, Run.Counting counting) {
        StudyCells cells = counting.ground().cells();
        double[] counts = CellCounts.count(counting.events().inside(), cells);
        double[] values = input.question().weight() == Weight.COUNT
                ? counts
                : CellCounts.count(counting.events().weighted(), cells);
        GiStar.Scores scores =
                GiStar.score(cells, values, input.question().cells().neighbourMetres());
        double[] q = FalseDiscovery.benjaminiHochberg(scores.p());
        return new CellLayer(cells, counts, values, scores.z(), scores.p(), q);
    }

    static List<ContourBand> contours(RunInput input, DensityLayer layer, Legend legend) {
        List<ContourBand> bands = new ArrayList<>();
        for (double density : legend.breaks()) {
            bands.add(new ContourBand(density, Outlines.above(layer.raster(), density, input.area())));
        }
        return bands;
    }
}
