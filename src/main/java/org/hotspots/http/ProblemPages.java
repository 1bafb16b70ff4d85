package org.hotspots.http;

import static org.hotspots.http.PlainPage.escaped;

import java.util.stream.Collectors;

/** Problems for people: one as it happened, and what a type of problem means. */
final class ProblemPages {
    private ProblemPages() {}

    /** The page for a problem that has just happened. */
    static String problem(Problem problem, String requestId) {
        String faults = problem.errors().stream()
                .map(fault -> "<li><code>" + escaped(fault.name()) + "</code>: " + escaped(fault.reason()) + "</li>")
                .collect(Collectors.joining("\n"));
        return PlainPage.of(problem.title(), """
                <h1>%s</h1>
                <p>%s</p>
                %s
                <p><a href="/">Go to the map</a></p>
                <p class="small">Status %d. If you report this, give the request's id: <code>%s</code></p>
                """.formatted(
                        escaped(problem.title()),
                        escaped(problem.detail()),
                        faults.isEmpty() ? "" : "<ul>" + faults + "</ul>",
                        problem.status(),
                        requestId));
    }

    /** The page that a problem's {@code type} points to. */
    static String type(ProblemType type) {
        return PlainPage.of(type.title(), """
                <h1>%s</h1>
                <p>%s</p>
                <p class="small">Problem type <code>%s</code>, status %d.</p>
                <p><a href="/">Go to the map</a></p>
                """.formatted(
                        escaped(type.title()), escaped(type.explanation()), type.slug(), type.status()));
    }
}
