package org.hotspots.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/**
 * One method at one address.
 *
 * @param method HTTP method; a GET route answers HEAD too
 * @param path template, such as {@code /api/v1/runs/{run_id}}
 * @param produces media types of the answer, the first unless another is asked for
 * @param parameters names of the query parameters it knows; all others are refused
 * @param action reads, asks and answers
 */
public record Route(HandlerType method, String path, List<String> produces, Set<String> parameters, Action action)
        implements Handler {
    /** The parameter by which a client chooses among forms of an answer. */
    public static final String FORM = "f";

    public Route {
        produces = List.copyOf(produces);
        parameters = Set.copyOf(parameters);
    }

    public Route(HandlerType method, String path, String produces, Set<String> parameters, Action action) {
        this(method, path, List.of(produces), parameters, action);
    }

    /** What a route does. */
    @FunctionalInterface
    public interface Action {
        /**
         * @param parameters holds the faults in names already; whoever declares parameters reads them and then calls
         *     {@link Parameters#refuseFaults}
         */
        void answer(Context ctx, Parameters parameters) throws Exception;
    }

    /** What a route without parameters does. */
    @FunctionalInterface
    public interface PlainAction {
        void answer(Context ctx) throws Exception;
    }

    public static Route get(String path, String produces, PlainAction action) {
        return plain(HandlerType.GET, path, produces, action);
    }

    static Route get(String path, String produces, Set<String> parameters, Action action) {
        return new Route(HandlerType.GET, path, produces, parameters, action);
    }

    static Route plain(HandlerType method, String path, String produces, PlainAction action) {
        return new Route(method, path, produces, Set.of(), (ctx, parameters) -> {
            parameters.refuseFaults();
            action.answer(ctx);
        });
    }

    /** A form that is asked for by a parameter goes before what the header accepts. */
    private boolean isFormAsked(Map<String, List<String>> query) {
        return parameters.contains(FORM) && query.containsKey(FORM);
    }

    @Override
    public void handle(Context ctx) throws Exception {
        ctx.res().setContentType(null);
        Map<String, List<String>> query = QueryString.parse(ctx.queryString());
        String accept = isFormAsked(query) ? null : ctx.header("Accept");
        if (produces.stream().noneMatch(type -> Accept.allows(accept, type))) {
            throw new ProblemException(
                    ProblemType.NOT_ACCEPTABLE, "This address answers with " + String.join(" or ", produces));
        }
        try {
            action.answer(ctx, new Parameters(query, parameters));
        } catch (IOException e) {
            if (e.getCause() instanceof TimeoutException) {
                throw new ProblemException(ServerProblems.of(ProblemType.REQUEST_TIMEOUT.status()));
            }
            throw e;
        }
    }
}
