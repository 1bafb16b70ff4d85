package org.hotspots.http;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers what goes wrong in Jetty before or beside the routes, in place of Jetty's own pages. */
final class ServerErrors implements Request.Handler {
    private static final Logger LOG = LoggerFactory.getLogger(ServerErrors.class);

    private final SecurityHeaders securityHeaders;

    ServerErrors(SecurityHeaders securityHeaders) {
        this.securityHeaders = securityHeaders;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        String requestId = response.getHeaders().get(RequestId.HEADER);
        if (requestId == null) {
            requestId = RequestId.create();
        }
        Problem problem = problem(response.getStatus(), request.getAttribute(ErrorHandler.ERROR_EXCEPTION));
        LOG.info("request {}: {} {}", requestId, problem.status(), problem.slug());
        ProblemBody body =
                ProblemBody.of(problem, requestId, request.getHeaders().get(HttpHeader.ACCEPT));
        response.setStatus(problem.status());
        securityHeaders.writeTo((name, value) -> response.getHeaders().put(name, value));
        response.getHeaders().put(RequestId.HEADER, requestId);
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, body.contentType());
        response.write(true, ByteBuffer.wrap(body.bytes()), callback);
        return true;
    }

    private static Problem problem(int status, @Nullable Object failure) {
        if (!(failure instanceof HttpException http)) {
            return ServerProblems.of(status);
        }
        // Jetty gives up on an address that it cannot decode with this cause.
        boolean undecodable = http.getCode() == 400
                && failure instanceof Throwable thrown
                && thrown.getCause() instanceof IllegalArgumentException;
        return undecodable
                ? Problem.of(ProblemType.MALFORMED_ENCODING, "The address cannot be decoded")
                : ServerProblems.of(http.getCode());
    }
}
