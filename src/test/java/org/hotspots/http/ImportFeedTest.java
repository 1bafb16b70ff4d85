package org.hotspots.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.hotspots.load.ImportProgress;
import org.junit.jupiter.api.Test;

/** What an import tells does not depend on who still listens. */
class ImportFeedTest {
    private static final int GONE = 8;

    private final ImportFeed feed = new ImportFeed();

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
                .contains("id: 1\nevent: progress\ndata: {", "5000", "\n:\n\nid: 2\nevent: progress\n", "10000");
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
