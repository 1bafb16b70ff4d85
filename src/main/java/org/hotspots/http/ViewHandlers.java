package org.hotspots.http;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.hotspots.hotspot.Engine;
import org.hotspots.hotspot.Run;

/** Views of a run as documents. They never change, so they are kept for good; all of them stream. */
final class ViewHandlers {
    private static final String RUN = "/api/v1/runs/{run_id}/";

    private final Runs runs;

    ViewHandlers(Engine engine) {
        this.runs = new Runs(engine);
    }

    /** A route for each view of {@link RunViews} but the run itself, and the method card in two forms. */
    List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        for (RunView view : RunViews.all()) {
            if (view.name().equals(RunViews.METHOD_CARD)) {
                routes.add(new Route(
                        HandlerType.GET,
                        RUN + view.name(),
                        List.of(Json.TYPE, "text/html"),
                        view.parameters(),
                        this::methodCard));
            } else if (!view.name().equals(RunViews.SUMMARY) && !view.name().equals(RunViews.METHOD_CARD_PAGE)) {
                routes.add(Route.get(
                        RUN + view.name(),
                        view.mediaType(),
                        view.parameters(),
                        (ctx, parameters) -> answer(ctx, view, parameters, "Accept-Encoding")));
            }
        }
        return List.copyOf(routes);
    }

    /** 200, 304; 400, 404; 503. A page where a person asks, JSON otherwise. */
    private void methodCard(Context ctx, Parameters parameters) throws IOException {
        boolean person = Accept.prefersHtml(ctx.header("Accept"));
        RunView view = RunViews.get(person ? RunViews.METHOD_CARD_PAGE : RunViews.METHOD_CARD);
        answer(ctx, view, parameters, "Accept, Accept-Encoding");
    }

    /** 200, 304; 400 with every fault, 404; 503 while too much is being computed. */
    private void answer(Context ctx, RunView view, Parameters parameters, String vary) throws IOException {
        String id = Runs.id(ctx);
        String given = new TreeMap<>(parameters.given()).toString();
        String tag = id + "-" + view.name() + "-" + Answers.hash(given).substring(0, 12);
        boolean isKnown = Answers.isKnown(ctx, tag, Answers.IMMUTABLE);
        // Before the body: once its beginning is sent, headers are too.
        ctx.header("Vary", vary);
        if (isKnown) {
            return;
        }
        Run run = runs.get(id);
        RunView.Body body = view.preparation().prepare(run, parameters);
        // Everything is computed by now: from here on a failure can only cut the answer off.
        ctx.res().setContentType(view.mediaType());
        Problems.beginStream(ctx);
        body.writeTo(ctx.outputStream());
    }
}
