package org.hotspots.http;

import io.javalin.http.Context;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.hotspots.load.ImportRecord;
import org.hotspots.load.ImportRequest;
import org.hotspots.load.ImportSource;
import org.hotspots.load.ImportState;
import org.hotspots.load.Importer;
import org.hotspots.load.Profile;
import org.hotspots.load.ProfileFile;
import org.hotspots.load.Spool;

/** Takes uploads in: a file as the body, or several as the parts of a form, straight to the disk. */
final class ImportUpload {
    private static final String PROFILE = "profile";
    private static final String NAME = "name";
    private static final String DRY_RUN = "dry_run";
    private static final String CHARSET = "charset";
    private static final String CRS = "crs";
    private static final String FORCE = "force";
    private static final String FILE = "file";

    /** Names of the query parameters. */
    static final Set<String> PARAMETERS = Set.of(PROFILE, NAME, DRY_RUN, CHARSET, CRS, FORCE);

    private static final Set<String> FILE_TYPES = Set.of("text/csv", "application/gzip", "application/zip");
    private static final String FORM = "multipart/form-data";
    private static final int LONGEST_NAME = 200;
    private static final int MOST_PROFILE_BYTES = 200;
    private static final int IN_MEMORY_BYTES = 65_536;

    private final Importer importer;
    private final ImportDesk desk;
    private final WebSettings settings;

    ImportUpload(Importer importer, ImportDesk desk, WebSettings settings) {
        this.importer = importer;
        this.desk = desk;
        this.settings = settings;
    }

    /**
     * What became of an upload.
     *
     * @param record the import
     * @param isNew false where the same bytes were imported before
     */
    record Outcome(ImportRecord record, boolean isNew) {}

    /** What the query says. */
    private record Options(Optional<Profile> profile, String name, boolean dryRun, ImportRequest.Overrides overrides) {}

    /** Files on the disk, and how they are to be read. */
    private record Received(List<ImportSource> sources, Profile profile) {}

    /** Statuses as of {@link ImportHandlers}. */
    Outcome receive(Context ctx, Parameters parameters) throws IOException {
        boolean isForm = MediaType.is(ctx.contentType(), FORM);
        if (!isForm && !FILE_TYPES.contains(MediaType.of(ctx.contentType()))) {
            throw new ProblemException(
                    ProblemType.UNSUPPORTED_MEDIA_TYPE,
                    "A file is sent as text/csv, application/gzip or application/zip, several as " + FORM);
        }
        Options options = options(parameters, !isForm);
        Uploads.requireAtMost(ctx, settings.maxUploadBytes());
        UUID id = UUID.randomUUID();
        desk.reserve(received(id, options.profile().map(Profile::name).orElse(""), List.of()));
        boolean started = false;
        try {
            Outcome outcome = receive(ctx, id, options, isForm);
            started = outcome.isNew();
            return outcome;
        } finally {
            if (!started) {
                desk.release(id);
            }
        }
    }

    private Outcome receive(Context ctx, UUID id, Options options, boolean isForm) throws IOException {
        Spool spool = Spool.create(settings.spoolFolder(), id);
        boolean kept = false;
        try {
            Received received = isForm ? form(ctx, spool, options) : body(ctx, spool, options);
            ImportRequest request = new ImportRequest(
                    id, received.sources(), received.profile(), options.overrides(), options.dryRun(), false);
            importer.requireReadable(request);
            Optional<ImportRecord> same = options.dryRun() ? Optional.empty() : importer.findSame(request);
            if (same.isPresent()) {
                return new Outcome(same.get(), false);
            }
            List<String> names =
                    received.sources().stream().map(ImportSource::name).toList();
            ImportRecord record = received(id, received.profile().name(), names);
            desk.start(request, record);
            kept = true;
            return new Outcome(record, true);
        } finally {
            if (!kept) {
                spool.delete();
            }
        }
    }

