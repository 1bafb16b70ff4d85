package org.hotspots.app;

import java.io.IOException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.hotspots.area.AreaStore;
import org.hotspots.backtest.BacktestStore;
import org.hotspots.backtest.StoredChoices;
import org.hotspots.hotspot.Engine;
import org.hotspots.hotspot.EngineSettings;
import org.hotspots.http.Collaborators;
import org.hotspots.http.DatabaseDescription;
import org.hotspots.http.WebServer;
import org.hotspots.http.WebSettings;
import org.hotspots.load.CodebookFile;
import org.hotspots.load.ImportSettings;
import org.hotspots.load.ImportState;
import org.hotspots.load.ImportStore;
import org.hotspots.load.Importer;
import org.hotspots.load.Spool;
import org.hotspots.store.Database;

/** The parts of the program, wired by hand, once. Commands take what they need from here. */
final class Installation implements AutoCloseable {
    private final Settings settings;
    private final Database database;
    private final ImportSettings importSettings;
    private final AtomicBoolean closed = new AtomicBoolean();

    private Installation(Settings settings, Database database) {
        this.settings = settings;
        this.database = database;
        this.importSettings = ImportSettings.of(settings.dataDir().resolve("spool"));
    }

    /** Opens the database, which may start a private cluster; {@link #close} ends what was started. */
    static Installation open(Settings settings) {
        return new Installation(settings, Database.open(settings.database()));
    }

    AreaStore areas() {
        return database.areas();
    }

    BacktestStore backtests() {
        return database.backtests();
    }

    ImportStore imports() {
        return database.imports();
    }

    Importer importer() {
        return new Importer(database.imports(), importSettings);
    }

    /** Listens for new data versions until closed; reads the current one when it is first needed. */
    Engine engine() throws IOException {
        EngineSettings usual = EngineSettings.defaults(Main.Version.text())
                .withCodebooks(CodebookFile.shippedAndIn(settings.codebookFolder()));
        return new Engine(
                database.snapshots(),
                database.runs(),
                new StoredChoices(database.backtests()),
                settings.force().map(usual::withForceName).orElse(usual));
    }

    /** A server on this machine's own address, not listening yet; uploads that a killed server left are removed. */
    WebServer webServer(Engine engine) throws IOException {
        Spool.deleteAllBut(importSettings.spoolFolder(), this::awaitsReview);
        WebSettings usual = WebSettings.of(settings.port(), importSettings.spoolFolder());
        WebSettings web = new WebSettings(
                usual.host(),
                usual.port(),
                usual.spoolFolder(),
                usual.maxUploadBytes(),
                usual.headerTimeout(),
                settings.force().orElse(null),
                settings.baseMap().orElse(null));
        return new WebServer(
                web,
                new Collaborators(
                        engine,
                        database.snapshots(),
                        importer(),
                        imports(),
                        areas(),
                        backtests(),
                        new DatabaseDescription(database.hasPostgis(), databaseKind())));
    }

    private boolean awaitsReview(UUID importId) {
        return imports()
                .findImport(importId)
                .filter(record -> record.state() == ImportState.NEEDS_REVIEW)
                .isPresent();
    }

    /** Which database, without host, folder or password. */
    String databaseKind() {
        String where = settings.database().address() == null ? "private cluster" : "the database of HOTSPOTS_DB_URL";
        return where + (database.hasPostgis() ? ", with PostGIS" : ", without PostGIS");
    }

    /** Closing again does nothing. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            database.close();
        }
    }
}
