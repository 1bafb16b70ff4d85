package org.hotspots.http;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Server-sent events to one client, written as the connection takes them, so that no thread waits for a client. What
 * cannot be written yet waits in a bounded queue; a client that falls too far behind is cut off and may resume.
 */
final class EventStream implements WriteListener {
    private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);
    /** More than a feed holds, so that who comes back late is not cut off at once. */
    private static final int MOST_WAITING = 400;

    private final ServletOutputStream out;
    private final CompletableFuture<Void> closed = new CompletableFuture<>();
    private final Deque<byte[]> waiting = new ArrayDeque<>();
    private boolean mayWrite;
    private boolean unflushed;
    private boolean ending;

    EventStream(ServletOutputStream out) {
        this.out = out;
    }

    /** Completes when the last byte is out or the client has gone. */
    CompletableFuture<Void> closed() {
        return closed;
    }

    void send(byte[] frame) {
        boolean over;
        synchronized (this) {
            if (ending) {
                // What came before may have been dropped: who resumes gets it all.
                return;
            }
            if (waiting.size() >= MOST_WAITING) {
                waiting.clear();
                ending = true;
            } else {
                waiting.addLast(frame);
            }
            over = isOverAfterWriting();
        }
        closeIf(over);
    }

    /** Ends the stream once everything is written. */
    void end() {
        boolean over;
        synchronized (this) {
            ending = true;
            over = isOverAfterWriting();
        }
        closeIf(over);
    }

    @Override
    public void onWritePossible() {
        boolean over;
        synchronized (this) {
            mayWrite = true;
            over = isOverAfterWriting();
        }
        closeIf(over);
    }

    @Override
    public void onError(Throwable failure) {
        LOG.debug("a listener to an import has gone", failure);
        closed.complete(null);
    }

    private void closeIf(boolean over) {
        if (over) {
            closed.complete(null);
        }
    }

    /** Where the connection takes no more, the container calls onWritePossible again when it does. */
    private boolean isOverAfterWriting() {
        if (!mayWrite || closed.isDone()) {
            return false;
        }
        try {
            while (out.isReady()) {
                byte[] next = waiting.pollFirst();
                if (next != null) {
                    out.write(next);
                    unflushed = true;
                } else if (unflushed) {
                    out.flush();
                    unflushed = false;
                } else {
                    return ending;
                }
            }
            return false;
        } catch (IOException e) {
            LOG.debug("a listener to an import has gone", e);
            return true;
        }
    }
}
