package org.hotspots.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hotspots.offence.Codebooks;
import org.hotspots.question.MethodChoices;
import org.hotspots.question.Question;
import org.hotspots.question.QuestionReader;
import org.hotspots.question.RefusedQuestionException;
import org.hotspots.support.TestWorld;
import org.junit.jupiter.api.Test;

/** The contract and the program, compared both ways. */
class ContractTest extends AskedWorld {
    private static final JsonNode CONTRACT = Contract.of("test");

    /** What a value needs beside it to be allowed. */
    private static final Map<String, Map<String, List<String>>> BESIDE = Map.of(
            "strand", Map.of("theme", List.of("hate")),
            "asb_type", Map.of("theme", List.of("asb")),
            "neighbour_m", Map.of("cell_m", List.of("25")));

    /** Values in the test's world for parameters that an address requires. */
    private static final Map<String, String> REQUIRED = Map.of(
            "lon",
            "-1.26",
            "lat",
            "52.37",
            "kind",
            "town",
            "places",
            "h1",
            "q",
            "middleton",
            "corners",
            "-1.27,52.37;-1.25,52.37;-1.26,52.38");

    @Test
    void isAValidOpenApiDocument() {
        HttpResponse<String> response = wire.get("/openapi.json");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(new OpenAPIV3Parser().readContents(response.body()).getMessages())
                .isEmpty();
        assertThat(response.body()).isEqualTo(CONTRACT.toString());
        Set<String> names = Contract.operations(CONTRACT).stream()
                .map(operation -> operation.json().get("operationId").asText())
                .collect(Collectors.toSet());
        assertThat(names).hasSameSizeAs(Contract.operations(CONTRACT));
    }

    @Test
    void everyReferenceHasATargetAndEveryShapeIsUsed() {
        Set<String> used = new TreeSet<>(CONTRACT.findValuesAsText("$ref"));
        assertThat(used)
                .allSatisfy(
                        address -> assertThat(CONTRACT.at(address.substring(1)).isMissingNode())
                                .as(address)
                                .isFalse());
        List<String> shapes = new ArrayList<>();
        CONTRACT.at("/components/schemas").fieldNames().forEachRemaining(shapes::add);
        // Its documents are events of a stream, which OpenAPI 3.0 has no words for.
        shapes.remove("ImportProgress");
        assertThat(shapes).allSatisfy(name -> assertThat(used).contains("#/components/schemas/" + name));
    }

    /** All but those of the standard interface for map programs, which has a contract of its own below its address. */
    private static List<Route> routes() {
        return world.routes().stream()
                .filter(route -> !route.path().startsWith("/ogc"))
                .toList();
    }

    @Test
    void everyRouteIsInTheContractAndEveryAddressOfTheContractIsARoute() {
        assertThat(Contract.operations(CONTRACT).stream()
                        .map(operation -> operation.method().toUpperCase(Locale.ROOT) + " " + operation.path()))
                .containsExactlyInAnyOrderElementsOf(routes().stream()
                        .map(route -> route.method() + " " + route.path())
                        .toList());
    }

    @Test
    void everyRouteTakesTheParametersAndAnswersWithTheMediaTypesOfTheContract() {
        Map<String, Route> routes = routes().stream()
                .collect(Collectors.toMap(route -> route.method() + " " + route.path(), route -> route));
        for (Contract.Operation operation : Contract.operations(CONTRACT)) {
            String address = operation.method().toUpperCase(Locale.ROOT) + " " + operation.path();
            Route route = Objects.requireNonNull(routes.get(address), address);
            Set<String> query = new HashSet<>();
            Set<String> path = new HashSet<>();
            for (JsonNode parameter : parameters(operation)) {
                (parameter.get("in").asText().equals("path") ? path : query)
                        .add(parameter.get("in").asText().equals("header") ? "" : name(parameter));
            }
            query.remove("");
            assertThat(query).as(address).isEqualTo(route.parameters());
            assertThat(path.stream().map(name -> "{" + name + "}"))
                    .as(address)
                    .allSatisfy(name -> assertThat(operation.path()).contains(name));
            assertThat(path).as(address).hasSize((int)
                    operation.path().chars().filter(c -> c == '{').count());
            if (operation.json().get("responses").has("204")) continue; // what has no content has no type
            Set<String> answered = new HashSet<>();
            operation.json().get("responses").properties().stream()
                    .filter(response -> response.getKey().startsWith("2"))
                    .forEach(response ->
                            response.getValue().path("content").fieldNames().forEachRemaining(answered::add));
            assertThat(answered)
                    .as(address)
                    .isEqualTo(route.produces().stream()
                            .map(type -> type.split(";", 2)[0])
                            .collect(Collectors.toSet()));
        }
    }

