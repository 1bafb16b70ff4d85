package org.hotspots.http.ogc;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.hotspots.hotspot.CellLayer;
import org.hotspots.hotspot.Run;
import org.hotspots.http.Json;
import org.locationtech.jts.geom.Geometry;

/**
 * A cell of a run.
 *
 * @param index of the cell in the layer's window
 */
record CellItem(Run run, CellLayer layer, int index) implements Item {
    private static final int SIGNIFICANT_DIGITS = 4;

    @Override
    public String id() {
        return layer.cells().lattice().id(layer.cells().cell(index));
    }

    @Override
    public Geometry outline() {
        return layer.cells().lattice().polygon(layer.cells().cell(index));
    }

    @Override
    public void writeProperties(JsonGenerator json) throws IOException {
        json.writeStringField("cell_id", id());
        json.writeNumberField("count", Json.plain(layer.counts()[index]));
        Json.significant(json, "z", layer.z()[index], SIGNIFICANT_DIGITS);
        Json.significant(json, "p", layer.p()[index], SIGNIFICANT_DIGITS);
        Json.significant(json, "q", layer.q()[index], SIGNIFICANT_DIGITS);
        RunContent.writeRun(json, run);
    }
}
