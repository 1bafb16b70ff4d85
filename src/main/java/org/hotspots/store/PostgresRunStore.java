package org.hotspots.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Optional;
import org.hotspots.hotspot.RunStore;

/** Runs in PostgreSQL. */
final class PostgresRunStore implements RunStore {
    private final Connections connections;

    PostgresRunStore(Connections connections) {
        this.connections = connections;
    }

    @Override
    public void save(StoredRun run) {
        connections.call(connection -> {
            try (PreparedStatement insert = connection.prepareStatement("""
                    insert into run (run_id, question, data_version, software_version)
                    values (?, ?, ?, ?)
                    on conflict (run_id) do nothing
                    """)) {
                insert.setString(1, run.runId());
                insert.setString(2, run.question());
                insert.setLong(3, run.dataVersion());
                insert.setString(4, run.softwareVersion());
                return insert.executeUpdate();
            }
        });
    }

    @Override
    public Optional<StoredRun> findRun(String runId) {
        return connections.call(connection -> {
            try (PreparedStatement query = connection.prepareStatement(
                    "select run_id, question, data_version, software_version from run where run_id = ?")) {
                query.setString(1, runId);
                try (ResultSet row = query.executeQuery()) {
                    return row.next()
                            ? Optional.of(new StoredRun(
                                    row.getString("run_id"),
                                    row.getString("question"),
                                    row.getLong("data_version"),
                                    row.getString("software_version")))
                            : Optional.empty();
                }
            }
        });
    }
}
