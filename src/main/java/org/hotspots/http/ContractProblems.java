package org.hotspots.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The problems in the contract. The resource names under {@code x-problems} what an operation may refuse for reasons of
 * its own; that becomes a response for each status, and what any address may answer becomes the default response.
 */
final class ContractProblems {
    /** Words of the problems that a response may be of. */
    static final String TYPES = "x-problem-types";

    private static final String OWN = "x-problems";

    private static final List<ProblemType> ANYWHERE = List.of(
            ProblemType.MALFORMED_ENCODING,
            ProblemType.MALFORMED_PATH,
            ProblemType.MALFORMED_REQUEST,
            ProblemType.CROSS_SITE_REQUEST,
            ProblemType.NOT_FOUND,
            ProblemType.METHOD_NOT_ALLOWED,
            ProblemType.NOT_ACCEPTABLE,
            ProblemType.REQUEST_TIMEOUT,
            ProblemType.URI_TOO_LONG,
            ProblemType.MISDIRECTED_REQUEST,
            ProblemType.HEADERS_TOO_LARGE,
            ProblemType.INTERNAL_ERROR,
            ProblemType.OVERLOADED,
            ProblemType.UNAVAILABLE,
            ProblemType.QUERY_TIMEOUT);

    private ContractProblems() {}

    static void addTo(ObjectNode document) {
        ObjectNode components = Contract.object(document, "components");
        ObjectNode anywhere = Contract.object(components, "responses").putObject("Problem");
        fill(anywhere, ANYWHERE, "What any address may answer. Where Accept asks for HTML it is a page.");
        for (Contract.Operation operation : Contract.operations(document)) {
            if (operation.json() instanceof ObjectNode json) {
                addOwn(json);
            }
        }
        ArrayNode addresses = Contract.object(components, "schemas")
                .putObject("ProblemAddress")
                .put("type", "string")
                .put("description", "Address of a page that says what it means and what to do.")
                .putArray("enum");
        for (ProblemType type : ProblemType.values()) {
            addresses.add("/problems/" + type.slug());
        }
    }

    private static void addOwn(ObjectNode operation) {
        Map<Integer, List<ProblemType>> byStatus = new TreeMap<>();
        for (JsonNode slug : operation.get(OWN)) {
            ProblemType type = ProblemType.find(slug.asText())
                    .orElseThrow(() -> new IllegalStateException("the contract names a problem " + slug));
            byStatus.computeIfAbsent(type.status(), ignored -> new ArrayList<>())
                    .add(type);
        }
        operation.remove(OWN);
        ObjectNode responses = Contract.object(operation, "responses");
        byStatus.forEach((status, types) -> fill(
                responses.putObject(status.toString()),
                types,
                types.stream().map(ProblemType::title).collect(Collectors.joining("; ")) + "."));
        responses.putObject("default").put("$ref", "#/components/responses/Problem");
    }

    private static void fill(ObjectNode response, List<ProblemType> types, String description) {
        response.put("description", description);
        response.putObject("content")
                .putObject(ProblemBody.JSON)
                .putObject("schema")
                .put("$ref", "#/components/schemas/Problem");
        ArrayNode slugs = response.putArray(TYPES);
        types.forEach(type -> slugs.add(type.slug()));
    }
}
