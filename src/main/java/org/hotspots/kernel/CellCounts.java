package org.hotspots.kernel;

/** Weights of points summed by cell. */
public final class CellCounts {
    private CellCounts() {}

    /**
     * The weight in each cell, per window index; 0 outside the mask, where points are dropped. Linear in the points.
     *
     * @see #weightOutside
     */
    public static double[] count(WeightedPoints points, StudyCells cells) {
        double[] counts = new double[cells.windowSize()];
        for (int i = 0; i < points.count(); i++) {
            int index = insideIndex(points, i, cells);
            if (index >= 0) {
                counts[index] += points.weights()[i];
            }
        }
        return counts;
    }

    /** The weight that {@link #count} drops, because it lies in no cell of the study area. */
    public static double weightOutside(WeightedPoints points, StudyCells cells) {
        double outside = 0;
        for (int i = 0; i < points.count(); i++) {
            if (insideIndex(points, i, cells) < 0) {
                outside += points.weights()[i];
            }
        }
        return outside;
    }

    private static int insideIndex(WeightedPoints points, int i, StudyCells cells) {
        int index = cells.windowIndex(cells.lattice().cellAt(points.eastings()[i], points.northings()[i]));
        return cells.isInside(index) ? index : -1;
    }
}
