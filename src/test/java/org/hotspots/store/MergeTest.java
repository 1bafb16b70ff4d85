package org.hotspots.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hotspots.support.OffenceFixture.asb;
import static org.hotspots.support.OffenceFixture.crime;
import static org.hotspots.support.OffenceFixture.publicRow;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hotspots.load.ImportCounts;
import org.hotspots.load.ImportException;
import org.hotspots.load.ImportRecord;
import org.hotspots.load.ImportState;
import org.hotspots.load.ImportStore;
import org.hotspots.load.Row;
import org.hotspots.offence.Offence;
import org.hotspots.offence.OffenceFlag;
import org.hotspots.support.OffenceFixture;
import org.hotspots.support.SharedData;
import org.hotspots.support.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of rows that meet other rows: in their own file, and in the database. */
class MergeTest {
    private TestDatabase test;
    private Database database;

    @BeforeEach
    void open() {
        test = TestDatabase.create();
        database = test.database();
    }

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void repeatedPublicRowsAreIncidentsOfTheirOwn() {
        Offence row = publicRow().build();
        ImportCounts first = counts(Imports.load(database, "first", row, row, row));
        assertThat(first.inserted()).isEqualTo(3);

        ImportCounts second = counts(Imports.load(database, "second", row, row));
        assertThat(second.unchanged()).isEqualTo(2);
        assertThat(second.removed()).isEqualTo(1);

        ImportCounts third = counts(Imports.load(database, "third", row, row, row, row));
        assertThat(third.unchanged()).isEqualTo(2);
        assertThat(third.inserted()).isEqualTo(2);
        assertThat(test.ask("select count(*) from offence where valid_to is null"))
                .isEqualTo("4");
    }

    @Test
    void aMonthIsReplacedAndOthersAreLeftAlone() {
        Offence october = publicRow().crimeNumber("a").build();
        Offence november = publicRow().recordedAt("2018-11-01T00:00:00Z").build();
        Offence elsewhere = publicRow().force("Leicestershire Police").build();
        Imports.load(database, "first", october, november, elsewhere);

        ImportCounts counts = counts(Imports.load(
                database,
                "second",
                publicRow().crimeNumber("a").outcome("Charged").build()));

        assertThat(counts.updated()).isEqualTo(1);
        assertThat(counts.removed()).isZero();
        assertThat(test.ask("select count(*) from offence where valid_to is null"))
                .isEqualTo("3");
        assertThat(test.ask("select outcome from offence where valid_to is null and crime_number = 'a'"))
                .isEqualTo("Charged");
    }

    @Test
    void theRevisedMonthOfTheCityOfLondon() throws IOException {
        String name = "2020-11-city-of-london-street.csv";
        Path earlier = SharedData.require("police-uk/revisions/earlier/" + name);
        Path later = SharedData.require("police-uk/revisions/later/" + name);
        // By another route: lines that the two files have in common, each as often as in both.
        Map<String, Long> before = tally(Files.readAllLines(earlier));
        Map<String, Long> after = tally(Files.readAllLines(later));
        long common = before.entrySet().stream()
                        .mapToLong(line -> Math.min(line.getValue(), after.getOrDefault(line.getKey(), 0L)))
                        .sum()
                - 1; // the header
        // Row by row; counted by Crime ID, of which five come twice, 247 outcomes changed.
        assertThat(common).isEqualTo(244);

        assertThat(counts(Imports.load(database, "earlier", streetFile(earlier)))
                        .inserted())
                .isEqualTo(496);
        ImportCounts counts = counts(Imports.load(database, "later", streetFile(later)));

        assertThat(counts.unchanged()).isEqualTo(common);
        assertThat(counts.updated()).isEqualTo(496 - common);
        assertThat(counts.inserted()).isZero();
        assertThat(counts.removed()).isZero();
        assertThat(test.ask("select count(*) from offence where valid_to is not null"))
                .isEqualTo("252");
    }

    @Test
    void oneMonthInTwoFilesIsRefused() {
        ImportRecord record = Imports.record("twice", 2);
        database.imports().save(record);
        try (ImportStore.Staging staging = database.imports().openStaging(record.id())) {
            staging.add(0, new Row.Good(1, 2, publicRow().build()));
            staging.add(1, new Row.Good(1, 2, publicRow().build()));
            assertThatThrownBy(() -> staging.publish(record)).isInstanceOfSatisfying(ImportException.class, e -> {
                assertThat(e.problem().slug()).isEqualTo("duplicate-month");
                assertThat(e.problem().status()).isEqualTo(422);
                assertThat(e.problem().errors()).hasSize(1);
            });
        }
        assertThat(test.ask("select count(*) from offence")).isEqualTo("0");
        assertThat(database.snapshots().getCurrentVersion().number()).isZero();
    }

