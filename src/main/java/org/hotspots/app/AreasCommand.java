package org.hotspots.app;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.concurrent.Callable;
import org.hotspots.area.AreaFile;
import org.hotspots.area.AreaKind;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "areas",
        mixinStandardHelpOptions = true,
        description = "Loads boundaries.",
        footer = {"", "Example: hotspots areas import towns.geojson --kind town"},
        subcommands = AreasCommand.Import.class)
final class AreasCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command? hotspots areas import FILE --kind KIND");
    }

    @Command(
            name = "import",
            mixinStandardHelpOptions = true,
            description = "Replaces all areas of one kind by those of a GeoJSON file, and assigns every offence again.",
            footer = {
                "",
                "Example: hotspots areas import wards.geojson --kind ward --code-field WD25CD --name-field WD25NM"
            })
    static final class Import implements Callable<Integer> {
        @Spec
        @SuppressWarnings("NullAway.Init") // picocli sets it
        private CommandSpec spec;

        @Mixin
        private final DataOptions data = new DataOptions();

        @Parameters(paramLabel = "FILE", description = "A GeoJSON FeatureCollection of polygons, at most 64 MiB.")
        @SuppressWarnings("NullAway.Init") // required
        private Path file;

        @Option(
                names = "--kind",
                required = true,
                completionCandidates = Kinds.class,
                description = "One of ${COMPLETION-CANDIDATES}.")
        @SuppressWarnings("NullAway.Init") // required
        private String kind;

        @Option(
                names = "--code-field",
                paramLabel = "NAME",
                defaultValue = "code",
                description = "Property with the publisher's code (${DEFAULT-VALUE}).")
        private String codeField = "";

        @Option(
                names = "--name-field",
                paramLabel = "NAME",
                defaultValue = "name",
                description = "Property with the name (${DEFAULT-VALUE}).")
        private String nameField = "";

        @Option(
                names = "--crs",
                description = "EPSG:27700, EPSG:4326 or CRS84, where the file does not say or says it wrong.")
        private @Nullable String crs;

        @Option(names = "--json", description = "Print one JSON document.")
        private boolean json;

        @Override
        public Integer call() throws Exception {
            Settings settings = data.settings();
            AreaKind areaKind = AreaKind.find(kind)
                    .orElseThrow(() -> new ParameterException(
                            spec.commandLine(), "--kind=" + kind + ": one of " + String.join(", ", new Kinds())));
            AreaFile read = AreaFile.read(file, new AreaFile.Options(areaKind, codeField, nameField, crs));
            try (Installation installation = Installation.open(settings)) {
                long places = installation.areas().replaceAreas(areaKind, read.areas(), read.sha256());
                Printed out = new Printed(spec.commandLine());
                if (json) {
                    out.json(node -> node.put("kind", areaKind.word())
                            .put("areas", read.areas().size())
                            .put("places_assigned", places)
                            .set("repairs", out.array(read.repairs())));
                } else {
                    read.repairs().forEach(out::warning);
                    out.line(read.areas().size() + " areas of kind " + areaKind.word() + " loaded; " + places
                            + " places assigned.");
                }
            }
            return ExitCode.DONE;
        }
    }

    /** The words of the area kinds, for help and completion. */
    static final class Kinds implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(AreaKind.values()).map(AreaKind::word).iterator();
        }
    }
}
