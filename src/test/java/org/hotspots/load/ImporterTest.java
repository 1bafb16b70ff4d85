package org.hotspots.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hotspots.load.ImportFixture.counts;
import static org.hotspots.load.ImportFixture.extract;
import static org.hotspots.load.ImportFixture.problem;
import static org.hotspots.load.ImportFixture.slug;
import static org.hotspots.load.ImportFixture.times;
import static org.hotspots.load.ImportFixture.utf8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.hotspots.load.ImportRequest.Overrides;
import org.hotspots.offence.Offence;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImporterTest {
    private static final String GOOD = extract("easting,northing", times(30, "450000,275000"));

    @TempDir
    Path folder;

    private ImportFixture imports;

    @BeforeEach
    void emptyStore() {
        imports = new ImportFixture(folder);
    }

    @Test
    void anImportGoesThroughItsStatesAndLeavesNoFiles() {
        ImportRecord record = imports.run(GOOD);

        assertThat(imports.store.states())
                .containsExactly(ImportState.RECEIVED, ImportState.VALIDATING, ImportState.COMMITTED);
        assertThat(record.dataVersion()).isEqualTo(1);
        assertThat(record.sha256()).matches("[0-9a-f]{64}");
        assertThat(imports.spooled()).isEmpty();
    }

    @Test
    void U19_anIdenticalRowIsADuplicate() {
        ImportCounts counts = counts(imports.run("""
                record_kind,crime_number,recorded_at,easting,northing
                crime,C1,2026-10-01,450000,275000
                crime,C1,2026-10-01,450000,275000
                """));

        assertThat(counts.inserted()).isEqualTo(1);
        assertThat(counts.duplicates()).isEqualTo(1);
    }

    @Test
    void U20_contradictionsAboveTheThresholdNeedReviewToo() {
        ImportRecord record = imports.run("""
                record_kind,crime_number,recorded_at,easting,northing
                crime,C1,2026-10-01,450000,275000
                crime,C1,2026-10-01,460000,275000
                """);

        assertThat(record.state()).isEqualTo(ImportState.NEEDS_REVIEW);
        assertThat(counts(record).quarantineReasons()).containsEntry("conflicting-duplicate", 2L);
        assertThat(imports.offences()).isEmpty();
    }

    @Test
    void U21_theSameBytesAgainAreTheFirstImport() {
        ImportRecord first = imports.run(GOOD);
        ImportRecord again = imports.run("another name.csv", utf8(GOOD));

        assertThat(again).isEqualTo(first);
        assertThat(imports.store.dataVersion()).isEqualTo(1);
        assertThat(imports.store.states()).hasSize(3);
        assertThat(imports.spooled()).isEmpty();
    }

    @Test
    void U21_theSameBytesReadInAnotherWayAreAnotherImport() {
        ImportRecord first = imports.run(GOOD);
        ImportRecord other = imports.overrides(new Overrides("Warwickshire Police", null, null))
                .run(GOOD);

        assertThat(other.id()).isNotEqualTo(first.id());
        assertThat(imports.offences()).extracting(Offence::force).contains("", "Warwickshire Police");
    }

    @Test
    void U22_oneChangedRowIsOneUpdate() {
        imports.run(GOOD);
        ImportCounts counts = counts(imports.run(GOOD.replaceFirst("450000", "450001")));

        assertThat(counts.updated()).isEqualTo(1);
        assertThat(counts.unchanged()).isEqualTo(29);
    }

    @Test
    void aShareOfFivePercentIsPublishedAndMoreIsNot() {
        String[] twentyRows = times(20, "450000,275000");
        twentyRows[7] = "450000,x";
        ImportRecord published = imports.run(extract("easting,northing", twentyRows));
        assertThat(published.state()).isEqualTo(ImportState.COMMITTED);
        assertThat(counts(published).quarantined()).isEqualTo(1);

        ImportRecord held = imports.run(extract("easting,northing", Arrays.copyOf(twentyRows, 19)));
        assertThat(held.state()).isEqualTo(ImportState.NEEDS_REVIEW);
        assertThat(imports.store.dataVersion()).isEqualTo(1);
    }

    @Test
    void anImportInReviewKeepsItsFilesAndIsPublishedWhenAccepted() throws IOException {
        ImportRecord held = imports.profile(ProfileFile.parse(utf8("{\"name\": \"own\", \"force\": \"A Police\"}")))
                .run(extract("easting,northing", "450000,275000", "450000,x"));
        assertThat(held.state()).isEqualTo(ImportState.NEEDS_REVIEW);
        assertThat(imports.spooled()).isNotEmpty();

        ImportRecord accepted = imports.importer().accept(held.id(), ImportListener.NONE);

        assertThat(accepted.id()).isEqualTo(held.id());
        assertThat(accepted.sha256()).isEqualTo(held.sha256());
        assertThat(accepted.state()).isEqualTo(ImportState.COMMITTED);
        assertThat(counts(accepted).quarantined()).isEqualTo(1);
        assertThat(imports.offences()).extracting(Offence::force).containsExactly("A Police");
        assertThat(imports.spooled()).isEmpty();
        assertThatThrownBy(() -> imports.importer().accept(held.id(), ImportListener.NONE))
                .isInstanceOf(ImportException.class)
                .hasMessageStartingWith("not-in-review");
    }

    @Test
    void anImportInReviewCanBeGivenUp() throws IOException {
        ImportRecord held = imports.run(extract("easting,northing", "450000,x"));

        assertThat(imports.importer().discard(held.id()).state()).isEqualTo(ImportState.CANCELLED);
        assertThat(imports.spooled()).isEmpty();
        assertThat(imports.offences()).isEmpty();
    }

    @Test
    void aDryRunTellsWhatWouldHappenAndStoresNothing() {
        imports.run(GOOD);
        int statesBefore = imports.store.states().size();

        ImportRecord record = imports.dryRun().run(GOOD.replaceFirst("450000", "450001"));

        assertThat(counts(record).updated()).isEqualTo(1);
        assertThat(record.state()).isEqualTo(ImportState.VALIDATING);
        assertThat(record.finishedAt()).isNotNull();
        assertThat(imports.store.states()).hasSize(statesBefore);
        assertThat(imports.store.dataVersion()).isEqualTo(1);
        assertThat(slug(imports.run("nonsense\n"))).isEqualTo("missing-columns");
        assertThat(imports.store.states()).hasSize(statesBefore);
    }

    @Test
    void F10_aFailureToPublishStoresNothingAndSaysSo() {
        imports.store.failPublishing(new IllegalStateException("the connection is gone; secret detail"));
        ImportRecord record = imports.run(GOOD);

        assertThat(record.state()).isEqualTo(ImportState.FAILED);
        assertThat(problem(record).status()).isEqualTo(500);
        assertThat(problem(record).detail()).doesNotContain("secret");
        assertThat(imports.offences()).isEmpty();
        assertThat(imports.spooled()).isEmpty();
        assertThat(imports.store.isLocked()).isFalse();
    }

    @Test
    void F13_aSecondImportIsRefusedWhileOneRuns() {
        try (ImportStore.Staging running = imports.store.openStaging(UUID.randomUUID())) {
            assertThat(running).isNotNull();
            assertThatThrownBy(() -> imports.run(GOOD))
                    .isInstanceOf(ImportException.class)
                    .hasMessageStartingWith("import-in-progress");
        }
        assertThat(imports.store.states()).isEmpty();
        assertThat(imports.spooled()).isEmpty();
    }

    @Test
    void aCancelledImportLeavesNothing() {
        List<ImportProgress> seen = new ArrayList<>();
        String rows = extract("easting,northing", times(10_000, "450000,275000"));
        ImportRecord record = imports.run(imports.request("upload.csv", utf8(rows)), new ImportListener() {
            @Override
            public void progress(ImportProgress progress) {
                seen.add(progress);
            }

            @Override
            public boolean isCancelled() {
                return seen.stream().anyMatch(progress -> progress.rows() > 5_000);
            }
        });

        assertThat(record.state()).isEqualTo(ImportState.CANCELLED);
        assertThat(imports.offences()).isEmpty();
        assertThat(imports.spooled()).isEmpty();
        assertThat(seen).extracting(ImportProgress::stage).doesNotContain(ImportProgress.Stage.PUBLISHING);
        assertThat(seen).allMatch(progress -> progress.bytesRead() <= progress.bytesTotal());
    }

    @Test
    void severalFilesAreOneImportAndOneBadFileStopsItAll() throws IOException {
        Path good = Files.writeString(folder.resolve("good.csv"), GOOD);
        Path bad = Files.writeString(folder.resolve("bad.csv"), "nonsense\n");
        Path more = Files.writeString(folder.resolve("more.csv"), GOOD.replace(",C", ",D"));

        ImportRecord refused = imports.run(request(good, bad), ImportListener.NONE);
        assertThat(slug(refused)).isEqualTo("missing-columns");
        assertThat(imports.offences()).isEmpty();

        ImportRecord both = imports.run(request(good, more), ImportListener.NONE);
        assertThat(both.files()).containsExactly("good.csv", "more.csv");
        assertThat(counts(both).inserted()).isEqualTo(60);
        assertThat(good).as("a user's own file is not tidied away").exists();
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        ImportRecord record = imports.run(request(folder.resolve("missing.csv")), ImportListener.NONE);

        assertThat(slug(record)).isEqualTo("unreadable-file");
        assertThat(problem(record).detail()).startsWith("missing.csv");
    }

    @Test
    void U27_anUploadIsKeptUnderANumberAndNeverUnderItsName() throws IOException {
        UUID id = UUID.randomUUID();
        Spool spool = Spool.create(imports.spoolFolder(), id);
        ImportSource source = spool.add("../../escape.csv", new ByteArrayInputStream(utf8(GOOD)), 1 << 20);

        assertThat(source.path())
                .isEqualTo(imports.spoolFolder().resolve(id.toString()).resolve("0"));
        assertThat(source.name()).isEqualTo("../../escape.csv");
        spool.delete();
    }

    @Test
    void U31_anUploadAboveTheLimitIsCutOffAndRemoved() throws IOException {
        Spool spool = Spool.create(imports.spoolFolder(), UUID.randomUUID());

        assertThatThrownBy(() -> spool.add("big.csv", new ByteArrayInputStream(new byte[1001]), 1000))
                .isInstanceOf(ImportException.class)
                .hasMessageStartingWith("too-large");
        assertThat(imports.spooled()).isEmpty();
    }

    @Test
    void whatAKilledServerLeftIsRemovedButForWhatAwaitsReview() throws IOException {
        UUID awaited = UUID.randomUUID();
        Spool.create(imports.spoolFolder(), awaited).add("a", new ByteArrayInputStream(utf8(GOOD)), 1 << 20);
        Spool.create(imports.spoolFolder(), UUID.randomUUID()).add("a", new ByteArrayInputStream(utf8(GOOD)), 1 << 20);
        Files.createDirectories(imports.spoolFolder().resolve("parts"));

        Spool.deleteAllBut(imports.spoolFolder(), awaited::equals);

        try (Stream<Path> folders = Files.list(imports.spoolFolder())) {
            assertThat(folders).containsExactly(imports.spoolFolder().resolve(awaited.toString()));
        }
    }

    private static ImportRequest request(Path... files) {
        return ImportRequest.of(Stream.of(files).map(ImportSource::of).toList(), Profile.FORCE_EXTRACT);
    }
}
