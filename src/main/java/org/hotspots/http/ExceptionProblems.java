package org.hotspots.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hotspots.hotspot.EngineBusyException;
import org.hotspots.hotspot.OtherProgramException;
import org.hotspots.load.ImportException;
import org.hotspots.load.ImportProblem;
import org.hotspots.question.Fault;
import org.hotspots.question.RefusedQuestionException;
import org.hotspots.store.DatabaseException;

/** The problems that exceptions of the inner packages stand for. */
final class ExceptionProblems {
    private static final Map<String, String> RETRY_SOON = Map.of("Retry-After", "2");

    private ExceptionProblems() {}

    /** Empty where the exception is a fault of the program. */
    static Optional<ProblemException> find(Exception e) {
        if (e instanceof ImportException refused) {
            return Optional.of(new ProblemException(of(refused.problem())));
        }
        if (e instanceof RefusedQuestionException refused) {
            return Optional.of(new ProblemException(of(refused.faults())));
        }
        if (e instanceof OtherProgramException other) {
            String detail = other.getMessage() + ". Its question, to be asked anew: " + other.question();
            return Optional.of(new ProblemException(ProblemType.RUN_OF_OTHER_PROGRAM, detail));
        }
        if (e instanceof EngineBusyException busy) {
            ProblemType type = busy.reason() == EngineBusyException.Reason.TIMEOUT
                    ? ProblemType.QUERY_TIMEOUT
                    : ProblemType.OVERLOADED;
            return Optional.of(new ProblemException(Problem.of(type, type.explanation()), RETRY_SOON));
        }
        return e instanceof DatabaseException database ? of(database) : Optional.empty();
    }

    private static Optional<ProblemException> of(DatabaseException e) {
        ProblemType type = switch (e.kind()) {
            case UNAVAILABLE -> ProblemType.UNAVAILABLE;
            case CONFLICT -> ProblemType.OVERLOADED;
            case TIMEOUT -> ProblemType.QUERY_TIMEOUT;
            case DISK_FULL -> ProblemType.STORAGE_FULL;
            case BAD_DATA -> ProblemType.REFUSED_DATA;
            case SCHEMA, OTHER -> ProblemType.INTERNAL_ERROR;
        };
        if (type == ProblemType.INTERNAL_ERROR) {
            return Optional.empty();
        }
        Map<String, String> headers = type.status() == 503 ? Map.of("Retry-After", "5") : Map.of();
        return Optional.of(new ProblemException(Problem.of(type, type.explanation()), headers));
    }

    private static Problem of(List<Fault> faults) {
        int unknown = 0;
        int duplicated = 0;
        List<Problem.Fault> told = new ArrayList<>();
        for (Fault fault : faults) {
            unknown += fault.kind() == Fault.Kind.UNKNOWN_PARAMETER ? 1 : 0;
            duplicated += fault.kind() == Fault.Kind.DUPLICATED_PARAMETER ? 1 : 0;
            told.add(new Problem.Fault(fault.in(), Shown.value(fault.name()), fault.reason()));
        }
        return Parameters.problem(told, unknown, duplicated);
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
