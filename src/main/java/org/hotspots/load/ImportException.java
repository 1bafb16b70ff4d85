package org.hotspots.load;

/** Thrown where a whole file cannot be loaded; nothing of it is stored. */
public final class ImportException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient ImportProblem problem;

    public ImportException(ImportProblem problem) {
        super(problem.slug() + ": " + problem.detail());
        this.problem = problem;
    }

    static ImportException unprocessable(String slug, String detail) {
        return new ImportException(ImportProblem.unprocessable(slug, detail));
    }

    public ImportProblem problem() {
        return problem;
    }
}
