package org.hotspots.question;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hotspots.offence.Codebooks;
import org.hotspots.question.Fault.Kind;
import org.hotspots.snapshot.Snapshot;

/**
 * Reads questions from requests, strictly: unknown, repeated and empty parameters are faults, never ignored, and all
 * faults are told at once. What is absent gets its default, which may depend on the data (the period ends with it) and
 * on the rest of the question. Immutable.
 */
public final class QuestionReader {
    private static final String NAMES = String.join(
            ", ", QuestionParameters.all().stream().map(ParameterSpec::name).toList());

    private final Snapshot snapshot;
    private final Codebooks codebooks;
    private final MethodChoices choices;

    /**
     * A reader of questions about this data: its areas can be asked for, and its last day ends the default period.
     *
     * @param choices decide the method of a question that names neither a method nor a setting of one
     */
    public QuestionReader(Snapshot snapshot, Codebooks codebooks, MethodChoices choices) {
        this.snapshot = snapshot;
        this.codebooks = codebooks;
        this.choices = choices;
    }

    /** A reader of questions that weigh every event the same and have the general default for a method. */
    public QuestionReader(Snapshot snapshot) {
        this(snapshot, Codebooks.NONE, MethodChoices.NONE);
    }

    /**
     * Reads the decoded parameters of a query.
     *
     * @throws RefusedQuestionException with every fault
     */
    public Question read(Map<String, List<String>> query) {
        QuestionDraft draft = new QuestionDraft("query", snapshot, codebooks, choices);
        query.forEach((name, values) -> {
            if (!isParameter(name)) {
                draft.fault(Kind.UNKNOWN_PARAMETER, name, unknown(name));
            } else if (values.size() != 1) {
                draft.fault(
                        Kind.DUPLICATED_PARAMETER, name, name + ": given " + values.size() + " times, at most once");
            } else {
                draft.give(name, values.get(0));
            }
        });
        return draft.question();
    }

    /**
     * Reads a question written as JSON, such as {@link Question#toJson} gives; null is the same as absent.
     *
     * @throws RefusedQuestionException with every fault
     */
    public Question read(JsonNode body) {
        QuestionDraft draft = new QuestionDraft("body", snapshot, codebooks, choices);
        if (!body.isObject()) {
            draft.fault(Kind.INVALID_PARAMETER, "question", "a question is a JSON object");
            throw new RefusedQuestionException(draft.faults());
        }
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        body.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
        fields.forEach((name, value) -> {
            if (!isParameter(name)) {
                draft.fault(Kind.UNKNOWN_PARAMETER, name, unknown(name));
            } else if (!value.isNull()) {
                giveJson(draft, QuestionParameters.get(name), value);
            }
        });
        return draft.question();
    }

    private static void giveJson(QuestionDraft draft, ParameterSpec spec, JsonNode value) {
        boolean number = spec.values() instanceof ParameterSpec.Numbers;
        if (number && value.isNumber()) {
            draft.give(spec.name(), numberText(value));
        } else if (!number && value.isTextual()) {
            draft.give(spec.name(), value.textValue());
        } else {
            String rule = number ? "a JSON number" : "a JSON string";
            draft.fault(Kind.INVALID_PARAMETER, spec.name(), Fault.told(spec.name(), value.toString(), rule));
        }
    }

    /** JSON allows exponents, queries do not: the value counts. What no double holds stays as it is and is refused. */
    private static String numberText(JsonNode value) {
        double number = value.doubleValue();
        return Double.isFinite(number) ? PlainNumber.text(number) : value.asText();
    }

    private static boolean isParameter(String name) {
        return QuestionParameters.all().stream().anyMatch(spec -> spec.name().equals(name));
    }

    private static String unknown(String name) {
        return Fault.cut(name) + ": not a parameter; the parameters are " + NAMES;
    }
}
