package org.hotspots.store;

import java.io.Writer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hotspots.load.ImportRecord;
import org.hotspots.load.ImportStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Imports in PostgreSQL. */
final class PostgresImportStore implements ImportStore {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresImportStore.class);

    private final Connections connections;
    private final AreaOutlines outlines;

    PostgresImportStore(Connections connections, AreaOutlines outlines) {
        this.connections = connections;
        this.outlines = outlines;
    }

    @Override
    public Optional<ImportRecord> findCommitted(String sha256) {
        return connections.call(connection -> ImportRecords.findCommitted(connection, sha256));
    }

    @Override
    public Optional<ImportRecord> findImport(UUID id) {
        return connections.call(connection -> ImportRecords.find(connection, id));
    }

    @Override
    public List<ImportRecord> listImports(int limit) {
        return connections.call(connection -> ImportRecords.list(connection, limit));
    }

    @Override
    public void save(ImportRecord record) {
        connections.inTransaction(connection -> {
            ImportRecords.save(connection, record);
            return record.id();
        });
    }

    @Override
    public void writeQuarantine(UUID id, Writer out) {
        try (Connection connection = connections.open()) {
            Quarantine.write(connection, id, out);
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    @Override
    public Staging openStaging(UUID id) {
        try {
            Connection connection = connections.open();
            try {
                ImportLock.take(connection);
                long version = DataVersions.getCurrent(connection).number();
                return new ImportStaging(id, connection, StoredAreas.read(connection, outlines, version));
            } catch (SQLException | RuntimeException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    /** Marks imports that a dead process left under way, unless one is running now. */
    void interruptUnfinished() {
        try (Connection connection = connections.open()) {
            if (ImportLock.tryTake(connection)) {
                int interrupted = ImportRecords.interruptUnfinished(connection);
                if (interrupted > 0) {
                    LOG.warn("{} import(s) had been interrupted; load those files again", interrupted);
                }
                ImportLock.release(connection);
            }
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }
}
