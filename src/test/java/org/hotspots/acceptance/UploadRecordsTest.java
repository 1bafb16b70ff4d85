package org.hotspots.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hotspots.acceptance.Steward.counts;

import java.util.List;
import java.util.Map;
import org.hotspots.hotspot.Engine;
import org.hotspots.hotspot.EngineSettings;
import org.hotspots.load.ImportCounts;
import org.hotspots.load.ImportRecord;
import org.hotspots.load.ImportState;
import org.hotspots.load.ProfileFile;
import org.hotspots.load.Row;
import org.hotspots.question.QuestionReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Uploads of records that are there already, or twice, or at impossible times. */
class UploadRecordsTest extends UploadTest {
    private static final String HEADER =
            "record_kind,crime_number,recorded_at,easting,northing,location,last_updated\n";
    private static final List<String> ROWS = List.of(
            "crime,A,2026-10-01,450000,275000,Mill Lane,\n",
            "crime,B,2026-10-02,436000,291000,Abbey Street,\n",
            "crime,C,2026-10-03,432000,265000,Parade,\n");
    private static final String FILE = HEADER + String.join("", ROWS);

    @Test
    void U19_theSameRecordTwiceIsStoredOnce() {
        ImportCounts counts = counts(steward.upload(FILE + ROWS.get(1)));

        assertThat(counts.rowsRead()).isEqualTo(4);
        assertThat(counts.inserted()).isEqualTo(3);
        assertThat(counts.duplicates()).isEqualTo(1);
        assertThat(steward.ask("select count(*) from offence where crime_number = 'B'"))
                .isEqualTo("1");
    }

