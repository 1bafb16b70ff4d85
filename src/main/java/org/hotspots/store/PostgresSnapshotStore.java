package org.hotspots.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.function.Consumer;
import org.hotspots.area.AreaIndex;
import org.hotspots.offence.OffenceTableBuilder;
import org.hotspots.snapshot.DataVersion;
import org.hotspots.snapshot.Snapshot;
import org.hotspots.snapshot.SnapshotStore;

/** Data versions in PostgreSQL. */
final class PostgresSnapshotStore implements SnapshotStore {
    private final Connections connections;
    private final AreaOutlines outlines;

    PostgresSnapshotStore(Connections connections, AreaOutlines outlines) {
        this.connections = connections;
        this.outlines = outlines;
    }

    @Override
    public DataVersion getCurrentVersion() {
        return connections.call(DataVersions::getCurrent);
    }

    @Override
    public Optional<DataVersion> findVersion(long number) {
        return connections.call(connection -> DataVersions.find(connection, number));
    }

    @Override
    public Snapshot read(DataVersion version) {
        try (Connection connection = connections.open()) {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            return Connections.inTransaction(connection, c -> {
                prepareForOnePass(c);
                OffenceTableBuilder offences = SnapshotReader.read(c, version.number());
                AreaIndex areas =
                        StoredAreas.read(c, outlines, version.number()).index();
                return new Snapshot(version, offences.build(areas::assignAll), areas);
            });
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    /** One reader of everything: handing rows from parallel workers to it would cost more than it saves. */
    private static void prepareForOnePass(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local max_parallel_workers_per_gather = 0; set local work_mem = '256MB'");
        }
    }

    @Override
    public AutoCloseable listen(Consumer<DataVersion> listener) {
        return VersionListener.start(connections, listener);
    }
}
