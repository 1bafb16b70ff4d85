package org.hotspots.app;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.hotspots.http.ImportJson;
import org.hotspots.load.ImportCounts;
import org.hotspots.load.ImportRecord;
import org.hotspots.load.ImportRequest;
import org.hotspots.load.ImportSource;
import org.hotspots.load.ImportState;
import org.hotspots.load.Profile;
import org.hotspots.load.ProfileFile;
import org.hotspots.wording.Wording;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Loads offences from CSV files, gzip or zip of them. Several files are one import.",
            "Publishes everything in one transaction, or nothing. May run beside a server on the same data."
        },
        footer = {
            "",
            "Example: hotspots import --profile police-uk 2018-10-warwickshire-street.csv 2018-11-warwickshire-street.csv"
        })
final class ImportCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private final DataOptions data = new DataOptions();

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "CSV, gzip or zip; the zip of police.uk too.")
    private List<Path> files = List.of();

    @Option(
            names = "--profile",
            required = true,
            paramLabel = "NAME|FILE",
            description = "police-uk, force-extract, or a mapping profile by name or file.")
    private String profile = "";

    @Option(names = "--force", description = "Name of the force whose rows these are, where the rows do not say.")
    private @Nullable String force;

    @Option(names = "--crs", description = "EPSG:27700 or CRS84, whatever the columns' names say.")
    private @Nullable String crs;

    @Option(names = "--charset", description = "Encoding of files without a byte order mark, such as windows-1252.")
    private @Nullable String charset;

    @Option(names = "--dry-run", description = "Tell what would happen, and store nothing.")
    private boolean dryRun;

    @Option(names = "--accept-quarantine", description = "Publish even if more than 5 %% of the rows are quarantined.")
    private boolean acceptQuarantine;

    @Option(names = "--quarantine", paramLabel = "CSV", description = "Write the quarantined rows to this file.")
    private @Nullable Path quarantine;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        Settings settings = data.settings();
        ImportRequest request = new ImportRequest(
                UUID.randomUUID(),
                files.stream().map(ImportSource::of).toList(),
                profile(),
                new ImportRequest.Overrides(force, crs, charset),
                dryRun,
                acceptQuarantine);
        TerminalProgress progress =
                new TerminalProgress(spec.commandLine().getErr(), !json && Help.Ansi.AUTO.enabled());
        try (Installation installation = Installation.open(settings)) {
            ImportRecord record = installation.importer().run(request, progress);
            progress.end();
            writeQuarantine(installation, record);
            return report(request, record);
        }
    }

    private Profile profile() throws IOException {
        Optional<Profile> shipped = ProfileFile.find(profile);
        if (shipped.isPresent()) {
            return shipped.get();
        }
        if (!Files.exists(Path.of(profile))) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--profile=" + profile + ": police-uk, force-extract, or the path of a mapping profile");
        }
        return ProfileFile.read(Path.of(profile));
    }

    private void writeQuarantine(Installation installation, ImportRecord record) throws IOException {
        if (quarantine != null && !dryRun) {
            try (Writer out = Files.newBufferedWriter(quarantine)) {
                installation.imports().writeQuarantine(record.id(), out);
            }
        }
    }

    private int report(ImportRequest request, ImportRecord record) {
        Printed out = new Printed(spec.commandLine());
        boolean before = record.state() == ImportState.COMMITTED && !record.id().equals(request.id());
        if (json) {
            out.line(new String(ImportJson.record(record), StandardCharsets.UTF_8));
        } else if (record.counts() != null) {
            print(out, record.counts());
        }
        if (record.problem() != null) {
            Failures.print(spec.commandLine(), record.problem());
        }
        return switch (record.state()) {
            case COMMITTED -> {
                if (!json) {
                    out.line(
                            before
                                    ? "The same files are loaded already, by import " + record.id() + "."
                                    : "Published as data version " + record.dataVersion() + ".");
                }
                yield ExitCode.DONE;
            }
            case VALIDATING -> {
                if (!json) {
                    out.line("Dry run: nothing was stored.");
                }
                yield ExitCode.DONE;
            }
            case NEEDS_REVIEW -> {
                out.warning("More than 5 % of the rows are quarantined, so nothing was published."
                        + " Look at the reasons; --accept-quarantine publishes the rest.");
                yield ExitCode.FAILED;
            }
            case RECEIVED, REJECTED, FAILED, INTERRUPTED, CANCELLED -> ExitCode.FAILED;
        };
    }

    private static void print(Printed out, ImportCounts counts) {
        out.line(Wording.of(
                "%,d rows read = %,d inserted + %,d updated + %,d unchanged + %,d duplicates + %,d quarantined",
                counts.rowsRead(),
                counts.inserted(),
                counts.updated(),
                counts.unchanged(),
                counts.duplicates(),
                counts.quarantined()));
        out.line(Wording.of(
                "%,d without a location, %,d outside the force, %,d rows of replaced months removed",
                counts.unlocated(), counts.outsideForce(), counts.removed()));
        counts.quarantineReasons()
                .forEach((reason, rows) -> out.line("  quarantined " + reason + ": " + Wording.count(rows)));
        counts.flags().forEach((flag, rows) -> out.line("  flagged " + flag + ": " + Wording.count(rows)));
    }
}
