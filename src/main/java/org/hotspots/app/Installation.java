package org.hotspots.app;

import org.hotspots.area.AreaStore;
import org.hotspots.load.ImportSettings;
import org.hotspots.load.ImportStore;
import org.hotspots.load.Importer;
import org.hotspots.store.Database;

/** The parts of the program, wired by hand, once. */
final class Installation implements AutoCloseable {
    private final Settings settings;
    private final Database database;
    private final ImportSettings importSettings;

    private Installation(Settings settings, Database database) {
        this.settings = settings;
        this.database = database;
        this.importSettings = ImportSettings.of(settings.dataDir().resolve("spool"));
    }

    static Installation open(Settings settings) {
        return new Installation(settings, Database.open(settings.database()));
    }

    AreaStore areas() {
        return database.areas();
    }

    ImportStore imports() {
        return database.imports();
    }

    Importer importer() {
        return new Importer(database.imports(), importSettings);
    }

    @Override
    public void close() {
        database.close();
    }
}
