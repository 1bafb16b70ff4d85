package org.hotspots.export;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.hotspots.hotspot.EngineBusyException;
import org.hotspots.hotspot.EngineBusyException.Reason;

/**
 * Lets files be written: each once for all who wait for it, at most {@value #AT_ONCE} at a time. Nobody waits longer than
 * the patience for a turn, nor for another's writing; and no more than {@value #WAITING} wait, so that whoever asks for
 * something else still finds a thread.
 */
final class FileWriters {
    static final int AT_ONCE = 2;
    static final int WAITING = 16;

    private final Semaphore places = new Semaphore(AT_ONCE + WAITING);
    private final Semaphore turns = new Semaphore(AT_ONCE, true);
    private final Map<String, CompletableFuture<Void>> underWay = new ConcurrentHashMap<>();
    private final Duration patience;

    FileWriters(Duration patience) {
        this.patience = patience;
    }

    /** The writing of a file. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws IOException;
    }

    /**
     * Does the work on this thread, or waits for another that does it under the same name. An error reaches those who
     * wait and is then forgotten: the next to ask tries again.
     *
     * @return what the work gave; empty where another thread did it
     * @throws EngineBusyException where too many are waiting, or the patience is at its end
     */
    <T> Optional<T> once(String name, Work<T> work) throws IOException {
        if (!places.tryAcquire()) {
            throw busy((AT_ONCE + WAITING) + " are writing files or waiting for them");
        }
        try {
            CompletableFuture<Void> mine = new CompletableFuture<>();
            CompletableFuture<Void> first = underWay.putIfAbsent(name, mine);
            if (first == null) {
                return Optional.of(lead(name, work, mine));
            }
            await(first);
            return Optional.empty();
        } finally {
            places.release();
        }
    }

    // Whatever goes wrong must reach those who wait: otherwise they would wait for nobody.
    @SuppressWarnings("CatchingUnchecked")
    private <T> T lead(String name, Work<T> work, CompletableFuture<Void> mine) throws IOException {
        try {
            T done = inTurn(work);
            mine.complete(null);
            return done;
        } catch (IOException | RuntimeException | Error e) {
            mine.completeExceptionally(e);
            throw e;
        } finally {
            underWay.remove(name);
        }
    }

    private <T> T inTurn(Work<T> work) throws IOException {
        try {
            if (!turns.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw busy("no file could be begun within " + patience.toMillis() + " ms");
            }
        } catch (InterruptedException e) {
            throw interrupted();
        }
        try {
            return work.run();
        } finally {
            turns.release();
        }
    }

    private void await(CompletableFuture<Void> writing) throws IOException {
        try {
            writing.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw busy("the file was not written within " + patience.toMillis() + " ms");
        } catch (InterruptedException e) {
            throw interrupted();
        } catch (ExecutionException e) {
            throw rethrown(e);
        }
    }

    private static IOException rethrown(ExecutionException failure) {
        Throwable cause = failure.getCause();
        if (cause instanceof Error error) {
            throw error;
        }
        if (cause instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        return cause instanceof IOException known ? known : new IOException(failure);
    }

    private static EngineBusyException interrupted() {
        Thread.currentThread().interrupt();
        return busy("interrupted while waiting");
    }

    private static EngineBusyException busy(String why) {
        return new EngineBusyException(Reason.OVERLOADED, why);
    }
}
