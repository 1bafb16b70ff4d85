package org.hotspots.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.hotspots.export.ExportedFile;
import org.hotspots.export.Wanted;
import org.hotspots.hotspot.Engine;
import org.hotspots.hotspot.Run;
import org.hotspots.http.RunExports;
import org.hotspots.question.RefusedQuestionException;
import org.hotspots.wording.Wording;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Asks a question and writes one layer of the answer as a file for other programs. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Asks a question of the loaded data and writes a layer of the answer as a file.",
            "It is the same file, byte for byte, as the interface sends."
        },
        footer = {
            "",
            "Example: hotspots export --theme knife --area town:rugby --layer hotspots --format gpkg --out rugby.gpkg",
            "Example: hotspots export question.json --layer density --format tif --out density.tif --json"
        })
final class ExportCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private final DataOptions data = new DataOptions();

    @Mixin
    private final QuestionOptions asked = new QuestionOptions();

    @Option(
            names = "--layer",
            paramLabel = "LAYER",
            defaultValue = "hotspots",
            description = "hotspots (the default), cells, contours, clusters, offences or density.")
    private String layer = "";

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "geojson, gpkg, csv or kml; tif for density. By default what the name of the file ends with.")
    private @Nullable String format;

    @Option(
            names = "--crs",
            paramLabel = "EPSG",
            description = "27700 (the default) or 4326, of a GeoPackage; the others have one only.")
    private @Nullable String crs;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "The file; it is replaced.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path out;

    @Option(names = "--json", description = "Tell about the file as JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        try {
            Wanted wanted = Wanted.read("query", layer, format == null ? ending(out) : format, crs);
            JsonNode body = asked.body();
            try (Installation installation = Installation.open(data.settings());
                    Engine engine = installation.engine()) {
                Run run = engine.ask(asked.question(body, engine.questionReader()));
                tell(run, wanted, RunExports.write(run, wanted, out));
            }
        } catch (RefusedQuestionException e) {
            throw asked.refused(e);
        }
        return ExitCode.DONE;
    }

    private static String ending(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private void tell(Run run, Wanted wanted, ExportedFile written) {
        Printed printed = new Printed(spec.commandLine());
        String marking = run.snapshot().marking().words();
        if (json) {
            printed.json(document -> document.put("run_id", run.id())
                    .put("layer", wanted.layer().word())
                    .put("format", wanted.format().ending())
                    .put("crs", Integer.toString(wanted.crs().epsg()))
                    .put("file", written.path().toString())
                    .put("count", written.count())
                    .put("bytes", written.bytes())
                    .put("sha256", written.sha256())
                    .put("marking", marking));
            return;
        }
        printed.line(Wording.of(
                "%s: %,d %s, %,d bytes, %s",
                written.path(),
                written.count(),
                wanted.layer().isSurface()
                        ? "cells with a value"
                        : wanted.layer().word(),
                written.bytes(),
                marking));
        printed.line("SHA-256 " + written.sha256());
        printed.line("Run " + run.id());
    }
}
