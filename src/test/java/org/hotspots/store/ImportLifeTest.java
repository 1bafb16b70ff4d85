package org.hotspots.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hotspots.support.OffenceFixture.crime;
import static org.hotspots.support.OffenceFixture.publicRow;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.hotspots.load.ImportException;
import org.hotspots.load.ImportRecord;
import org.hotspots.load.ImportState;
import org.hotspots.load.ImportStore;
import org.hotspots.load.Row;
import org.hotspots.snapshot.DataVersion;
import org.hotspots.support.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Imports that meet each other, break off, or are watched; and what the schema itself refuses. */
class ImportLifeTest {
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
    void F13_aSecondImportIsToldThatOneIsRunning() {
        try (ImportStore.Staging first =
                database.imports().openStaging(Imports.record("first", 1).id())) {
            assertThat(first.preview().rowsRead()).isZero();
            assertThatThrownBy(() -> database.imports()
                            .openStaging(Imports.record("second", 1).id())
                            .close())
                    .isInstanceOfSatisfying(ImportException.class, e -> {
                        assertThat(e.problem().slug()).isEqualTo("import-in-progress");
                        assertThat(e.problem().status()).isEqualTo(409);
                    });
        }
        assertThat(Imports.load(database, "third", crime("1").build()).state()).isEqualTo(ImportState.COMMITTED);
    }

    @Test
    void F10_theEndOfTheConnectionLeavesTheVersionAsItWas() throws Exception {
        Imports.load(database, "before", crime("1").build());
        ImportRecord record = Imports.record("cut short", 1);
        database.imports().save(record);
        try (ImportStore.Staging staging = database.imports().openStaging(record.id())) {
            for (int i = 0; i < 1_000; i++) {
                staging.add(0, new Row.Good(i + 1, i + 2, crime("new-" + i).build()));
            }
            staging.preview();
            // What the server sees when this process is killed.
            test.execute("select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'");
            assertThatThrownBy(() -> staging.publish(record))
                    .isInstanceOfSatisfying(
                            DatabaseException.class,
                            e -> assertThat(e.kind()).isEqualTo(DatabaseException.Kind.UNAVAILABLE));
        }
        assertThat(database.snapshots().getCurrentVersion().number()).isEqualTo(1);
        assertThat(test.ask("select count(*) from offence")).isEqualTo("1");

        try (Database next = Database.open(test.settings())) {
            assertThat(next.imports().findImport(record.id()).orElseThrow().state())
                    .isEqualTo(ImportState.INTERRUPTED);
            assertThat(Imports.load(next, "again", crime("new-0").build()).dataVersion())
                    .isEqualTo(2);
        }
        assertThat(test.ask("select count(*) from pg_class where relname like 'staged%'"))
                .isEqualTo("0");
    }

    @Test
    void anImportThatIsRunningIsNotTakenForADeadOne() {
        ImportRecord record = Imports.record("running", 1);
        database.imports().save(record);
        try (ImportStore.Staging staging = database.imports().openStaging(record.id())) {
            Database.open(test.settings()).close();
            assertThat(database.imports().findImport(record.id()).orElseThrow().state())
                    .isEqualTo(ImportState.VALIDATING);
            staging.keepQuarantine();
        }
    }

    @Test
    void aDuplicateThatOnlyTheDatabaseSeesUndoesTheWholePublication() throws SQLException {
        // The unique index is the last line of defence; here a row gets in behind the merge's back.
        ImportRecord record = Imports.record("late", 1);
        database.imports().save(record);
        try (ImportStore.Staging staging = database.imports().openStaging(record.id())) {
            staging.add(0, new Row.Good(1, 2, crime("1").build()));
            staging.preview();
            try (Connection connection = test.connect();
                    PreparedStatement insert = connection.prepareStatement("""
                            insert into offence (offence_id, content_hash, recorded_at, valid_from, source_file_id,
                                source_line, day, source, kind, time_precision, status, setting, channel, hate_strands,
                                flags, knife_enabled, domestic_abuse, force, record_id)
                            values (99, gen_random_uuid(), now(), 1, 1, 1, now(), 1, 0, 0, 0, 0, 0, 0, 0, false, false,
                                    'Warwickshire Police', ?)
                            """)) {
                insert.setObject(1, recordId("Warwickshire Police\ncrime\n1"));
                insert.executeUpdate();
            }
            assertThatThrownBy(() -> staging.publish(record)).isInstanceOfSatisfying(DatabaseException.class, e -> {
                assertThat(e.sqlState()).isEqualTo("23505");
                assertThat(e.kind()).isEqualTo(DatabaseException.Kind.BAD_DATA);
            });
        }
        assertThat(test.ask("select count(*) from place")).isEqualTo("0");
        assertThat(database.snapshots().getCurrentVersion().number()).isZero();
    }

