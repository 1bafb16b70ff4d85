package org.hotspots.export;

import java.time.LocalDate;
import org.hotspots.hotspot.Run;
import org.hotspots.snapshot.Marking;
import org.jspecify.annotations.Nullable;

/**
 * Where the figures of a file come from, and how it is to be handled. Nothing in it depends on a clock.
 *
 * @param runId the run
 * @param title what was asked, for people
 * @param verdict whether there is a hotspot at all, as a sentence
 * @param marking how the data are marked
 * @param methodCard how the run was made, as JSON
 * @param madeAt a time for fields that need one: midnight, UTC, after the last day of the data
 */
public record Provenance(
        String runId, String title, String verdict, Marking marking, String methodCard, String madeAt) {
    private static final LocalDate WITHOUT_DATA = LocalDate.EPOCH;

    /** @param methodCard as the interface answers it */
    public static Provenance of(Run run, String methodCard) {
        String title = run.subject() + " in " + run.area().summary().name() + ", "
                + run.question().filter().from() + " to "
                + run.question().filter().to();
        return new Provenance(
                run.id(),
                title,
                run.verdict().sentence(),
                run.snapshot().marking(),
                methodCard,
                madeAt(run.version().dataTo()));
    }

    private static String madeAt(@Nullable LocalDate dataTo) {
        return (dataTo == null ? WITHOUT_DATA : dataTo.plusDays(1)) + "T00:00:00.000Z";
    }

    /** All of it but the method card, in sentences. */
    String sentence() {
        return title + ". " + verdict + " Run " + runId + ". " + marking.words() + ".";
    }
}
