package org.hotspots.http;

import java.util.stream.Collectors;

/** Plain pages for people: a problem as it happened, and what a type of problem means. No inline style or script. */
public final class ProblemPages {
    /** Address of the pages' style sheet. */
    static final String STYLE_SHEET = "/problems/problem.css";

    private ProblemPages() {}

    /** The page for a problem that has just happened. */
    static String problem(Problem problem, String requestId) {
        String faults = problem.errors().stream()
                .map(fault -> "<li><code>" + escaped(fault.name()) + "</code>: " + escaped(fault.reason()) + "</li>")
                .collect(Collectors.joining("\n"));
        return page(problem.title(), """
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
        return page(type.title(), """
                <h1>%s</h1>
                <p>%s</p>
                <p class="small">Problem type <code>%s</code>, status %d.</p>
                <p><a href="/">Go to the map</a></p>
                """.formatted(
                        escaped(type.title()), escaped(type.explanation()), type.slug(), type.status()));
    }

    public static String page(String title, String main) {
        return """
                <!DOCTYPE html>
                <html lang="en-GB">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s - Hotspots</title>
                <link rel="stylesheet" href="%s">
                </head>
                <body>
                <header><a href="/">Hotspots</a></header>
                <main>
                %s</main>
                </body>
                </html>
                """.formatted(escaped(title), STYLE_SHEET, main);
    }

    public static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
