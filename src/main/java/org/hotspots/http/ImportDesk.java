package org.hotspots.http;

import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.hotspots.load.ImportException;
import org.hotspots.load.ImportProblem;
import org.hotspots.load.ImportRecord;
import org.hotspots.load.ImportRequest;
import org.hotspots.load.ImportState;
import org.hotspots.load.ImportStore;
import org.hotspots.load.Importer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs imports one at a time on a thread of its own, and remembers what was told of the latest ones. Uploading counts as
 * part of the import: the desk is taken with {@link #reserve} before the first byte is read.
 */
final class ImportDesk implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ImportDesk.class);
    private static final int REMEMBERED = 64;
    private static final int SECONDS_TO_STOP = 15;

    private final Importer importer;
    private final ImportStore store;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> daemon(task, "import"));
    private final ScheduledExecutorService heart =
            Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "import-heartbeat"));
    private final Map<UUID, ImportFeed> feeds = new LinkedHashMap<>();
    private final ScheduledFuture<?> heartbeat;
    private @Nullable ImportWatch running;

    /** @param heartbeatSeconds time between the comments that keep listeners' connections open */
    ImportDesk(Importer importer, ImportStore store, int heartbeatSeconds) {
        this.importer = importer;
        this.store = store;
        this.heartbeat = heart.scheduleAtFixedRate(this::beat, heartbeatSeconds, heartbeatSeconds, TimeUnit.SECONDS);
    }

    /** An import's run on the desk's thread. */
    @FunctionalInterface
    private interface Work {
        ImportRecord run(ImportWatch watch) throws IOException;
    }

    /**
     * Takes the desk for a new import.
     *
     * @param received its record while it is uploaded
     * @throws ProblemException 409 with the address of the import that has the desk
     */
    synchronized void reserve(ImportRecord received) {
        take(received);
    }

    /** Gives the desk back where the upload did not become an import. */
    synchronized void release(UUID id) {
        if (running != null && running.id().equals(id)) {
            running = null;
            feeds.remove(id);
        }
    }

    /**
     * Runs an import whose desk is reserved.
     *
     * @param received its record now that its files are known
     */
    void start(ImportRequest request, ImportRecord received) {
        ImportWatch watch = watchOf(request.id());
        watch.tellReceived(received);
        thread.execute(() -> run(watch, listener -> importer.run(request, listener)));
    }

    /**
     * Publishes an import that awaits review.
     *
     * @throws ProblemException 409 while another import has the desk
     */
    void accept(ImportRecord inReview) {
        ImportWatch watch;
        synchronized (this) {
            watch = take(inReview);
        }
        thread.execute(() -> run(watch, listener -> importer.accept(inReview.id(), listener)));
    }

    /** Asks a running import to stop; false where it is not running. */
    synchronized boolean cancel(UUID id) {
        if (running == null || !running.id().equals(id)) {
            return false;
        }
        running.cancel();
        return true;
    }

    /** Gives up an import that awaits review. */
    ImportRecord discard(UUID id) throws IOException {
        ImportRecord cancelled = importer.discard(id);
        find(id).ifPresent(feed -> feed.state(cancelled));
        return cancelled;
    }

    /**
     * The stored record; else, for uploads, dry runs and imports refused at once, what is known here. An import that is
     * stored as ended but still being tidied up has not ended yet: whoever sees its end finds the desk free.
     */
    Optional<ImportRecord> findRecord(UUID id) {
        Optional<ImportRecord> told = find(id).map(ImportFeed::record);
        boolean busy = isRunning(id);
        return store.findImport(id)
                .filter(record -> !busy || isUnderWay(record))
                .or(() -> told);
    }

    private static boolean isUnderWay(ImportRecord record) {
        return record.state() == ImportState.RECEIVED || record.state() == ImportState.VALIDATING;
    }

    private synchronized boolean isRunning(UUID id) {
        return running != null && running.id().equals(id);
    }

    /**
     * What is told of an import; for one that ran before this server started, its state alone. All who ask get the same
     * feed, and no change falls between the stored state and the feed's first.
     */
    synchronized Optional<ImportFeed> findFeed(UUID id) {
        Optional<ImportFeed> known = find(id);
        return known.isPresent()
                ? known
                : store.findImport(id).map(record -> {
                    ImportFeed feed = newFeed();
                    feed.state(record);
                    remember(id, feed);
                    return feed;
                });
    }

    /** Numbered by the clock, so that it goes on from feeds of earlier servers. */
    private static ImportFeed newFeed() {
        return new ImportFeed(Instant.now().toEpochMilli());
    }

    @Override
    public void close() {
        synchronized (this) {
            if (running != null) {
                running.cancel();
            }
        }
        heartbeat.cancel(false);
        heart.shutdownNow();
        thread.shutdown();
        try {
            if (!thread.awaitTermination(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                LOG.warn("the running import did not stop in {} s and is abandoned", SECONDS_TO_STOP);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(ImportWatch watch, Work work) {
        ImportRecord ended;
        try {
            ended = work.run(watch);
        } catch (ImportException e) {
            ended = watch.ended(ImportState.REJECTED, e.problem());
        } catch (IOException | RuntimeException e) {
            LOG.error("import {} failed", watch.id(), e);
            ended = watch.ended(
                    ImportState.FAILED,
                    new ImportProblem("import-failed", 500, "the import could not be finished", List.of()));
        }
        synchronized (this) {
            // Told while nobody can take the desk, so that an ended import and a free desk are seen together.
            watch.tellEnd(ended);
            running = null;
        }
    }

    private ImportWatch take(ImportRecord record) {
        if (running != null) {
            throw new ProblemException(
                    Problem.of(
                            ProblemType.IMPORT_IN_PROGRESS,
                            "Import " + running.id() + " is running; wait for it or cancel it"),
                    Map.of("Location", "/api/v1/imports/" + running.id()));
        }
        ImportFeed feed = feeds.computeIfAbsent(record.id(), id -> newFeed());
        remember(record.id(), feed);
        ImportWatch watch = new ImportWatch(record, feed, store);
        running = watch;
        feed.state(record);
        return watch;
    }

    private synchronized ImportWatch watchOf(UUID id) {
        if (running == null || !running.id().equals(id)) {
            throw new IllegalStateException("the desk is not reserved for import " + id);
        }
        return running;
    }

    private synchronized Optional<ImportFeed> find(UUID id) {
        return Optional.ofNullable(feeds.get(id));
    }

    private void remember(UUID id, ImportFeed feed) {
        feeds.put(id, feed);
        if (feeds.size() > REMEMBERED) {
            feeds.keySet().stream()
                    .filter(known -> running == null || !known.equals(running.id()))
                    .findFirst()
                    .map(feeds::remove)
                    // Who listened to one that awaits review comes back, and is told by a new one.
                    .ifPresent(ImportFeed::end);
        }
    }

    private void beat() {
        List<ImportFeed> all;
        synchronized (this) {
            all = List.copyOf(feeds.values());
        }
        all.forEach(ImportFeed::heartbeat);
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }
}
