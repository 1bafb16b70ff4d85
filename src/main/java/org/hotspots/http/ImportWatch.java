package org.hotspots.http;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.hotspots.load.ImportListener;
import org.hotspots.load.ImportProblem;
import org.hotspots.load.ImportProgress;
import org.hotspots.load.ImportRecord;
import org.hotspots.load.ImportState;
import org.hotspots.load.ImportStore;
import org.jspecify.annotations.Nullable;

/** Watches one import and tells its feed: a few reports of progress a second, and each change of state. */
final class ImportWatch implements ImportListener {
    private static final Duration BETWEEN_REPORTS = Duration.ofMillis(250);

    private volatile ImportRecord first;
    private final ImportFeed feed;
    private final ImportStore store;
    private volatile boolean cancelled;
    private ImportProgress.@Nullable Stage stage;
    private long reportedAt;

    ImportWatch(ImportRecord first, ImportFeed feed, ImportStore store) {
        this.first = first;
        this.feed = feed;
        this.store = store;
    }

    UUID id() {
        return first.id();
    }

    /** Tells that the upload is complete and its files are known. */
    void tellReceived(ImportRecord received) {
        first = received;
        feed.state(received);
    }

    void cancel() {
        cancelled = true;
    }

    @Override
    public boolean isCancelled() {
        return cancelled;
    }

    @Override
    public void progress(ImportProgress progress) {
        long now = System.nanoTime();
        boolean newStage = progress.stage() != stage;
        if (newStage || now - reportedAt >= BETWEEN_REPORTS.toNanos()) {
            if (newStage) {
                store.findImport(id())
                        .filter(record -> record.state() == ImportState.VALIDATING)
                        .ifPresent(this::tellChange);
            }
            stage = progress.stage();
            reportedAt = now;
            feed.progress(progress);
        }
    }

    private void tellChange(ImportRecord record) {
        ImportRecord told = feed.record();
        if (told == null || told.state() != record.state()) {
            feed.state(record);
        }
    }

    /** A record for the import's end that no store has. */
    ImportRecord ended(ImportState state, ImportProblem problem) {
        return new ImportRecord(
                first.id(),
                first.profile(),
                first.files(),
                first.sha256(),
                state,
                first.startedAt(),
                Instant.now(),
                null,
                first.ignoredColumns(),
                problem,
                null);
    }

    /** Tells the last state. After a dry run that is no final one, yet nothing more comes. */
    void tellEnd(ImportRecord record) {
        feed.state(record);
        if (!record.state().isFinal() && record.state() != ImportState.NEEDS_REVIEW) {
            feed.end();
        }
    }
}
