package org.hotspots.load;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.hotspots.load.ImportRequest.Overrides;
import org.hotspots.offence.Offence;
import org.hotspots.support.InMemoryImportStore;

/** Imports of small files made in a test, at noon on 1 November 2026, into a store in memory. */
final class ImportFixture {
    static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
    static final String STREET_HEADER = "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,"
            + "LSOA code,LSOA name,Crime type,Last outcome category,Context\n";

    final InMemoryImportStore store = new InMemoryImportStore();
    final List<String> ignoredFiles = new ArrayList<>();
    final List<Row.Rejected> rejected = new ArrayList<>();
    private final Path folder;
    private Profile profile = Profile.FORCE_EXTRACT;
    private Overrides overrides = Overrides.NONE;
    private ReadLimits limits = ReadLimits.DEFAULT;
    private boolean acceptQuarantine;
    private boolean dryRun;
    private boolean withIsleOfMan;

    ImportFixture(Path folder) {
        this.folder = folder;
    }

    ImportFixture profile(Profile newProfile) {
        this.profile = newProfile;
        return this;
    }

    ImportFixture overrides(Overrides newOverrides) {
        this.overrides = newOverrides;
        return this;
    }

    ImportFixture limits(ReadLimits newLimits) {
        this.limits = newLimits;
        return this;
    }

    ImportFixture acceptQuarantine() {
        this.acceptQuarantine = true;
        return this;
    }

    ImportFixture dryRun() {
        this.dryRun = true;
        return this;
    }

    ImportFixture withIsleOfMan() {
        this.withIsleOfMan = true;
        return this;
    }

    Path spoolFolder() {
        return folder.resolve("spool");
    }

    Importer importer() {
        return new Importer(
                store,
                new ImportSettings(spoolFolder(), 0.05, limits, withIsleOfMan, Clock.fixed(NOW, ZoneOffset.UTC)));
    }

    ImportListener listener() {
        return new ImportListener() {
            @Override
            public void rejected(String file, Row.Rejected row) {
                rejected.add(row);
            }

            @Override
            public void ignoredFile(String name) {
                ignoredFiles.add(name);
            }
        };
    }

    ImportRecord run(String text) {
        return run(text.getBytes(StandardCharsets.UTF_8));
    }

    ImportRecord run(byte[] bytes) {
        return run("upload.csv", bytes);
    }

    ImportRecord run(String name, byte[] bytes) {
        return run(request(name, bytes), listener());
    }

    ImportRecord run(ImportRequest request, ImportListener listener) {
        rejected.clear();
        ignoredFiles.clear();
        return importer().run(request, listener);
    }

    /** A request whose file lies in the spool, as an upload's does. */
    ImportRequest request(String name, byte[] bytes) {
        try {
            UUID id = UUID.randomUUID();
            Spool spool = Spool.create(spoolFolder(), id);
            ImportSource source = spool.add(name, new java.io.ByteArrayInputStream(bytes), Long.MAX_VALUE);
            return new ImportRequest(id, List.of(source), profile, overrides, dryRun, acceptQuarantine);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Offence> offences() {
        return store.offences();
    }

    /** Files and folders left in the spool. */
    List<Path> spooled() {
        try (Stream<Path> all = Files.walk(spoolFolder())) {
            return all.filter(path -> !path.equals(spoolFolder())).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ImportCounts counts(ImportRecord record) {
        return Objects.requireNonNull(record.counts(), () -> "no counts: " + record.problem());
    }

    static ImportProblem problem(ImportRecord record) {
        return Objects.requireNonNull(record.problem(), "no problem");
    }

    static String slug(ImportRecord record) {
        return problem(record).slug();
    }

    /** An extract with these columns beside kind, number and time; each row the values of those columns. */
    static String extract(String columns, String... rows) {
        StringBuilder text = new StringBuilder("record_kind,crime_number,recorded_at," + columns + "\n");
        for (int i = 0; i < rows.length; i++) {
            text.append("crime,C")
                    .append(i + 1)
                    .append(",2026-10-01T12:00,")
                    .append(rows[i])
                    .append('\n');
        }
        return text.toString();
    }

    /** The same row so many times, each with a number of its own. */
    static String[] times(int count, String row) {
        String[] rows = new String[count];
        java.util.Arrays.fill(rows, row);
        return rows;
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A zip of entries: name, text, name, text. */
    static byte[] zip(Object... namesAndContents) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                zip.putNextEntry(new ZipEntry((String) namesAndContents[i]));
                Object content = namesAndContents[i + 1];
                zip.write(content instanceof byte[] bytes ? bytes : utf8((String) content));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