    private static Options options(Parameters parameters, boolean profileRequired) {
        String named = parameters.find(PROFILE).orElse(null);
        Optional<Profile> profile = named == null ? Optional.empty() : ProfileFile.find(named);
        if (named == null && profileRequired) {
            parameters.fault(PROFILE, "profile: name one, such as force-extract or police-uk");
        }
        String name = parameters.read(
                NAME,
                text -> text.length() <= LONGEST_NAME ? Optional.of(text) : Optional.empty(),
                "at most " + LONGEST_NAME + " characters",
                "upload");
        boolean dryRun = parameters.flag(DRY_RUN, false);
        ImportRequest.Overrides overrides = new ImportRequest.Overrides(
                parameters.find(FORCE).orElse(null),
                parameters.find(CRS).orElse(null),
                parameters.find(CHARSET).orElse(null));
        parameters.refuseFaults();
        if (named != null && profile.isEmpty()) {
            throw unknownProfile(named);
        }
        return new Options(profile, name, dryRun, overrides);
    }

    private Received body(Context ctx, Spool spool, Options options) throws IOException {
        ImportSource source = spool.add(options.name(), ctx.req().getInputStream(), settings.maxUploadBytes());
        return new Received(List.of(source), options.profile().orElseThrow());
    }

    private Received form(Context ctx, Spool spool, Options options) throws IOException {
        Optional<Profile> profile = options.profile();
        List<ImportSource> sources = new ArrayList<>();
        for (Part part : parts(ctx)) {
            try (InputStream in = part.getInputStream()) {
                switch (part.getName()) {
                    case FILE -> sources.add(spool.add(fileName(part), in, settings.maxUploadBytes()));
                    case PROFILE -> profile = Optional.of(profile(in));
                    default -> throw formFault(part.getName(), "the parts are file and profile");
                }
            } finally {
                part.delete();
            }
        }
        if (sources.isEmpty()) {
            throw formFault(FILE, "at least one part");
        }
        return new Received(sources, profile.orElseThrow(() -> formFault(PROFILE, "name one, such as force-extract")));
    }

    private Iterable<Part> parts(Context ctx) throws IOException {
        Path folder = Files.createDirectories(settings.spoolFolder().resolve("parts"));
        ctx.req()
                .setAttribute(
                        ServletContextRequest.MULTIPART_CONFIG_ELEMENT,
                        new MultipartConfigElement(
                                folder.toString(),
                                settings.maxUploadBytes(),
                                settings.maxUploadBytes(),
                                IN_MEMORY_BYTES));
        try {
            return ctx.req().getParts();
        } catch (ServletException e) {
            throw new ProblemException(ProblemType.MALFORMED_REQUEST, "The form's parts cannot be told apart");
        }
    }

    private static Profile profile(InputStream in) throws IOException {
        String name = new String(in.readNBytes(MOST_PROFILE_BYTES), StandardCharsets.UTF_8).strip();
        return ProfileFile.find(name).orElseThrow(() -> unknownProfile(name));
    }

    private static String fileName(Part part) {
        String given = part.getSubmittedFileName();
        if (given == null || given.isBlank()) {
            return "upload";
        }
        return given.length() <= LONGEST_NAME ? given : given.substring(0, LONGEST_NAME);
    }

    private static ProblemException unknownProfile(String name) {
        String reason =
                "profile=" + Shown.value(name) + ": police-uk, force-extract, or a mapping profile of this server";
        return new ProblemException(ProblemType.UNKNOWN_PROFILE, reason, new Problem.Fault("query", PROFILE, reason));
    }

    private static ProblemException formFault(String name, String rule) {
        String reason = Shown.value(name) + ": " + rule;
        return new ProblemException(
                ProblemType.INVALID_PARAMETER, reason, new Problem.Fault("body", Shown.value(name), reason));
    }

    private static ImportRecord received(UUID id, String profile, List<String> files) {
        return new ImportRecord(
                id, profile, files, "", ImportState.RECEIVED, Instant.now(), null, null, List.of(), null, null);
    }
}
