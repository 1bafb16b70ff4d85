package org.hotspots.snapshot;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.BitSet;
import org.hotspots.geo.RasterGrid;
import org.hotspots.kernel.DataWindow;
import org.hotspots.kernel.EdgeCorrection;
import org.hotspots.kernel.Kernel;
import org.hotspots.kernel.Raster;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * The border of the data as the density over one study area meets it. Which of the area's cells lie near it is kept for
 * the kernels asked for last. Safe for concurrent use.
 */
public final class DataBorder {
    /** Cells with less of their kernel than this on the ground of the data are told apart. */
    static final double LEAST_SURE_SHARE = 0.75;

    private static final double CELL_METRES = 25;
    private static final double MOST_CELLS = 4_000_000;
    private static final int KERNELS_KEPT = 8;

    private final DataWindow window;
    private final RasterGrid grid;
    private final BitSet inside;
    private final Cache<Kernel, BitSet> unsure =
            Caffeine.newBuilder().maximumSize(KERNELS_KEPT).build();

    /**
     * @param window ground of the data
     * @param grid grid of the area's surfaces
     * @param inside its cells in the area
     */
    DataBorder(DataWindow window, RasterGrid grid, BitSet inside) {
        this.window = window;
        this.grid = grid;
        this.inside = inside;
    }

    /** A window as fine as fits into four million cells: 25 metres for a town, 50 for most counties. */
    public static DataWindow window(Geometry outline) {
        Envelope box = outline.getEnvelopeInternal();
        double cell = CELL_METRES;
        while (box.getWidth() / cell * (box.getHeight() / cell) > MOST_CELLS) {
            cell *= 2;
        }
        return DataWindow.of(outline, cell);
    }

    public DataWindow window() {
        return window;
    }

    /** Cells of the area of which over a quarter of the kernel lies beyond the border; never changed. */
    public BitSet unsureCells(Kernel kernel) {
        return unsure.get(kernel, this::markUnsure);
    }

    private BitSet markUnsure(Kernel kernel) {
        Raster shares = EdgeCorrection.shares(grid, kernel, window);
        BitSet marked = new BitSet();
        for (int cell = inside.nextSetBit(0); cell >= 0; cell = inside.nextSetBit(cell + 1)) {
            marked.set(cell, shares.values()[cell] < LEAST_SURE_SHARE);
        }
        return marked;
    }
}
