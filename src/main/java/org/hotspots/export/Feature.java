package org.hotspots.export;

import com.fasterxml.jackson.databind.JsonNode;
import org.hotspots.geo.BritishGridPoint;
import org.locationtech.jts.geom.Geometry;

/**
 * One feature with its figures.
 *
 * @param id its name in the layer
 * @param geometry polygonal, or a point where the layer has points; EPSG:27700
 * @param centre a point that stands for it in a table
 * @param properties as the interface tells them
 */
public record Feature(String id, Geometry geometry, BritishGridPoint centre, JsonNode properties) {}
