package org.hotspots.http;

/** Problems that the web server under the routes finds: bad messages, limits, time-outs. */
final class ServerProblems {
    private ServerProblems() {}

    /** The problem of a bare status. */
    static Problem of(int status) {
        return switch (status) {
            case 404 -> Problem.of(ProblemType.NOT_FOUND, "There is nothing here");
            case 405 -> Problem.of(ProblemType.METHOD_NOT_ALLOWED, "This address does not take that method");
            case 408 -> Problem.of(ProblemType.REQUEST_TIMEOUT, "The request came too slowly");
            case 413 -> Problem.of(ProblemType.TOO_LARGE, "The body is larger than this address takes");
            case 414 ->
                Problem.of(
                        ProblemType.URI_TOO_LONG, "The address is longer than " + WebServer.MAX_HEAD_BYTES + " bytes");
            case 415 -> Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, "This media type is not taken here");
            case 421 -> Problem.of(ProblemType.MISDIRECTED_REQUEST, "The request names another host");
            case 431 ->
                Problem.of(
                        ProblemType.HEADERS_TOO_LARGE,
                        "The headers are longer than " + WebServer.MAX_HEAD_BYTES + " bytes");
            case 503 -> Problem.of(ProblemType.OVERLOADED, "The server is busy or stopping");
            default ->
                status >= 400 && status < 500
                        ? Problem.of(ProblemType.MALFORMED_REQUEST, "The request is not valid HTTP")
                        : Problem.of(ProblemType.INTERNAL_ERROR, "The fault is on the server");
        };
    }
}
