package org.hotspots.app;

import java.io.PrintWriter;
import java.util.Locale;
import org.hotspots.load.ImportListener;
import org.hotspots.load.ImportProgress;
import org.hotspots.load.Row;

/**
 * Shows an import on standard error: the first rejected rows with file, line and reason, archive members that are not
 * read, and on a terminal a line of progress that is written over.
 */
final class TerminalProgress implements ImportListener {
    private static final int REJECTED_SHOWN = 10;

    private final PrintWriter err;
    private final boolean onTerminal;
    private int rejected;

    TerminalProgress(PrintWriter err, boolean onTerminal) {
        this.err = err;
        this.onTerminal = onTerminal;
    }

    @Override
    public void progress(ImportProgress progress) {
        if (onTerminal) {
            double share = progress.bytesTotal() == 0 ? 1 : (double) progress.bytesRead() / progress.bytesTotal();
            err.printf(
                    Locale.UK,
                    "\r%-11s %3.0f %%  %,d rows  %,.0f rows/s ",
                    progress.stage().name().toLowerCase(Locale.ROOT),
                    100 * share,
                    progress.rows(),
                    progress.rowsPerSecond());
            err.flush();
        }
    }

    @Override
    public void rejected(String file, Row.Rejected row) {
        if (++rejected <= REJECTED_SHOWN) {
            say(file + ", line " + row.line() + ": " + row.reason() + ": " + row.detail());
        } else if (rejected == REJECTED_SHOWN + 1) {
            say("… further quarantined rows are not listed here; --quarantine FILE writes them all");
        }
    }

    @Override
    public void ignoredFile(String name) {
        say(name + ": not read, the profile has no use for it");
    }

    /** Ends the line of progress. */
    void end() {
        if (onTerminal) {
            err.println();
            err.flush();
        }
    }

    private void say(String text) {
        if (onTerminal) {
            err.print("\r\u001b[K");
        }
        err.println(text);
        err.flush();
    }
}
