package org.hotspots.http;

import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;

/** The id of a request: made here, never taken from the request; in a header, in problems and in the log. */
final class RequestId {
    static final String HEADER = "X-Request-Id";

    private RequestId() {}

    static String create() {
        return UUID.randomUUID().toString();
    }

    static String of(Context ctx) {
        return of(ctx.res());
    }

    /** The id that the response carries; it is given one if it has none yet. */
    static String of(HttpServletResponse response) {
        String given = response.getHeader(HEADER);
        if (given != null) {
            return given;
        }
        String id = create();
        response.setHeader(HEADER, id);
        return id;
    }
}
