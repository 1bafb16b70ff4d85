package org.hotspots.http;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.hotspots.hotspot.Engine;
import org.hotspots.hotspot.Run;
import org.jspecify.annotations.Nullable;

/** How other programs reach this server, with addresses to copy. */
final class ConnectHandlers {
    private static final String RUN = "run";

    private final Runs runs;

    ConnectHandlers(Engine engine) {
        this.runs = new Runs(engine);
    }

    List<Route> routes() {
        return List.of(Route.get("/connect", "text/html", Set.of(RUN), this::page));
    }

    /** 200, 304; 400, 404 for a run that is not known. */
    private void page(Context ctx, Parameters parameters) {
        String id = parameters.find(RUN).orElse(null);
        parameters.refuseFaults();
        @Nullable Run run = id == null ? null : runs.get(Runs.checked("query", RUN, id));
        String origin = ctx.scheme() + "://" + ctx.host();
        Answers.send(ctx, ProblemBody.HTML, ConnectPage.text(origin, run).getBytes(StandardCharsets.UTF_8));
    }
}
