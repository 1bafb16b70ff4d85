package org.hotspots.acceptance;

import java.nio.file.Path;
import org.hotspots.hotspot.Engine;
import org.hotspots.http.Collaborators;
import org.hotspots.http.DatabaseDescription;
import org.hotspots.http.WebServer;
import org.hotspots.http.WebSettings;

/** A server and the engine it asks, on a database that others may use, too. */
record Serving(WebServer server, Engine engine) implements AutoCloseable {
    static Serving start(SampleWorld world, Engine engine, Path spoolFolder) {
        var database = world.database().database();
        WebServer server = new WebServer(
                WebSettings.of(0, spoolFolder),
                new Collaborators(
                        engine,
                        database.snapshots(),
                        world.importer(),
                        database.imports(),
                        database.areas(),
                        database.backtests(),
                        new DatabaseDescription(database.hasPostgis(), "of a test")));
        server.start();
        return new Serving(server, engine);
    }

    Client client() {
        return new Client(server.port());
    }

    @Override
    public void close() {
        server.close();
        engine.close();
    }
}
