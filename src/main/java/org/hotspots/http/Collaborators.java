package org.hotspots.http;

import org.hotspots.area.AreaStore;
import org.hotspots.backtest.BacktestStore;
import org.hotspots.hotspot.Engine;
import org.hotspots.load.ImportStore;
import org.hotspots.load.Importer;
import org.hotspots.snapshot.SnapshotStore;

/**
 * What the web server asks.
 *
 * @param engine answers questions
 * @param snapshotStore asked whether the database answers
 * @param importer reads files; its spool folder is that of the web settings
 * @param importStore has imports and quarantined rows
 * @param areaStore takes new areas
 * @param backtestStore has back-tests
 * @param database in words
 */
public record Collaborators(
        Engine engine,
        SnapshotStore snapshotStore,
        Importer importer,
        ImportStore importStore,
        AreaStore areaStore,
        BacktestStore backtestStore,
        DatabaseDescription database) {}
