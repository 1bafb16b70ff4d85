package org.hotspots.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.hotspots.export.WholeFile;
import org.hotspots.hotspot.Engine;
import org.hotspots.hotspot.Run;
import org.hotspots.http.ProblemException;
import org.hotspots.http.RunViews;
import org.hotspots.question.RefusedQuestionException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Asks a question without a server, and writes the same bytes as the interface answers. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Asks a question of the loaded data and prints the ranked hotspots, or writes a view of the run.",
            "A view is the same document, byte for byte, as the interface answers with."
        },
        footer = {
            "",
            "Example: hotspots run --theme knife --area town:rugby --view hotspots --out rugby.geojson",
            "Example: hotspots run question.json --json"
        })
final class RunCommand implements Callable<Integer> {
    private static final String SUMMARY = "summary";

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private final DataOptions data = new DataOptions();

    @Mixin
    private final QuestionOptions asked = new QuestionOptions();

    @Option(
            names = "--json",
            description = "Write the view instead of a list for people; the run itself unless --view.")
    private boolean json;

    @Option(names = "--view", paramLabel = "VIEW", description = "Which view, as the interface names them.")
    private @Nullable String view;

    @Option(names = "--out", paramLabel = "FILE", description = "Write the view to this file instead of the terminal.")
    private @Nullable Path out;

    /** The parameters of questions and of views as options of this command, so that none is named twice. */
    static void addOptions(CommandLine run) {
        QuestionOptions.addTo(run);
        for (String parameter : viewParameters()) {
            run.getCommandSpec().addOption(QuestionOptions.option(parameter, "Parameter of a view."));
        }
    }

    private static Set<String> viewParameters() {
        return RunViews.names().stream()
                .flatMap(name -> RunViews.parameters(name).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public Integer call() throws IOException {
        boolean document = json || view != null || out != null;
        String wanted = view == null ? SUMMARY : view;
        if (!RunViews.names().contains(wanted)) {
            throw usage("--view=" + wanted + ": one of " + String.join(", ", RunViews.names()));
        }
        Map<String, List<String>> ofView = asked.given(viewParameters());
        JsonNode body = asked.body();
        Settings settings = data.settings();
        try (Installation installation = Installation.open(settings);
                Engine engine = installation.engine()) {
            Run run = engine.ask(asked.question(body, engine.questionReader()));
            if (document) {
                write(wanted, run, ofView);
            } else {
                RunReport.print(run, new Printed(spec.commandLine()));
            }
        } catch (RefusedQuestionException e) {
            throw asked.refused(e);
        } catch (ProblemException e) {
            if (e.status() == 400) {
                throw usage(String.join(System.lineSeparator(), e.reasons()));
            }
            throw new IOException(String.join(System.lineSeparator(), e.reasons()), e);
        }
        return ExitCode.DONE;
    }

    private void write(String name, Run run, Map<String, List<String>> parameters) throws IOException {
        if (out == null) {
            RunViews.write(name, run, parameters, System.out);
            System.out.flush();
            return;
        }
        WholeFile.write(out, part -> {
            try (OutputStream file = Files.newOutputStream(part)) {
                RunViews.write(name, run, parameters, file);
            }
            return 1;
        });
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
