package org.hotspots.hotspot;

import org.hotspots.kernel.StudyCells;

/**
 * The cells of a run, arrays per window index of {@code cells} and never written to.
 *
 * @param cells the area's patrollable cells, those without events included: {@link PatrollableCells}
 * @param counts events in each cell
 * @param z Gi* of each cell; NaN outside
 * @param p two-sided p of z; NaN outside
 * @param q p after Benjamini-Hochberg over all study cells; NaN outside
 */
@SuppressWarnings("ArrayRecordComponent")
public record CellLayer(StudyCells cells, double[] counts, double[] z, double[] p, double[] q) {
    /** The greatest count. */
    public double max() {
        double max = 0;
        for (double count : counts) {
            max = Math.max(max, count);
        }
        return max;
    }
}
