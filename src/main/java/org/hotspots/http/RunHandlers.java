package org.hotspots.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hotspots.hotspot.Engine;
import org.hotspots.hotspot.Run;
import org.hotspots.question.ParameterSpec;
import org.hotspots.question.QuestionParameters;

/** Questions asked, and the runs that answer them. */
final class RunHandlers {
    private static final Set<String> PARAMETERS =
            QuestionParameters.all().stream().map(ParameterSpec::name).collect(Collectors.toUnmodifiableSet());

    private final Engine engine;
    private final Runs runs;

    RunHandlers(Engine engine) {
        this.engine = engine;
        this.runs = new Runs(engine);
    }

    List<Route> routes() {
        return List.of(
                Route.get("/api/v1/runs", Json.TYPE, PARAMETERS, this::ask),
                Route.plain(HandlerType.POST, "/api/v1/runs", Json.TYPE, this::askByBody),
                Route.get("/api/v1/runs/{run_id}", Json.TYPE, this::run));
    }

    /** 200, 304; 400 with every fault; 503 while there are no data or too many questions. */
    private void ask(Context ctx, Parameters parameters) throws IOException {
        // The reader of questions checks names itself, so that all faults are told at once.
        Run run = engine.ask(engine.questionReader().read(parameters.given()));
        ctx.header("Content-Location", RunLinks.self(run.id()));
        if (!Answers.isKnown(ctx, run.id(), Answers.REVALIDATE)) {
            send(ctx, run);
        }
    }

    /** 200; 400 with every fault, or for a body that is not JSON; 413; 415; 503. */
    private void askByBody(Context ctx) throws IOException {
        JsonNode question = JsonBody.read(ctx, "A question");
        Run run = engine.ask(engine.questionReader().read(question));
        ctx.header("Content-Location", RunLinks.self(run.id()));
        ctx.header("Cache-Control", "no-store");
        send(ctx, run);
    }

    /** 200, 304; 400 for an id that is none; 404; 503. */
    private void run(Context ctx) throws IOException {
        String id = Runs.id(ctx);
        if (!Answers.isKnown(ctx, id, Answers.IMMUTABLE)) {
            send(ctx, runs.get(id));
        }
    }

    private static void send(Context ctx, Run run) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
        try (JsonGenerator json = Json.generator(bytes)) {
            RunJson.write(json, run);
        }
        ctx.res().setContentType(Json.TYPE);
        ctx.result(bytes.toByteArray());
    }
}
