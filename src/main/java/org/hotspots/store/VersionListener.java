package org.hotspots.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Consumer;
import org.hotspots.snapshot.DataVersion;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells a listener of each published version, in order and once. A notification only wakes it up; what is new it reads
 * from the table, so nothing is missed while a connection is down, and it looks from time to time without being woken.
 */
final class VersionListener implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(VersionListener.class);
    private static final int WAIT_MILLIS = 5_000;
    private static final int SILENCE_MILLIS = 15_000;
    private static final int RECONNECT_MILLIS = 1_000;

    private final Connections connections;
    private final Consumer<DataVersion> listener;
    private final Thread thread = new Thread(this::run, "data-versions");
    private long lastSeen;
    private volatile boolean closed;
    private volatile @Nullable Connection connection;

    private VersionListener(Connections connections, Consumer<DataVersion> listener, long lastSeen) {
        this.connections = connections;
        this.listener = listener;
        this.lastSeen = lastSeen;
    }

    /** Starts listening for what is published after the version that is current now. */
    static VersionListener start(Connections connections, Consumer<DataVersion> listener) {
        VersionListener started = new VersionListener(
                connections,
                listener,
                connections.call(DataVersions::getCurrent).number());
        started.thread.setDaemon(true);
        started.thread.start();
        return started;
    }

    private void run() {
        while (!closed) {
            try (Connection opened = connections.open()) {
                connection = opened;
                // A server that vanished without a word is noticed by the look that follows each wait.
                opened.setNetworkTimeout(Runnable::run, SILENCE_MILLIS);
                try (Statement statement = opened.createStatement()) {
                    statement.execute("listen " + DataVersions.CHANNEL);
                }
                PGConnection notified = opened.unwrap(PGConnection.class);
                while (!closed) {
                    tellNews(opened);
                    notified.getNotifications(WAIT_MILLIS);
                }
            } catch (SQLException e) {
                if (!closed) {
                    LOG.warn("Not listening for new data versions, trying again: {}", e.getMessage());
                    pause();
                }
            }
        }
    }

    private void tellNews(Connection opened) throws SQLException {
        for (DataVersion version : DataVersions.listAfter(opened, lastSeen)) {
            lastSeen = version.number();
            try {
                listener.accept(version);
            } catch (RuntimeException e) {
                // The listener's fault must not end the listening.
                LOG.error("Data version {} could not be taken over", version.number(), e);
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(RECONNECT_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed = true;
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        Connection open = connection;
        if (open != null) {
            try {
                // Ends the wait for a notification.
                open.close();
            } catch (SQLException e) {
                LOG.debug("The listening connection did not close", e);
            }
        }
    }
}