    @Test
    void aQuestionIsReadAsTheContractSays() {
        QuestionReader reader =
                new QuestionReader(TestWorld.snapshot(1, 3000), new Codebooks(List.of(World.DAYS)), MethodChoices.NONE);
        Question usual = reader.read(Map.of());
        JsonNode body = CONTRACT.at("/components/schemas/QuestionAsked/properties");
        JsonNode answered = CONTRACT.at("/components/schemas/Question/properties");
        List<String> names = new ArrayList<>();
        body.fieldNames().forEachRemaining(names::add);
        assertThat(usual.toJson().fieldNames()).toIterable().containsExactlyElementsOf(names);
        for (Map.Entry<String, JsonNode> each : body.properties()) {
            String name = each.getKey();
            JsonNode schema = CONTRACT.at("/components/parameters/" + name + "/schema");
            if (schema.has("default")) {
                assertThat(reader.read(given(name, schema.get("default").asText())))
                        .as(name)
                        .isEqualTo(usual);
            }
            assertThat(usual.toJson().get(name).isNull())
                    .as(name)
                    .isEqualTo(answered.get(name).path("nullable").asBoolean());
            for (String allowed : allowed(schema)) {
                assertThat(reader.read(given(name, allowed)).toJson().get(name).asText())
                        .as(name)
                        .isEqualTo(allowed);
            }
            for (String refused : refused(schema)) {
                assertThatThrownBy(() -> reader.read(given(name, refused)))
                        .as(name + "=" + refused)
                        .isInstanceOf(RefusedQuestionException.class);
            }
        }
    }

    private static Map<String, List<String>> given(String name, String value) {
        Map<String, List<String>> given = new HashMap<>(BESIDE.getOrDefault(name, Map.of()));
        given.put(name, List.of(value));
        return given;
    }

    private static List<String> allowed(JsonNode schema) {
        List<String> allowed = new ArrayList<>();
        schema.path("enum").forEach(word -> allowed.add(word.asText()));
        if (schema.has("minimum")) {
            allowed.add(schema.get("minimum").asText());
        }
        if (schema.has("maximum")) {
            allowed.add(schema.get("maximum").asText());
        }
        return allowed;
    }

    private static List<String> refused(JsonNode schema) {
        List<String> refused = new ArrayList<>();
        if (schema.has("enum") || schema.path("type").asText().equals("boolean")) {
            refused.add("nonsense");
        }
        if (schema.has("minimum")) {
            refused.add(schema.get("minimum")
                    .decimalValue()
                    .subtract(BigDecimal.ONE)
                    .toPlainString());
        }
        if (schema.has("maximum")) {
            refused.add(schema.get("maximum").decimalValue().add(BigDecimal.ONE).toPlainString());
        }
        if (schema.path("type").asText().equals("integer")) {
            refused.add("7.5");
        }
        return refused;
    }

    @Test
    void everyOtherParameterHasTheDefaultAndTheRangeOfTheContract() {
        String run = run("theme=asb").get("run_id").asText();
        for (Contract.Operation operation : Contract.operations(CONTRACT)) {
            if (!operation.method().equals("get") || operation.path().equals("/api/v1/runs")) {
                continue;
            }
            Map<String, String> usual = new HashMap<>();
            for (JsonNode parameter : parameters(operation)) {
                if (isQuery(parameter) && parameter.path("required").asBoolean()) {
                    usual.put(name(parameter), REQUIRED.get(name(parameter)));
                }
            }
            String path = operation.path().replace("{run_id}", run);
            for (JsonNode parameter : parameters(operation)) {
                if (isQuery(parameter)) {
                    probe(path, usual, parameter);
                }
            }
        }
    }

    private static void probe(String path, Map<String, String> usual, JsonNode parameter) {
        JsonNode schema = Contract.resolved(CONTRACT, parameter.get("schema"));
        String name = name(parameter);
        for (String value : refused(schema)) {
            HttpResponse<String> answer = wire.get(asked(path, usual, name, value));
            assertThat(answer.statusCode()).as(answer.uri().toString()).isEqualTo(400);
            assertThat(Wire.json(answer).get("errors").findValuesAsText("name")).contains(name);
        }
        schema.path("enum").forEach(word -> {
            HttpResponse<String> answer = wire.get(asked(path, usual, name, word.asText()));
            assertThat(answer.statusCode()).as(answer.uri().toString()).isNotEqualTo(400);
        });
        if (schema.has("default")) {
            JsonNode value = schema.get("default");
            String text = value.isArray()
                    ? value.valueStream().map(JsonNode::asText).collect(Collectors.joining(","))
                    : value.asText();
            HttpResponse<String> named = wire.get(asked(path, usual, name, text));
            HttpResponse<String> left = wire.get(asked(path, usual, "", ""));
            assertThat(named.statusCode()).as(named.uri().toString()).isEqualTo(left.statusCode());
            assertThat(withoutRequest(named)).as(named.uri().toString()).isEqualTo(withoutRequest(left));
        }
        if (parameter.path("required").asBoolean()) {
            Map<String, String> others = new HashMap<>(usual);
            others.remove(name);
            assertThat(wire.get(asked(path, others, "", "")).statusCode())
                    .as(path + " without " + name)
                    .isEqualTo(400);
        }
    }

