package org.hotspots.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.hotspots.geo.BritishNationalGrid;
import org.hotspots.hotspot.CellLayer;
import org.hotspots.kernel.StudyCells;
import org.locationtech.jts.geom.Coordinate;

/**
 * Writes the cells of a run as features. Corners are converted some hundreds at a time: one call for each would cost
 * more than the conversion.
 */
final class CellFeatures {
    private static final int BATCH = 256;
    private static final int MOST_CORNERS = 7;
    private static final int SIGNIFICANT_DIGITS = 4;

    private final JsonGenerator json;
    private final CellLayer layer;
    private final int[] indexes = new int[BATCH];
    private final int[] starts = new int[BATCH + 1];
    private final double[] corners = new double[BATCH * MOST_CORNERS * 2];
    private int count;

    private CellFeatures(JsonGenerator json, CellLayer layer) {
        this.json = json;
        this.layer = layer;
    }

    /** @param nonzero whether to leave out cells without events */
    static void write(JsonGenerator json, CellLayer layer, boolean nonzero) throws IOException {
        CellFeatures features = new CellFeatures(json, layer);
        StudyCells cells = layer.cells();
        for (int index = cells.inside().nextSetBit(0);
                index >= 0;
                index = cells.inside().nextSetBit(index + 1)) {
            if (!nonzero || layer.counts()[index] > 0) {
                features.add(index);
            }
        }
        features.flush();
    }

    private void add(int index) throws IOException {
        indexes[count] = index;
        int at = starts[count];
        for (Coordinate corner :
                layer.cells().lattice().polygon(layer.cells().cell(index)).getCoordinates()) {
            corners[at++] = corner.x;
            corners[at++] = corner.y;
        }
        starts[++count] = at;
        if (count == BATCH) {
            flush();
        }
    }

    private void flush() throws IOException {
        BritishNationalGrid.toLonLat(corners, starts[count] / 2);
        for (int i = 0; i < count; i++) {
            feature(indexes[i], starts[i], (starts[i + 1] - starts[i]) / 2);
        }
        count = 0;
    }

    private void feature(int index, int from, int positions) throws IOException {
        String id = layer.cells().lattice().id(layer.cells().cell(index));
        json.writeStartObject();
        json.writeStringField("type", "Feature");
        json.writeStringField("id", id);
        json.writeFieldName("geometry");
        GeoJson.writeRing(json, corners, from, positions);
        json.writeObjectFieldStart("properties");
        json.writeStringField("cell_id", id);
        json.writeNumberField("count", Json.plain(layer.counts()[index]));
        if (layer.isWeighted()) {
            json.writeNumberField("harm", Json.plain(layer.values()[index]));
        }
        Json.significant(json, "z", layer.z()[index], SIGNIFICANT_DIGITS);
        Json.significant(json, "p", layer.p()[index], SIGNIFICANT_DIGITS);
        Json.significant(json, "q", layer.q()[index], SIGNIFICANT_DIGITS);
        json.writeEndObject();
        json.writeEndObject();
    }
}
