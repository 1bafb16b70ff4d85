package org.hotspots.http;

import io.javalin.http.Context;
import java.io.IOException;

/** Reads bodies within a limit; one that says it is larger is refused before it is sent. */
final class Uploads {
    private Uploads() {}

    /** @throws ProblemException 413 */
    static void requireAtMost(Context ctx, long maxBytes) {
        if (ctx.req().getContentLengthLong() > maxBytes) {
            throw tooLarge(maxBytes);
        }
    }

    /**
     * A small body, whole.
     *
     * @throws ProblemException 413
     */
    static byte[] bytes(Context ctx, long maxBytes) throws IOException {
        requireAtMost(ctx, maxBytes);
        byte[] bytes = ctx.req().getInputStream().readNBytes((int) maxBytes + 1);
        if (bytes.length > maxBytes) {
            throw tooLarge(maxBytes);
        }
        return bytes;
    }

    static ProblemException tooLarge(long maxBytes) {
        return new ProblemException(ProblemType.TOO_LARGE, "The body may have at most " + maxBytes + " bytes");
    }
}
