package org.hotspots.http;

import static org.hotspots.http.PlainPage.escaped;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The contract as one plain page: contents, every operation with an example, and the shapes of the documents. */
final class ContractPage {
    private final JsonNode contract;
    private final StringBuilder html = new StringBuilder(200_000);

    private ContractPage(JsonNode contract) {
        this.contract = contract;
    }

    /** @param contract a whole OpenAPI document, as {@link Contract#of} makes it */
    static String of(JsonNode contract) {
        ContractPage page = new ContractPage(contract);
        page.writeHead();
        page.writeContents();
        for (JsonNode tag : contract.get("tags")) {
            page.writeTag(tag);
        }
        page.writeDocuments();
        return PlainPage.of("The interface", page.html.toString());
    }

    private void writeHead() {
        html.append("<h1>The interface</h1>\n");
        paragraph(contract.at("/info/description").asText());
        html.append("<p class=\"small\">Version ")
                .append(escaped(contract.at("/info/version").asText()))
                .append(". The same for programs: <a href=\"")
                .append(ContractHandlers.DOCUMENT)
                .append("\">OpenAPI ")
                .append(escaped(contract.get("openapi").asText()))
                .append("</a>. In the examples <code>$RUN</code> stands for the <code>run_id</code> of a run, ")
                .append("<code>$IMPORT</code> for the <code>id</code> of an import.</p>\n");
    }

    private void writeContents() {
        html.append("<nav aria-label=\"Contents\">\n");
        for (JsonNode tag : contract.get("tags")) {
            String name = tag.get("name").asText();
            html.append("<p>").append(escaped(name)).append("</p>\n<ul>\n");
            for (Contract.Operation operation : operations(name)) {
                html.append("<li><a href=\"#").append(id(operation)).append("\">");
                html.append(escaped(operation.json().get("summary").asText())).append("</a><br>");
                html.append(address(operation)).append("</li>\n");
            }
            html.append("</ul>\n");
        }
        html.append("<p><a href=\"#documents\">Documents</a></p>\n</nav>\n");
    }

    private void writeTag(JsonNode tag) {
        String name = tag.get("name").asText();
        html.append("<h2>").append(escaped(name)).append("</h2>\n");
        if (tag.has("description")) {
            paragraph(tag.get("description").asText());
        }
        operations(name).forEach(this::writeOperation);
    }

    private List<Contract.Operation> operations(String tag) {
        return Contract.operations(contract).stream()
                .filter(operation -> operation.json().at("/tags/0").asText().equals(tag))
                .toList();
    }

    private void writeOperation(Contract.Operation operation) {
        JsonNode json = operation.json();
        html.append("<section aria-labelledby=\"").append(id(operation)).append("\">\n<h3 id=\"");
        html.append(id(operation)).append("\">").append(address(operation)).append("</h3>\n");
        paragraph(json.get("summary").asText() + " " + json.path("description").asText());
        writeParameters(json);
        if (json.has("requestBody")) {
            writeBody(json.get("requestBody"));
        }
        html.append("<pre><code>").append(escaped(curl(operation))).append("</code></pre>\n");
        writeResponses(json.get("responses"));
        html.append("</section>\n");
    }

    private void writeParameters(JsonNode operation) {
        if (operation.path("parameters").isEmpty()) {
            return;
        }
        html.append("<dl>\n");
        for (JsonNode reference : operation.get("parameters")) {
            JsonNode parameter = Contract.resolved(contract, reference);
            String where =
                    parameter.get("in").asText() + (parameter.path("required").asBoolean() ? ", required" : "");
            term(parameter.get("name").asText(), where);
            define(escaped(parameter.get("description").asText()) + "<br><span class=\"small\">"
                    + type(parameter.get("schema")) + "</span>");
        }
        html.append("</dl>\n");
    }

    private void writeBody(JsonNode body) {
        paragraph("Body. " + body.path("description").asText());
        html.append("<dl>\n");
        body.get("content").properties().forEach(each -> {
            term(each.getKey(), "");
            define(type(each.getValue().get("schema")));
        });
        html.append("</dl>\n");
    }

    private void writeResponses(JsonNode responses) {
        html.append("<dl>\n");
        for (Map.Entry<String, JsonNode> each : responses.properties()) {
            JsonNode response = Contract.resolved(contract, each.getValue());
            boolean isOther = each.getKey().equals("default");
            term(isOther ? "4xx, 5xx" : each.getKey(), "");
            if (response.has(ContractProblems.TYPES)) {
                define((isOther ? "As any address: " : "") + problems(response));
            } else {
                define(escaped(response.get("description").asText()) + headers(response) + bodies(response));
            }
        }
        html.append("</dl>\n");
    }

    private static String problems(JsonNode response) {
        List<String> links = new ArrayList<>();
        for (JsonNode slug : response.get(ContractProblems.TYPES)) {
            String word = escaped(slug.asText());
            links.add("<a href=\"/problems/" + word + "\">" + word + "</a>");
        }
        return String.join(", ", links);
    }

    private static String headers(JsonNode response) {
        return response.path("headers").properties().stream()
                .map(header -> "<br><code>" + escaped(header.getKey()) + "</code>: "
                        + escaped(header.getValue().get("description").asText()))
                .collect(Collectors.joining());
    }

