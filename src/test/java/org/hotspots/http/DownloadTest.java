package org.hotspots.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Clients that leave in the midst of a download. */
class DownloadTest extends AskedWorld {
    private static final int LEAVING = 80;
    private static final Path HANDLES = Path.of("/proc/self/fd");

    /** Handles on files of the shelf. */
    private static long handles() {
        Assumptions.assumeTrue(Files.isDirectory(HANDLES), "this system does not tell the handles of a process");
        try (Stream<Path> all = Files.list(HANDLES)) {
            return all.filter(handle -> {
                        try {
                            String target = Files.readSymbolicLink(handle).toString();
                            return target.contains("/exports/") && target.contains("offences");
                        } catch (IOException e) {
                            return false;
                        }
                    })
                    .count();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Requests that are writing an answer now. */
    private static long threads() {
        return Thread.getAllStackTraces().values().stream()
                .filter(stack -> Arrays.stream(stack)
                        .anyMatch(frame -> frame.getClassName().equals(ExportHandlers.class.getName())))
                .count();
    }

    private static void awaitZero(String what, LongSupplier count) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (count.getAsLong() > 0) {
            assertThat(System.nanoTime()).as("%d %s", count.getAsLong(), what).isLessThan(end);
            Thread.sleep(20);
        }
    }

    /** Reads a little more than the head, and how long the body would be; then leaves without a word. */
    private static void leaveHalfWay(String address, int read) throws IOException {
        try (Socket socket = new Socket()) {
            socket.setReceiveBufferSize(1 << 13);
            socket.setSoLinger(true, 0);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), wire.port()));
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write(("GET " + address + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            String got = new String(socket.getInputStream().readNBytes(read), StandardCharsets.ISO_8859_1);
            assertThat(got).startsWith("HTTP/1.1 200").contains("Content-Length: ");
            assertThat(handles()).as("of a file that is being sent").isPositive();
        }
    }

    @Test
    void whoLeavesHalfWayLeavesNothingBehind() throws IOException, InterruptedException, NoSuchAlgorithmException {
        String address = run("theme=all").get("links").get("self").asText() + "/files/offences.geojson";
        int length = wire.getBytes(address).body().length;
        assertThat(length).as("more than connections hold by themselves").isGreaterThan(1_000_000);
        for (int i = 0; i < LEAVING; i++) {
            leaveHalfWay(address, length / 2);
        }
        awaitZero("threads", DownloadTest::threads);
        awaitZero("file handles", DownloadTest::handles);

        HttpResponse<byte[]> whole = wire.getBytes(address);
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(whole.body());
        assertThat(whole.headers().firstValue("Repr-Digest"))
                .hasValue("sha-256=:" + Base64.getEncoder().encodeToString(digest) + ":");
        assertThat(whole.body()).hasSize(length);
        try (Stream<Path> files = Files.walk(folder.resolve("exports"))) {
            assertThat(files.map(file -> file.getFileName().toString())).noneMatch(name -> name.endsWith(".part"));
        }
        assertThat(wire.get("/health/live").statusCode()).isEqualTo(200);
    }
}
