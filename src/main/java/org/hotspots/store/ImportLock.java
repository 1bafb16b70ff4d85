package org.hotspots.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.hotspots.load.ImportException;
import org.hotspots.load.ImportProblem;

/** The lock that lets one process at a time change offences, places and areas; it ends with its connection. */
final class ImportLock {
    /** The ASCII codes of "hotspots": any number that no other program is likely to lock. */
    private static final long KEY = 0x686f7473706f7473L;

    private ImportLock() {}

    /** Takes the lock for the session of this connection; false where another session holds it. */
    static boolean tryTake(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
            query.setLong(1, KEY);
            try (ResultSet row = query.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    /** @throws ImportException with slug {@code import-in-progress} where another session holds the lock */
    static void take(Connection connection) throws SQLException {
        if (!tryTake(connection)) {
            throw new ImportException(new ImportProblem(
                    "import-in-progress", 409, "Another import is running; one at a time.", List.of()));
        }
    }

    /** Gives the lock back, if this connection's session holds it. */
    static void release(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_unlock_all()");
        }
    }
}
