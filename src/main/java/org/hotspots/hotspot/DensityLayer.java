package org.hotspots.hotspot;

import java.util.BitSet;
import org.hotspots.kernel.Raster;

/**
 * The density surface of a run.
 *
 * @param raster events, or their weight, per km2 over the period; goes on a little beyond the study area
 * @param inside bit {@code row * columns + column} for each raster cell whose centre lies in the study area; never
 *     changed
 * @param mean mean over the ground in reach of the events: those cells inside where any event makes a difference, but
 *     at least as much ground as {@value Surfaces#LEAST_KERNELS} kernels; 0 without events
 * @param peakOfOne what a single event, of mean weight, gives at its own place
 * @param max greatest value inside
 * @param unsure bits as in {@code inside}: cells of the study area of which over a quarter of the kernel lies beyond the
 *     border of the data; never changed
 */
public record DensityLayer(Raster raster, BitSet inside, double mean, double peakOfOne, double max, BitSet unsure) {

    /** Ground of the study area where density rests on less than three quarters of a kernel. */
    public double unsureKm2() {
        double cellMetres = raster.grid().cellMetres();
        return unsure.cardinality() * cellMetres * cellMetres / 1e6;
    }
}
