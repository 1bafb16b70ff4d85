package org.hotspots.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.hotspots.area.AreaFile;
import org.hotspots.area.AreaKind;
import org.hotspots.load.ImportListener;
import org.hotspots.load.ImportRecord;
import org.hotspots.load.ImportRequest;
import org.hotspots.load.ImportSource;
import org.hotspots.load.ImportState;
import org.hotspots.load.Profile;
import org.hotspots.sample.SampleGenerator;
import org.hotspots.snapshot.Marking;
import org.hotspots.store.DatabaseSettings;
import org.hotspots.store.cluster.DataFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Loads the synthetic sample into a data folder of its own, and serves it on 127.0.0.1.",
            "Real data are neither needed nor touched: HOTSPOTS_DB_URL is not looked at."
        },
        footer = {"", "Example: hotspots demo --port 8090"})
final class DemoCommand implements Callable<Integer> {
    private static final String SAMPLE = "/data/sample/";

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            description = "Folder of the demo's data (by default hotspots-demo beside the usual data folder).")
    private @Nullable Path dataDir;

    @Option(names = "--port", description = "Port to listen on (HOTSPOTS_PORT, or 8080); 0 for any free one.")
    private @Nullable Integer port;

    @Option(names = "--json", description = "Print one JSON document, once the server listens.")
    private boolean json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Printed out = new Printed(spec.commandLine());
        Path folder = dataDir != null ? dataDir : DataFolder.usual().resolveSibling("hotspots-demo");
        Settings settings =
                Settings.read(withoutDatabase(System.getenv()), folder, port).orForce(Marking.SYNTHETIC_FORCE);
        try (Installation installation = Installation.open(settings)) {
            load(installation, out);
            Serving.untilStopped(out, installation, json);
        }
        return ExitCode.DONE;
    }

    /** The address in the environment is that of real data, which the sample must not get into. */
    static Map<String, String> withoutDatabase(Map<String, String> environment) {
        Map<String, String> others = new HashMap<>(environment);
        others.keySet().removeAll(DatabaseSettings.ADDRESS_NAMES);
        return Map.copyOf(others);
    }

    /** Loads what a former start has not loaded yet. */
    private void load(Installation installation, Printed out) throws IOException {
        if (installation.areas().listAreas().isEmpty()) {
            loadAreas(installation, AreaKind.DISTRICT, SampleGenerator.DISTRICTS);
            loadAreas(installation, AreaKind.TOWN, SampleGenerator.TOWNS);
        }
        Path offences = Files.createTempFile("sample-", ".csv.gz");
        try {
            Files.write(offences, read(SampleGenerator.OFFENCES));
            ImportRequest request = new ImportRequest(
                    UUID.randomUUID(),
                    List.of(new ImportSource(SampleGenerator.OFFENCES, offences)),
                    Profile.FORCE_EXTRACT,
                    new ImportRequest.Overrides(Marking.SYNTHETIC_FORCE, null, null),
                    false,
                    false);
            ImportRecord record = installation.importer().run(request, ImportListener.NONE);
            if (record.state() != ImportState.COMMITTED || record.counts() == null) {
                throw new IOException("The sample could not be loaded: " + record);
            }
            if (!json) {
                out.line("The sample is loaded: " + record.counts().rowsRead() + " synthetic records.");
            }
        } finally {
            Files.delete(offences);
        }
    }

    private static void loadAreas(Installation installation, AreaKind kind, String file) throws IOException {
        AreaFile read = AreaFile.read(read(file), AreaFile.Options.of(kind));
        installation.areas().replaceAreas(kind, read.areas(), read.sha256());
    }

    private static byte[] read(String file) throws IOException {
        try (InputStream in = DemoCommand.class.getResourceAsStream(SAMPLE + file)) {
            if (in == null) {
                throw new IOException("The program was built without its sample: " + SAMPLE + file);
            }
            return in.readAllBytes();
        }
    }
}
