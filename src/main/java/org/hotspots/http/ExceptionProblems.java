package org.hotspots.http;

import java.util.Optional;
import org.hotspots.load.ImportException;
import org.hotspots.load.ImportProblem;

/** The problems that exceptions of the inner packages stand for. */
final class ExceptionProblems {
    private ExceptionProblems() {}

    /** Empty where the exception is a fault of the program. */
    static Optional<ProblemException> find(Exception e) {
        if (e instanceof ImportException refused) {
            return Optional.of(new ProblemException(of(refused.problem())));
        }
        return Optional.empty();
    }

    /** Why a file cannot be loaded, as a problem. */
    static Problem of(ImportProblem problem) {
        return new Problem(
                problem.slug(),
                problem.status(),
                ProblemType.find(problem.slug()).map(ProblemType::title).orElse("The file cannot be loaded"),
                problem.detail(),
                problem.errors().stream()
                        .map(fault -> new Problem.Fault("body", fault.name(), fault.reason()))
                        .toList());
    }
}
