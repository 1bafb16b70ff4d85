package org.hotspots.hotspot;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.hotspots.geo.RasterGrid;
import org.hotspots.kernel.CellCounts;
import org.hotspots.kernel.Density;
import org.hotspots.kernel.GiStar;
import org.hotspots.kernel.Raster;
import org.hotspots.kernel.StudyCells;
import org.hotspots.kernel.WeightedPoints;
import org.hotspots.stats.FalseDiscovery;

/** The surface and the cells of a run. */
final class Surfaces {
    /** Beyond eight sigma a Gaussian is under 1e-13 of its height, whatever truncation the kernel chooses. */
    private static final double GAUSSIAN_REACH_SIGMAS = 8;

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
        boolean gaussian = input.question().method() == Method.KDE_GAUSSIAN;
        double bandwidth = input.question().density().bandwidthMetres();
        RasterGrid grid = input.area().rasterGrid();
        double reach = gaussian ? GAUSSIAN_REACH_SIGMAS * bandwidth : bandwidth;
        WeightedPoints points = events.withAround(grid.bounds().grownBy(reach));
        Raster raster = gaussian ? Density.gaussian(points, bandwidth, grid) : Density.quartic(points, bandwidth, grid);
        double peakOfOne = M2_PER_KM2 / (bandwidth * bandwidth) * (gaussian ? 1 / (2 * Math.PI) : 3 / Math.PI);
        return summarised(raster, input.area().rasterMask(), peakOfOne, events.meanWeight());
    }

    private static DensityLayer summarised(Raster raster, BitSet inside, double peakOfOne, double weightOfOne) {
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
        double mean = sumReached / Math.max((double) reached, leastCells);
        return new DensityLayer(raster, inside, mean, peakOfOne * weightOfOne, max);
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
