package org.hotspots.http.ogc;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.hotspots.http.GeoJson;
import org.hotspots.http.Json;
import org.locationtech.jts.geom.Envelope;

/** What is told of a collection. */
final class CollectionDocument {
    private static final String GREGORIAN = "http://www.opengis.net/def/uom/ISO-8601/0/Gregorian";
    private static final double SCALE = 1e7;

    private CollectionDocument() {}

    /** @param links gets those to its items and tiles */
    static ObjectNode of(FeatureSource source, Content content, Links links) {
        String path = "/collections/" + source.id();
        links.add("items", GeoJson.TYPE, "Its features as GeoJSON", path + "/items?f=json");
        links.add("items", Form.HTML_TYPE, "Its features as a page", path + "/items?f=html");
        for (TileLayer layer : TileLayer.of(source)) {
            links.add(layer.relation(), Json.TYPE, layer.title(), path + layer.path());
        }
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("id", source.id())
                .put("title", source.title())
                .put("description", content.description())
                .put("itemType", "feature");
        json.set("extent", extent(content));
        ArrayNode systems = json.putArray("crs");
        Crs.uris().forEach(systems::add);
        json.put("storageCrs", Crs.EPSG_27700.uri());
        json.set("links", links.toJson());
        return json;
    }

    private static ObjectNode extent(Content content) {
        ObjectNode extent = JsonNodeFactory.instance.objectNode();
        Envelope box = content.extent();
        ObjectNode spatial = extent.putObject("spatial");
        // Outwards, so that nothing lies outside by a rounding.
        spatial.putArray("bbox")
                .addArray()
                .add(Math.floor(box.getMinX() * SCALE) / SCALE)
                .add(Math.floor(box.getMinY() * SCALE) / SCALE)
                .add(Math.ceil(box.getMaxX() * SCALE) / SCALE)
                .add(Math.ceil(box.getMaxY() * SCALE) / SCALE);
        spatial.put("crs", Crs.CRS84.uri());
        Period period = content.period();
        if (period != null) {
            ObjectNode temporal = extent.putObject("temporal");
            temporal.putArray("interval")
                    .addArray()
                    .add(period.start().toString())
                    .add(period.lastSecond().toString());
            temporal.put("trs", GREGORIAN);
        }
        return extent;
    }
}
