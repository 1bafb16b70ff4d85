package org.hotspots.backtest;

import java.util.BitSet;
import org.hotspots.kernel.StudyCells;

/** Whether flagged square cells hang together, so that a patrol can walk them, or lie scattered. */
public final class FlagShape {
    private static final int SIDES = 4;

    private FlagShape() {}

    /**
     * Clumpiness (McGarigal, FRAGSTATS): G = like / (sides - least outline), where like counts the sides that flagged cells
     * share, once from each of the two, and the least outline is that of the squarest shape of as many cells; P the part
     * of the cells that is flagged. (G - P) / (1 - P), but (G - P) / P where G is less than P and P less than a half: 1 one
     * clump, 0 as by chance, -1 no two side by side. NaN for one cell, none or all.
     *
     * @param flagged window indexes, all inside
     */
    public static double clumpiness(StudyCells cells, BitSet flagged) {
        int count = flagged.cardinality();
        double like = 2.0 * sharedSides(cells, flagged);
        double clumped = like / (SIDES * count - leastOutline(count));
        double part = count / (double) cells.size();
        if (count < 2 || part == 1) {
            return Double.NaN;
        }
        boolean scattered = clumped < part && part < 0.5;
        return (clumped - part) / (scattered ? part : 1 - part);
    }

    /** 4 pi area / outline^2: 1 for a circle, pi / 4 for one square, less the more ragged; NaN for no cells. */
    public static double compactness(StudyCells cells, BitSet flagged) {
        int count = flagged.cardinality();
        double outline = SIDES * count - 2.0 * sharedSides(cells, flagged);
        return SIDES * Math.PI * count / (outline * outline);
    }

    private static int sharedSides(StudyCells cells, BitSet flagged) {
        int shared = 0;
        for (int index = flagged.nextSetBit(0); index >= 0; index = flagged.nextSetBit(index + 1)) {
            boolean lastOfRow = index % cells.columns() == cells.columns() - 1;
            shared += !lastOfRow && flagged.get(index + 1) ? 1 : 0;
            shared += flagged.get(index + cells.columns()) ? 1 : 0;
        }
        return shared;
    }

    private static int leastOutline(int count) {
        int side = (int) Math.sqrt(count);
        int rest = count - side * side;
        if (rest == 0) {
            return SIDES * side;
        }
        return SIDES * side + (rest <= side ? 2 : SIDES);
    }
}