    private static String bodies(JsonNode response) {
        return response.path("content").properties().stream()
                .map(body -> "<br><code>" + escaped(body.getKey()) + "</code>: "
                        + type(body.getValue().get("schema")))
                .collect(Collectors.joining());
    }

    private void writeDocuments() {
        html.append("<h2 id=\"documents\">Documents</h2>\n");
        for (Map.Entry<String, JsonNode> schema :
                contract.at("/components/schemas").properties()) {
            html.append("<section aria-labelledby=\"schema-")
                    .append(schema.getKey())
                    .append("\">\n<h3 id=\"schema-");
            html.append(schema.getKey())
                    .append("\">")
                    .append(escaped(schema.getKey()))
                    .append("</h3>\n");
            writeSchema(schema.getValue());
            html.append("</section>\n");
        }
    }

    /** A schema in words, and its members, if it has any, in a list below. */
    private void writeSchema(JsonNode schema) {
        html.append("<p>").append(type(schema));
        if (schema.has("description")) {
            html.append(" ").append(escaped(schema.get("description").asText()));
        }
        html.append("</p>\n");
        writeMembers(schema);
    }

    private void writeMembers(JsonNode schema) {
        JsonNode object = schema;
        while (object.has("items")) {
            object = object.get("items");
        }
        if (!object.has("properties")) {
            return;
        }
        html.append("<ul>\n");
        for (Map.Entry<String, JsonNode> member : object.get("properties").properties()) {
            html.append("<li><code>").append(escaped(member.getKey())).append("</code>: ");
            html.append(type(member.getValue()));
            if (member.getValue().has("description")) {
                html.append(" ")
                        .append(escaped(member.getValue().get("description").asText()));
            }
            writeMembers(member.getValue());
            html.append("</li>\n");
        }
        html.append("</ul>\n");
    }

    /** What a value may be, as a sentence of HTML. */
    private static String type(JsonNode schema) {
        return described(schema) + ".";
    }

    private static String described(JsonNode schema) {
        if (schema.has("$ref")) {
            String address = schema.get("$ref").asText();
            String name = escaped(address.substring(address.lastIndexOf('/') + 1));
            return "<a href=\"#schema-" + name + "\">" + name + "</a>";
        }
        List<String> parts = new ArrayList<>();
        if (schema.has("enum")) {
            parts.add("one of " + words(schema.get("enum")));
        } else if (schema.has("items")) {
            parts.add("array of " + described(schema.get("items")));
        } else {
            String type = schema.path("type").asText("any value");
            parts.add(escaped(
                    schema.has("format") ? type + " (" + schema.get("format").asText() + ")" : type));
        }
        if (schema.has("minimum")) {
            String most = schema.has("maximum") ? " to " + schema.get("maximum").asText() : "";
            parts.add("from " + schema.get("minimum").asText() + most);
        }
        if (schema.path("nullable").asBoolean()) {
            parts.add("or null");
        }
        if (schema.has("default")) {
            JsonNode usual = schema.get("default");
            parts.add("default " + (usual.isArray() ? words(usual) : "<code>" + escaped(usual.asText()) + "</code>"));
        }
        return String.join(", ", parts);
    }

    private static String words(JsonNode values) {
        List<String> words = new ArrayList<>();
        for (JsonNode value : values) {
            if (!value.isNull()) {
                words.add("<code>" + escaped(value.asText()) + "</code>");
            }
        }
        return String.join(", ", words);
    }

    /** A command line that asks it of a server on this machine. */
    private String curl(Contract.Operation operation) {
        JsonNode json = operation.json();
        String path = operation.path().replace("{run_id}", "$RUN").replace("/imports/{id}", "/imports/$IMPORT");
        for (JsonNode reference : json.path("parameters")) {
            JsonNode parameter = Contract.resolved(contract, reference);
            if (parameter.has("example")) {
                path = path.replace(
                        "{" + parameter.get("name").asText() + "}",
                        parameter.get("example").asText());
            }
        }
        String query = json.has("x-example") ? "?" + json.get("x-example").asText() : "";
        String method = operation.method().equals("get")
                ? ""
                : "-X " + operation.method().toUpperCase(Locale.ROOT) + " ";
        return "curl " + method + sent(json) + "\"http://127.0.0.1:8080" + path + query + "\"";
    }

    private static String sent(JsonNode operation) {
        if (!operation.has("requestBody")) {
            return "";
        }
        Map.Entry<String, JsonNode> body =
                operation.at("/requestBody/content").properties().iterator().next();
        JsonNode example = body.getValue().path("example");
        String data = example.isMissingNode() ? "--data-binary @FILE " : "-d '" + example + "' ";
        return "-H \"Content-Type: " + body.getKey() + "\" " + data;
    }

    private static String id(Contract.Operation operation) {
        return escaped(operation.json().get("operationId").asText());
    }

    private static String address(Contract.Operation operation) {
        return "<code>" + operation.method().toUpperCase(Locale.ROOT) + " " + escaped(operation.path()) + "</code>";
    }

    private void paragraph(String text) {
        html.append("<p>").append(escaped(text.strip())).append("</p>\n");
    }

    private void term(String name, String more) {
        html.append("<dt><code>").append(escaped(name)).append("</code>");
        html.append(more.isEmpty() ? "" : " <span class=\"small\">" + escaped(more) + "</span>");
        html.append("</dt>\n");
    }

    private void define(String inner) {
        html.append("<dd>").append(inner).append("</dd>\n");
    }
}