    /** A problem names its request, which no two answers share. */
    private static String withoutRequest(HttpResponse<String> answer) {
        return answer.body().replaceAll("urn:uuid:[0-9a-f-]+", "");
    }

    private static String asked(String path, Map<String, String> usual, String name, String value) {
        Map<String, String> all = new HashMap<>(usual);
        if (!name.isEmpty()) {
            all.put(name, value);
        }
        return path
                + (all.isEmpty() ? "" : "?")
                + all.entrySet().stream()
                        .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), UTF_8))
                        .collect(Collectors.joining("&"));
    }

    private static boolean isQuery(JsonNode parameter) {
        return parameter.get("in").asText().equals("query");
    }

    private static String name(JsonNode parameter) {
        return parameter.get("name").asText();
    }

    private static List<JsonNode> parameters(Contract.Operation operation) {
        return operation
                .json()
                .path("parameters")
                .valueStream()
                .map(reference -> Contract.resolved(CONTRACT, reference))
                .toList();
    }

    @Test
    void everyProblemIsNamedByTheContractAndEveryProblemOfAnImportHasAPage() {
        Set<String> named = new TreeSet<>();
        CONTRACT.findValues(ContractProblems.TYPES).forEach(types -> types.forEach(type -> named.add(type.asText())));
        assertThat(named)
                .containsExactlyInAnyOrderElementsOf(List.of(ProblemType.values()).stream()
                        .map(ProblemType::slug)
                        .toList());
    }

    @Test
    void everyOperationStandsOnThePageAndEveryLinkOfItLeadsSomewhere() {
        HttpResponse<String> answer = wire.get("/docs");
        assertThat(answer.statusCode()).isEqualTo(200);
        String page = answer.body();
        assertThat(page).doesNotContain("<script", "style=");
        for (Contract.Operation operation : Contract.operations(CONTRACT)) {
            assertThat(page)
                    .contains("id=\"" + operation.json().get("operationId").asText() + "\"");
        }
        Set<String> links = new TreeSet<>();
        Matcher matcher = Pattern.compile("href=\"([^\"]+)\"").matcher(page);
        while (matcher.find()) {
            links.add(matcher.group(1));
        }
        assertThat(links).hasSizeGreaterThan(100).allSatisfy(link -> {
            if (link.startsWith("#")) {
                assertThat(page).contains("id=\"" + link.substring(1) + "\"");
            } else {
                assertThat(wire.get(link).statusCode()).as(link).isEqualTo(200);
            }
        });
    }

    @Test
    void anAnswerThatDiffersFromTheContractIsFound() {
        JsonNode schema = HeldToContract.reference("Run");
        ObjectNode run = (ObjectNode) run("theme=asb");
        assertThat(faults(schema, run)).isEmpty();
        assertThat(faults(schema, run.deepCopy().put("more", 1))).isNotEmpty();
        assertThat(faults(schema, without(run, "n"))).isNotEmpty();
        assertThat(faults(schema, run.deepCopy().put("n", "1"))).isNotEmpty();
        assertThat(faults(schema, run.deepCopy().putNull("n"))).isNotEmpty();
        assertThat(faults(schema, run.deepCopy().put("run_id", "1"))).isNotEmpty();
        ObjectNode deep = run.deepCopy();
        ((ObjectNode) deep.get("verdict")).put("kind", "perhaps");
        assertThat(faults(schema, deep)).isNotEmpty();
        byte[] health = "{\"status\":\"up\"}".getBytes(UTF_8);
        HeldToContract.check(new HeldToContract.Answer("GET", "/health/live", 200, Json.TYPE, health));
        for (HeldToContract.Answer other : List.of(
                new HeldToContract.Answer("GET", "/health/live", 201, Json.TYPE, health),
                new HeldToContract.Answer("GET", "/health/live", 200, "text/json", health),
                new HeldToContract.Answer("GET", "/api/v1/none", 200, Json.TYPE, health))) {
            assertThatThrownBy(() -> HeldToContract.check(other)).isInstanceOf(AssertionError.class);
        }
    }

    private static ObjectNode without(ObjectNode document, String member) {
        ObjectNode copy = document.deepCopy();
        copy.remove(member);
        return copy;
    }

    private static List<String> faults(JsonNode schema, JsonNode document) {
        return HeldToContract.faults(schema, document.toString().getBytes(UTF_8));
    }
}
