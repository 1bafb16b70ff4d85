package org.hotspots.http;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.hotspots.export.ExportShelf;
import org.hotspots.export.ExportedFile;
import org.hotspots.export.Wanted;
import org.hotspots.hotspot.Engine;
import org.hotspots.hotspot.EngineBusyException;
import org.hotspots.hotspot.Run;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes files of runs, at once or as jobs, one job after the other. A job's file is the run's own: it is the same bytes
 * whether it was waited for or not. Jobs are forgotten when the process ends.
 */
final class ExportDesk implements AutoCloseable {
    /** Jobs remembered, ended ones included. */
    static final int MOST_JOBS = 100;

    private static final int MOST_FILES = 64;
    private static final long MOST_BYTES = 2L << 30;
    /** How long a request waits for a file: as long as for a computation. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final String SERVERS_FAULT =
            "The fault is on the server; its log has the details under the export's id.";
    private static final Logger LOG = LoggerFactory.getLogger(ExportDesk.class);

    private final Runs runs;
    private final ExportShelf shelf;
    private final LayerWriter writer;
    private final Pace pace;
    private final Map<UUID, ExportJob> jobs = new LinkedHashMap<>();
    private final ThreadPoolExecutor worker =
            new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                Thread thread = new Thread(task, "exports");
                thread.setDaemon(true);
                return thread;
            });

    /** Writes a layer of a run. */
    @FunctionalInterface
    interface LayerWriter {
        ExportedFile write(Run run, Wanted wanted, Path target) throws IOException;
    }

    /**
     * How jobs bear with a busy engine.
     *
     * @param pause before a job tries again
     * @param patience after which it fails
     */
    record Pace(Duration pause, Duration patience) {}

    /** The turn of a job; equal for equal jobs, so that one that is forgotten is found among those that wait. */
    private record Turn(ExportDesk desk, UUID id) implements Runnable {
        @Override
        public void run() {
            desk.find(id).ifPresent(desk::write);
        }
    }

    /** @param folder may be shared with other servers */
    ExportDesk(Engine engine, Path folder) {
        this(
                new Runs(engine),
                ExportShelf.in(folder, MOST_FILES, MOST_BYTES, PATIENCE),
                RunExports::write,
                new Pace(Duration.ofSeconds(1), Duration.ofMinutes(10)));
    }

    ExportDesk(Runs runs, ExportShelf shelf, LayerWriter writer, Pace pace) {
        this.runs = runs;
        this.shelf = shelf;
        this.writer = writer;
        this.pace = pace;
    }

    /**
     * The file, written first if need be; to be closed.
     *
     * @throws ProblemException 404 where there is no such run
     * @throws EngineBusyException where it would have to be waited for too long
     */
    ExportShelf.Opened open(String runId, Wanted wanted) throws IOException {
        // The whole id: a name for people has only its beginning.
        String name = runId + "-" + wanted.fileName(runId);
        return shelf.open(name, target -> writer.write(runs.get(runId), wanted, target));
    }

    /**
     * Queues a file to be written.
     *
     * @throws ProblemException 404 where there is no such run; 503 while too many are waiting
     */
    ExportJob start(String runId, Wanted wanted) {
        Run run = runs.get(runId);
        ExportJob job = ExportJob.queued(runId, wanted, run.snapshot().marking());
        synchronized (jobs) {
            makeRoom();
            jobs.put(job.id(), job);
        }
        worker.execute(new Turn(this, job.id()));
        return job;
    }

    /** Forgets the oldest that has ended, where no further one would fit. */
    private void makeRoom() {
        if (jobs.size() < MOST_JOBS) {
            return;
        }
        ExportJob oldest = jobs.values().stream()
                .filter(job -> job.state().hasEnded())
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        Problem.of(ProblemType.OVERLOADED, MOST_JOBS + " exports are waiting already"),
                        Map.of("Retry-After", "10")));
        jobs.remove(oldest.id());
    }

    // Whatever goes wrong must be told: otherwise the job would be running for ever.
    @SuppressWarnings("CatchingUnchecked")
    private void write(ExportJob queued) {
        if (!replace(queued.running())) {
            return;
        }
        try {
            replace(queued.done(writePatiently(queued)));
        } catch (ProblemException e) {
            replace(queued.failed(String.join("; ", e.reasons())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            replace(queued.failed("The server is stopping."));
        } catch (IOException | RuntimeException e) {
            LOG.error("export {} failed", queued.id(), e);
            String reason = ExceptionProblems.find(e)
                    .map(known -> String.join("; ", known.reasons()))
                    .orElse(SERVERS_FAULT);
            replace(queued.failed(reason));
        } catch (Error e) {
            LOG.error("export {} failed", queued.id(), e);
            replace(queued.failed(SERVERS_FAULT));
            throw e;
        }
    }

    /** Tries again while the engine is busy, for as long as the job is wanted: a job is for those who do not wait. */
    private ExportedFile writePatiently(ExportJob job) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        while (true) {
            try (ExportShelf.Opened opened = open(job.runId(), job.wanted())) {
                return opened.file();
            } catch (EngineBusyException e) {
                boolean isAtItsEnd =
                        System.nanoTime() - begun >= pace.patience().toNanos();
                if (isAtItsEnd || find(job.id()).isEmpty()) {
                    throw e;
                }
            }
            Thread.sleep(pace.pause().toMillis());
        }
    }

    /** False where the job was deleted meanwhile. */
    private boolean replace(ExportJob job) {
        synchronized (jobs) {
            return jobs.replace(job.id(), job) != null;
        }
    }

    /** Jobs whose turn has not come. */
    int waiting() {
        return worker.getQueue().size();
    }

    Optional<ExportJob> find(UUID id) {
        synchronized (jobs) {
            return Optional.ofNullable(jobs.get(id));
        }
    }

    /** Forgets a job; one that waits is not begun. Whether there was one. */
    boolean delete(UUID id) {
        worker.remove(new Turn(this, id));
        synchronized (jobs) {
            return jobs.remove(id) != null;
        }
    }

    /** Removes the files, so nothing may be asked for any more. */
    @Override
    public void close() {
        worker.shutdownNow();
        try {
            shelf.close();
        } catch (IOException e) {
            LOG.warn("files that were exported could not be removed", e);
        }
    }
}
