package org.hotspots.http.ogc;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.hotspots.hotspot.CellLayer;
import org.hotspots.hotspot.Run;
import org.hotspots.http.CellFeatures;
import org.locationtech.jts.geom.Geometry;

/**
 * A cell of a run.
 *
 * @param index of the cell in the layer's window
 */
record CellItem(Run run, CellLayer layer, int index) implements Item {
    @Override
    public String id() {
        return layer.cells().lattice().id(layer.cells().cell(index));
    }

    @Override
    public Geometry geometry() {
        return layer.cells().lattice().polygon(layer.cells().cell(index));
    }

    @Override
    public void writeProperties(JsonGenerator json) throws IOException {
        CellFeatures.writeFigures(json, layer, index);
        RunContent.writeRun(json, run);
    }
}
