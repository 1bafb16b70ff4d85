package org.hotspots.hotspot;

import org.locationtech.jts.geom.Geometry;

/**
 * Where density is at least a value.
 *
 * @param densityPerKm2 the value
 * @param outline polygonal, EPSG:27700, cut at the study area's edge
 */
public record ContourBand(double densityPerKm2, Geometry outline) {}
