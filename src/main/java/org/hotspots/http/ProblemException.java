package org.hotspots.http;

import java.util.List;
import java.util.Map;

/** Ends the handling of a request with a problem. Made for answers, so it has no stack trace. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Problem problem;
    private final transient Map<String, String> headers;

    ProblemException(Problem problem) {
        this(problem, Map.of());
    }

    /** @param headers to be sent with the problem, such as Retry-After */
    ProblemException(Problem problem, Map<String, String> headers) {
        super(problem.slug() + ": " + problem.detail(), null, false, false);
        this.problem = problem;
        this.headers = Map.copyOf(headers);
    }

    public ProblemException(ProblemType type, String detail, Problem.Fault... errors) {
        this(Problem.of(type, detail, errors));
    }

    /** HTTP's number for it: from 400 for a fault of the request, from 500 for one of the server. */
    public int status() {
        return problem.status();
    }

    /** Each fault once, with its rule and value; the detail where no fault is named. */
    public List<String> reasons() {
        return problem.errors().isEmpty()
                ? List.of(problem.detail())
                : problem.errors().stream()
                        .map(Problem.Fault::reason)
                        .distinct()
                        .toList();
    }

    Problem problem() {
        return problem;
    }

    Map<String, String> headers() {
        return headers;
    }
}
