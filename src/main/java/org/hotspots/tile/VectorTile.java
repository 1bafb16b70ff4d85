package org.hotspots.tile;

/**
 * A vector tile.
 *
 * @param bytes Mapbox Vector Tile 2.1; never written to
 * @param features number of features in it
 * @param truncated whether cells are left out: the tile would have been too large, or they are too small to be drawn
 */
@SuppressWarnings("ArrayRecordComponent")
public record VectorTile(byte[] bytes, int features, boolean truncated) {}
