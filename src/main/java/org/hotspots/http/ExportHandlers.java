package org.hotspots.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hotspots.export.ExportShelf;
import org.hotspots.export.ExportedFile;
import org.hotspots.export.Format;
import org.hotspots.export.Layer;
import org.hotspots.export.Wanted;
import org.hotspots.question.Fault;
import org.hotspots.question.RefusedQuestionException;

/** Layers of a run as files: at an address of the run, and as jobs for those that cannot wait. */
final class ExportHandlers {
    private static final String FILES = "/api/v1/runs/{run_id}/files/";
    private static final String EXPORT = "/api/v1/exports/{id}";
    private static final String BODY = "body";
    private static final String CRS = "crs";
    private static final String RUN = "run";
    private static final String LAYER = "layer";
    private static final String FORMAT = "format";
    private static final Set<String> MEMBERS = Set.of(RUN, LAYER, FORMAT, CRS);

    private final ExportDesk desk;

    ExportHandlers(ExportDesk desk) {
        this.desk = desk;
    }

    /** A route for each file that there is, so that all others are not found. */
    List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        for (Layer layer : Layer.values()) {
            Arrays.stream(Format.values())
                    .filter(format -> format.holds(layer))
                    .forEach(format -> routes.add(Route.get(
                            FILES + layer.word() + "." + format.ending(),
                            MediaType.of(format.mediaType()),
                            Set.of(CRS),
                            (ctx, parameters) -> file(ctx, parameters, layer, format))));
        }
        routes.add(Route.plain(HandlerType.POST, "/api/v1/exports", Json.TYPE, this::create));
        routes.add(Route.get(EXPORT, Json.TYPE, this::show));
        routes.add(Route.plain(HandlerType.DELETE, EXPORT, Json.TYPE, this::delete));
        routes.add(new Route(
                HandlerType.GET,
                EXPORT + "/file",
                Arrays.stream(Format.values())
                        .map(format -> MediaType.of(format.mediaType()))
                        .toList(),
                Set.of(),
                (ctx, parameters) -> {
                    parameters.refuseFaults();
                    jobFile(ctx);
                }));
        return List.copyOf(routes);
    }

    /** 200, 206, 304; 400, 404, 416; 503 while too much is being computed. */
    private void file(Context ctx, Parameters parameters, Layer layer, Format format) throws IOException {
        String id = Runs.id(ctx);
        parameters.refuseFaults();
        Wanted wanted = Wanted.read(
                "path", layer.word(), format.ending(), parameters.find(CRS).orElse(null));
        send(ctx, id, wanted);
    }

    /** 202 with the export's address; 400 with every fault; 404 for the run; 413, 415; 503 while too many wait. */
    private void create(Context ctx) throws IOException {
        JsonNode body = JsonBody.read(ctx, "An export");
        List<Problem.Fault> faults = new ArrayList<>();
        Iterator<String> names = body.fieldNames();
        while (names.hasNext()) {
            String name = names.next();
            if (!MEMBERS.contains(name)) {
                faults.add(fault(name, Shown.value(name) + ": not one of run, layer, format, crs"));
            }
        }
        String run = text(body, RUN, faults);
        if (body.path(RUN).isTextual()) {
            Runs.findFault(BODY, RUN, run).ifPresent(faults::add);
        }
        ExportJob job = desk.start(run, wanted(body, faults));
        ctx.header("Location", ExportJson.self(job));
        Answers.sendUnkept(ctx, 202, Json.TYPE, ExportJson.of(job));
    }

    /** @throws ProblemException 400 with these faults and those of layer, format and system; each member has one */
    private static Wanted wanted(JsonNode body, List<Problem.Fault> faults) {
        String layer = text(body, LAYER, faults);
        String format = text(body, FORMAT, faults);
        JsonNode crs = body.path(CRS);
        try {
            Wanted wanted = Wanted.read(BODY, layer, format, crs.isMissingNode() || crs.isNull() ? null : crs.asText());
            if (faults.isEmpty()) {
                return wanted;
            }
        } catch (RefusedQuestionException e) {
            for (Fault fault : e.faults()) {
                if (faults.stream().noneMatch(told -> told.name().equals(fault.name()))) {
                    faults.add(fault(fault.name(), fault.reason()));
                }
            }
        }
        throw new ProblemException(
                ProblemType.INVALID_PARAMETER, faults.get(0).reason(), faults.toArray(Problem.Fault[]::new));
    }

    private static String text(JsonNode body, String name, List<Problem.Fault> faults) {
        JsonNode value = body.path(name);
        if (!value.isTextual()) {
            faults.add(fault(name, name + ": required, a text"));
        }
        return value.asText();
    }

    private static Problem.Fault fault(String name, String reason) {
        return new Problem.Fault(BODY, Shown.value(name), reason);
    }

    /** 200, 304; 400, 404. */
    private void show(Context ctx) {
        Answers.send(ctx, Json.TYPE, ExportJson.of(job(ctx)));
    }

    /** 204; 400, 404. */
    private void delete(Context ctx) {
        desk.delete(job(ctx).id());
        ctx.status(204);
    }

    /** 200, 206, 304; 400, 404 for the export or its run, 409 until it is done, 416; 503. */
    private void jobFile(Context ctx) throws IOException {
        ExportJob job = job(ctx);
        if (job.file() == null) {
            throw new ProblemException(
                    ProblemType.EXPORT_NOT_READY, "The export is " + job.state().word());
        }
        send(ctx, job.runId(), job.wanted());
    }

    private ExportJob job(Context ctx) {
        String text = ctx.pathParam("id");
        Optional<ExportJob> found = text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                ? desk.find(UUID.fromString(text))
                : Optional.empty();
        return found.orElseThrow(
                () -> new ProblemException(ProblemType.EXPORT_NOT_FOUND, "There is no export " + Shown.value(text)));
    }

    /** The whole file or the part asked for; the tag is strong, since the same run gives the same bytes. */
    private void send(Context ctx, String runId, Wanted wanted) throws IOException {
        String tag = "\"" + runId + "-" + wanted.fileName(runId) + "\"";
        ctx.header("ETag", tag);
        ctx.header("Cache-Control", wanted.layer().tellsOffences() ? Answers.UNKEPT : Answers.IMMUTABLE);
        if (Answers.matches(ctx.header("If-None-Match"), tag)) {
            ctx.status(304);
            return;
        }
        try (ExportShelf.Opened opened = desk.open(runId, wanted)) {
            String condition = ctx.header("If-Range");
            boolean isWhole = condition != null && !condition.equals(tag);
            ExportedFile file = opened.file();
            ByteRange part = (isWhole ? Optional.<ByteRange>empty() : ByteRange.find(ctx.header("Range"), file.bytes()))
                    .orElse(null);
            ctx.disableCompression();
            ctx.res().setContentType(wanted.format().mediaType());
            ctx.header("Content-Disposition", "attachment; filename=\"" + wanted.fileName(runId) + "\"");
            ctx.header("Accept-Ranges", "bytes");
            ctx.header(
                    "Repr-Digest",
                    "sha-256=:"
                            + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(file.sha256())) + ":");
            ctx.header("X-Feature-Count", Long.toString(file.count()));
            ByteRange sent = part == null ? new ByteRange(0, file.bytes() - 1) : part;
            if (part != null) {
                ctx.status(206);
                ctx.header("Content-Range", "bytes " + part.first() + "-" + part.last() + "/" + file.bytes());
            }
            ctx.res().setContentLengthLong(sent.length());
            Problems.beginStream(ctx);
            copy(opened.channel(), sent, ctx.res().getOutputStream());
        }
    }

    private static void copy(FileChannel from, ByteRange range, OutputStream out) throws IOException {
        long at = range.first();
        while (at <= range.last()) {
            long moved = from.transferTo(at, range.last() + 1 - at, Channels.newChannel(out));
            if (moved <= 0) {
                throw new IOException("the file ended at byte " + at + " of " + (range.last() + 1));
            }
            at += moved;
        }
    }
}
