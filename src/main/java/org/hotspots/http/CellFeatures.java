package org.hotspots.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.function.IntPredicate;
import org.hotspots.geo.BritishNationalGrid;
import org.hotspots.hotspot.Agreement;
import org.hotspots.hotspot.CellLayer;
import org.hotspots.kernel.StudyCells;
import org.hotspots.question.Method;
import org.locationtech.jts.geom.Coordinate;

/**
 * Writes the cells of a run as features. Corners are converted some hundreds at a time: one call for each would cost
 * more than the conversion.
 */
public final class CellFeatures {
    private static final int BATCH = 256;
    private static final int MOST_CORNERS = 7;
    private static final int SIGNIFICANT_DIGITS = 4;

    private final JsonGenerator json;
    private final StudyCells cells;
    private final Properties properties;
    private final int[] indexes = new int[BATCH];
    private final int[] starts = new int[BATCH + 1];
    private final double[] corners = new double[BATCH * MOST_CORNERS * 2];
    private int count;

    private CellFeatures(JsonGenerator json, StudyCells cells, Properties properties) {
        this.json = json;
        this.cells = cells;
        this.properties = properties;
    }

    /** Writes what is known of a cell, by its window index. */
    @FunctionalInterface
    private interface Properties {
        void writeTo(JsonGenerator json, int index) throws IOException;
    }

    /** @param nonzero whether to leave out cells without events */
    static void write(JsonGenerator json, CellLayer layer, boolean nonzero) throws IOException {
        new CellFeatures(json, layer.cells(), (out, index) -> writeCounts(out, layer, index))
                .write(index -> !nonzero || layer.counts()[index] > 0);
    }

    /** Writes the cells with any vote. */
    static void write(JsonGenerator json, Agreement agreement) throws IOException {
        new CellFeatures(json, agreement.cells(), (out, index) -> writeVotes(out, agreement, index))
                .write(index -> agreement.votesOfCell()[index] != 0);
    }

    /** The figures of a cell alone, as an object; {@link #write} writes the same. */
    static void writeProperties(JsonGenerator json, CellLayer layer, int index) throws IOException {
        json.writeStartObject();
        writeFigures(json, layer, index);
        json.writeEndObject();
    }

    /** The figures of a cell, as members of an open object. */
    public static void writeFigures(JsonGenerator json, CellLayer layer, int index) throws IOException {
        json.writeStringField(
                "cell_id", layer.cells().lattice().id(layer.cells().cell(index)));
        writeCounts(json, layer, index);
    }

    private static void writeCounts(JsonGenerator json, CellLayer layer, int index) throws IOException {
        json.writeNumberField("count", Json.plain(layer.counts()[index]));
        if (layer.isWeighted()) {
            json.writeNumberField("harm", Json.plain(layer.values()[index]));
        }
        Json.significant(json, "z", layer.z()[index], SIGNIFICANT_DIGITS);
        Json.significant(json, "p", layer.p()[index], SIGNIFICANT_DIGITS);
        Json.significant(json, "q", layer.q()[index], SIGNIFICANT_DIGITS);
    }

    private static void writeVotes(JsonGenerator json, Agreement agreement, int index) throws IOException {
        List<Method> methods = agreement.methods(index);
        json.writeNumberField("votes", methods.size());
        Json.words(json, "methods", methods, Method::word);
    }

    private void write(IntPredicate isWritten) throws IOException {
        for (int index = cells.inside().nextSetBit(0);
                index >= 0;
                index = cells.inside().nextSetBit(index + 1)) {
            if (isWritten.test(index)) {
                add(index);
            }
        }
        flush();
    }

    private void add(int index) throws IOException {
        indexes[count] = index;
        int at = starts[count];
        for (Coordinate corner : cells.lattice().polygon(cells.cell(index)).getCoordinates()) {
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
        String id = cells.lattice().id(cells.cell(index));
        json.writeStartObject();
        json.writeStringField("type", "Feature");
        json.writeStringField("id", id);
        json.writeFieldName("geometry");
        GeoJson.writeRing(json, corners, from, positions);
        json.writeObjectFieldStart("properties");
        json.writeStringField("cell_id", id);
        properties.writeTo(json, index);
        json.writeEndObject();
        json.writeEndObject();
    }
}
