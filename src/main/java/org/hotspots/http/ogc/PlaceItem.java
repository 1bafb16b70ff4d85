package org.hotspots.http.ogc;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.hotspots.export.Column;
import org.hotspots.export.Layer;
import org.hotspots.export.LayerColumns;
import org.hotspots.hotspot.ChangeSince;
import org.hotspots.hotspot.Hotspot;
import org.hotspots.hotspot.Run;
import org.hotspots.http.HotspotFeature;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/** A hotspot or cluster of a run, with the change of its count since the period before. */
record PlaceItem(Run run, Hotspot place, ChangeSince change) implements Item {
    @Override
    public String id() {
        return place.id();
    }

    /** Of several parts even where there is one: a layer has one type of geometry. */
    @Override
    public Geometry geometry() {
        return place.outline() instanceof Polygon one
                ? new GeometryFactory().createMultiPolygon(new Polygon[] {one})
                : place.outline();
    }

    /** The columns of the exported layer: what is read here and from a file can stand in one table. */
    @Override
    public void writeProperties(JsonGenerator json) throws IOException {
        JsonNode figures = HotspotFeature.properties(place, change);
        for (Column column : LayerColumns.of(Layer.HOTSPOTS, false)) {
            column.write(json, figures);
        }
        RunContent.writeRun(json, run);
    }
}
