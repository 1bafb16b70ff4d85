package org.hotspots.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.hotspots.export.ExportShelf;
import org.hotspots.export.ExportedFile;
import org.hotspots.export.Format;
import org.hotspots.export.Layer;
import org.hotspots.export.Wanted;
import org.hotspots.export.WholeFile;
import org.hotspots.hotspot.Engine;
import org.hotspots.hotspot.EngineBusyException;
import org.hotspots.hotspot.EngineSettings;
import org.hotspots.support.FakeRunStore;
import org.hotspots.support.FakeSnapshotStore;
import org.hotspots.support.TestWorld;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jobs end, whatever happens to them, and those that were forgotten take no room. */
class ExportDeskTest {
    private static final Wanted CELLS = Wanted.of(Layer.CELLS, Format.CSV);
    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final Engine engine = new Engine(
            new FakeSnapshotStore(TestWorld.snapshot(1, 300)), new FakeRunStore(), EngineSettings.defaults("test"));

    @SuppressWarnings("NullAway.Init")
    private String runId;

    @BeforeEach
    void ask() {
        runId = engine.ask(engine.questionReader().read(Map.of("theme", List.of("all"))))
                .id();
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private ExportDesk desk(ExportDesk.LayerWriter writer, Duration patience) {
        return new ExportDesk(
                new Runs(engine),
                ExportShelf.in(folder, 10, 1000, LONG),
                writer,
                new ExportDesk.Pace(Duration.ofMillis(10), patience));
    }

    private static ExportedFile digits(Path target) throws IOException {
        return WholeFile.write(target, part -> {
            Files.writeString(part, "0123456789");
            return 3;
        });
    }

    private static ExportJob awaitEnd(ExportDesk desk, UUID id) throws InterruptedException {
        long end = System.nanoTime() + LONG.toNanos();
        ExportJob job = desk.find(id).orElseThrow();
        while (!job.state().hasEnded()) {
            assertThat(System.nanoTime()).as("still %s", job).isLessThan(end);
            Thread.sleep(10);
            job = desk.find(id).orElseThrow();
        }
        return job;
    }

    @Test
    void aJobThatTheMachineCouldNotBearHasFailedAndTheNextIsWritten() throws InterruptedException {
        AtomicInteger asked = new AtomicInteger();
        try (ExportDesk desk = desk(
                (run, wanted, target) -> {
                    if (asked.getAndIncrement() == 0) {
                        throw new OutOfMemoryError("made up");
                    }
                    return digits(target);
                },
                LONG)) {
            ExportJob failed = awaitEnd(desk, desk.start(runId, CELLS).id());
            assertThat(failed.state()).isEqualTo(ExportJob.State.FAILED);
            assertThat(failed.reason()).contains("on the server").doesNotContain("made up");
            assertThat(awaitEnd(desk, desk.start(runId, CELLS).id()).state()).isEqualTo(ExportJob.State.DONE);
        }
    }

    @Test
    void aJobWaitsForABusyEngine() throws InterruptedException {
        AtomicInteger asked = new AtomicInteger();
        try (ExportDesk desk = desk(
                (run, wanted, target) -> {
                    if (asked.getAndIncrement() < 3) {
                        throw new EngineBusyException(EngineBusyException.Reason.OVERLOADED, "busy");
                    }
                    return digits(target);
                },
                LONG)) {
            ExportJob job = awaitEnd(desk, desk.start(runId, CELLS).id());
            assertThat(job.state()).as("%s", job).isEqualTo(ExportJob.State.DONE);
            assertThat(asked).hasValue(4);
        }
    }

    @Test
    void itsPatienceHasAnEnd() throws InterruptedException {
        try (ExportDesk desk = desk(
                (run, wanted, target) -> {
                    throw new EngineBusyException(EngineBusyException.Reason.OVERLOADED, "busy");
                },
                Duration.ofMillis(100))) {
            ExportJob job = awaitEnd(desk, desk.start(runId, CELLS).id());
            assertThat(job.state()).isEqualTo(ExportJob.State.FAILED);
            assertThat(job.reason()).isEqualTo(ProblemType.OVERLOADED.explanation());
        }
    }

    @Test
    void jobsThatAreForgottenDoNotQueueUp() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch gate = new CountDownLatch(1);
        AtomicInteger asked = new AtomicInteger();
        try (ExportDesk desk = desk(
                (run, wanted, target) -> {
                    asked.incrementAndGet();
                    begun.countDown();
                    try {
                        gate.await();
                    } catch (InterruptedException e) {
                        throw new IOException(e);
                    }
                    return digits(target);
                },
                LONG)) {
            ExportJob slow = desk.start(runId, CELLS);
            begun.await();
            for (int i = 0; i < 1000; i++) {
                assertThat(desk.delete(desk.start(runId, CELLS).id())).isTrue();
            }
            assertThat(desk.waiting()).isZero();
            ExportJob last = desk.start(runId, Wanted.of(Layer.HOTSPOTS, Format.CSV));
            assertThat(desk.waiting()).isEqualTo(1);
            gate.countDown();
            assertThat(awaitEnd(desk, slow.id()).state()).isEqualTo(ExportJob.State.DONE);
            assertThat(awaitEnd(desk, last.id()).state()).isEqualTo(ExportJob.State.DONE);
            assertThat(asked).hasValue(2);
        }
    }
}
