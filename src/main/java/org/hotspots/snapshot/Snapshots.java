package org.hotspots.snapshot;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The snapshots in memory: the newest, swapped when the store announces another, and a few earlier ones that stored runs
 * asked for. Whoever holds a snapshot keeps it; swapping takes nothing away.
 */
public final class Snapshots implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Snapshots.class);
    private static final int EARLIER_VERSIONS = 2;
    private static final long RETRY_SECONDS = 5;

    private final SnapshotStore store;
    private final @Nullable String forceName;
    private final ExecutorService reader;
    private final AutoCloseable subscription;
    private final AtomicLong announced = new AtomicLong(Long.MIN_VALUE);
    private final Cache<Long, Loaded> earlier =
            Caffeine.newBuilder().maximumSize(EARLIER_VERSIONS).build();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition swapped = lock.newCondition();
    private volatile @Nullable Loaded current;

    /**
     * A snapshot with its study areas.
     *
     * @param snapshot the data
     * @param areas the ground of its questions
     */
    public record Loaded(Snapshot snapshot, StudyAreas areas) {
        long number() {
            return snapshot.version().number();
        }
    }

    public Snapshots(SnapshotStore store, @Nullable String forceName) {
        this.store = store;
        this.forceName = forceName;
        this.reader = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "snapshot-reader");
            thread.setDaemon(true);
            return thread;
        });
        this.subscription = store.listen(this::announce);
    }

    public boolean isReady() {
        return current != null;
    }

    /** The newest read so far. Where there is none, or a newer one could not be read before, it is read now. */
    public Loaded current() {
        Loaded newest = current;
        return newest != null ? newest : read(store.getCurrentVersion());
    }

    /** The version of this number; from memory, or read. */
    public Optional<Loaded> find(long number) {
        Loaded newest = current();
        if (newest.number() == number) {
            return Optional.of(newest);
        }
        Loaded kept = earlier.getIfPresent(number);
        return kept != null
                ? Optional.of(kept)
                : store.findVersion(number).map(version -> earlier.get(number, ignored -> load(version)));
    }

    private void announce(DataVersion version) {
        announced.accumulateAndGet(version.number(), Math::max);
        reader.execute(() -> readAnnounced(version));
    }

    /** Of several versions announced in a row only the last is worth reading. */
    private void readAnnounced(DataVersion version) {
        while (version.number() >= announced.get() && !triedToRead(version)) {
            try {
                TimeUnit.SECONDS.sleep(RETRY_SECONDS);
            } catch (InterruptedException e) {
                // The engine is closing.
                return;
            }
        }
    }

    // Any failure of the store may pass: the version before goes on answering until then.
    @SuppressWarnings("CatchingUnchecked")
    private boolean triedToRead(DataVersion version) {
        try {
            read(version);
            return true;
        } catch (RuntimeException e) {
            LOG.warn("data version {} could not be read; trying again in {} s", version.number(), RETRY_SECONDS, e);
            return false;
        }
    }

    private Loaded read(DataVersion version) {
        lock.lock();
        try {
            Loaded newest = current;
            if (newest != null && newest.number() >= version.number()) {
                return newest;
            }
            Loaded loaded = load(version);
            current = loaded;
            swapped.signalAll();
            return loaded;
        } finally {
            lock.unlock();
        }
    }

    private Loaded load(DataVersion version) {
        Snapshot snapshot = store.read(version);
        return new Loaded(snapshot, new StudyAreas(snapshot, forceName));
    }

    public boolean await(long number, Duration patience) {
        long nanos = patience.toNanos();
        try {
            if (!lock.tryLock(nanos, TimeUnit.NANOSECONDS)) {
                return false;
            }
            try {
                while (current == null || current.number() < number) {
                    if (nanos <= 0) {
                        return false;
                    }
                    nanos = swapped.awaitNanos(nanos);
                }
                return true;
            } finally {
                lock.unlock();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        reader.shutdownNow();
        try {
            subscription.close();
        } catch (Exception e) {
            LOG.warn("listening for data versions did not end cleanly", e);
        }
    }
}
