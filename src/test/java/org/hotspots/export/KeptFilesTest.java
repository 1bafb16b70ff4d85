package org.hotspots.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hotspots.hotspot.EngineBusyException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files appear when they are whole, and leave when there are too many. */
class KeptFilesTest {
    private static final Duration SHORT = Duration.ofSeconds(1);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final List<String> written = Collections.synchronizedList(new ArrayList<>());

    /** Of the files in all folders, but for locks. */
    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("lock"))
                    .sorted()
                    .toList();
        }
    }

    private ExportedFile ten(Path target) throws IOException {
        written.add(target.getFileName().toString());
        return WholeFile.write(target, part -> {
            Files.writeString(part, "0123456789");
            return 3;
        });
    }

    @Test
    void Q29_whatFailsHalfWayLeavesNothingAndWhatWasThereStays() throws IOException {
        Path target = Files.writeString(folder.resolve("hotspots.csv"), "the old one");
        assertThatThrownBy(() -> WholeFile.write(target, part -> {
                    Files.writeString(part, "half");
                    throw new IOException("the disk is full");
                }))
                .hasMessage(target + " cannot be written: the disk is full");
        assertThat(names()).containsExactly("hotspots.csv");
        assertThat(target).hasContent("the old one");

        ExportedFile whole = ten(target);
        assertThat(names()).containsExactly("hotspots.csv");
        assertThat(whole.bytes()).isEqualTo(10);
        assertThat(whole.count()).isEqualTo(3);
        // printf 0123456789 | sha256sum
        assertThat(whole.sha256()).isEqualTo("84d89877f0d4041efb6bf91a16f0248f2fd573e6af05c19f96bedb9f882f7882");
    }

    @Test
    void whatCannotBeWrittenIsNamedWithTheReason() throws IOException {
        Path missing = folder.resolve("missing").resolve("hotspots.csv");
        assertThatThrownBy(() -> ten(missing))
                .isInstanceOf(UnwrittenFileException.class)
                .hasMessage(missing + " cannot be written: there is no folder " + missing.getParent());

        Path taken = Files.createDirectory(folder.resolve("hotspots.gpkg"));
        assertThatThrownBy(() -> ten(taken)).hasMessage(taken + " cannot be written: it is a folder");
        assertThat(taken).isEmptyDirectory();

        Path beneathAFile = Files.writeString(folder.resolve("file"), "").resolve("hotspots.csv");
        assertThatThrownBy(() -> ten(beneathAFile)).hasMessage(beneathAFile + " cannot be written: Not a directory");

        Path target = folder.resolve("hotspots.csv");
        assertThatThrownBy(() -> WholeFile.write(target, part -> {
                    throw new AccessDeniedException(part.toString());
                }))
                .hasMessage(target + " cannot be written: its folder does not allow it");
        // As the writer of CSV tells it.
        assertThatThrownBy(() -> WholeFile.write(target, part -> {
                    throw new UncheckedIOException(new IOException("No space left on device"));
                }))
                .hasMessage(target + " cannot be written: No space left on device");
        assertThat(names()).containsExactly("file");
    }

    @Test
    void theShelfForgetsWhatWasNotAskedForTheLongest() throws IOException {
        ExportShelf shelf = ExportShelf.in(folder, 2, 1000, SHORT);
        for (String name : List.of("a", "b", "a", "c")) {
            shelf.open(name, this::ten).close();
        }
        assertThat(written).containsExactly("a", "b", "c");
        assertThat(names()).containsExactly("a", "c");
        shelf.open("b", this::ten).close();
        assertThat(written).containsExactly("a", "b", "c", "b");
    }

    @Test
    void theShelfIsBoundedInBytesAndAnOpenFileStaysReadable() throws IOException {
        ExportShelf shelf = ExportShelf.in(folder, 100, 25, SHORT);
        try (ExportShelf.Opened first = shelf.open("a", this::ten)) {
            shelf.open("b", this::ten).close();
            shelf.open("c", this::ten).close();
            assertThat(names()).containsExactly("b", "c");
            ByteBuffer bytes = ByteBuffer.allocate(10);
            assertThat(first.channel().read(bytes, 0)).isEqualTo(10);
            assertThat(new String(bytes.array(), StandardCharsets.US_ASCII)).isEqualTo("0123456789");
        }
    }

    /** Many threads that open files at once, and what became of them. */
    private static List<Future<Boolean>> open(
            ExecutorService threads, ExportShelf shelf, List<String> names, ExportShelf.Writing writing) {
        return names.stream()
                .map(name -> threads.submit(() -> {
                    try (ExportShelf.Opened opened = shelf.open(name, writing)) {
                        return opened.file().bytes() == 10;
                    } catch (EngineBusyException e) {
                        assertThat(e.reason()).isEqualTo(EngineBusyException.Reason.OVERLOADED);
                        return false;
                    }
                }))
                .toList();
    }

    private static long count(List<Future<Boolean>> opened, boolean wanted) throws Exception {
        long count = 0;
        for (Future<Boolean> one : opened) {
            count += one.get(10, TimeUnit.SECONDS) == wanted ? 1 : 0;
        }
        return count;
    }

    /** A writing that begins, and ends when the gate is opened. */
    private ExportShelf.Writing held(CountDownLatch begun, CountDownLatch gate) {
        return target -> {
            begun.countDown();
            try {
                gate.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            return ten(target);
        };
    }

    @Test
    void twoSlowFilesKeepNobodyForLong() throws Exception {
        ExecutorService threads = Executors.newCachedThreadPool();
        CountDownLatch begun = new CountDownLatch(2);
        CountDownLatch gate = new CountDownLatch(1);
        try (ExportShelf shelf = ExportShelf.in(folder, 100, 1000, SHORT)) {
            List<Future<Boolean>> slow = open(threads, shelf, List.of("a", "b"), held(begun, gate));
            begun.await();
            long start = System.nanoTime();
            List<Future<Boolean>> others = open(
                    threads,
                    shelf,
                    IntStream.range(0, 62).mapToObj(i -> "other" + i).toList(),
                    this::ten);
            Thread.sleep(SHORT.dividedBy(2).toMillis());
            assertThat(others.stream().filter(Future::isDone))
                    .as("who has no place is sent away at once")
                    .hasSize(62 - FileWriters.WAITING);
            assertThat(count(others, false)).isEqualTo(62);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SHORT.multipliedBy(4));
            gate.countDown();
            assertThat(count(slow, true)).isEqualTo(2);
            assertThat(written).containsExactlyInAnyOrder("a", "b");
            assertThat(count(open(threads, shelf, List.of("a", "other1"), this::ten), true))
                    .isEqualTo(2);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aFileIsWrittenOnceForAllWhoWaitAndHoldsUpNoOther() throws Exception {
        ExecutorService threads = Executors.newCachedThreadPool();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch gate = new CountDownLatch(1);
        try (ExportShelf shelf = ExportShelf.in(folder, 100, 1000, Duration.ofSeconds(30))) {
            List<Future<Boolean>> waiting = open(threads, shelf, List.of("a", "a", "a"), held(begun, gate));
            begun.await();
            assertThat(count(open(threads, shelf, List.of("b"), this::ten), true))
                    .isEqualTo(1);
            assertThat(count(open(threads, shelf, List.of("c"), this::ten), true))
                    .isEqualTo(1);
            gate.countDown();
            assertThat(count(waiting, true)).isEqualTo(3);
            assertThat(written).containsExactly("b", "c", "a");
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void whoIsInterruptedWaitsNoMore() throws Exception {
        ExecutorService threads = Executors.newCachedThreadPool();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch gate = new CountDownLatch(1);
        try (ExportShelf shelf = ExportShelf.in(folder, 100, 1000, Duration.ofSeconds(30))) {
            List<Future<Boolean>> slow = open(threads, shelf, List.of("a"), held(begun, gate));
            begun.await();
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> shelf.open("a", this::ten)).isInstanceOf(EngineBusyException.class);
            assertThat(Thread.interrupted()).as("the interruption is told on").isTrue();
            gate.countDown();
            assertThat(count(slow, true)).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void anErrorReachesThoseWhoWaitAndIsForgotten() throws Exception {
        ExecutorService threads = Executors.newCachedThreadPool();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch gate = new CountDownLatch(1);
        ExportShelf.Writing failing = target -> {
            held(begun, gate).writeTo(target);
            throw new IOException("the disk is full");
        };
        try (ExportShelf shelf = ExportShelf.in(folder, 100, 1000, Duration.ofSeconds(30))) {
            List<Future<Boolean>> waiting = open(threads, shelf, List.of("a", "a"), failing);
            begun.await();
            gate.countDown();
            for (Future<Boolean> one : waiting) {
                assertThatThrownBy(() -> one.get(10, TimeUnit.SECONDS)).hasRootCauseMessage("the disk is full");
            }
            shelf.open("a", this::ten).close();
        } finally {
            threads.shutdownNow();
        }
    }

    /** Another process with a shelf in the folder, until it is killed. */
    static final class Neighbour {
        public static void main(String[] folder) throws IOException {
            ExportShelf shelf = ExportShelf.in(Path.of(folder[0]), 2, 1000, SHORT);
            shelf.open(
                    "neighbour",
                    target -> WholeFile.write(target, part -> {
                        Files.writeString(part, "whole");
                        Files.writeString(part.resolveSibling("half.part"), "half");
                        return 1;
                    }));
            System.out.println("ready");
            // Until it is killed.
            int unused = System.in.read();
        }
    }

    @Test
    void processesShareAFolderAndWhatAKilledOneLeftIsRemoved() throws Exception {
        Process neighbour = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Neighbour.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            assertThat(neighbour.inputReader(StandardCharsets.UTF_8).readLine()).isEqualTo("ready");
            try (ExportShelf shelf = ExportShelf.in(folder, 2, 1000, SHORT)) {
                shelf.open("mine", this::ten).close();
                assertThat(names()).containsExactly("half.part", "mine", "neighbour");
            }
            assertThat(names()).containsExactly("half.part", "neighbour");
        } finally {
            neighbour.destroyForcibly().waitFor();
        }
        try (ExportShelf shelf = ExportShelf.in(folder, 2, 1000, SHORT)) {
            shelf.open("mine", this::ten).close();
            assertThat(names()).containsExactly("mine");
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.filter(Files::isDirectory)).isEmpty();
        }
    }
}