    /** The first half of the digest. */
    private static UUID recordId(String text) {
        String hex = Imports.sha256(text);
        return new UUID(
                Long.parseUnsignedLong(hex.substring(0, 16), 16), Long.parseUnsignedLong(hex.substring(16, 32), 16));
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "-Infinity"})
    void U13_theDatabaseRefusesCoordinatesThatAreNoNumbers(String easting) throws SQLException {
        try (Connection connection = test.connect();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into place (place_id, easting, northing) values (1, ?::float8, 0)")) {
            insert.setString(1, easting);
            assertThatThrownBy(insert::executeUpdate)
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("23514"));
        }
    }

    @Test
    void listenersHearOfEachVersionOnceAlsoAfterALostConnection() throws Exception {
        BlockingQueue<Long> heard = new LinkedBlockingQueue<>();
        try (Database other = Database.open(test.settings());
                AutoCloseable listening = database.snapshots().listen(version -> heard.add(version.number()))) {
            assertThat(listening).isNotNull();
            Imports.load(other, "one", crime("1").build());
            assertThat(heard.poll(10, TimeUnit.SECONDS)).isEqualTo(1);

            test.execute("""
                    select pg_terminate_backend(pid) from pg_stat_activity
                    where datname = current_database() and query like 'listen %' or query like '%data_version%number > %'
                      and pid <> pg_backend_pid()
                    """);
            Imports.load(other, "two", crime("2").build());
            Imports.load(other, "three", crime("3").build());
            assertThat(List.of(poll(heard), poll(heard))).containsExactly(2L, 3L);
        }
        Imports.load(database, "four", crime("4").build());
        assertThat(heard.poll(1, TimeUnit.SECONDS)).isNull();
    }

    private static long poll(BlockingQueue<Long> heard) throws InterruptedException {
        Long number = heard.poll(20, TimeUnit.SECONDS);
        return number == null ? -1 : number;
    }

    @Test
    void equalLoadsOnTwoServersHaveEqualFingerprints() {
        try (TestDatabase second = TestDatabase.create()) {
            for (Database server : List.of(database, second.database())) {
                Imports.load(server, "one", publicRow().build());
                Imports.load(server, "two", crime("1").build());
            }
            DataVersion here = database.snapshots().getCurrentVersion();
            DataVersion there = second.database().snapshots().getCurrentVersion();
            assertThat(here.fingerprint()).isEqualTo(there.fingerprint());
            // By hand: nothing, then each import's digest chained to what was before.
            String one = Imports.sha256(Imports.sha256("") + Imports.sha256("one"));
            assertThat(here.fingerprint()).isEqualTo(Imports.sha256(one + Imports.sha256("two")));
        }
    }

    @Test
    void theDaysOfAVersionReachToTheEndOfAMonth() {
        assertThat(database.snapshots().getCurrentVersion().dataFrom()).isNull();
        Imports.load(database, "october", publicRow().build());
        DataVersion october = database.snapshots().getCurrentVersion();
        assertThat(october.dataFrom()).hasToString("2018-10-01");
        assertThat(october.dataTo()).hasToString("2018-10-31");

        Imports.load(
                database,
                "a day",
                crime("1").occurredFrom("2020-06-30T23:30:00Z").build());
        DataVersion june = database.snapshots().getCurrentVersion();
        assertThat(june.dataFrom()).hasToString("2018-10-01");
        // Half past midnight in London, in summer.
        assertThat(june.dataTo()).hasToString("2020-07-01");

        Imports.load(
                database,
                "moved",
                crime("1").occurredFrom("2020-06-01T12:00:00Z").build());
        assertThat(database.snapshots().getCurrentVersion().dataTo()).hasToString("2020-06-01");
    }
}
