package org.hotspots.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.io.IOException;

/** Reads small JSON bodies. */
final class JsonBody {
    private static final int MAX_BYTES = 65_536;

    private JsonBody() {}

    /**
     * The body of a request that must be JSON.
     *
     * @param what it is, for the problem, such as "A question"
     * @throws ProblemException 400 for a body that is not JSON, 413, 415
     */
    static JsonNode read(Context ctx, String what) throws IOException {
        if (!MediaType.is(ctx.contentType(), Json.TYPE)) {
            throw new ProblemException(ProblemType.UNSUPPORTED_MEDIA_TYPE, what + " is sent as " + Json.TYPE);
        }
        byte[] bytes = ctx.req().getInputStream().readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw new ProblemException(ProblemType.TOO_LARGE, what + " has at most " + MAX_BYTES + " bytes");
        }
        try {
            JsonNode body = Json.READER.readTree(bytes);
            if (body.isMissingNode()) {
                throw new ProblemException(ProblemType.MALFORMED_JSON, "The body is empty");
            }
            return body;
        } catch (StreamConstraintsException e) {
            throw new ProblemException(
                    ProblemType.MALFORMED_JSON,
                    "The body is nested more than " + Json.MAX_DEPTH + " deep, or a text is too long");
        } catch (JsonProcessingException e) {
            throw new ProblemException(
                    ProblemType.MALFORMED_JSON,
                    "line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr() + ": " + Shown.value(e.getOriginalMessage()));
        }
    }
}
