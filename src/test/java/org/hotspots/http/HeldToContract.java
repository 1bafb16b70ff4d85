package org.hotspots.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.oas.OpenApi30;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Holds answers to the contract: status, media type, type of problem, and every member of a JSON document. Stricter than
 * what clients are told: a member that the contract does not name is a fault.
 */
public final class HeldToContract {
    private static final JsonNode CONTRACT = Contract.of("test");
    private static final ObjectNode COMPONENTS = closed(CONTRACT.get("components"));
    private static final List<Known> OPERATIONS = Contract.operations(CONTRACT).stream()
            // What is written out goes before what a place-holder would match.
            .sorted(Comparator.comparing(
                    operation -> operation.path().chars().filter(c -> c == '{').count()))
            .map(operation -> new Known(operation, pattern(operation.path())))
            .toList();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(
            VersionFlag.V4,
            builder -> builder.metaSchema(OpenApi30.getInstance())
                    .defaultMetaSchemaIri(OpenApi30.getInstance().getIri()));
    private static final Map<JsonNode, JsonSchema> READ = new ConcurrentHashMap<>();
    private static final JsonNode PROBLEM = reference("Problem");

    private HeldToContract() {}

    private record Known(Contract.Operation operation, Pattern path) {}

    /** What came back. */
    @SuppressWarnings("ArrayRecordComponent")
    record Answer(String method, String target, int status, String mediaType, byte[] body) {}

    /** Throws where the answer is not one that the contract names; what the contract has no address of may be anything. */
    public static void check(HttpResponse<?> response, byte[] body) {
        String mediaType = response.headers()
                .firstValue("Content-Type")
                .map(type -> type.split(";", 2)[0])
                .orElse("");
        boolean isPlain = response.headers().firstValue("Content-Encoding").isEmpty();
        check(new Answer(
                response.request().method(),
                response.uri().getRawPath(),
                response.statusCode(),
                mediaType,
                isPlain ? body : new byte[0]));
    }

    static void check(Answer answer) {
        if (answer.mediaType().equals(ProblemBody.JSON)) {
            checkProblem(answer.body());
        }
        Optional<JsonNode> operation = operation(answer);
        if (operation.isPresent()) {
            check(answer, operation.get().get("responses"));
        } else if (answer.target().startsWith("/api/") && !answer.method().equals("OPTIONS")) {
            assertThat(answer.status())
                    .as("%s is not in the contract", told(answer))
                    .isGreaterThanOrEqualTo(400);
        }
    }

    /** Throws where the bytes are no problem of the contract's. */
    static void checkProblem(byte[] body) {
        if (body.length > 0) {
            assertThat(faults(PROBLEM, body)).as(new String(body, UTF_8)).isEmpty();
        }
    }

    private static void check(Answer answer, JsonNode responses) {
        String status = Integer.toString(answer.status());
        if (answer.status() >= 400 && !answer.mediaType().equals(Json.TYPE)) {
            checkType(answer, responses);
            return;
        }
        assertThat(responses.has(status))
                .as("%s: status in the contract", told(answer))
                .isTrue();
        JsonNode content = Contract.resolved(CONTRACT, responses.get(status)).path("content");
        if (content.isMissingNode()) {
            assertThat(answer.body()).as(told(answer)).isEmpty();
            return;
        }
        assertThat(content.has(answer.mediaType()))
                .as("%s: media type in the contract", told(answer))
                .isTrue();
        if (answer.mediaType().endsWith("json") && answer.body().length > 0) {
            assertThat(faults(content.get(answer.mediaType()).get("schema"), answer.body()))
                    .as("%s against its schema", told(answer))
                    .isEmpty();
        }
    }

    /** The problem's type must be one that the operation names for this status, or one that any address may answer. */
    private static void checkType(Answer answer, JsonNode responses) {
        if (!answer.mediaType().equals(ProblemBody.JSON) || answer.body().length == 0) {
            return;
        }
        String type = Wire.json(new String(answer.body(), UTF_8)).get("type").asText();
        List<String> named = Stream.of(Integer.toString(answer.status()), "default")
                .filter(responses::has)
                .map(status -> Contract.resolved(CONTRACT, responses.get(status)))
                .flatMap(response -> response.path(ContractProblems.TYPES).valueStream())
                .map(slug -> "/problems/" + slug.asText())
                .toList();
        assertThat(named).as("%s: problems in the contract", told(answer)).contains(type);
    }

    private static Optional<JsonNode> operation(Answer answer) {
        String method = answer.method().equals("HEAD") ? "get" : answer.method().toLowerCase(Locale.ROOT);
        return OPERATIONS.stream()
                .filter(known -> known.operation().method().equals(method)
                        && known.path().matcher(answer.target()).matches())
                .map(known -> known.operation().json())
                .findFirst();
    }

    static List<String> faults(JsonNode schema, byte[] body) {
        try {
            return READ.computeIfAbsent(schema, HeldToContract::read).validate(JSON.readTree(body)).stream()
                    .map(Object::toString)
                    .limit(10)
                    .toList();
        } catch (JsonProcessingException e) {
            return List.of(e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode reference(String name) {
        return JsonNodeFactory.instance.objectNode().put("$ref", "#/components/schemas/" + name);
    }

    private static JsonSchema read(JsonNode schema) {
        ObjectNode document = closed(schema);
        document.set("components", COMPONENTS);
        return SCHEMAS.getSchema(
                document,
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build());
    }

    /** A copy in which objects have no members but those that are named. */
    private static ObjectNode closed(JsonNode schema) {
        ObjectNode copy = schema.deepCopy();
        copy.findParents("properties").stream()
                .filter(each -> each.get("properties").isObject() && !each.has("additionalProperties"))
                .forEach(each -> ((ObjectNode) each).put("additionalProperties", false));
        return copy;
    }

    private static Pattern pattern(String template) {
        return Pattern.compile(Stream.of(template.split("(?=\\{)|(?<=\\})", -1))
                .map(part -> part.startsWith("{") ? "[^/]+" : Pattern.quote(part))
                .collect(Collectors.joining()));
    }

    private static String told(Answer answer) {
        return answer.method() + " " + answer.target() + ": " + answer.status() + " " + answer.mediaType();
    }
}
