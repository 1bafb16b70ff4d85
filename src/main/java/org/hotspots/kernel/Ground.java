package org.hotspots.kernel;

import org.hotspots.geo.Bounds;
import org.hotspots.stats.SeededRandom;

/** Where events could have happened: what a simulation strews them over, evenly. */
public interface Ground {

    /** Area in square metres, above 0. */
    double areaM2();

    /** Fills both arrays, which are equally long, with the coordinates in metres of random points. */
    void strew(SeededRandom random, double[] eastings, double[] northings);

    /** A rectangle. Throws IllegalArgumentException where it has no area. */
    static Ground rectangle(Bounds bounds) {
        return new RectangleGround(bounds);
    }

    /** The cells inside a mask. Throws IllegalArgumentException where there are none. */
    static Ground cells(StudyCells cells) {
        return CellGround.of(cells);
    }
}
