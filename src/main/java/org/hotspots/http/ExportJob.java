package org.hotspots.http;

import java.util.Locale;
import java.util.UUID;
import org.hotspots.export.ExportedFile;
import org.hotspots.export.Wanted;
import org.hotspots.snapshot.Marking;
import org.jspecify.annotations.Nullable;

/**
 * A file that was asked for to be fetched later.
 *
 * @param id unguessable
 * @param runId of which run
 * @param wanted what
 * @param marking how the run's data are marked
 * @param state how far it is
 * @param file when done; null before, and where it failed
 * @param reason why it failed; null otherwise
 */
record ExportJob(
        UUID id,
        String runId,
        Wanted wanted,
        Marking marking,
        State state,
        @Nullable ExportedFile file,
        @Nullable String reason) {
    /** How far an export is. */
    enum State {
        QUEUED,
        RUNNING,
        DONE,
        FAILED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        boolean hasEnded() {
            return this == DONE || this == FAILED;
        }
    }

    /** A new one; its id is drawn from the system's secure random numbers. */
    static ExportJob queued(String runId, Wanted wanted, Marking marking) {
        return new ExportJob(UUID.randomUUID(), runId, wanted, marking, State.QUEUED, null, null);
    }

    ExportJob running() {
        return new ExportJob(id, runId, wanted, marking, State.RUNNING, null, null);
    }

    ExportJob done(ExportedFile written) {
        return new ExportJob(id, runId, wanted, marking, State.DONE, written, null);
    }

    ExportJob failed(String why) {
        return new ExportJob(id, runId, wanted, marking, State.FAILED, null, why);
    }
}
