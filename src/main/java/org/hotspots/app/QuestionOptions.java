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
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A question on the command line, of any command that asks one: an option for each parameter, or a file. */
final class QuestionOptions {
    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec command;

    @Parameters(
            arity = "0..1",
            paramLabel = "QUESTION.json",
            description = "A question as JSON, instead of options; a run's answer has it under \"question\".")
    private @Nullable Path file;

    /** The parameters of questions as options of a command that mixes this in, so that none is named twice. */
    static void addTo(CommandLine asking) {
        for (ParameterSpec parameter : QuestionParameters.all()) {
            asking.getCommandSpec()
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
     * @param body {@link #body}
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
            String value = command.commandLine().getParseResult().matchedOptionValue("--" + name, (String) null);
            if (value != null) {
                given.put(name, List.of(value));
            }
        }
        return given;
    }

    /** What the file asks, before anything is opened to answer it; null without a file. */
    @Nullable
    JsonNode body() throws IOException {
        try {
            return file == null ? null : STRICT.readTree(Files.readAllBytes(file));
        } catch (JsonProcessingException e) {
            throw usage(file + ", line " + e.getLocation().getLineNr() + ", column "
                    + e.getLocation().getColumnNr() + ": " + e.getOriginalMessage());
        }
    }

    /** Every fault of a question, as a fault of the command line. */
    ParameterException refused(RefusedQuestionException e) {
        return usage(e.faults().stream().map(Fault::reason).collect(Collectors.joining(System.lineSeparator())));
    }

    private ParameterException usage(String message) {
        return new ParameterException(command.commandLine(), message);
    }
}
