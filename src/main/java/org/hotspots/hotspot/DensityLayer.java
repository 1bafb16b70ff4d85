package org.hotspots.hotspot;

import java.util.BitSet;
import org.hotspots.kernel.Raster;

/**
 * The density surface of a run.
 *
 * @param raster events per km2 over the period; goes on a little beyond the study area
 * @param inside bit {@code row * columns + column} for each raster cell whose centre lies in the study area; never
 *     changed
 * @param mean mean over the cells inside that are within reach of any event; 0 without events
 * @param max greatest value inside
 */
public record DensityLayer(Raster raster, BitSet inside, double mean, double max) {}
