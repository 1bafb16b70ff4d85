package org.hotspots.http;

import io.javalin.http.Context;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hotspots.hotspot.Engine;
import org.hotspots.hotspot.Run;

/** Finds the run that an address names. */
public final class Runs {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{64}");

    private final Engine engine;

    public Runs(Engine engine) {
        this.engine = engine;
    }

    /**
     * The id in the address, well formed.
     *
     * @throws ProblemException 400
     */
    static String id(Context ctx) {
        return checked("path", "run_id", ctx.pathParam("run_id"));
    }

    /**
     * The id as it came, well formed.
     *
     * @param in {@code path} or {@code query}
     * @throws ProblemException 400
     */
    public static String checked(String in, String name, String id) {
        findFault(in, name, id).ifPresent(fault -> {
            throw new ProblemException(ProblemType.INVALID_PARAMETER, fault.reason(), fault);
        });
        return id;
    }

    /** What is wrong with the id as it came; empty where it is well formed. */
    static Optional<Problem.Fault> findFault(String in, String name, String id) {
        return ID.matcher(id).matches()
                ? Optional.empty()
                : Optional.of(new Problem.Fault(in, name, name + "=" + Shown.value(id) + ": 64 hexadecimal digits"));
    }

    /**
     * The run of this id, computed again if need be.
     *
     * @throws ProblemException 404; 410 where it was answered once and its data are gone
     */
    public Run get(String id) {
        return engine.findRun(id)
                .orElseThrow(() -> engine.wasAsked(id)
                        ? gone(id)
                        : new ProblemException(ProblemType.RUN_NOT_FOUND, "There is no run " + id));
    }

    /** The run was answered once, of data that are gone. */
    public static ProblemException gone(String id) {
        return new ProblemException(ProblemType.VERSION_GONE, "The data of the run " + id + " are not kept");
    }
}
