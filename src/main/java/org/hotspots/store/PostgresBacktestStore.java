package org.hotspots.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Optional;
import org.hotspots.backtest.BacktestStore;

/** Back-tests in PostgreSQL. */
final class PostgresBacktestStore implements BacktestStore {
    private final Connections connections;

    PostgresBacktestStore(Connections connections) {
        this.connections = connections;
    }

    @Override
    public void save(StoredBacktest backtest) {
        connections.call(connection -> {
            try (PreparedStatement insert = connection.prepareStatement("""
                    insert into backtest (data_version, theme, area, result)
                    values (?, ?, ?, ?)
                    on conflict (theme, area, data_version)
                    do update set result = excluded.result, computed_at = now()
                    """)) {
                insert.setLong(1, backtest.dataVersion());
                insert.setString(2, backtest.theme());
                insert.setString(3, backtest.area());
                insert.setString(4, backtest.json());
                return insert.executeUpdate();
            }
        });
    }

    @Override
    public Optional<StoredBacktest> findNewest(String theme, String area, long dataVersion) {
        return connections.call(connection -> {
            try (PreparedStatement query = connection.prepareStatement("""
                    select data_version, theme, area, result
                    from backtest
                    where theme = ? and area = ? and data_version <= ?
                    order by data_version desc
                    limit 1
                    """)) {
                query.setString(1, theme);
                query.setString(2, area);
                query.setLong(3, dataVersion);
                try (ResultSet row = query.executeQuery()) {
                    return row.next()
                            ? Optional.of(new StoredBacktest(
                                    row.getLong("data_version"),
                                    row.getString("theme"),
                                    row.getString("area"),
                                    row.getString("result")))
                            : Optional.empty();
                }
            }
        });
    }
}
