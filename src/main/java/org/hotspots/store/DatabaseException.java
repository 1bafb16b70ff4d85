package org.hotspots.store;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Thrown where the database cannot do what it was asked; the kind says what a caller can make of it. */
public final class DatabaseException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** What kind of trouble it is. */
    public enum Kind {
        /** No connection, too many connections, or the server going down: worth another attempt later. */
        UNAVAILABLE,
        /** The statement ran longer than it may. */
        TIMEOUT,
        /** The database's disk is full. */
        DISK_FULL,
        /** Another transaction was in the way each time it was tried. */
        CONFLICT,
        /** Values from outside that the database refuses. */
        BAD_DATA,
        /** The schema was made by a newer version of this program, or was changed by hand. */
        SCHEMA,
        /** Anything else: a fault of the program. */
        OTHER
    }

    private final Kind kind;
    private final @Nullable String sqlState;

    DatabaseException(Kind kind, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.sqlState = null;
    }

    DatabaseException(SQLException cause) {
        super(cause.getMessage(), cause);
        this.sqlState = cause.getSQLState();
        this.kind = kindOf(sqlState == null ? "" : sqlState, cause);
    }

    public Kind kind() {
        return kind;
    }

    /** PostgreSQL's five-character code; null where the trouble is not PostgreSQL's. */
    public @Nullable String sqlState() {
        return sqlState;
    }

    private static Kind kindOf(String sqlState, SQLException cause) {
        if (cause instanceof java.sql.SQLTransientConnectionException) {
            // The pool's own: no connection came free in time.
            return Kind.UNAVAILABLE;
        }
        return switch (sqlState) {
            case "53300", "57P01", "57P02", "57P03" -> Kind.UNAVAILABLE;
            case "57014" -> Kind.TIMEOUT;
            case "53100" -> Kind.DISK_FULL;
            case "40001", "40P01" -> Kind.CONFLICT;
            default ->
                sqlState.startsWith("08")
                        ? Kind.UNAVAILABLE
                        : sqlState.startsWith("22") || sqlState.startsWith("23") ? Kind.BAD_DATA : Kind.OTHER;
        };
    }
}
