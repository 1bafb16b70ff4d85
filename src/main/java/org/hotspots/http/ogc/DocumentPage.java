package org.hotspots.http.ogc;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.hotspots.http.PlainPage;

/**
 * Any document of this interface as a plain page: all that the JSON says, in its order, with its links to follow.
 * Features become a table.
 */
final class DocumentPage {
    private final StringBuilder page = new StringBuilder(4096);

    private DocumentPage() {}

    static String of(String title, JsonNode document) {
        DocumentPage writer = new DocumentPage();
        writer.page.append("<h1>").append(escaped(title)).append("</h1>\n");
        writer.object(document);
        return PlainPage.of(title, writer.page.toString());
    }

    private void object(JsonNode object) {
        page.append("<dl>\n");
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            page.append("<dt>").append(escaped(member.getKey())).append("</dt><dd>");
            member(member.getKey(), member.getValue());
            page.append("</dd>\n");
        }
        page.append("</dl>\n");
    }

    private void member(String name, JsonNode value) {
        if (name.equals("links")) {
            value.forEach(this::link);
        } else if (name.equals("features")) {
            features(value);
        } else if (name.equals("geometry") || name.equals("coordinates")) {
            geometry(value);
        } else {
            value(value);
        }
    }

    private void value(JsonNode value) {
        if (value.isObject()) {
            object(value);
        } else if (value.isArray() && isPlain(value)) {
            String separator = "";
            for (JsonNode element : value) {
                page.append(separator);
                value(element);
                separator = ", ";
            }
        } else if (value.isArray()) {
            page.append("<ul>\n");
            for (JsonNode element : value) {
                page.append("<li>");
                value(element);
                page.append("</li>\n");
            }
            page.append("</ul>\n");
        } else {
            page.append(escaped(value.isNull() ? "-" : value.asText()));
        }
    }

    private static boolean isPlain(JsonNode array) {
        for (JsonNode element : array) {
            if (element.isContainerNode()) {
                return false;
            }
        }
        return true;
    }

    private void link(JsonNode link) {
        String relation = link.path("rel").asText();
        String href = link.path("href").asText();
        String words = escaped(link.path("title").asText(relation));
        page.append("<p>");
        if (link.path("templated").asBoolean()) {
            page.append(words).append(": <code>").append(escaped(href)).append("</code>");
        } else {
            page.append("<a href=\"")
                    .append(escaped(href))
                    .append("\">")
                    .append(words)
                    .append("</a>");
        }
        page.append(" <span class=\"small\">")
                .append(escaped(relation + ", " + link.path("type").asText()))
                .append("</span></p>\n");
    }

    private void geometry(JsonNode geometry) {
        page.append("<details><summary>")
                .append(escaped(geometry.path("type").asText("Numbers")))
                .append("</summary><code>")
                .append(escaped(geometry.toString()))
                .append("</code></details>");
    }

    private void features(JsonNode features) {
        Set<String> names = new LinkedHashSet<>();
        features.forEach(feature -> feature.path("properties").fieldNames().forEachRemaining(names::add));
        page.append(
                "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"Features\">\n<table>\n<thead><tr><th scope=\"col\">id</th>");
        names.forEach(
                name -> page.append("<th scope=\"col\">").append(escaped(name)).append("</th>"));
        page.append("<th scope=\"col\">geometry</th></tr></thead>\n<tbody>\n");
        for (JsonNode feature : features) {
            page.append("<tr><th scope=\"row\">")
                    .append(escaped(feature.path("id").asText()))
                    .append("</th>");
            for (String name : names) {
                page.append("<td>");
                value(feature.path("properties").path(name));
                page.append("</td>");
            }
            page.append("<td>");
            geometry(feature.path("geometry"));
            page.append("</td></tr>\n");
        }
        page.append("</tbody>\n</table>\n</div>\n");
    }

    private static String escaped(String text) {
        return PlainPage.escaped(text);
    }
}
