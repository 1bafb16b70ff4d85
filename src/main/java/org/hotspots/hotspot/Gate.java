package org.hotspots.hotspot;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.hotspots.hotspot.EngineBusyException.Reason;

/**
 * Lets a bounded number of computations run at once and bounds every wait. Who holds a permit must not wait for another
 * computation, or all holders could wait for one without a permit; {@link Once} keeps to that.
 */
final class Gate {
    private final Semaphore permits;
    private final Duration deadline;

    Gate(int computations, Duration deadline) {
        this.permits = new Semaphore(computations, true);
        this.deadline = deadline;
    }

    /** Runs the computation on this thread when it gets a permit. */
    <T> T run(Supplier<T> computation) {
        acquire();
        try {
            return computation.get();
        } finally {
            permits.release();
        }
    }

    /** Waits for what another thread computes. */
    <T> T await(CompletableFuture<T> computation) {
        try {
            return computation.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw rethrown(e);
        } catch (TimeoutException e) {
            throw new EngineBusyException(Reason.TIMEOUT, "not computed within " + deadline.toMillis() + " ms");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineBusyException(Reason.OVERLOADED, "interrupted while waiting");
        }
    }

    private void acquire() {
        try {
            if (!permits.tryAcquire(deadline.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new EngineBusyException(
                        Reason.OVERLOADED, "no computation could start within " + deadline.toMillis() + " ms");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineBusyException(Reason.OVERLOADED, "interrupted while waiting");
        }
    }

    private static RuntimeException rethrown(ExecutionException failure) {
        if (failure.getCause() instanceof Error error) {
            throw error;
        }
        return failure.getCause() instanceof RuntimeException unchecked
                ? unchecked
                : new IllegalStateException(failure);
    }
}
