package org.hotspots.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.hotspots.sample.SampleGenerator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "sample",
        mixinStandardHelpOptions = true,
        description = "Writes the synthetic sample: offences, schematic areas, and what was planted.",
        footer = {"", "Example: hotspots sample --out sample"})
final class SampleCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Folder to write to; made if absent.")
    @SuppressWarnings("NullAway.Init") // required
    private Path folder;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        SampleGenerator.writeTo(folder);
        Printed out = new Printed(spec.commandLine());
        if (json) {
            out.json(node -> node.put("folder", folder.toAbsolutePath().toString()));
        } else {
            out.line("The sample is in " + folder.toAbsolutePath());
        }
        return ExitCode.DONE;
    }
}