    @Test
    void U20_theLatestStateWinsInEitherOrderAndInEitherOrderOfFiles() {
        String older = "crime,X,2026-10-01,450000,275000,Mill Lane,2026-10-02T08:00\n";
        String newer = "crime,X,2026-10-01,451000,276000,Station,2026-10-03T08:00\n";
        steward.upload(HEADER + older + newer);
        String expected = steward.contentChecksum();
        assertThat(steward.ask("select location || ' ' || easting from offence join place using (place_id)"))
                .isEqualTo("Station 451000");

        List<List<String>> otherWays = List.of(
                List.of(HEADER + newer + older),
                List.of(HEADER + older, HEADER + newer),
                List.of(HEADER + newer, HEADER + older));
        for (int i = 0; i < otherWays.size(); i++) {
            try (Steward own = new Steward(folder.resolve("way " + i))) {
                otherWays.get(i).forEach(own::upload);
                assertThat(own.contentChecksum()).as("way %d", i).isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void U20_statesThatNoTimeTellsApartAreBothQuarantined(boolean otherFirst) {
        String one = "crime,X,2026-10-01,450000,275000,Mill Lane,\n";
        String other = "crime,X,2026-10-01,451000,276000,Station,\n";
        StringBuilder text = new StringBuilder(HEADER).append(otherFirst ? other + one : one + other);
        for (int i = 0; i < 38; i++) {
            text.append("crime,G").append(i).append(",2026-10-01,450000,275000,Mill Lane,\n");
        }
        ImportRecord record = steward.upload(text.toString());

        assertThat(record.state()).isEqualTo(ImportState.COMMITTED);
        assertThat(counts(record).quarantineReasons()).isEqualTo(Map.of("conflicting-duplicate", 2L));
        assertThat(counts(record).inserted()).isEqualTo(38);
        assertThat(steward.ask("select count(*) from offence where crime_number = 'X'"))
                .isEqualTo("0");
    }

    @Test
    void U21_theSameFileAgainIsTheFirstImportAndLeavesVersionAndRunsAlone() {
        var database = steward.database().database();
        try (Engine engine = new Engine(database.snapshots(), database.runs(), EngineSettings.defaults("test"))) {
            ImportRecord first = steward.upload(FILE);
            assertThat(engine.awaitVersion(1, java.time.Duration.ofSeconds(20))).isTrue();
            String run = runId(engine);
            Stored before = steward.stored();

            ImportRecord again = steward.upload("under another name.csv", FILE.getBytes(UTF_8));

            assertThat(again).isEqualTo(first);
            assertThat(steward.stored()).isEqualTo(before);
            assertThat(steward.ask("select count(*) from import")).isEqualTo("1");
            assertThat(runId(engine)).isEqualTo(run);
        }
    }

    private static String runId(Engine engine) {
        return engine.ask(new QuestionReader(engine.snapshot()).read(Map.of())).id();
    }

    @Test
    void U22_oneChangedRowIsOneUpdateAndTheOldStateKeepsItsVersions() {
        steward.upload(FILE);
        ImportRecord second = steward.upload(FILE.replace("Abbey Street", "Abbey Green"));

        assertThat(counts(second).updated()).isEqualTo(1);
        assertThat(counts(second).unchanged()).isEqualTo(2);
        assertThat(second.dataVersion()).isEqualTo(2);
        assertThat(steward.ask("""
                        select string_agg(concat_ws(' ', location, valid_from, valid_to), '; ' order by valid_from)
                        from offence where crime_number = 'B'
                        """)).isEqualTo("Abbey Street 1 2; Abbey Green 2");
        assertThat(steward.ask("select count(*) from offence")).isEqualTo("4");
    }

    @Test
    void U33_aDateInAnotherFormatThanItsColumnsIsQuarantined() {
        String good = Extract.PLACE + ",2026-02-01";
        List<String> others =
                List.of(Extract.PLACE + ",01/02/2026", Extract.PLACE + ",1 Feb 26", Extract.PLACE + ",46054");
        ImportRecord record = steward.upload(Extract.mostlyGood("easting,northing,occurred_from", others, good));

        assertThat(counts(record).quarantineReasons()).isEqualTo(Map.of("date-format", 3L));
        assertThat(counts(record).inserted()).isEqualTo(57);
        assertThat(steward.ask("select string_agg(distinct day::text, ' ') from offence"))
                .isEqualTo("2026-02-01");
    }

    @Test
    void U33_dayAndMonthAreReadAsTheProfileSaysAndNeverGuessed() {
        steward.profile(ProfileFile.parse("""
                {"name": "own", "date_formats": {"occurred_from": "dd/MM/yyyy"}}
                """.getBytes(UTF_8)));
        String good = Extract.PLACE + ",01/02/2026";
        ImportRecord record = steward.upload(Extract.mostlyGood(
                "easting,northing,occurred_from",
                List.of(Extract.PLACE + ",02/13/2026", Extract.PLACE + ",2026-02-01"),
                good));

        assertThat(counts(record).quarantineReasons())
                .as("there is no 13th month, and ISO 8601 is another format")
                .isEqualTo(Map.of("invalid-date", 1L, "date-format", 1L));
        assertThat(steward.ask("select string_agg(distinct day::text, ' ') from offence"))
                .as("the first of February, not the second of January")
                .isEqualTo("2026-02-01");
    }

    @Test
    void U34_datesAheadBeforeMemoryAndBackwardsAreQuarantined() {
        // It is noon on 1 November 2026, and a clock may be a day ahead.
        List<String> bad = List.of(
                Extract.PLACE + ",2026-11-02T12:01,",
                Extract.PLACE + ",2026-10-02T10:00,2026-10-02T09:59",
                Extract.PLACE + ",1066-10-14,");
        ImportRecord record = steward.upload(Extract.mostlyGood(
                "easting,northing,occurred_from,occurred_to", bad, Extract.PLACE + ",2026-11-02T11:59,"));

        assertThat(counts(record).quarantineReasons())
                .isEqualTo(Map.of("future-date", 1L, "inverted-period", 1L, "date-range", 1L));
        assertThat(steward.rejected())
                .extracting(Row.Rejected::reason)
                .containsExactly("future-date", "inverted-period", "date-range");
        assertThat(counts(record).inserted()).isEqualTo(57);
    }

    @Test
    void U35_daysOfNoCalendarAreQuarantinedAndALeapDayIsTaken() {
        List<String> bad = List.of(Extract.PLACE + ",2025-02-29", Extract.PLACE + ",2025-04-31");
        ImportRecord record = steward.upload(
                Extract.mostlyGood("easting,northing,occurred_from", bad, Extract.PLACE + ",2024-02-29"));

        assertThat(counts(record).quarantineReasons()).isEqualTo(Map.of("invalid-date", 2L));
        assertThat(steward.ask("select string_agg(distinct day::text, ' ') from offence"))
                .isEqualTo("2024-02-29");
    }
}
