package org.hotspots.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Set;
import org.hotspots.question.ParameterSpec;
import org.hotspots.question.ParameterSpec.Areas;
import org.hotspots.question.ParameterSpec.CodebookNames;
import org.hotspots.question.ParameterSpec.Days;
import org.hotspots.question.ParameterSpec.Hours;
import org.hotspots.question.ParameterSpec.Numbers;
import org.hotspots.question.ParameterSpec.WeekDays;
import org.hotspots.question.ParameterSpec.Words;
import org.hotspots.question.QuestionParameters;

/** The question in the contract: its parameters in a query, as JSON that is sent, and as JSON that a run answers with. */
final class ContractQuestion {
    /** What a run's question leaves null, since absence has a meaning. */
    private static final Set<String> NULL_WHEN_ABSENT =
            Set.of("strand", "asb_type", "area", "days", "hours", "codebook", "threshold_m");

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ContractQuestion() {}

    static void addParameters(ObjectNode parameters) {
        for (ParameterSpec spec : QuestionParameters.all()) {
            parameters
                    .putObject(spec.name())
                    .put("name", spec.name())
                    .put("in", "query")
                    .put("description", described(spec))
                    .set("schema", withDefault(schema(spec), spec));
        }
    }

    /** References to the parameters, in their order. */
    static ArrayNode references() {
        ArrayNode references = JSON.arrayNode();
        for (ParameterSpec spec : QuestionParameters.all()) {
            references.addObject().put("$ref", "#/components/parameters/" + spec.name());
        }
        return references;
    }

    /** The body of a question: null is the same as absent. */
    static ObjectNode asked() {
        ObjectNode body = JSON.objectNode().put("type", "object").put("additionalProperties", false);
        ObjectNode properties = body.putObject("properties");
        for (ParameterSpec spec : QuestionParameters.all()) {
            ObjectNode schema = orNull(withDefault(schema(spec), spec));
            properties.set(spec.name(), schema.put("description", described(spec)));
        }
        return body;
    }

    /** A run's question, with every parameter. */
    static ObjectNode answered() {
        ObjectNode question = JSON.objectNode().put("type", "object");
        question.put("description", "The question in full, as it may be sent again.");
        ArrayNode required = question.putArray("required");
        ObjectNode properties = question.putObject("properties");
        for (ParameterSpec spec : QuestionParameters.all()) {
            required.add(spec.name());
            ObjectNode schema = schema(spec);
            properties.set(spec.name(), NULL_WHEN_ABSENT.contains(spec.name()) ? orNull(schema) : schema);
        }
        return question;
    }

    private static String described(ParameterSpec spec) {
        return spec.sentence() + " Default: " + spec.defaultSentence() + ".";
    }

    private static ObjectNode schema(ParameterSpec spec) {
        ObjectNode schema = JSON.objectNode();
        ParameterSpec.Values values = spec.values();
        if (values instanceof Numbers numbers) {
            schema.put("type", numbers.whole() ? "integer" : "number");
            schema.put("minimum", Json.plain(numbers.minimum())).put("maximum", Json.plain(numbers.maximum()));
            return schema;
        }
        schema.put("type", "string");
        if (values instanceof Words words) {
            ArrayNode allowed = schema.putArray("enum");
            words.words().forEach(allowed::add);
        } else if (values instanceof Days) {
            schema.put("format", "date");
        } else if (values instanceof Hours) {
            schema.put("example", "21-3");
        } else if (values instanceof WeekDays) {
            schema.put("example", "friday,saturday");
        } else if (values instanceof Areas) {
            schema.put("example", "town:rugby");
        } else if (!(values instanceof CodebookNames)) {
            throw new IllegalStateException("no schema of " + values);
        }
        return schema;
    }

    private static ObjectNode withDefault(ObjectNode schema, ParameterSpec spec) {
        String usual = spec.defaultValue();
        if (usual != null && spec.values() instanceof Numbers) {
            schema.put("default", new BigDecimal(usual));
        } else if (usual != null) {
            schema.put("default", usual);
        }
        return schema;
    }

    private static ObjectNode orNull(ObjectNode schema) {
        schema.put("nullable", true);
        if (schema.get("enum") instanceof ArrayNode words) {
            words.addNull();
        }
        return schema;
    }
}
