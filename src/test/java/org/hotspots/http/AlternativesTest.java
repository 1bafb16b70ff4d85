package org.hotspots.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Beside each choice of a filter stands the number that the run with that choice counts. */
class AlternativesTest extends AskedWorld {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "theme=hate",
                "theme=hate&strand=race&counting_basis=offences",
                "theme=asb&asb_type=nuisance",
                "theme=knife&setting=public_place&police_found=include",
                "days=friday,saturday&hours=21-3",
                "theme=asb&area=town:middleton"
            })
    void everyChoiceHasTheNumberOfItsRun(String asked) {
        JsonNode run = run(asked);
        JsonNode choices = ok(run.at("/links/alternatives").asText()).get("choices");
        assertThat(choices.findValuesAsText("parameter")).contains("theme", "area", "setting", "shift");
        Map<String, JsonNode> shifts = new TreeMap<>();
        ok("/api/v1/themes")
                .get("shifts")
                .forEach(shift -> shifts.put(shift.get("shift").asText(), shift));
        for (JsonNode choice : choices) {
            Map<String, String> question = parameters(asked);
            choose(question, choice, shifts);
            String query = question.entrySet().stream()
                    .map(entry -> entry.getKey() + "=" + entry.getValue())
                    .collect(Collectors.joining("&"));
            assertThat(run(query).get("n")).as("%s of %s", choice, asked).isEqualTo(choice.get("n"));
        }
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new TreeMap<>();
        for (String pair : query.isEmpty() ? new String[0] : query.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            parameters.put(parts[0], parts[1]);
        }
        return parameters;
    }

    private static void choose(Map<String, String> question, JsonNode choice, Map<String, JsonNode> shifts) {
        String parameter = choice.get("parameter").asText();
        String value = choice.get("value").isNull() ? null : choice.get("value").asText();
        if (parameter.equals("theme")) {
            question.remove("strand");
            question.remove("asb_type");
        }
        if (!parameter.equals("shift")) {
            set(question, parameter, value);
            return;
        }
        JsonNode shift = value == null ? null : shifts.get(value);
        for (String time : new String[] {"days", "hours"}) {
            set(
                    question,
                    time,
                    shift == null || shift.get(time).isNull()
                            ? null
                            : shift.get(time).asText());
        }
    }

    private static void set(Map<String, String> question, String name, @Nullable String value) {
        if (value == null) {
            question.remove(name);
        } else {
            question.put(name, value);
        }
    }
}
