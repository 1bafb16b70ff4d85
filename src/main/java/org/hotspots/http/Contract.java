package org.hotspots.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.hotspots.area.AreaKind;
import org.hotspots.hotspot.Stability;
import org.hotspots.hotspot.Suited;
import org.hotspots.load.ImportState;
import org.hotspots.offence.AsbType;
import org.hotspots.offence.HateStrand;
import org.hotspots.offence.Theme;
import org.hotspots.question.Method;
import org.hotspots.search.PlaceKind;
import org.hotspots.snapshot.Marking;

/**
 * The contract of the interface as an OpenAPI 3.0.3 document. What a person has to word, addresses and the shapes of
 * documents, stands in two resources; what the program knows is added from it: the parameters of questions, words,
 * problems and the version.
 */
final class Contract {
    private static final String ASK = "/api/v1/runs";

    private Contract() {}

    /**
     * One method at one address.
     *
     * @param path template, as the route's
     * @param method in lower case
     * @param json its operation object
     */
    record Operation(String path, String method, JsonNode json) {}

    /** @param softwareVersion version of the program, which is that of its contract */
    static ObjectNode of(String softwareVersion) {
        ObjectNode document = read("contract.json");
        object(document, "info").put("version", softwareVersion);
        ObjectNode components = object(document, "components");
        ContractQuestion.addParameters(object(components, "parameters"));
        ObjectNode asked = object(object(object(document, "paths"), ASK), "get");
        asked.set("parameters", ContractQuestion.references());
        ObjectNode schemas = read("contract-schemas.json");
        components.set("schemas", schemas);
        schemas.set("QuestionAsked", ContractQuestion.asked());
        schemas.set("Question", ContractQuestion.answered());
        addWords(schemas);
        ContractProblems.addTo(document);
        return document;
    }

    /** All operations of the document, in its order. */
    static List<Operation> operations(JsonNode document) {
        List<Operation> operations = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : document.get("paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                operations.add(new Operation(path.getKey(), method.getKey(), method.getValue()));
            }
        }
        return operations;
    }

    /** What stands at a reference of the document, or the node itself where it is none. */
    static JsonNode resolved(JsonNode document, JsonNode node) {
        return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
    }

    static ObjectNode object(ObjectNode parent, String name) {
        if (parent.get(name) instanceof ObjectNode object) {
            return object;
        }
        throw new IllegalStateException("the contract has no object " + name);
    }

    private static void addWords(ObjectNode schemas) {
        words(schemas, "Theme", Theme.values(), Theme::word);
        words(schemas, "Strand", HateStrand.values(), HateStrand::word);
        words(schemas, "AsbType", AsbType.values(), AsbType::word);
        words(schemas, "Method", Method.values(), Method::word);
        words(schemas, "AreaKind", AreaKind.values(), AreaKind::word);
        words(schemas, "PlaceKind", PlaceKind.values(), PlaceKind::word);
        words(schemas, "ImportState", ImportState.values(), ImportState::word);
        orNull(
                words(schemas, "Marking", Marking.values(), Marking::words),
                "How the data are to be marked; null without data.");
        orNull(words(schemas, "SuitedTo", Suited.values(), Suited::word), "Null where no event's setting is known.");
        orNull(
                words(schemas, "Line", Stability.Line.values(), Stability.Line::word),
                "How its outline is drawn; null where its stability is not known.");
    }

    private static <T> ObjectNode words(ObjectNode schemas, String name, T[] values, Function<T, String> word) {
        ObjectNode schema = schemas.putObject(name).put("type", "string");
        ArrayNode words = schema.putArray("enum");
        for (T value : values) {
            words.add(word.apply(value));
        }
        return schema;
    }

    private static void orNull(ObjectNode schema, String description) {
        schema.put("nullable", true).put("description", description);
        schema.withArray("enum").addNull();
    }

    private static ObjectNode read(String resource) {
        try (InputStream in = Contract.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing from the program");
            }
            if (Json.READER.readTree(in) instanceof ObjectNode object) {
                return object;
            }
            throw new IllegalStateException(resource + " is no object");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }
}
