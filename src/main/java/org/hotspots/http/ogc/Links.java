package org.hotspots.http.ogc;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;

/** The links of one document, whole addresses as programs of several makes expect. */
final class Links {
    static final String ROOT = "/ogc";

    private final String root;
    private final ArrayNode links = JsonNodeFactory.instance.arrayNode();

    private Links(String root) {
        this.root = root;
    }

    /**
     * The document's own link and that to its other form.
     *
     * @param jsonType its media type as JSON
     */
    static Links of(Context ctx, Form form, String jsonType) {
        // The gate has let through this machine's own names only.
        String server = ctx.scheme() + "://" + ctx.host();
        Links links = new Links(server + ROOT);
        String query = ctx.queryString() == null ? "" : "?" + ctx.queryString();
        String other = QueryText.of(ctx).with(Form.NAME, form.other().word()).toString();
        links.links
                .addObject()
                .put("rel", "self")
                .put("type", form.type(jsonType))
                .put("title", "This document")
                .put("href", server + ctx.path() + query);
        links.links
                .addObject()
                .put("rel", "alternate")
                .put("type", form.other().type(jsonType))
                .put("title", form == Form.JSON ? "This document as a page" : "This document as JSON")
                .put("href", server + ctx.path() + other);
        return links;
    }

    /** @param path from the root of this interface, with its query */
    Links add(String rel, String type, String title, String path) {
        links.add(link(rel, type, title, path));
        return this;
    }

    /** A link whose address has place-holders. */
    Links addTemplate(String rel, String type, String title, String path) {
        links.add(link(rel, type, title, path).put("templated", true));
        return this;
    }

    private ObjectNode link(String rel, String type, String title, String path) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("rel", rel)
                .put("type", type)
                .put("title", title)
                .put("href", root + path);
    }

    /** Links of a part of the document, without any of its own yet. */
    Links ofPart() {
        return new Links(root);
    }

    /** Address of the interface, without a slash at its end. */
    String root() {
        return root;
    }

    ArrayNode toJson() {
        return links;
    }
}
