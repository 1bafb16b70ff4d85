package org.hotspots.http;

import java.util.List;

/**
 * What is wrong with a request, as RFC 9457 has it. The id of the request is added where it is written.
 *
 * @param slug stable word; {@code /problems/<slug>} is the type
 * @param status from 400 to 599
 * @param title the same for every problem of the type
 * @param detail the rule and the value, in one sentence; no class, SQL, host or path
 * @param errors one entry per fault
 */
public record Problem(String slug, int status, String title, String detail, List<Fault> errors) {
    public Problem {
        errors = List.copyOf(errors);
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("status=" + status + ": from 400 to 599");
        }
    }

    /**
     * One thing that is wrong.
     *
     * @param in {@code query}, {@code path}, {@code header}, {@code body} or {@code row}
     * @param name of the parameter, header, column or file
     * @param reason the rule and the value
     */
    public record Fault(String in, String name, String reason) {}

    static Problem of(ProblemType type, String detail, Fault... errors) {
        return of(type, detail, List.of(errors));
    }

    static Problem of(ProblemType type, String detail, List<Fault> errors) {
        return new Problem(type.slug(), type.status(), type.title(), detail, errors);
    }
}
