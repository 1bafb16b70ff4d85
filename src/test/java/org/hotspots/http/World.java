package org.hotspots.http;

import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.hotspots.area.Area;
import org.hotspots.area.AreaKind;
import org.hotspots.area.AreaStore;
import org.hotspots.backtest.StoredChoices;
import org.hotspots.hotspot.Engine;
import org.hotspots.hotspot.EngineSettings;
import org.hotspots.load.ImportCounts;
import org.hotspots.load.ImportRecord;
import org.hotspots.load.ImportSettings;
import org.hotspots.load.ImportStore;
import org.hotspots.load.Importer;
import org.hotspots.load.Row;
import org.hotspots.offence.Codebook;
import org.hotspots.offence.Codebooks;
import org.hotspots.offence.HomeOfficeCode;
import org.hotspots.support.FakeBacktestStore;
import org.hotspots.support.FakeRunStore;
import org.hotspots.support.FakeSnapshotStore;
import org.hotspots.support.InMemoryImportStore;
import org.hotspots.support.TestWorld;
import org.jspecify.annotations.Nullable;

/** A whole server over a made-up force, its stores in memory. */
final class World implements AutoCloseable {
    static final Codebook DAYS = new Codebook(
            "days", "1", "days", "ab".repeat(32), List.of(new Codebook.Weight(new HomeOfficeCode("8N", ""), 12)));
    final FakeSnapshotStore snapshots = new FakeSnapshotStore(TestWorld.snapshot(1, 3000));
    final Areas areas = new Areas();
    final FakeRunStore runs = new FakeRunStore();
    final FakeBacktestStore backtests = new FakeBacktestStore();
    final Imports imports = new Imports();
    final Wire wire;
    private final Engine engine = new Engine(
            snapshots,
            runs,
            new StoredChoices(backtests),
            EngineSettings.defaults("test").withCodebooks(new Codebooks(List.of(DAYS))));
    private final WebServer server;

    World(Path folder, long maxUploadBytes) {
        WebSettings settings = new WebSettings(
                WebSettings.LOOPBACK,
                0,
                folder.resolve("spool"),
                maxUploadBytes,
                Duration.ofSeconds(30),
                "Middleshire",
                null);
        server = new WebServer(
                settings,
                new Collaborators(
                        engine,
                        snapshots,
                        new Importer(imports, ImportSettings.of(settings.spoolFolder())),
                        imports,
                        areas,
                        backtests,
                        new DatabaseDescription(false, "in memory")));
        server.start();
        wire = new Wire(server.port());
    }

    /** Everything that the server answers but the page's files. */
    List<Route> routes() {
        return server.routes();
    }

    @Override
    public void close() {
        server.close();
        engine.close();
    }

    /** Remembers what it was given. */
    static final class Areas implements AreaStore {
        final List<Area> replaced = new ArrayList<>();

        @Override
        public List<Area> listAreas() {
            return List.copyOf(replaced);
        }

        @Override
        public long replaceAreas(AreaKind kind, List<Area> areas, String sourceSha256) {
            replaced.addAll(areas);
            return 17;
        }
    }

    /** The store in memory, safe for the threads of a server, whose imports can be held up before they publish. */
    static final class Imports implements ImportStore {
        final InMemoryImportStore inner = new InMemoryImportStore();
        private volatile @Nullable CountDownLatch gate;

        /** From now on imports wait before their first row until the gate is opened. */
        CountDownLatch holdUp() {
            CountDownLatch held = new CountDownLatch(1);
            gate = held;
            return held;
        }

        @Override
        public synchronized Optional<ImportRecord> findCommitted(String sha256) {
            return inner.findCommitted(sha256);
        }

        @Override
        public synchronized Optional<ImportRecord> findImport(UUID id) {
            return inner.findImport(id);
        }

        @Override
        public synchronized List<ImportRecord> listImports(int limit) {
            return inner.listImports(limit);
        }

        @Override
        public synchronized void save(ImportRecord record) {
            inner.save(record);
        }

        @Override
        public synchronized void writeQuarantine(UUID id, Writer out) {
            inner.writeQuarantine(id, out);
        }

        @Override
        public Staging openStaging(UUID id) {
            CountDownLatch held = gate;
            if (held != null) {
                try {
                    held.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException("interrupted", e);
                }
            }
            synchronized (this) {
                return new Guarded(inner.openStaging(id));
            }
        }

        private final class Guarded implements Staging {
            private final Staging staging;

            Guarded(Staging staging) {
                this.staging = staging;
            }

            @Override
            public void add(int fileIndex, Row row) {
                staging.add(fileIndex, row);
            }

            @Override
            public ImportCounts preview() {
                synchronized (Imports.this) {
                    return staging.preview();
                }
            }

            @Override
            public ImportRecord publish(ImportRecord record) {
                synchronized (Imports.this) {
                    return staging.publish(record);
                }
            }

            @Override
            public void keepQuarantine() {
                synchronized (Imports.this) {
                    staging.keepQuarantine();
                }
            }

            @Override
            public void close() {
                synchronized (Imports.this) {
                    staging.close();
                }
            }
        }
    }
}
