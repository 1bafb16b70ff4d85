package org.hotspots.hotspot;

import java.util.stream.IntStream;
import org.hotspots.kernel.StudyCells;

/**
 * The cells of a run, arrays per window index of {@code cells} and never written to.
 *
 * @param cells the area's patrollable cells, those without events included: {@link PatrollableCells}
 * @param counts events in each cell
 * @param values their weight, which is what is scored and painted; the counts themselves where every event weighs 1
 * @param z Gi* of each cell; NaN outside
 * @param p two-sided p of z; NaN outside
 * @param q p after Benjamini-Hochberg over all study cells; NaN outside
 */
@SuppressWarnings("ArrayRecordComponent")
public record CellLayer(StudyCells cells, double[] counts, double[] values, double[] z, double[] p, double[] q) {
    /** Whether the values are weights and not counts. */
    public boolean isWeighted() {
        return values != counts;
    }

    /** Window indices of the cells that have events, from the south-west. */
    public IntStream withEvents() {
        return cells.inside().stream().filter(index -> counts[index] > 0);
    }

    /** The greatest value. */
    public double max() {
        double max = 0;
        for (double value : values) {
            max = Math.max(max, value);
        }
        return max;
    }
}
