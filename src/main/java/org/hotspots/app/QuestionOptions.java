package org.hotspots.app;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hotspots.question.Fault;
import org.hotspots.question.ParameterSpec;
import org.hotspots.question.Question;
import org.hotspots.question.QuestionParameters;
import org.hotspots.question.QuestionReader;
import org.hotspots.question.RefusedQuestionException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** A question on the command line: an option for each parameter, or a file. */
final class QuestionOptions {
    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final CommandSpec spec;

    /** @param spec of a command that {@link #addTo} was called for */
    QuestionOptions(CommandSpec spec) {
        this.spec = spec;
    }

    /** The parameters of questions as options of a command, so that none is named twice. */
    static void addTo(CommandLine command) {
        for (ParameterSpec parameter : QuestionParameters.all()) {
            command.getCommandSpec()
                    .addOption(option(
                            parameter.name(), parameter.sentence() + " Default: " + parameter.defaultSentence() + "."));
        }
    }

    static OptionSpec option(String name, String description) {
        return OptionSpec.builder("--" + name)
                .type(String.class)
                .paramLabel("VALUE")
                // picocli formats descriptions, in which a percent sign begins a place-holder.
                .description(description.replace("%", "%%"))
                .build();
    }

    /**
     * The question of the options or of the file.
     *
     * @param body the file's; null without one
     */
    Question question(@Nullable JsonNode body, QuestionReader reader) {
        Map<String, List<String>> options =
                given(QuestionParameters.all().stream().map(ParameterSpec::name).toList());
        if (body == null) {
            return reader.read(options);
        }
        if (!options.isEmpty()) {
            throw usage(
                    "--" + options.keySet().iterator().next() + ": either a question as a file or options, not both");
        }
        return reader.read(body);
    }

    /** Those of these options that were given. */
    Map<String, List<String>> given(Collection<String> names) {
        Map<String, List<String>> given = new LinkedHashMap<>();
        for (String name : names) {
            String value = spec.commandLine().getParseResult().matchedOptionValue("--" + name, (String) null);
            if (value != null) {
                given.put(name, List.of(value));
            }
        }
        return given;
    }

    JsonNode read(Path question) throws IOException {
        try {
            return STRICT.readTree(Files.readAllBytes(question));
        } catch (JsonProcessingException e) {
            throw usage(question + ", line " + e.getLocation().getLineNr() + ", column "
                    + e.getLocation().getColumnNr() + ": " + e.getOriginalMessage());
        }
    }

    /** Every fault of a question, as a fault of the command line. */
    ParameterException refused(RefusedQuestionException e) {
        return usage(e.faults().stream().map(Fault::reason).collect(Collectors.joining(System.lineSeparator())));
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
