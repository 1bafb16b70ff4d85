package org.hotspots.app;

import java.util.concurrent.CountDownLatch;
import org.hotspots.http.WebServer;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Runs a server until the process is asked to end. */
final class Serving {
    private Serving() {}

    static void requireLoopback(CommandLine command, String host) {
        if (!host.equals("127.0.0.1")) {
            throw new ParameterException(
                    command,
                    "--host=" + host + ": 127.0.0.1, since there are no accounts yet and whoever reaches the server"
                            + " sees everything");
        }
    }

    static void untilStopped(Printed out, Installation installation, WebServer server) throws InterruptedException {
        server.start();
        installation.warmUp();
        out.line("Database: " + installation.databaseDescription());
        out.line("Look at http://127.0.0.1:" + server.port() + "/  (end with Ctrl+C)");
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        Thread hook = new Thread(
                () -> {
                    asked.countDown();
                    awaitQuietly(ended);
                },
                "shutdown");
        Runtime.getRuntime().addShutdownHook(hook);
        asked.await();
        server.close();
        installation.close();
        ended.countDown();
    }

    /** The virtual machine halts when its hooks return, so this one waits until everything is closed in order. */
    private static void awaitQuietly(CountDownLatch ended) {
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
