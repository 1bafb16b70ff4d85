package org.hotspots.tile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes the layer {@code cells} of a vector tile (Mapbox Vector Tile 2.1). By hand, since going through geometries and
 * maps of properties takes tens of milliseconds for the thousands of cells of a wide tile; TileBenchmark measures it.
 * The tests read the tiles back with a library that shares no code with this.
 */
final class CellLayerWriter {
    private static final int TILE_LAYER = 3;
    private static final int LAYER_NAME = 1;
    private static final int LAYER_FEATURE = 2;
    private static final int LAYER_KEY = 3;
    private static final int LAYER_VALUE = 4;
    private static final int LAYER_EXTENT = 5;
    private static final int LAYER_VERSION = 15;
    private static final int FEATURE_TAGS = 2;
    private static final int FEATURE_TYPE = 3;
    private static final int FEATURE_GEOMETRY = 4;
    private static final int VALUE_STRING = 1;
    private static final int VALUE_FLOAT = 2;
    private static final int VALUE_UINT = 5;
    private static final int POLYGON = 3;
    private static final int MOVE_TO = 1;
    private static final int LINE_TO = 2;
    private static final int CLOSE_PATH = 7;
    private static final List<String> KEYS = List.of("cell_id", "count", "z", "q");

    private final ProtobufBuffer features = new ProtobufBuffer();
    private final ProtobufBuffer values = new ProtobufBuffer();
    private final ProtobufBuffer feature = new ProtobufBuffer();
    private final ProtobufBuffer part = new ProtobufBuffer();
    private final ProtobufBuffer value = new ProtobufBuffer();
    private final Map<Long, Integer> valueOfCount = new HashMap<>();
    private int valueCount;
    private int featureCount;

    int features() {
        return featureCount;
    }

    /**
     * Adds a cell.
     *
     * @param ring whole x, y pairs, the first not repeated, with a positive area where y points down
     * @param corners number of pairs used
     */
    void add(int[] ring, int corners, String cellId, long count, float z, float q) {
        feature.clear();
        part.clear();
        tag(0, string(cellId));
        tag(1, valueOfCount.computeIfAbsent(count, this::unsigned));
        tag(2, floating(z));
        tag(3, floating(q));
        feature.messageField(FEATURE_TAGS, part);
        feature.varintField(FEATURE_TYPE, POLYGON);
        part.clear();
        geometry(ring, corners);
        feature.messageField(FEATURE_GEOMETRY, part);
        features.messageField(LAYER_FEATURE, feature);
        featureCount++;
    }

    private void tag(int key, int value) {
        part.varint(key);
        part.varint(value);
    }

    /** Commands carry their repetitions; coordinates are steps from the point before, from 0, 0 on. */
    private void geometry(int[] ring, int corners) {
        part.varint(MOVE_TO | (1 << 3));
        part.zigZag(ring[0]);
        part.zigZag(ring[1]);
        part.varint(LINE_TO | ((corners - 1) << 3));
        for (int at = 2; at < 2 * corners; at += 2) {
            part.zigZag(ring[at] - ring[at - 2]);
            part.zigZag(ring[at + 1] - ring[at - 1]);
        }
        part.varint(CLOSE_PATH | (1 << 3));
    }

    private int string(String text) {
        value.clear();
        value.stringField(VALUE_STRING, text);
        return added();
    }

    private int floating(float number) {
        value.clear();
        value.floatField(VALUE_FLOAT, number);
        return added();
    }

    private int unsigned(long number) {
        value.clear();
        value.varintField(VALUE_UINT, number);
        return added();
    }

    private int added() {
        values.messageField(LAYER_VALUE, value);
        return valueCount++;
    }

    /** The whole tile. */
    byte[] tile() {
        ProtobufBuffer layer = new ProtobufBuffer();
        layer.varintField(LAYER_VERSION, 2);
        layer.stringField(LAYER_NAME, "cells");
        layer.append(features);
        KEYS.forEach(key -> layer.stringField(LAYER_KEY, key));
        layer.append(values);
        layer.varintField(LAYER_EXTENT, CellVectorTiles.EXTENT);
        ProtobufBuffer tile = new ProtobufBuffer();
        tile.messageField(TILE_LAYER, layer);
        return tile.toByteArray();
    }
}
