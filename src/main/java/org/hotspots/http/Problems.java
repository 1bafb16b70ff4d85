package org.hotspots.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import io.javalin.http.NotFoundResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.http.HttpException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers exceptions with problems: those made on purpose as they are, all others as 500 with only the request's id. */
public final class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final String STREAMING = "org.hotspots.http.streaming";

    private final Page page;

    /** @param page whose files take GET only, though no route declares them */
    Problems(Page page) {
        this.page = page;
    }

    void register(RoutesConfig routes) {
        routes.exception(Exception.class, this::answerException);
        routes.exception(HttpResponseException.class, this::answerException);
        routes.exception(MethodNotAllowedResponse.class, this::answerMethod);
    }

    /** To be called before a body is begun: a failure after it must never look like a whole answer. */
    public static void beginStream(Context ctx) {
        ctx.attribute(STREAMING, true);
    }

    private void answerMethod(MethodNotAllowedResponse e, Context ctx) {
        TreeSet<String> methods = new TreeSet<>();
        e.getDetails().values().forEach(names -> methods.addAll(Arrays.asList(names.split(", ", -1))));
        answerMethod(ctx, methods);
    }

    private void answerUnknown(Context ctx) {
        if (page.exists(ctx.path())) {
            answerMethod(ctx, new TreeSet<>(Set.of("GET", "HEAD")));
        } else {
            answer(ctx, Problem.of(ProblemType.NOT_FOUND, "There is nothing at " + Shown.value(ctx.path())), Map.of());
        }
    }

    /** Answers a method that an address does not take: 204 to OPTIONS, 405 otherwise. */
    private static void answerMethod(Context ctx, Set<String> allowed) {
        Set<String> methods = new TreeSet<>(allowed);
        methods.add("OPTIONS");
        String allow = String.join(", ", methods);
        ctx.header("Allow", allow);
        if (ctx.req().getMethod().equals("OPTIONS")) {
            ctx.status(204);
            ctx.res().setContentType(null);
        } else {
            answer(ctx, Problem.of(ProblemType.METHOD_NOT_ALLOWED, "This address takes " + allow), Map.of());
        }
    }

    private void answerException(Exception e, Context ctx) {
        if (ctx.attribute(STREAMING) != null || ctx.res().isCommitted()) {
            LOG.warn("request {} broke off after its answer had begun: {}", RequestId.of(ctx), ctx.path(), e);
            abort(ctx);
        } else if (e instanceof ProblemException known) {
            answer(ctx, known.problem(), known.headers());
        } else if (e instanceof NotFoundResponse) {
            answerUnknown(ctx);
        } else if (e instanceof HttpException http) {
            answer(ctx, ServerProblems.of(http.getCode()), Map.of());
        } else if (e instanceof HttpResponseException response) {
            answer(ctx, ServerProblems.of(response.getStatus()), Map.of());
        } else {
            ProblemException known = ExceptionProblems.find(e).orElse(null);
            if (known == null) {
                LOG.error(
                        "request {} failed: {} {}", RequestId.of(ctx), ctx.req().getMethod(), ctx.path(), e);
                answer(ctx, Problem.of(ProblemType.INTERNAL_ERROR, internalDetail()), Map.of());
            } else {
                answer(ctx, known.problem(), known.headers());
            }
        }
    }

    /** Answers an error of the Java machine, such as a stack overflow; the process goes on. */
    static void answerError(HttpServletResponse response, Error error) {
        String requestId = RequestId.of(response);
        LOG.error("request {} failed", requestId, error);
        if (response.isCommitted()) {
            return;
        }
        ProblemBody body = ProblemBody.of(Problem.of(ProblemType.INTERNAL_ERROR, internalDetail()), requestId, null);
        response.setStatus(ProblemType.INTERNAL_ERROR.status());
        response.setHeader("Cache-Control", "no-store");
        response.setContentType(body.contentType());
        try {
            response.getOutputStream().write(body.bytes());
        } catch (IOException e) {
            LOG.debug("request {}: the client had gone", requestId, e);
        }
    }

    private static void answer(Context ctx, Problem problem, Map<String, String> headers) {
        String requestId = RequestId.of(ctx);
        LOG.info(
                "request {}: {} {} {} {}",
                requestId,
                problem.status(),
                problem.slug(),
                ctx.req().getMethod(),
                ctx.path());
        ProblemBody body = ProblemBody.of(problem, requestId, ctx.header("Accept"));
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put("Cache-Control", "no-store");
        all.put("Vary", "Accept");
        if (problem.status() == 408 || hasBody(ctx)) {
            // A refused body may not have been read to its end, and the rest is not waited for.
            all.put("Connection", "close");
        }
        ctx.removeHeader("ETag");
        all.forEach(ctx::header);
        ctx.status(problem.status());
        ctx.res().setContentType(null);
        ctx.res().setContentType(body.contentType());
        ctx.result(body.bytes());
    }

    private static boolean hasBody(Context ctx) {
        return ctx.req().getContentLengthLong() > 0 || ctx.header("Transfer-Encoding") != null;
    }

    private static String internalDetail() {
        return "The fault is on the server. Its log has the details under this request's id.";
    }

    /** Closes the connection as it is: ending the answer properly would make half of it look whole. */
    private static void abort(Context ctx) {
        ServletContextRequest.getServletContextRequest(ctx.req())
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint()
                .close();
    }
}
