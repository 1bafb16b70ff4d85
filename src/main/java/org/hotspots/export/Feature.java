package org.hotspots.export;

import com.fasterxml.jackson.databind.JsonNode;
import org.hotspots.geo.BritishGridPoint;
import org.locationtech.jts.geom.Geometry;

/**
 * One outline with its figures.
 *
 * @param id its name in the layer
 * @param outline polygonal, EPSG:27700
 * @param centre a point that stands for it in a table
 * @param properties as the interface tells them
 */
public record Feature(String id, Geometry outline, BritishGridPoint centre, JsonNode properties) {}
