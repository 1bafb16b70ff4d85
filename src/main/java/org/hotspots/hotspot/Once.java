package org.hotspots.hotspot;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A value computed when first asked for, once for all who wait. The first to ask computes it on its own thread; the
 * others wait. An error reaches those who were waiting and is then forgotten: the next to ask tries again.
 *
 * @param <T> the value
 */
final class Once<T> {
    private final Gate gate;
    private final Supplier<Supplier<T>> preparation;
    private final AtomicReference<CompletableFuture<T>> state = new AtomicReference<>();

    /**
     * A value that needs another: the need is met before a permit of the gate is taken, so nobody waits for a
     * computation while holding one.
     */
    <N> Once(Gate gate, Supplier<N> need, Function<N, T> computation) {
        this.gate = gate;
        this.preparation = () -> {
            N needed = need.get();
            return () -> computation.apply(needed);
        };
    }

    T get() {
        CompletableFuture<T> mine = new CompletableFuture<>();
        CompletableFuture<T> first = state.compareAndExchange(null, mine);
        return first == null ? compute(mine) : gate.await(first);
    }

    /** Whether the value is there, so that asking for it costs nothing. */
    boolean isComputed() {
        CompletableFuture<T> current = state.get();
        return current != null && current.isDone() && !current.isCompletedExceptionally();
    }

    // Whatever goes wrong must reach those who wait: otherwise they would wait for nobody.
    @SuppressWarnings("CatchingUnchecked")
    private T compute(CompletableFuture<T> mine) {
        try {
            Supplier<T> prepared = preparation.get();
            T value = gate.run(prepared);
            mine.complete(value);
            return value;
        } catch (RuntimeException | Error e) {
            state.set(null);
            mine.completeExceptionally(e);
            throw e;
        }
    }
}