    @Test
    void U19_theSameRecordTwiceIsStoredOnce() {
        Offence row = crime("23/1").build();
        ImportCounts counts = counts(Imports.load(database, "twice", row, row));
        assertThat(counts.inserted()).isEqualTo(1);
        assertThat(counts.duplicates()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void U20_ofTwoStatesOfARecordTheLatestWinsInEitherOrder(boolean latestFirst) {
        Offence older = crime("23/1")
                .at(450_000, 270_000)
                .lastUpdated("2020-06-02T00:00:00Z")
                .build();
        Offence newer = crime("23/1")
                .at(451_000, 271_000)
                .lastUpdated("2020-06-03T00:00:00Z")
                .build();
        ImportCounts counts =
                counts(Imports.load(database, "both", latestFirst ? List.of(newer, older) : List.of(older, newer)));
        assertThat(counts.inserted()).isEqualTo(1);
        assertThat(counts.duplicates()).isEqualTo(1);
        assertThat(test.ask("select easting from offence join place using (place_id)"))
                .isEqualTo("451000");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void U20_statesThatNothingTellsApartAreQuarantined(boolean otherFirst) {
        Offence one = crime("23/1").at(450_000, 270_000).build();
        Offence other = crime("23/1").at(451_000, 271_000).build();
        Offence innocent = crime("23/2").build();
        ImportRecord record = Imports.load(
                database, "both", otherFirst ? List.of(other, one, innocent) : List.of(one, other, innocent));
        assertThat(counts(record).inserted()).isEqualTo(1);
        assertThat(counts(record).quarantined()).isEqualTo(2);
        assertThat(counts(record).quarantineReasons()).isEqualTo(Map.of("conflicting-duplicate", 2L));
        assertThat(test.ask("select string_agg(crime_number, ' ') from offence"))
                .isEqualTo("23/2");

        StringWriter csv = new StringWriter();
        database.imports().writeQuarantine(record.id(), csv);
        assertThat(csv.toString().lines())
                .containsExactly(
                        "file,line,record,reason,detail,raw",
                        "both-0.csv,2,1,conflicting-duplicate,"
                                + "\"crime_number=23/1: rows of one record differ, and last_updated does not tell "
                                + "which is later\",",
                        "both-0.csv,3,2,conflicting-duplicate,"
                                + "\"crime_number=23/1: rows of one record differ, and last_updated does not tell "
                                + "which is later\",");
    }

    @Test
    void U22_oneRowChangedIsOneUpdateAndTheOldValueIsKept() {
        Offence kept = crime("23/1").build();
        Imports.load(database, "first", kept, crime("23/2").outcome("Open").build());
        ImportCounts counts = counts(Imports.load(
                database, "second", kept, crime("23/2").outcome("Charged").build()));
        assertThat(counts.unchanged()).isEqualTo(1);
        assertThat(counts.updated()).isEqualTo(1);
        assertThat(test.ask("select outcome || valid_from || valid_to from offence where valid_to is not null"))
                .isEqualTo("Open12");
        assertThat(test.ask(
                        "select outcome || valid_from from offence where valid_to is null and crime_number = '23/2'"))
                .isEqualTo("Charged2");
    }

    @Test
    void aStateOlderThanTheStoredOneChangesNothing() {
        Imports.load(
                database,
                "new",
                crime("23/1")
                        .outcome("Charged")
                        .lastUpdated("2020-07-01T00:00:00Z")
                        .build());
        ImportRecord stale = Imports.load(
                database,
                "old",
                crime("23/1")
                        .outcome("Open")
                        .lastUpdated("2020-06-15T00:00:00Z")
                        .build());
        assertThat(counts(stale).unchanged()).isEqualTo(1);
        assertThat(test.ask("select outcome from offence where valid_to is null"))
                .isEqualTo("Charged");
    }

    @Test
    void aCrimeAndAnIncidentOfOneNumberAreTwoRecords() {
        ImportCounts counts = counts(Imports.load(
                database,
                "both",
                crime("7").build(),
                asb("7").build(),
                crime("7").force("Leicestershire Police").build()));
        assertThat(counts.inserted()).isEqualTo(3);
    }

    @Test
    void anExtractLeavesRecordsThatItDoesNotNameAlone() {
        Imports.load(database, "first", crime("1").build(), crime("2").build());
        ImportCounts counts = counts(Imports.load(database, "second", crime("3").build()));
        assertThat(counts.inserted()).isEqualTo(1);
        assertThat(counts.removed()).isZero();
        assertThat(test.ask("select count(*) from offence where valid_to is null"))
                .isEqualTo("3");
    }

    @Test
    void U21_anImportThatChangesNothingPublishesNothing() {
        Offence row = crime("1").build();
        ImportRecord first = Imports.load(database, "first", row);
        ImportRecord same = Imports.load(database, "same rows in another file", row);
        assertThat(same.state()).isEqualTo(ImportState.COMMITTED);
        assertThat(same.dataVersion()).isEqualTo(first.dataVersion());
        assertThat(database.snapshots().getCurrentVersion().number()).isEqualTo(1);
    }

    @Test
    void U21_aCommittedImportIsFoundWhileTheDataRestOnIt() {
        ImportRecord first = Imports.load(database, "first", publicRow().build());
        assertThat(database.imports().findCommitted(first.sha256())).contains(first);

        Imports.load(
                database,
                "another month",
                publicRow().recordedAt("2018-11-01T00:00:00Z").build());
        assertThat(database.imports().findCommitted(first.sha256())).contains(first);

        ImportRecord revision = Imports.load(
                database, "revision", publicRow().outcome("Charged").build());
        assertThat(database.imports().findCommitted(first.sha256())).isEmpty();
        assertThat(database.imports().findCommitted(revision.sha256())).contains(revision);

        // The first file again puts things back, and from then on the data rest on it.
        ImportRecord again = Imports.load(database, "first", publicRow().build());
        assertThat(database.imports().findCommitted(first.sha256())).contains(again);
    }

    @Test
    void previewTellsWhatPublishingWouldDoAndLeavesNoTrace() {
        Imports.load(database, "first", crime("1").build());
        ImportRecord record = Imports.record("dry", 1);
        try (ImportStore.Staging staging = database.imports().openStaging(record.id())) {
            staging.add(0, new Row.Good(1, 2, crime("1").outcome("Charged").build()));
            staging.add(
                    0,
                    new Row.Good(
                            2,
                            3,
                            crime("2")
                                    .unlocated()
                                    .flags(OffenceFlag.TIME_UNKNOWN)
                                    .build()));
            staging.add(0, new Row.Rejected(3, 4, "not-a-number", "easting=1d: a decimal number", "x,1d"));
            ImportCounts counts = staging.preview();
            assertThat(counts.rowsRead()).isEqualTo(3);
            assertThat(counts.updated()).isEqualTo(1);
            assertThat(counts.inserted()).isEqualTo(1);
            assertThat(counts.quarantined()).isEqualTo(1);
            assertThat(counts.unlocated()).isEqualTo(1);
            assertThat(counts.flags()).isEqualTo(Map.of("time_unknown", 1L));
            assertThat(staging.preview()).isEqualTo(counts);
        }
        assertThat(test.ask("select count(*) from offence")).isEqualTo("1");
        assertThat(test.ask("select count(*) from quarantine")).isEqualTo("0");
        assertThat(database.snapshots().getCurrentVersion().number()).isEqualTo(1);
    }

    @Test
    void quarantinedRowsAreKeptForReview() {
        ImportRecord record = Imports.record("bad", 1);
        database.imports().save(record);
        try (ImportStore.Staging staging = database.imports().openStaging(record.id())) {
            staging.add(0, new Row.Rejected(1, 2, "control-character", "a NUL", "=cmd\0,\"quoted\""));
            staging.preview();
            staging.keepQuarantine();
        }
        StringWriter csv = new StringWriter();
        database.imports().writeQuarantine(record.id(), csv);
        // A spreadsheet would compute the first field; PostgreSQL cannot hold the NUL.
        assertThat(csv.toString())
                .isEqualTo("file,line,record,reason,detail,raw\r\n"
                        + "bad-0.csv,2,1,control-character,a NUL,\"'=cmd\u2400,\"\"quoted\"\"\"\r\n");
    }

    @Test
    void theRecordOfAnImportComesBackAsItWas() {
        ImportRecord loaded = Imports.load(
                database, "first", crime("1").flags(OffenceFlag.LOW_PRECISION).build());
        assertThat(database.imports().findImport(loaded.id())).contains(loaded);
        assertThat(database.imports().listImports(10)).containsExactly(loaded);
    }

    private static ImportCounts counts(ImportRecord record) {
        return Objects.requireNonNull(record.counts());
    }

    private static Map<String, Long> tally(List<String> lines) {
        return lines.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    /** The rows of a public street file, read without the project's reader; a stand-in for the grid coordinates. */
    private static List<Offence> streetFile(Path file) throws IOException {
        List<Offence> offences = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : rows) {
                OffenceFixture offence = publicRow()
                        .force(row.getField("Falls within"))
                        .recordedAt(LocalDate.parse(row.getField("Month") + "-01")
                                .atStartOfDay(ZoneId.of("Europe/London"))
                                .toInstant()
                                .toString())
                        .crimeNumber(row.getField("Crime ID").isEmpty() ? null : row.getField("Crime ID"))
                        .category(row.getField("Crime type"))
                        .outcome(row.getField("Last outcome category"))
                        .location(row.getField("Location"));
                if (row.getField("Longitude").isEmpty()) {
                    offence.unlocated();
                } else {
                    offence.at(
                            Double.parseDouble(row.getField("Longitude")) * 70_000 + 540_000,
                            Double.parseDouble(row.getField("Latitude")) * 111_000 - 5_540_000);
                }
                offences.add(offence.build());
            }
        }
        return offences;
    }
}
