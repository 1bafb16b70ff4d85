package org.hotspots.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hotspots.load.ImportCounts;
import org.hotspots.load.ImportListener;
import org.hotspots.load.ImportProblem;
import org.hotspots.load.ImportRecord;
import org.hotspots.load.ImportRequest;
import org.hotspots.load.ImportRequest.Overrides;
import org.hotspots.load.ImportSettings;
import org.hotspots.load.ImportSource;
import org.hotspots.load.ImportState;
import org.hotspots.load.Importer;
import org.hotspots.load.Profile;
import org.hotspots.load.ReadLimits;
import org.hotspots.load.Row;
import org.hotspots.load.Spool;
import org.hotspots.support.TestDatabase;

/**
 * A steward with a real database, at noon on 1 November 2026. After every upload what must hold whatever the file was is
 * checked: rows are conserved, what was not published left no trace, and no file stays behind.
 */
final class Steward implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

    private final TestDatabase test = TestDatabase.create();
    private final Path spoolFolder;
    private final List<Row.Rejected> rejected = new ArrayList<>();
    private Profile profile = Profile.FORCE_EXTRACT;
    private Overrides overrides = Overrides.NONE;
    private boolean withIsleOfMan;

    Steward(Path spoolFolder) {
        this.spoolFolder = spoolFolder;
    }

    Steward profile(Profile newProfile) {
        this.profile = newProfile;
        return this;
    }

    Steward overrides(Overrides newOverrides) {
        this.overrides = newOverrides;
        return this;
    }

    Steward withIsleOfMan() {
        this.withIsleOfMan = true;
        return this;
    }

    TestDatabase database() {
        return test;
    }

    String ask(String sql) {
        return test.ask(sql);
    }

    Stored stored() {
        return Stored.in(test);
    }

    String contentChecksum() {
        return Stored.contentChecksum(test);
    }

    /** Rows that the last upload's reading rejected, in the file's order. */
    List<Row.Rejected> rejected() {
        return rejected;
    }

    ImportRecord upload(String text) {
        return upload(text.getBytes(UTF_8));
    }

    ImportRecord upload(byte[] bytes) {
        return upload("upload.csv", bytes);
    }

    ImportRecord upload(String name, byte[] bytes) {
        Stored before = stored();
        rejected.clear();
        UUID id = UUID.randomUUID();
        ImportRecord record = importer().run(request(id, name, bytes), new ImportListener() {
            @Override
            public void rejected(String file, Row.Rejected row) {
                rejected.add(row);
            }
        });
        requireConserved(before, record, id);
        return record;
    }

    private Importer importer() {
        return new Importer(
                test.database().imports(),
                new ImportSettings(
                        spoolFolder, 0.05, ReadLimits.DEFAULT, withIsleOfMan, Clock.fixed(NOW, ZoneOffset.UTC)));
    }

    private ImportRequest request(UUID id, String name, byte[] bytes) {
        try {
            ImportSource source =
                    Spool.create(spoolFolder, id).add(name, new ByteArrayInputStream(bytes), Long.MAX_VALUE);
            return new ImportRequest(id, List.of(source), profile, overrides, false, false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The counts add up by themselves (their record checks it), so here they are held against the tables. */
    private void requireConserved(Stored before, ImportRecord record, UUID id) {
        boolean isNew = record.id().equals(id);
        Stored after = stored();
        ImportCounts counts = record.counts();
        if (isNew && record.state() == ImportState.COMMITTED && counts != null) {
            assertThat(after.current() - before.current()).isEqualTo(counts.inserted() - counts.removed());
        } else {
            assertThat(after).as("nothing is published by %s", record).isEqualTo(before);
        }
        if (isNew && counts != null) {
            assertThat(ask("select count(*) from quarantine where import_id = '" + record.id() + "'"))
                    .isEqualTo(Long.toString(counts.quarantined()));
            assertThat(ask("select rows_read from import where import_id = '" + record.id() + "'"))
                    .isEqualTo(Long.toString(counts.rowsRead()));
        }
        if (record.state() != ImportState.NEEDS_REVIEW) {
            assertThat(spoolFolder.resolve(id.toString()))
                    .as("files left behind")
                    .doesNotExist();
        }
    }

    @Override
    public void close() {
        test.close();
    }

    static ImportCounts counts(ImportRecord record) {
        return Objects.requireNonNull(record.counts(), () -> "no counts: " + record.problem());
    }

    static ImportProblem problem(ImportRecord record) {
        return Objects.requireNonNull(record.problem(), () -> "no problem: " + record);
    }
}
