package org.hotspots.http;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.hotspots.load.ImportRecord;
import org.hotspots.load.ImportState;
import org.hotspots.load.ImportStore;

/** Imports: started by an upload, watched, accepted after review, cancelled. */
final class ImportHandlers {
    private static final String IMPORT = "/api/v1/imports/{id}";
    private static final String CSV = "text/csv";
    private static final String LIMIT = "limit";
    private static final int MOST_LISTED = 500;
    private static final Pattern WHOLE_NUMBER = Pattern.compile("[1-9][0-9]{0,8}");
    private static final Pattern EVENT_ID = Pattern.compile("[0-9]{1,18}");
    private static final String EVENTS = "text/event-stream";

    private final ImportStore store;
    private final ImportDesk desk;
    private final ImportUpload upload;

    ImportHandlers(ImportStore store, ImportDesk desk, ImportUpload upload) {
        this.store = store;
        this.desk = desk;
        this.upload = upload;
    }

    List<Route> routes() {
        return List.of(
                new Route(HandlerType.POST, "/api/v1/imports", Json.TYPE, ImportUpload.PARAMETERS, this::create),
                Route.get("/api/v1/imports", Json.TYPE, Set.of(LIMIT), this::list),
                Route.get(IMPORT, Json.TYPE, this::show),
                Route.plain(HandlerType.DELETE, IMPORT, Json.TYPE, this::cancel),
                Route.plain(HandlerType.POST, IMPORT + "/accept", Json.TYPE, this::accept),
                Route.get(IMPORT + "/quarantine.csv", CSV, this::quarantine),
                Route.get(IMPORT + "/events", EVENTS, this::events));
    }

    /**
     * 202 with the import's address; 200 with the first import of the same bytes; 400 for options or a profile that are
     * none; 409 with the address of the import that is running; 413, 415, 422 for files that a look is enough to refuse.
     */
    private void create(Context ctx, Parameters parameters) throws IOException {
        ImportUpload.Outcome outcome = upload.receive(ctx, parameters);
        ImportRecord record = outcome.record();
        ctx.header(outcome.isNew() ? "Location" : "Content-Location", ImportJson.self(record));
        Answers.sendUnkept(ctx, outcome.isNew() ? 202 : 200, Json.TYPE, ImportJson.record(record));
    }

    /** 200, 304, newest first; 400. */
    private void list(Context ctx, Parameters parameters) {
        int limit = parameters.read(LIMIT, ImportHandlers::limit, "a whole number from 1", 100);
        parameters.refuseFaults();
        Answers.send(ctx, Json.TYPE, ImportJson.list(store.listImports(limit)));
    }

    private static Optional<Integer> limit(String text) {
        return WHOLE_NUMBER.matcher(text).matches()
                ? Optional.of(Math.min(Integer.parseInt(text), MOST_LISTED))
                : Optional.empty();
    }

    /** 200, 304; 400, 404. */
    private void show(Context ctx) {
        Answers.send(ctx, Json.TYPE, ImportJson.record(record(ctx)));
    }

    /** 202 once a running import was asked to stop, 200 for one that awaited review; 404; 409 for one that has ended. */
    private void cancel(Context ctx) throws IOException {
        ImportRecord record = record(ctx);
        if (desk.cancel(record.id())) {
            Answers.sendUnkept(ctx, 202, Json.TYPE, ImportJson.record(record));
        } else if (record.state() == ImportState.NEEDS_REVIEW) {
            Answers.sendUnkept(ctx, 200, Json.TYPE, ImportJson.record(desk.discard(record.id())));
        } else {
            throw new ProblemException(
                    ProblemType.IMPORT_ENDED, "The import is " + record.state().word());
        }
    }

    /** 202; 404; 409 for one that awaits no review, or while another import runs. */
    private void accept(Context ctx) {
        ImportRecord record = record(ctx);
        if (record.state() != ImportState.NEEDS_REVIEW) {
            throw new ProblemException(
                    ProblemType.NOT_IN_REVIEW, "The import is " + record.state().word());
        }
        desk.accept(record);
        ctx.header("Location", ImportJson.self(record));
        Answers.sendUnkept(ctx, 202, Json.TYPE, ImportJson.record(record));
    }

    /** 200 with the rejected rows as CSV, safe to open in a spreadsheet; 400, 404. */
    private void quarantine(Context ctx) throws IOException {
        UUID id = record(ctx).id();
        ctx.res().setContentType("text/csv;charset=utf-8");
        ctx.header("Content-Disposition", "attachment; filename=\"quarantine-" + id + ".csv\"");
        ctx.header("Cache-Control", Answers.REVALIDATE);
        Problems.beginStream(ctx);
        try (Writer out = new OutputStreamWriter(ctx.outputStream(), StandardCharsets.UTF_8);
                Writer safe = new FormulaSafeWriter(out)) {
            store.writeQuarantine(id, safe);
        }
    }

    /** 200 with events, from the one after Last-Event-ID; 204 where all was seen and has ended; 400, 404. */
    private void events(Context ctx) throws IOException {
        UUID id = id(ctx);
        ImportFeed feed = desk.findFeed(id).orElseThrow(() -> notFound(id));
        long lastSeen = lastSeenEvent(ctx);
        ctx.header("Cache-Control", "no-store");
        if (feed.isExhausted(lastSeen)) {
            ctx.status(204);
            return;
        }
        ctx.res().setContentType(EVENTS);
        ctx.header("X-Accel-Buffering", "no");
        if (ctx.req().getMethod().equals("HEAD")) {
            return;
        }
        EventStream stream = new EventStream(ctx.res().getOutputStream());
        ctx.future(() -> {
            // Only an asynchronous answer may be written as the connection takes it, and it is one from here on.
            listen(ctx, feed, stream, lastSeen);
            return stream.closed().thenRun(() -> feed.forget(stream));
        });
    }

    private static void listen(Context ctx, ImportFeed feed, EventStream stream, long lastSeen) {
        try {
            ctx.res().getOutputStream().setWriteListener(stream);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("the answer cannot be begun", e);
        }
        feed.listen(stream, lastSeen);
    }

    private static long lastSeenEvent(Context ctx) {
        String text = ctx.header("Last-Event-ID");
        if (text == null) {
            return 0;
        }
        if (!EVENT_ID.matcher(text).matches()) {
            String reason = "Last-Event-ID " + Shown.value(text) + ": a whole number";
            throw new ProblemException(
                    ProblemType.INVALID_PARAMETER, reason, new Problem.Fault("header", "Last-Event-ID", reason));
        }
        return Long.parseLong(text);
    }

    private ImportRecord record(Context ctx) {
        UUID id = id(ctx);
        return desk.findRecord(id).orElseThrow(() -> notFound(id));
    }

    private static ProblemException notFound(UUID id) {
        return new ProblemException(ProblemType.IMPORT_NOT_FOUND, "There is no import " + id);
    }

    private static UUID id(Context ctx) {
        String text = ctx.pathParam("id");
        if (!text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            String reason = "id=" + Shown.value(text) + ": a UUID";
            throw new ProblemException(ProblemType.INVALID_PARAMETER, reason, new Problem.Fault("path", "id", reason));
        }
        return UUID.fromString(text);
    }
}
