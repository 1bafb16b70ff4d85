package org.hotspots.load;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Imports files: reads and checks every row, stages it, and publishes all in one transaction, or nothing. An import is
 * one run of {@link #run} on one thread; the store's lock lets one run at a time on a database.
 */
public final class Importer {
    private static final Logger LOG = LoggerFactory.getLogger(Importer.class);
    private static final int ROWS_BETWEEN_REPORTS = 2_048;

    private final ImportStore store;
    private final ImportSettings settings;

    public Importer(ImportStore store, ImportSettings settings) {
        this.store = store;
        this.settings = settings;
    }

    /** The committed import of exactly these bytes, read in exactly this way. */
    public Optional<ImportRecord> findSame(ImportRequest request) throws IOException {
        return store.findCommitted(ImportChecksum.of(request, read -> {}));
    }

    /**
     * Looks at the files without reading their rows: whether each holds anything, is of a kind that can be read, and,
     * where it is an archive, can be opened.
     *
     * @throws ImportException where that is enough to refuse them
     */
    public void requireReadable(ImportRequest request) throws IOException {
        for (ImportSource source : request.sources()) {
            if (Files.size(source.path()) == 0) {
                throw ImportException.unprocessable("no-rows", source.name() + ": the file is empty");
            }
        }
        ImportFiles.open(request.sources(), request.profile().format(), settings.limits())
                .close();
    }

    /**
     * Runs an import to its end. Its record is kept in the store at each step, except on a dry run; uploads in the spool
     * are deleted unless the import awaits review.
     *
     * @return the record: committed; the earlier record where the same bytes are already here; needs_review where too
     *     many rows are quarantined; rejected with the problem where a file cannot be used; failed where something here
     *     went wrong (logged); cancelled. After a dry run that met no problem, the record that was never stored, still
     *     validating, with what would happen
     * @throws ImportException {@code import-in-progress} (409) where another import holds the lock
     */
    public ImportRecord run(ImportRequest request, ImportListener listener) {
        Run run = new Run(request, listener);
        ImportRecord ended = null;
        try {
            ended = run.toEnd();
            return ended;
        } finally {
            tidy(request, ended);
        }
    }

    /**
     * Publishes an import that awaits review, from the files kept in the spool.
     *
     * @throws ImportException {@code not-in-review} (409) where it awaits none, {@code spool-gone} (409) where its files
     *     were not kept
     */
    public ImportRecord accept(UUID id, ImportListener listener) throws IOException {
        return run(inReview(id).kept(id), listener);
    }

    /** Gives up an import that awaits review. */
    public ImportRecord discard(UUID id) throws IOException {
        inReview(id).delete();
        ImportRecord record = store.findImport(id).orElseThrow();
        ImportRecord cancelled = ended(record, ImportState.CANCELLED, record.problem());
        store.save(cancelled);
        return cancelled;
    }

    private Spool inReview(UUID id) {
        if (store.findImport(id)
                .filter(record -> record.state() == ImportState.NEEDS_REVIEW)
                .isEmpty()) {
            throw conflict("not-in-review", "the import awaits no review");
        }
        return Spool.find(settings.spoolFolder(), id)
                .orElseThrow(() -> conflict("spool-gone", "its files were not kept; import them again"));
    }

    private static ImportException conflict(String slug, String detail) {
        return new ImportException(new ImportProblem(slug, 409, detail, List.of()));
    }

    private void tidy(ImportRequest request, @Nullable ImportRecord ended) {
        Optional<Spool> spool =
                Spool.find(settings.spoolFolder(), request.id()).filter(folder -> folder.holds(request));
        if (spool.isEmpty()) {
            return;
        }
        try {
            if (ended != null && ended.state() == ImportState.NEEDS_REVIEW) {
                spool.get().keep(request);
            } else {
                spool.get().delete();
            }
        } catch (IOException e) {
            LOG.warn("the uploads of import {} cannot be tidied up; a later start will", request.id(), e);
        }
    }

    private ImportRecord ended(ImportRecord record, ImportState state, @Nullable ImportProblem problem) {
        return new ImportRecord(
                record.id(),
                record.profile(),
                record.files(),
                record.sha256(),
                state,
                record.startedAt(),
                settings.clock().instant(),
                record.counts(),
                record.ignoredColumns(),
                problem,
                null);
    }

    /** Thrown within a run when its listener wants it to stop. */
    private static final class CancelledException extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** One import under way. */
    private final class Run {
        private final ImportRequest request;
        private final ImportListener listener;
        private ImportRecord record;
        private long bytesTotal;
        private long bytesRead;
        private long rows;
        private long rejected;
        private long readingSince;

        Run(ImportRequest request, ImportListener listener) {
            this.request = request;
            this.listener = listener;
            this.record = new ImportRecord(
                    request.id(),
                    request.profile().name(),
                    request.sources().stream().map(ImportSource::name).toList(),
                    "",
                    ImportState.RECEIVED,
                    settings.clock().instant(),
                    null,
                    null,
                    List.of(),
                    null,
                    null);
        }

        ImportRecord toEnd() {
            try {
                measure();
                String sha256 = ImportChecksum.of(request, this::checksumRead);
                Optional<ImportRecord> same = request.dryRun() ? Optional.empty() : store.findCommitted(sha256);
                if (same.isPresent()) {
                    return same.get();
                }
                record = with(record.files(), sha256, ImportState.RECEIVED, null, List.of());
                try (ImportStore.Staging staging = store.openStaging(request.id())) {
                    return through(staging);
                }
            } catch (CancelledException e) {
                return end(ImportState.CANCELLED, null);
            } catch (ImportException e) {
                if (e.problem().slug().equals("import-in-progress")) {
                    throw e;
                }
                return end(ImportState.REJECTED, e.problem());
            } catch (IOException | RuntimeException e) {
                return failed(e);
            }
        }

        private void measure() throws IOException {
            for (ImportSource source : request.sources()) {
                if (!Files.isRegularFile(source.path()) || !Files.isReadable(source.path())) {
                    throw ImportException.unprocessable(
                            "unreadable-file", source.name() + ": not a file that can be read");
                }
                bytesTotal += Files.size(source.path());
            }
        }

        private ImportRecord through(ImportStore.Staging staging) throws IOException {
            saveUnlessDry();
            record = with(record.files(), record.sha256(), ImportState.VALIDATING, null, List.of());
            saveUnlessDry();
            try {
                readAll(staging);
                return decided(staging);
            } catch (ImportException e) {
                if (rejected > 0 && !request.dryRun()) {
                    staging.keepQuarantine();
                }
                throw e;
            }
        }

        private void readAll(ImportStore.Staging staging) throws IOException {
            Reading reading = request.reading(settings);
            try (ImportFiles files =
                    ImportFiles.open(request.sources(), request.profile().format(), settings.limits())) {
                files.ignored().forEach(listener::ignoredFile);
                List<String> names = files.files().stream().map(TextFile::name).toList();
                record = with(names, record.sha256(), ImportState.VALIDATING, null, List.of());
                Set<String> ignoredColumns = new LinkedHashSet<>();
                readingSince = System.nanoTime();
                for (int i = 0; i < names.size(); i++) {
                    int fileIndex = i;
                    CsvFile file = new CsvFile(files.files().get(i), reading);
                    ignoredColumns.addAll(file.read(row -> add(staging, fileIndex, row, files)));
                }
                report(ImportProgress.Stage.READING, bytesTotal, bytesTotal);
                record = with(names, record.sha256(), ImportState.VALIDATING, null, new ArrayList<>(ignoredColumns));
            }
        }

        private void add(ImportStore.Staging staging, int fileIndex, Row row, ImportFiles files) {
            staging.add(fileIndex, row);
            if (row instanceof Row.Rejected bad) {
                rejected++;
                listener.rejected(record.files().get(fileIndex), bad);
            }
            if (++rows % ROWS_BETWEEN_REPORTS == 0) {
                stopIfCancelled();
                report(ImportProgress.Stage.READING, files.meter().bytesRead(), bytesTotal);
            }
        }

        private ImportRecord decided(ImportStore.Staging staging) {
            stopIfCancelled();
            boolean doubtful = rejected > settings.quarantineShare() * rows;
            // Rows with keys may yet be found to contradict each other, so their quarantine is known only now.
            if (request.dryRun()
                    || (!request.acceptQuarantine()
                            && (doubtful || request.profile().format().hasKeys()))) {
                report(ImportProgress.Stage.COMPARING, bytesTotal, bytesTotal);
                ImportCounts counts = staging.preview();
                record = with(record.files(), record.sha256(), ImportState.VALIDATING, counts, record.ignoredColumns());
                if (request.dryRun()) {
                    return ended(record, ImportState.VALIDATING, null);
                }
                if (counts.quarantined() > settings.quarantineShare() * counts.rowsRead()) {
                    staging.keepQuarantine();
                    record = with(
                            record.files(), record.sha256(), ImportState.NEEDS_REVIEW, counts, record.ignoredColumns());
                    store.save(record);
                    return record;
                }
            }
            stopIfCancelled();
            report(ImportProgress.Stage.PUBLISHING, bytesTotal, bytesTotal);
            return staging.publish(record);
        }

        private ImportRecord failed(Exception e) {
            LOG.error("import {} failed", request.id(), e);
            try {
                return end(
                        ImportState.FAILED,
                        new ImportProblem(
                                "import-failed",
                                500,
                                "the import could not be finished; nothing was stored",
                                List.of()));
            } catch (RuntimeException unsaved) {
                unsaved.addSuppressed(e);
                throw unsaved;
            }
        }

        private ImportRecord end(ImportState state, @Nullable ImportProblem problem) {
            record = ended(record, state, problem);
            saveUnlessDry();
            return record;
        }

        private void saveUnlessDry() {
            if (!request.dryRun()) {
                store.save(record);
            }
        }

        private ImportRecord with(
                List<String> files,
                String sha256,
                ImportState state,
                @Nullable ImportCounts counts,
                List<String> ignoredColumns) {
            Instant startedAt = record.startedAt();
            return new ImportRecord(
                    record.id(),
                    record.profile(),
                    files,
                    sha256,
                    state,
                    startedAt,
                    null,
                    counts,
                    ignoredColumns,
                    null,
                    null);
        }

        private void checksumRead(long bytes) {
            bytesRead += bytes;
            stopIfCancelled();
            report(ImportProgress.Stage.CHECKSUM, bytesRead, bytesTotal);
        }

        private void stopIfCancelled() {
            if (listener.isCancelled()) {
                throw new CancelledException();
            }
        }

        private void report(ImportProgress.Stage stage, long read, long total) {
            double seconds = (System.nanoTime() - readingSince) / 1e9;
            listener.progress(new ImportProgress(stage, read, total, rows, rows == 0 ? 0 : rows / seconds));
        }
    }
}
