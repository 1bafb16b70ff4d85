package org.hotspots.kernel;

import java.util.BitSet;
import org.hotspots.geo.Bounds;
import org.hotspots.geo.RasterGrid;
import org.hotspots.stats.SeededRandom;

/** Where events could have happened: what a simulation strews them over, evenly. */
public interface Ground {

    /** Area in square metres, above 0. */
    double areaM2();

    /** Fills both arrays, which are equally long, with the coordinates in metres of random points. */
    void strew(SeededRandom random, double[] eastings, double[] northings);

    /** A rectangle. Throws IllegalArgumentException where it has no area. */
    static Ground rectangle(Bounds bounds) {
        return new CellGround(
                bounds.minEasting(), bounds.minNorthing(), bounds.widthMetres(), bounds.heightMetres(), 1, new int[] {0
                });
    }

    /**
     * The cells of a raster that lie inside a mask. Throws IllegalArgumentException where none does.
     *
     * @param inside bit {@code row * columns + column} for each cell inside
     */
    static Ground cells(RasterGrid grid, BitSet inside) {
        return new CellGround(
                grid.minEasting(),
                grid.minNorthing(),
                grid.cellMetres(),
                grid.cellMetres(),
                grid.columns(),
                inside.stream().toArray());
    }
}
