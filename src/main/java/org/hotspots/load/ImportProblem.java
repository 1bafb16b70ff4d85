package org.hotspots.load;

import java.util.List;

/**
 * Why a whole file cannot be loaded.
 *
 * @param slug stable word, such as {@code missing-columns}
 * @param status the HTTP status that goes with it: 409, 413, 415, 422, or 500 where the fault is the server's
 * @param detail the rule and the value, with file and line where there is one
 * @param errors one entry per fault
 */
public record ImportProblem(String slug, int status, String detail, List<Fault> errors) {
    public ImportProblem {
        errors = List.copyOf(errors);
    }

    /** A problem of a file's content (422) that is one fault. */
    static ImportProblem unprocessable(String slug, String detail) {
        return new ImportProblem(slug, 422, detail, List.of());
    }

    /**
     * One thing that is wrong.
     *
     * @param name what is at fault: a column, a file
     * @param reason the rule and the value
     */
    public record Fault(String name, String reason) {}
}
