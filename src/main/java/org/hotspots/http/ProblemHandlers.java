package org.hotspots.http;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The pages that the types of problems point to, and their style sheet. */
final class ProblemHandlers {
    List<Route> routes() {
        return List.of(Route.get("/problems/{slug}", "text/html", this::type));
    }

    /** 200, 304; 404 for a word that is no problem. */
    private void type(Context ctx) {
        String slug = ctx.pathParam("slug");
        ProblemType type = ProblemType.find(slug)
                .orElseThrow(
                        () -> new ProblemException(ProblemType.NOT_FOUND, "There is no problem " + Shown.value(slug)));
        Answers.send(ctx, ProblemBody.HTML, ProblemPages.type(type).getBytes(StandardCharsets.UTF_8));
    }
}
