package org.hotspots.page;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The journeys on the real server with the sample. */
class SamplePageTest extends PageJourneys {
    @TempDir
    static Path dataFolder;

    private static DemoServer server;
    private static String origin;

    @BeforeAll
    static void startServer() throws Exception {
        server = new DemoServer(dataFolder);
        origin = server.origin();
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @Override
    String origin() {
        return origin;
    }
}
