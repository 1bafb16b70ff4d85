package org.hotspots.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.hotspots.store.cluster.DatabaseAddress;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The ways to the database: a pool for short statements, which are cut off by the server after
 * {@value #STATEMENT_TIMEOUT_SECONDS} s and given up by the client soon after, and connections of their own for what
 * takes long.
 */
final class Connections implements AutoCloseable {
    private static final int STATEMENT_TIMEOUT_SECONDS = 10;
    private static final int SOCKET_TIMEOUT_SECONDS = STATEMENT_TIMEOUT_SECONDS + 5;
    private static final int CONNECT_TIMEOUT_SECONDS = 10;
    private static final long POOL_WAIT_MILLIS = 3_000;
    private static final int ATTEMPTS = 4;
    private static final int PAUSE_MILLIS = 50;

    private final HikariDataSource pool;
    private final DataSource dedicated;

    Connections(DatabaseAddress address, int poolSize) {
        dedicated = dataSource(address);
        PGSimpleDataSource shortLived = dataSource(address);
        shortLived.setSocketTimeout(SOCKET_TIMEOUT_SECONDS);
        shortLived.setOptions("-c statement_timeout=" + STATEMENT_TIMEOUT_SECONDS + "s");
        HikariConfig config = new HikariConfig();
        config.setPoolName("hotspots");
        config.setDataSource(shortLived);
        config.setMaximumPoolSize(poolSize);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(POOL_WAIT_MILLIS);
        // A database that is down is an answer to each request, not a reason not to start.
        config.setInitializationFailTimeout(-1);
        pool = new HikariDataSource(config);
    }

    /** Connections that find the schema's tables and PostGIS's functions, with no limit to a statement's time. */
    static PGSimpleDataSource dataSource(DatabaseAddress address) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(address.jdbcUrl());
        Properties credentials = address.credentials();
        if (credentials.containsKey("user")) {
            source.setUser(credentials.getProperty("user"));
        }
        if (credentials.containsKey("password")) {
            source.setPassword(credentials.getProperty("password"));
        }
        source.setApplicationName("hotspots");
        // PostGIS may live in a schema of its own; names that do not exist are passed over.
        source.setCurrentSchema(Schema.NAME + ",public,postgis");
        source.setConnectTimeout(CONNECT_TIMEOUT_SECONDS);
        source.setTcpKeepAlive(true);
        source.setReWriteBatchedInserts(true);
        return source;
    }

    /** Something done on a connection. */
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** One short statement, or several that need not agree. */
    <T> T call(Work<T> work) {
        try (Connection connection = pool.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    /** All or nothing, tried again where another transaction was in the way. */
    <T> T inTransaction(Work<T> work) {
        return call(connection -> inTransaction(connection, work));
    }

    /** All or nothing on this connection, tried again where another transaction was in the way. */
    static <T> T inTransaction(Connection connection, Work<T> work) throws SQLException {
        connection.setAutoCommit(false);
        try {
            for (int attempt = 1; ; attempt++) {
                try {
                    T result = work.on(connection);
                    connection.commit();
                    return result;
                } catch (SQLException | RuntimeException | Error e) {
                    rollBack(connection, e);
                    if (attempt == ATTEMPTS || !isConflict(e)) {
                        throw e;
                    }
                    pause(attempt);
                }
            }
        } finally {
            if (!connection.isClosed()) {
                connection.setAutoCommit(true);
            }
        }
    }

    /** A connection of its own, without limits to time; the caller closes it. */
    Connection open() throws SQLException {
        return dedicated.getConnection();
    }

    private static boolean isConflict(Throwable e) {
        return e instanceof SQLException sql && new DatabaseException(sql).kind() == DatabaseException.Kind.CONFLICT;
    }

    private static void rollBack(Connection connection, Throwable reason) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }

    private static void pause(int attempt) throws SQLException {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(PAUSE_MILLIS, (long) PAUSE_MILLIS << attempt));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted while waiting to try again", e);
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
