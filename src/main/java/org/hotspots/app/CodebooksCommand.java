package org.hotspots.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.hotspots.load.CodebookFile;
import org.hotspots.offence.Codebook;
import org.hotspots.wording.Wording;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "codebooks",
        mixinStandardHelpOptions = true,
        description = {
            "Lists the codebooks: weights of harm by Home Office classification.",
            "The first is taken by questions that name none."
        },
        footer = {"", "Example: hotspots codebooks"},
        subcommands = CodebooksCommand.Import.class)
final class CodebooksCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private final DataOptions data = new DataOptions();

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        Printed out = new Printed(spec.commandLine());
        List<Codebook> codebooks =
                CodebookFile.shippedAndIn(data.settings().codebookFolder()).codebooks();
        if (json) {
            out.json(node -> {
                ArrayNode list = node.putArray("codebooks");
                codebooks.forEach(codebook -> write(list.addObject(), codebook));
            });
        } else {
            codebooks.forEach(codebook -> out.line(said(codebook)));
        }
        return ExitCode.DONE;
    }

    private static void write(ObjectNode node, Codebook codebook) {
        node.put("name", codebook.name())
                .put("version", codebook.version())
                .put("sha256", codebook.sha256())
                .put("unit", codebook.unit())
                .put("weights", codebook.weights().size());
    }

    private static String said(Codebook codebook) {
        return Wording.of(
                "%s: %,d weights, %s, SHA-256 %s",
                codebook.label(), codebook.weights().size(), codebook.unit(), codebook.sha256());
    }

    @Command(
            name = "import",
            mixinStandardHelpOptions = true,
            description = {
                "Checks a codebook and copies it into the data folder, where a server reads it when it starts.",
                "The file is named NAME_VERSION.csv; a version that is there already is never replaced."
            },
            footer = {"", "Example: hotspots codebooks import our-weights_2026.csv"})
    static final class Import implements Callable<Integer> {
        @Spec
        @SuppressWarnings("NullAway.Init") // picocli sets it
        private CommandSpec spec;

        @Mixin
        private final DataOptions data = new DataOptions();

        @Parameters(
                paramLabel = "FILE",
                description = "CSV with the columns ho_class, ho_subclass, offence, weight, unit and source.")
        @SuppressWarnings("NullAway.Init") // required
        private Path file;

        @Option(names = "--json", description = "Print one JSON document.")
        private boolean json;

        @Override
        public Integer call() throws IOException {
            Codebook codebook = CodebookFile.read(file);
            Path folder = Files.createDirectories(data.settings().codebookFolder());
            try {
                Files.copy(file, folder.resolve(file.getFileName()));
            } catch (FileAlreadyExistsException e) {
                throw new IOException(codebook.label() + " is there already; give other weights another version", e);
            }
            Printed out = new Printed(spec.commandLine());
            if (json) {
                out.json(node -> write(node, codebook));
            } else {
                out.line(said(codebook));
                out.line("A server that is running reads it at its next start.");
            }
            return ExitCode.DONE;
        }
    }
}
