package org.hotspots.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Readers at 20 kB/s are too slow here, those at 400 kB/s are not; all is as in the server, a hundred times as fast. */
class SlowClientsTest {
    private static final int LOWEST_RATE = 100_000;
    private static final Duration GRACE = Duration.ofSeconds(1);
    private static final int LENGTH = 1_500_000;

    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);
    private final CountDownLatch ended = new CountDownLatch(1);

    @BeforeEach
    void start() throws Exception {
        connector.setHost("127.0.0.1");
        connector.setAcceptedSendBufferSize(1 << 15);
        connector.setIdleTimeout(Duration.ofMinutes(5).toMillis());
        server.addConnector(connector);
        SlowClients slowClients = new SlowClients(512, LOWEST_RATE, GRACE);
        slowClients.setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) throws Exception {
                boolean isEvents = request.getHttpURI().getPath().equals("/events");
                try (OutputStream out = Content.Sink.asOutputStream(response)) {
                    if (isEvents) {
                        events(out);
                    } else {
                        download(out);
                    }
                    callback.succeeded();
                } finally {
                    ended.countDown();
                }
                return true;
            }
        });
        server.setHandler(slowClients);
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    private static void download(OutputStream out) throws IOException {
        for (int i = 0; i < LENGTH / 10_000; i++) {
            out.write(new byte[10_000]);
        }
    }

    private static void events(OutputStream out) throws IOException, InterruptedException {
        for (int i = 0; i < 8; i++) {
            out.write(":\n\n".getBytes(StandardCharsets.UTF_8));
            out.flush();
            Thread.sleep(500);
        }
    }

    /** Bytes of a body read at about this rate until the server ends it. */
    private long read(String path, int bytesPerSecond) throws IOException, InterruptedException {
        try (Socket socket = new Socket()) {
            socket.setReceiveBufferSize(1 << 13);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), connector.getLocalPort()));
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.0\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            String head = "";
            while (!head.endsWith("\r\n\r\n")) {
                head += (char) socket.getInputStream().read();
            }
            long read = 0;
            byte[] part = new byte[bytesPerSecond / 20];
            try {
                for (int got = socket.getInputStream().read(part);
                        got >= 0;
                        got = socket.getInputStream().read(part)) {
                    read += got;
                    Thread.sleep(1000L * got / bytesPerSecond);
                }
            } catch (IOException e) {
                assertThat(e).hasMessageContaining("reset");
            }
            return read;
        }
    }

    @Test
    void F19_whoReadsTooSlowlyIsCutOff() throws IOException, InterruptedException {
        long begun = System.nanoTime();
        assertThat(read("/download", 20_000)).isLessThan(LENGTH);
        assertThat(ended.await(1, TimeUnit.SECONDS)).as("its thread is free").isTrue();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void whoReadsFastEnoughGetsTheWhole() throws IOException, InterruptedException {
        assertThat(read("/download", 400_000)).isEqualTo(LENGTH);
    }

    @Test
    void eventsMayBeRare() throws IOException, InterruptedException {
        assertThat(read("/events", 400_000)).isEqualTo(8 * 3);
    }
}
