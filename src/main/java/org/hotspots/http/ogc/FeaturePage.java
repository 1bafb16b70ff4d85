package org.hotspots.http.ogc;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.hotspots.http.GeoJson;

/**
 * One page of the features that a request matches.
 *
 * @param query what was asked
 * @param matched all features that match, on this page or not
 * @param provenance members that say where they come from
 * @param links of the page
 */
record FeaturePage(ItemsQuery query, List<Item> matched, ObjectNode provenance, Links links) {

    /** The items of a content that lie in the box and time that are asked for, in their order. */
    static List<Item> matched(Content content, ItemsQuery query) {
        if (!query.meets(content.period())) {
            return List.of();
        }
        BoundingBox box = query.box();
        if (box == null) {
            return content.items();
        }
        BoundingBox.Test test = box.test();
        return content.items().stream()
                .filter(item -> test.meets(item.outline()))
                .toList();
    }

    void write(JsonGenerator json) throws IOException {
        int from = Math.min(query.offset(), matched.size());
        int to = (int) Math.min((long) from + query.limit(), matched.size());
        json.writeStartObject();
        json.writeStringField("type", "FeatureCollection");
        writeMembers(json, provenance);
        json.writeNumberField("numberMatched", matched.size());
        json.writeNumberField("numberReturned", to - from);
        // Of the answer, not of any figure in it.
        json.writeStringField(
                "timeStamp", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        json.writeFieldName("links");
        json.writeRawValue(links.toJson().toString());
        json.writeArrayFieldStart("features");
        for (Item item : matched.subList(from, to)) {
            json.writeStartObject();
            writeFeature(json, item, query.crs());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** Writes one feature as a document of its own. */
    static void writeOne(JsonGenerator json, Item item, Crs crs, ObjectNode provenance, Links links)
            throws IOException {
        json.writeStartObject();
        writeFeature(json, item, crs);
        writeMembers(json, provenance);
        json.writeFieldName("links");
        json.writeRawValue(links.toJson().toString());
        json.writeEndObject();
    }

    private static void writeFeature(JsonGenerator json, Item item, Crs crs) throws IOException {
        json.writeStringField("type", "Feature");
        json.writeStringField("id", item.id());
        json.writeFieldName("geometry");
        GeoJson.writeGeometry(json, crs.fromBritishGrid(item.outline()), crs.positions());
        json.writeObjectFieldStart("properties");
        item.writeProperties(json);
        json.writeEndObject();
    }

    private static void writeMembers(JsonGenerator json, ObjectNode members) throws IOException {
        for (Map.Entry<String, JsonNode> member : members.properties()) {
            json.writeFieldName(member.getKey());
            json.writeRawValue(member.getValue().toString());
        }
    }
}
