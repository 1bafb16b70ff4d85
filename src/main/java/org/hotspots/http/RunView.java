package org.hotspots.http;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Set;
import java.util.function.Function;
import org.hotspots.hotspot.Run;

/**
 * A view of a run that is one document, the same bytes over HTTP and from the command line.
 *
 * @param name part of its address behind the run's
 * @param mediaType of the document
 * @param parameters names of its own parameters
 * @param preparation computes it
 */
record RunView(String name, String mediaType, Set<String> parameters, Preparation preparation) {
    RunView {
        parameters = Set.copyOf(parameters);
    }

    /** Computes a view. */
    @FunctionalInterface
    interface Preparation {
        /**
         * Reads the parameters and computes everything, so that writing can fail only as the target does.
         *
         * @throws ProblemException with every fault of the parameters
         */
        Body prepare(Run run, Parameters parameters);
    }

    /** A computed document. */
    @FunctionalInterface
    interface Body {
        /** Writes all of it; leaves the target open. */
        void writeTo(OutputStream out) throws IOException;
    }

    /** A view without parameters. */
    static RunView plain(String name, String mediaType, Function<Run, Body> preparation) {
        return new RunView(name, mediaType, Set.of(), (run, parameters) -> {
            parameters.refuseFaults();
            return preparation.apply(run);
        });
    }
}
