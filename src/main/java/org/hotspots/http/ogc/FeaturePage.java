package org.hotspots.http.ogc;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hotspots.http.GeoJson;

/**
 * One page of the features that a request matches.
 *
 * @param crs coordinate reference system that they are told in
 * @param found what is on it
 * @param provenance members that say where they come from
 * @param links of the page
 */
record FeaturePage(Crs crs, Found found, ObjectNode provenance, Links links) {

    /**
     * What is on a page.
     *
     * @param matched number of features that match, on this page or not
     * @param items those on this page
     */
    record Found(int matched, List<Item> items) {
        Found {
            items = List.copyOf(items);
        }

        /** Of the items of a content that lie in the box and time that are asked for, in their order, those of the page. */
        static Found of(Content content, ItemsQuery query) {
            if (!query.meets(content.period())) {
                return new Found(0, List.of());
            }
            List<Item> all = content.items();
            BoundingBox box = query.box();
            if (box == null) {
                int from = Math.min(query.offset(), all.size());
                int to = (int) Math.min((long) from + query.limit(), all.size());
                return new Found(all.size(), all.subList(from, to));
            }
            BoundingBox.Test test = box.test();
            List<Item> page = new ArrayList<>();
            int matched = 0;
            for (Item item : all) {
                if (test.meets(item.geometry())) {
                    if (matched >= query.offset() && page.size() < query.limit()) {
                        page.add(item);
                    }
                    matched++;
                }
            }
            return new Found(matched, page);
        }
    }

    void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", "FeatureCollection");
        writeMembers(json, provenance);
        json.writeNumberField("numberMatched", found.matched());
        json.writeNumberField("numberReturned", found.items().size());
        // Of the answer, not of any figure in it.
        json.writeStringField(
                "timeStamp", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        json.writeFieldName("links");
        json.writeRawValue(links.toJson().toString());
        json.writeArrayFieldStart("features");
        for (Item item : found.items()) {
            json.writeStartObject();
            writeFeature(json, item, crs);
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
        GeoJson.writeGeometry(json, crs.fromBritishGrid(item.geometry()), crs.positions());
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
