package org.hotspots.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.hotspots.store.cluster.DatabaseAddress;
import org.hotspots.store.cluster.PrivateCluster;

/** Tries whether a database answers, and changes nothing in it. */
public final class DatabaseTrial {
    private DatabaseTrial() {}

    /**
     * What answered, in words. A private cluster is run for as long as this takes; where there is none yet, none is made.
     *
     * @throws DatabaseException where nothing answers
     * @throws org.hotspots.store.cluster.ClusterException where the private cluster cannot be run
     */
    public static String answer(DatabaseSettings settings) {
        DatabaseAddress elsewhere = settings.address();
        if (elsewhere != null) {
            return answer(elsewhere);
        }
        Path data = settings.dataDir().resolve("postgres").resolve("data");
        if (!Files.exists(data)) {
            return "a private cluster, which the first start will make";
        }
        try (PrivateCluster cluster = PrivateCluster.open(settings.dataDir(), settings.postgres())) {
            return "private cluster, " + answer(cluster.address());
        }
    }

    private static String answer(DatabaseAddress address) {
        try (Connection connection = Connections.dataSource(address).getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select current_setting('server_version'),
                               exists(select from pg_available_extensions where name = 'postgis')
                        """)) {
            row.next();
            return "PostgreSQL " + row.getString(1) + (row.getBoolean(2) ? ", with PostGIS" : ", without PostGIS");
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }
}
