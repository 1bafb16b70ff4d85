package org.hotspots.store;

import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Sends full buffers to the database on a thread of its own, one at a time, so that the database works while the next
 * rows are read. Memory stays at a few buffers, however many rows there are.
 *
 * <p>The connection belongs to the sink from the first {@link #send} until {@link #drain} returns.
 */
final class CopySink implements AutoCloseable {
    private static final int CHUNK_BYTES = 64 * 1024;
    private static final int CLOSE_SECONDS = 60;

    private final PGConnection connection;
    private final ExecutorService sender = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "copy");
        thread.setDaemon(true);
        return thread;
    });
    private @Nullable Future<?> inFlight;

    CopySink(PGConnection connection) {
        this.connection = connection;
    }

    /**
     * Sends the buffer's rows once the buffer before it has gone, and gives back an empty buffer to write on.
     *
     * @param copySql {@code copy … from stdin (format binary)}
     * @param spare the buffer that was given last time: its rows are gone when this returns
     */
    CopyBuffer send(String copySql, CopyBuffer buffer, CopyBuffer spare) {
        drain();
        inFlight = sender.submit(() -> {
            copy(connection, copySql, buffer);
            return null;
        });
        spare.clear();
        return spare;
    }

    /** Waits until all that was sent has arrived. */
    void drain() {
        Future<?> waitedFor = inFlight;
        if (waitedFor == null) {
            return;
        }
        inFlight = null;
        try {
            waitedFor.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof SQLException sql
                    ? new DatabaseException(sql)
                    : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseException(DatabaseException.Kind.OTHER, "interrupted while rows were on their way", e);
        }
    }

    /** Sends the buffer's rows now, on the caller's thread. */
    static void copy(PGConnection connection, String copySql, CopyBuffer buffer) throws SQLException {
        byte[] bytes = buffer.finished();
        CopyIn copy = connection.getCopyAPI().copyIn(copySql);
        try {
            for (int from = 0; from < buffer.size(); from += CHUNK_BYTES) {
                copy.writeToCopy(bytes, from, Math.min(CHUNK_BYTES, buffer.size() - from));
            }
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    /** Waits for the buffer that is on its way; whether it arrives no longer matters. */
    @Override
    public void close() {
        sender.shutdown();
        try {
            if (!sender.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("a buffer was still on its way after " + CLOSE_SECONDS + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
