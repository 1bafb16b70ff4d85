package org.hotspots.tile;

/**
 * A vector tile.
 *
 * @param bytes Mapbox Vector Tile 2.1; never written to
 * @param features number of features in it
 * @param truncated whether the tile would have been too large, so that only its fullest cells are in it
 */
@SuppressWarnings("ArrayRecordComponent")
public record VectorTile(byte[] bytes, int features, boolean truncated) {}
