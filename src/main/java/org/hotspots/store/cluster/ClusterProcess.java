package org.hotspots.store.cluster;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The postmaster of a private cluster as a child of this process. One thread starts it, waits for it, and starts it
 * again should it end on its own; where the platform can, the kernel ends it when this process dies, however it dies.
 *
 * <p>The kernel's parent-death signal follows the <em>thread</em> that forked, so that thread lives as long as the
 * process; and it is forgotten when a process changes its account, so it is asked for last.
 */
final class ClusterProcess {
    private static final Logger LOG = LoggerFactory.getLogger(ClusterProcess.class);
    private static final int LONGEST_PAUSE_SECONDS = 30;
    private static final int STOP_SECONDS = 60;

    private final PostgresBinaries binaries;
    private final ClusterAccount account;
    private final ClusterFolder folder;
    private final int port;
    private final boolean diesWithParent;
    private final CompletableFuture<Process> first = new CompletableFuture<>();
    private volatile boolean stopping;
    private volatile @Nullable Process process;

    private ClusterProcess(PostgresBinaries binaries, ClusterAccount account, ClusterFolder folder, int port) {
        this.binaries = binaries;
        this.account = account;
        this.folder = folder;
        this.port = port;
        this.diesWithParent = canDieWithParent();
    }

    /** Starts the postmaster; it is not ready to answer yet. */
    static ClusterProcess start(PostgresBinaries binaries, ClusterAccount account, ClusterFolder folder, int port) {
        ClusterProcess cluster = new ClusterProcess(binaries, account, folder, port);
        Thread keeper = new Thread(cluster::keepRunning, "postgres-" + port);
        keeper.setDaemon(true);
        keeper.start();
        cluster.first.join();
        return cluster;
    }

    static boolean canDieWithParent() {
        return Programs.run(List.of("setpriv", "--pdeathsig", "INT", "true")).succeeded();
    }

    boolean diesWithParent() {
        return diesWithParent;
    }

    boolean isAlive() {
        Process current = process;
        return current != null && current.isAlive();
    }

    /** Ends every connection, writes everything out and waits for the end. */
    void stop() {
        synchronized (this) {
            stopping = true;
        }
        Process current = process;
        if (current == null || !current.isAlive()) {
            return;
        }
        stop(binaries, account, folder);
        try {
            if (!current.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                LOG.error("PostgreSQL did not stop within {} s; process {}", STOP_SECONDS, current.pid());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stops the postmaster of a data folder, whoever started it. */
    static void stop(PostgresBinaries binaries, ClusterAccount account, ClusterFolder folder) {
        Programs.Result stopped = Programs.run(account.command(List.of(
                binaries.program("pg_ctl"),
                "stop",
                "--silent",
                "--wait",
                "--mode=fast",
                "--pgdata",
                folder.data().toString())));
        if (!stopped.succeeded()) {
            LOG.warn("PostgreSQL was not stopped: {}", stopped.text());
        }
    }

    private void keepRunning() {
        int pauseSeconds = 1;
        while (!stopping) {
            try {
                long startedAt = System.nanoTime();
                Process started;
                synchronized (this) {
                    if (stopping) {
                        return;
                    }
                    started = launch();
                    process = started;
                }
                first.complete(started);
                int exitCode = started.waitFor();
                if (stopping) {
                    return;
                }
                boolean ranLong = System.nanoTime() - startedAt > TimeUnit.SECONDS.toNanos(LONGEST_PAUSE_SECONDS);
                pauseSeconds = ranLong ? 1 : Math.min(2 * pauseSeconds, LONGEST_PAUSE_SECONDS);
                LOG.error("PostgreSQL ended with exit code {}; starting it again in {} s", exitCode, pauseSeconds);
                TimeUnit.SECONDS.sleep(pauseSeconds);
            } catch (IOException e) {
                first.completeExceptionally(new ClusterException("PostgreSQL cannot be started: " + e, e));
                LOG.error("PostgreSQL cannot be started", e);
                return;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private Process launch() throws IOException {
        List<String> command = new ArrayList<>();
        if (Programs.run(List.of("setsid", "true")).succeeded()) {
            // Its own session: a terminal's Ctrl+C reaches this process alone, which then stops the cluster in order.
            command.add("setsid");
        }
        command.addAll(account.prefix());
        if (diesWithParent) {
            command.addAll(List.of("setpriv", "--pdeathsig", "INT"));
        }
        command.addAll(
                List.of(binaries.program("postgres"), "-D", folder.data().toString(), "-p", Integer.toString(port)));
        ClusterSettings.all().forEach((name, value) -> {
            command.add("-c");
            command.add(name + "=" + value);
        });
        folder.rotateLog();
        File log = folder.log().toFile();
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.root().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log));
        builder.environment().put("LC_ALL", "C");
        Process started = builder.start();
        started.getOutputStream().close();
        return started;
    }

    /** The last lines of the cluster's log, for a message. */
    String lastWords() {
        try {
            List<String> lines = Files.readAllLines(folder.log());
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
        } catch (IOException e) {
            return "(" + folder.log() + " cannot be read: " + e + ")";
        }
    }
}
