package org.hotspots.store;

import org.hotspots.area.AreaStore;
import org.hotspots.backtest.BacktestStore;
import org.hotspots.hotspot.RunStore;
import org.hotspots.load.ImportStore;
import org.hotspots.snapshot.SnapshotStore;
import org.hotspots.store.cluster.DatabaseAddress;
import org.hotspots.store.cluster.PrivateCluster;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The database, opened: chosen, running, of this program's schema; and the stores that rest on it. */
public final class Database implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    private final DatabaseAddress address;
    private final @Nullable PrivateCluster cluster;
    private final boolean postgis;
    private final Connections connections;
    private final PostgresImportStore imports;

    private Database(DatabaseSettings settings, DatabaseAddress address, @Nullable PrivateCluster cluster) {
        this.address = address;
        this.cluster = cluster;
        this.postgis = Schema.migrate(address);
        this.connections = new Connections(address, settings.poolSize());
        this.imports = new PostgresImportStore(connections, AreaOutlines.of(postgis));
    }

    /**
     * Opens the database of the settings, or the private cluster of the data folder; brings the schema up to date; marks
     * imports that a dead process left under way.
     *
     * @throws org.hotspots.store.cluster.ClusterException where no private cluster can be run
     * @throws DatabaseException of kind UNAVAILABLE where the database does not answer, SCHEMA where it is not ours
     */
    public static Database open(DatabaseSettings settings) {
        DatabaseAddress elsewhere = settings.address();
        if (elsewhere != null) {
            return opened(new Database(settings, elsewhere, null), elsewhere.toString());
        }
        PrivateCluster cluster = PrivateCluster.open(settings.dataDir(), settings.postgres());
        try {
            return opened(new Database(settings, cluster.address(), cluster), cluster.description());
        } catch (RuntimeException e) {
            cluster.close();
            throw e;
        }
    }

    private static Database opened(Database database, String description) {
        database.imports.interruptUnfinished();
        LOG.info("Database: {}", description);
        if (!database.postgis) {
            LOG.info("The database has no PostGIS: everything works but the geometry columns and the views for GIS "
                    + "clients.");
        }
        return database;
    }

    public DatabaseAddress address() {
        return address;
    }

    /** Whether geometry columns and the views for GIS clients are there. */
    public boolean hasPostgis() {
        return postgis;
    }

    public ImportStore imports() {
        return imports;
    }

    public AreaStore areas() {
        return new PostgresAreaStore(connections, AreaOutlines.of(postgis));
    }

    public SnapshotStore snapshots() {
        return new PostgresSnapshotStore(connections, AreaOutlines.of(postgis));
    }

    public BacktestStore backtests() {
        return new PostgresBacktestStore(connections);
    }

    public RunStore runs() {
        return new PostgresRunStore(connections);
    }

    /** Whether the database answers now. */
    public boolean isReady() {
        try {
            connections.call(DataVersions::getCurrent);
            return true;
        } catch (DatabaseException e) {
            LOG.debug("The database does not answer", e);
            return false;
        }
    }

    /** Closes the connections, and stops the cluster if this process runs it. */
    @Override
    public void close() {
        connections.close();
        if (cluster != null) {
            cluster.close();
        }
    }
}
