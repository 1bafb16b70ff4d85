package org.hotspots.app;

import io.javalin.util.JavalinBindException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;
import org.hotspots.area.AreaFileException;
import org.hotspots.hotspot.EngineBusyException;
import org.hotspots.load.ImportException;
import org.hotspots.load.ImportProblem;
import org.hotspots.store.DatabaseException;
import org.hotspots.store.cluster.ClusterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** Turns what went wrong into one plain message and an exit code; a stack trace goes to the log of a bug only. */
final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private Failures() {}

    static int exitCode(Throwable failure) {
        if (failure instanceof CommandLine.ParameterException) {
            return ExitCode.USAGE;
        }
        return failure instanceof Settings.InvalidSettings ? ExitCode.CONFIGURATION : ExitCode.FAILED;
    }

    static int handle(Exception failure, CommandLine command, ParseResult parsed) {
        if (failure instanceof ImportException refused) {
            print(command, refused.problem());
        } else if (failure instanceof UncheckedIOException wrapped) {
            return handle(Objects.requireNonNull(wrapped.getCause()), command, parsed);
        } else if (failure instanceof FileSystemException file) {
            command.getErr().println(command.getColorScheme().errorText(told(file)));
        } else if (isExpected(failure)) {
            command.getErr().println(command.getColorScheme().errorText(String.valueOf(failure.getMessage())));
        } else {
            LOG.error("{} failed", command.getCommandName(), failure);
            command.getErr().println(command.getColorScheme().errorText("A fault of the program: " + failure));
        }
        return exitCode(failure);
    }

    /** Such an exception's message may be the path alone. */
    private static String told(FileSystemException failure) {
        if (failure instanceof NoSuchFileException) {
            return "There is no file " + failure.getFile();
        }
        if (failure instanceof AccessDeniedException) {
            return failure.getFile() + " may not be read or written";
        }
        return String.valueOf(failure.getReason() == null ? failure : failure.getMessage());
    }

    /** The problem of a whole file: its rule in one line, then one line for each fault. */
    static void print(CommandLine command, ImportProblem problem) {
        command.getErr().println(command.getColorScheme().errorText(problem.slug() + ": " + problem.detail()));
        for (ImportProblem.Fault fault : problem.errors()) {
            command.getErr().println("  " + fault.name() + ": " + fault.reason());
        }
    }

    private static boolean isExpected(Exception failure) {
        return failure instanceof Settings.InvalidSettings
                || failure instanceof AreaFileException
                || failure instanceof ClusterException
                || failure instanceof DatabaseException
                || failure instanceof EngineBusyException
                || failure instanceof JavalinBindException
                || failure instanceof java.io.IOException;
    }
}
