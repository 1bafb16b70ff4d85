package org.hotspots.http;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * Cuts off clients that send a body, or take an answer, too slowly: a body ends with a time-out, an answer with its
 * connection. A client may be waited for as long as its bytes take at the lowest rate, and for a while more, which rests
 * make up again. How long this program takes does not count, so events may be as rare as they like.
 *
 * <p>Jetty's own handler for this compares the bytes of all requests together with the time of one, so it is of no use once
 * a large file has been through.
 */
final class SlowClients extends Handler.Wrapper {
    private final long bodyBytesPerSecond;
    private final long answerBytesPerSecond;
    private final long graceNanos;

    /**
     * @param bodyBytesPerSecond lowest rate of a body, above 0
     * @param answerBytesPerSecond lowest rate of an answer, above 0
     * @param grace how long a client may be behind that rate
     */
    SlowClients(long bodyBytesPerSecond, long answerBytesPerSecond, Duration grace) {
        this.bodyBytesPerSecond = bodyBytesPerSecond;
        this.answerBytesPerSecond = answerBytesPerSecond;
        this.graceNanos = grace.toNanos();
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        TimedBody body = new TimedBody(request, new Allowance(bodyBytesPerSecond, graceNanos));
        return super.handle(
                body, new TimedAnswer(body, response, new Allowance(answerBytesPerSecond, graceNanos)), callback);
    }

    /** How long the client may still be waited for. */
    private static final class Allowance {
        private final long bytesPerSecond;
        private final long most;
        private long nanos;

        Allowance(long bytesPerSecond, long most) {
            this.bytesPerSecond = bytesPerSecond;
            this.most = most;
            this.nanos = most;
        }

        /** With so many bytes under way. */
        synchronized long nanosFor(long bytes) {
            return nanos + atLowestRate(bytes);
        }

        /** So many bytes took so long. */
        synchronized void settle(long bytes, long waited) {
            nanos = Math.min(most, nanosFor(bytes) - waited);
        }

        private long atLowestRate(long bytes) {
            return TimeUnit.SECONDS.toNanos(bytes) / bytesPerSecond;
        }
    }

    private static final class TimedBody extends Request.Wrapper {
        private final Allowance allowance;
        private volatile Content.@Nullable Chunk tooSlow;

        TimedBody(Request request, Allowance allowance) {
            super(request);
            this.allowance = allowance;
        }

        @Override
        public void demand(Runnable onContent) {
            long begun = System.nanoTime();
            super.demand(() -> {
                allowance.settle(0, System.nanoTime() - begun);
                if (allowance.nanosFor(0) < 0) {
                    tooSlow = Content.Chunk.from(new TimeoutException("the body came too slowly"));
                }
                onContent.run();
            });
        }

        @Override
        public Content.@Nullable Chunk read() {
            Content.Chunk failure = tooSlow;
            if (failure != null) {
                return failure;
            }
            Content.Chunk chunk = super.read();
            if (chunk != null) {
                allowance.settle(chunk.remaining(), 0);
            }
            return chunk;
        }
    }

    private static final class TimedAnswer extends Response.Wrapper {
        private final Allowance allowance;

        TimedAnswer(Request request, Response response, Allowance allowance) {
            super(request, response);
            this.allowance = allowance;
        }

        @Override
        public void write(boolean last, @Nullable ByteBuffer content, Callback callback) {
            long bytes = content == null ? 0 : content.remaining();
            long begun = System.nanoTime();
            Scheduler.Task end = getRequest()
                    .getComponents()
                    .getScheduler()
                    .schedule(this::cutOff, allowance.nanosFor(bytes), TimeUnit.NANOSECONDS);
            Runnable written = () -> {
                end.cancel();
                allowance.settle(bytes, System.nanoTime() - begun);
            };
            super.write(last, content, Callback.from(written, callback));
        }

        private void cutOff() {
            getRequest().getConnectionMetaData().getConnection().getEndPoint().close();
        }
    }
}
