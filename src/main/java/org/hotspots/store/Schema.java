package org.hotspots.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.hotspots.store.cluster.DatabaseAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings a database to the schema of this program. */
final class Schema {
    static final String NAME = "hotspots";

    private static final Logger LOG = LoggerFactory.getLogger(Schema.class);

    private Schema() {}

    /**
     * Applies what is missing; a migration that was cut short left nothing and is done again.
     *
     * @return whether the database has PostGIS
     * @throws DatabaseException of kind SCHEMA where the database is of a newer version of this program
     */
    static boolean migrate(DatabaseAddress address) {
        try {
            migrate(address, "core", "schema_history");
            boolean postgis = hasPostgis(address);
            if (postgis) {
                migrate(address, "postgis", "schema_history_postgis");
            }
            return postgis;
        } catch (FlywayValidateException e) {
            throw new DatabaseException(
                    DatabaseException.Kind.SCHEMA,
                    "The database's schema is not one that this version of the program made: it was made by a newer "
                            + "version, or changed by hand. Use that version, or another database.",
                    e);
        } catch (FlywayException e) {
            throw e.getCause() instanceof SQLException cause
                    ? new DatabaseException(cause)
                    : new DatabaseException(DatabaseException.Kind.OTHER, String.valueOf(e.getMessage()), e);
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    /** Applies one part, which has a history of its own. */
    static void migrate(DatabaseAddress address, String part, String historyTable) {
        Flyway.configure(Schema.class.getClassLoader())
                .dataSource(Connections.dataSource(address))
                .locations("classpath:db/" + part)
                .schemas(NAME)
                .defaultSchema(NAME)
                .table(historyTable)
                // The second history starts in a schema that is not empty; version 0 says that nothing of it is there.
                .baselineOnMigrate(true)
                .baselineVersion("0")
                // By default Flyway lets an old program use a newer schema.
                .ignoreMigrationPatterns(new String[0])
                .validateMigrationNaming(true)
                .loggers("slf4j")
                .load()
                .migrate();
    }

    /** Whether PostGIS is there, after trying to put it there. */
    private static boolean hasPostgis(DatabaseAddress address) throws SQLException {
        try (Connection connection = DriverManager.getConnection(address.jdbcUrl(), address.credentials());
                Statement statement = connection.createStatement()) {
            boolean created = isThere(statement, "pg_extension where extname = 'postgis'");
            boolean available = isThere(statement, "pg_available_extensions where name = 'postgis'");
            if (created && !available) {
                throw new DatabaseException(
                        DatabaseException.Kind.SCHEMA,
                        "This database was made with PostGIS, which this PostgreSQL lacks: install PostGIS for it, or "
                                + "use the PostgreSQL that made it (HOTSPOTS_POSTGRES=installed).",
                        null);
            }
            return created || (available && create(statement));
        }
    }

    private static boolean create(Statement statement) {
        try {
            statement.execute("create extension if not exists postgis");
            return true;
        } catch (SQLException e) {
            LOG.warn("PostGIS is installed but was not created in the database: {}", e.getMessage());
            return false;
        }
    }

    private static boolean isThere(Statement statement, String from) throws SQLException {
        try (ResultSet result = statement.executeQuery("select from " + from)) {
            return result.next();
        }
    }
}
