package org.hotspots.app;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.hotspots.hotspot.Engine;
import org.hotspots.hotspot.Run;
import org.hotspots.http.WebServer;
import org.hotspots.question.RefusedQuestionException;
import org.hotspots.store.DatabaseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the server until the process is asked to end, then closes everything in order. */
final class Serving {
    private static final Logger LOG = LoggerFactory.getLogger(Serving.class);

    private Serving() {}

    /**
     * Returns when the server has stopped; the installation is closed by then.
     *
     * @param json whether to say where it listens as one JSON document
     */
    static void untilStopped(Printed out, Installation installation, boolean json)
            throws IOException, InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        try (Engine engine = installation.engine();
                WebServer server = installation.webServer(engine)) {
            server.start();
            // Only from here on: a start that fails must not leave a hook that waits for its end.
            Runtime.getRuntime().addShutdownHook(new Thread(() -> endInOrder(asked, ended), "shutdown"));
            warmUp(engine);
            String address = "http://127.0.0.1:" + server.port() + "/";
            if (json) {
                out.json(node -> node.put("address", address).put("database", installation.databaseKind()));
            } else {
                out.line("Database: " + installation.databaseKind());
                out.line("Look at " + address + "  (end with Ctrl+C)");
            }
            asked.await();
        } finally {
            installation.close();
            ended.countDown();
        }
    }

    /**
     * Answers the question that the page opens with, before the first person waits for it. Where that fails the server
     * says so and is not ready, but is up.
     */
    private static void warmUp(Engine engine) {
        try {
            Run run = engine.ask(engine.questionReader().read(Map.of()));
            LOG.info(
                    "Data version {}: {} offences; {} hotspots in the last twelve months",
                    run.version().number(),
                    engine.snapshot().offences().size(),
                    run.hotspots().size());
        } catch (DatabaseException e) {
            LOG.warn("The data could not be read yet: {}", e.getMessage());
        } catch (RefusedQuestionException e) {
            LOG.info("There is nothing to be asked yet: {}", e.getMessage());
        }
    }

    /** The virtual machine halts when its hooks return, so this one waits until everything is closed. */
    private static void endInOrder(CountDownLatch asked, CountDownLatch ended) {
        asked.countDown();
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
