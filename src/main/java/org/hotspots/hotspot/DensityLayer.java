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
 */
public record DensityLayer(Raster raster, BitSet inside, double mean, double peakOfOne, double max) {}
