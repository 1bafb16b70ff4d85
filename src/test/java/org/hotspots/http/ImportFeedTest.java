package org.hotspots.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.hotspots.load.ImportProgress;
import org.hotspots.load.ImportRecord;
import org.hotspots.load.ImportSettings;
import org.hotspots.load.ImportState;
import org.hotspots.load.ImportStore;
import org.hotspots.load.Importer;
import org.hotspots.support.InMemoryImportStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an import tells does not depend on who still listens, and who comes back misses nothing. */
class ImportFeedTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private static final int GONE = 8;

    private static final long FIRST = 1_000;

    private final ImportFeed feed = new ImportFeed(FIRST);

    @Test
    void listenersWhoHaveGoneAreForgottenAndTheOthersHearOn() {
        for (int i = 0; i < GONE; i++) listen(new Line(false));
        Line line = new Line(true);
        listen(line);
        for (int i = 0; i < GONE; i++) listen(new Line(false));

        feed.progress(progress(5000));
        feed.heartbeat();
        feed.progress(progress(10_000));
        feed.end();

        assertThat(line.heard())
                .contains("id: 1000\nevent: progress\ndata: {", "5000", "\n:\n\nid: 1001\nevent: progress\n", "10000");
    }

    /** What one hears who has seen an event of this number. */
    private static String heard(ImportFeed feed, long lastSeen) {
        Line line = new Line(true);
        EventStream stream = new EventStream(line);
        feed.listen(stream, lastSeen);
        stream.onWritePossible();
        return line.heard();
    }

    private static ImportRecord record(UUID id, ImportState state) {
        return new ImportRecord(
                id, "force-extract", List.of("a.csv"), "ab", state, Instant.EPOCH, null, null, List.of(), null, null);
    }

    @Test
    void whoSawEventsOfAnotherFeedIsToldAllOfThisOne() {
        feed.progress(progress(5000));
        feed.state(record(new UUID(0, 1), ImportState.INTERRUPTED));
        for (long other : new long[] {0, 1, 57, FIRST - 1, FIRST + 2, Long.MAX_VALUE}) {
            assertThat(feed.isExhausted(other)).as("%d", other).isFalse();
            assertThat(heard(feed, other)).as("%d", other).contains("id: 1000\n", "id: 1001\n", "interrupted");
        }
        assertThat(heard(feed, FIRST)).doesNotContain("id: 1000\n").contains("id: 1001\n");
        assertThat(feed.isExhausted(FIRST)).isFalse();
        assertThat(feed.isExhausted(FIRST + 1)).isTrue();
    }

    /** What the server before this one told. */
    @Test
    void F25_afterARestartTheFinalStateIsTold() throws InterruptedException {
        InMemoryImportStore store = new InMemoryImportStore();
        ImportRecord record = record(new UUID(0, 7), ImportState.VALIDATING);
        long lastSeen;
        try (ImportDesk before = desk(store)) {
            before.reserve(record);
            ImportFeed told = before.findFeed(record.id()).orElseThrow();
            for (int i = 0; i < 56; i++) told.progress(progress(i));
            String heard = heard(told, 0);
            lastSeen = Long.parseLong(heard.substring(heard.lastIndexOf("id: ") + 4, heard.lastIndexOf("\nevent")));
        }
        store.save(record(record.id(), ImportState.INTERRUPTED));
        // More than the events that were told: a restart takes longer.
        Thread.sleep(100);
        try (ImportDesk after = desk(store)) {
            ImportFeed feedAfter = after.findFeed(record.id()).orElseThrow();
            for (long seen = lastSeen - 56; seen <= lastSeen; seen++) {
                assertThat(feedAfter.isExhausted(seen)).isFalse();
                assertThat(heard(feedAfter, seen)).contains("interrupted");
            }
        }
    }

    @Test
    void aFeedThatIsForgottenEndsSoThatItsListenersComeBack() {
        InMemoryImportStore store = new InMemoryImportStore();
        ImportRecord record = record(new UUID(0, 7), ImportState.NEEDS_REVIEW);
        store.save(record);
        try (ImportDesk desk = desk(store)) {
            EventStream stream = new EventStream(new Line(true));
            desk.findFeed(record.id()).orElseThrow().listen(stream, 0);
            stream.onWritePossible();
            assertThat(stream.closed()).isNotDone();
            for (int i = 0; i < 64; i++) {
                ImportRecord other = record(new UUID(1, i), ImportState.COMMITTED);
                store.save(other);
                assertThat(desk.findFeed(other.id())).isPresent();
            }
            assertThat(stream.closed()).isDone();
            assertThat(heard(desk.findFeed(record.id()).orElseThrow(), FIRST)).contains("needs_review");
        }
    }

    @Test
    void allWhoAskGetTheSameFeed() throws Exception {
        World.Imports store = new World.Imports();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try (ImportDesk desk = desk(store)) {
            for (int i = 0; i < 50; i++) {
                ImportRecord record = record(new UUID(2, i), ImportState.NEEDS_REVIEW);
                store.save(record);
                CountDownLatch together = new CountDownLatch(8);
                List<Future<ImportFeed>> asked = Stream.generate(() -> threads.submit(() -> {
                            together.countDown();
                            together.await();
                            return desk.findFeed(record.id()).orElseThrow();
                        }))
                        .limit(8)
                        .toList();
                Set<ImportFeed> feeds = Collections.newSetFromMap(new IdentityHashMap<>());
                for (Future<ImportFeed> one : asked) {
                    feeds.add(one.get(10, TimeUnit.SECONDS));
                }
                assertThat(feeds).hasSize(1);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private ImportDesk desk(ImportStore store) {
        return new ImportDesk(new Importer(store, ImportSettings.of(folder)), store, 60);
    }

    @Test
    void whoFallsTooFarBehindIsCutOffWithoutAGap() {
        Line line = new Line(true);
        EventStream stream = new EventStream(line);
        for (int i = 0; i < 1000; i++) {
            stream.send((i + "\n").getBytes(StandardCharsets.UTF_8));
        }
        stream.onWritePossible();
        assertThat(stream.closed()).isDone();
        long expected = 0;
        for (String number : line.heard().lines().toList()) {
            assertThat(number).isEqualTo(Long.toString(expected++));
        }
    }

    private void listen(Line line) {
        EventStream stream = new EventStream(line);
        CompletableFuture<Void> unused = stream.closed().thenRun(() -> feed.forget(stream));
        feed.listen(stream, 0);
        stream.onWritePossible();
    }

    private static ImportProgress progress(long rows) {
        return new ImportProgress(ImportProgress.Stage.READING, 10, 100, rows, 1.0);
    }

    /** A connection that takes everything, or one whose client has gone. */
    private static final class Line extends ServletOutputStream {
        private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
        private final boolean isOpen;

        Line(boolean isOpen) {
            this.isOpen = isOpen;
        }

        String heard() {
            return taken.toString(StandardCharsets.UTF_8);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void write(int octet) throws IOException {
            if (!isOpen) throw new IOException("broken pipe");
            taken.write(octet);
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException("the stream is told by hand");
        }
    }
}
