package org.hotspots.acceptance;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hotspots.acceptance.Steward.counts;
import static org.hotspots.acceptance.Steward.problem;

import java.nio.charset.Charset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.hotspots.load.ImportProblem;
import org.hotspots.load.ImportRecord;
import org.hotspots.load.ImportRequest.Overrides;
import org.hotspots.load.ImportState;
import org.hotspots.load.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Uploads whose text is unusual: encodings, line ends, delimiters, headers, fields. */
class UploadTextTest extends UploadTest {
    private static final String COLUMNS = "easting,northing,location";
    private static final String TEXT =
            Extract.of(COLUMNS, "450000,275000,Mill Lane", "436000.5,291000,Café £1", ",,nowhere known");

    @Test
    void U01_aByteOrderMarkIsNoPartOfTheFirstHeader() {
        ImportRecord marked = steward.upload("\ufeff" + TEXT);
        assertThat(marked.state()).isEqualTo(ImportState.COMMITTED);
        assertThat(marked.ignoredColumns()).isEmpty();
        assertThat(counts(marked).inserted()).isEqualTo(3);

        ImportRecord unmarked = steward.upload(TEXT);
        assertThat(counts(unmarked).unchanged()).isEqualTo(3);
        assertThat(counts(unmarked).rowsRead()).isEqualTo(3);
        assertThat(steward.stored().dataVersion()).isEqualTo(1);
    }

    @Test
    void U02_lineEndsDoNotMatter() {
        steward.upload(TEXT);
        String expected = steward.contentChecksum();
        List<String> others = List.of(
                TEXT.replace("\n", "\r\n"),
                TEXT.replace("\n", "\r"),
                TEXT.replaceFirst("\n", "\r\n").replaceFirst("\n(?=crime,C2)", "\r"),
                TEXT.stripTrailing());
        assertThat(others).doesNotContain(TEXT).doesNotHaveDuplicates();
        for (int i = 0; i < others.size(); i++) {
            try (Steward own = new Steward(folder.resolve("variant " + i))) {
                assertThat(counts(own.upload(others.get(i))).inserted()).isEqualTo(3);
                assertThat(own.contentChecksum()).as("variant %d", i).isEqualTo(expected);
            }
        }
    }

    @Test
    void U03_quotedCommasNewlinesAndQuotesAreStoredExactly() {
        String place = "Mill Lane, \"The Old\nMill\"";
        String quoted = "450000,275000,\"" + place.replace("\"", "\"\"") + "\"";
        ImportRecord record = steward.upload(
                Extract.mostlyGood(COLUMNS, List.of(quoted, "x,275000,Mill Lane"), "450000,275000,Mill Lane"));

        assertThat(counts(record).quarantined()).isEqualTo(1);
        assertThat(steward.ask("select location from offence where crime_number = 'C1'"))
                .isEqualTo(place);
        // Line 1 is the header, record 1 takes lines 2 and 3.
        assertThat(steward.ask("select record || ' ' || line from quarantine")).isEqualTo("2 4");
    }

    @Test
    void U04_utf16WithAMarkIsAsUtf8AndWithoutOneIsRefused() {
        steward.upload(TEXT);
        String expected = steward.contentChecksum();
        for (Charset charset : List.of(UTF_16LE, UTF_16BE)) {
            try (Steward own = new Steward(folder.resolve(charset.name()))) {
                ImportRecord unmarked = own.upload(TEXT.getBytes(charset));
                assertThat(unmarked.state()).isEqualTo(ImportState.REJECTED);
                assertThat(problem(unmarked).slug()).isEqualTo("undetectable-encoding");
                assertThat(problem(unmarked).status()).isEqualTo(422);

                own.upload(("\ufeff" + TEXT).getBytes(charset));
                assertThat(own.contentChecksum()).isEqualTo(expected);
            }
        }
    }

    @Test
    void U05_windows1252IsReadOnlyWhenLabelled() {
        byte[] bytes = TEXT.getBytes(Charset.forName("windows-1252"));
        ImportRecord unlabelled = steward.upload(bytes);
        assertThat(unlabelled.state()).isEqualTo(ImportState.REJECTED);
        assertThat(problem(unlabelled).slug()).isEqualTo("encoding-error");
        assertThat(problem(unlabelled).status()).isEqualTo(422);
        // All before the first byte that is no UTF-8 is ASCII, so characters are bytes.
        assertThat(problem(unlabelled).detail()).contains("line 3, byte offset " + TEXT.indexOf('é'));

        steward.overrides(new Overrides(null, null, "windows-1252")).upload(bytes);
        assertThat(steward.ask("select location from offence where crime_number = 'C2'"))
                .isEqualTo("Café £1");
        assertThat(steward.ask("select count(*) from offence o where o::text like '%\ufffd%'"))
                .isEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(strings = {";", "\t", "|"})
    void U06_anotherDelimiterIsTakenOnlyWhereTheHeaderMatches(String delimiter) {
        String text = TEXT.replace(",", delimiter);
        ImportRecord unmatched = steward.upload(text.replace("easting", "somewhere"));
        assertThat(unmatched.state()).isEqualTo(ImportState.REJECTED);
        assertThat(problem(unmatched).slug()).isEqualTo("delimiter");
        assertThat(problem(unmatched).status()).isEqualTo(422);

        assertThat(counts(steward.upload(text)).inserted()).isEqualTo(3);
    }

    @Test
    void U07_aMissingColumnRejectsTheFileAndListsWhatIsThere() {
        ImportRecord record = steward.upload("record_kind,crime_number,easting,northing\ncrime,1,450000,275000\n");

        assertThat(record.state()).isEqualTo(ImportState.REJECTED);
        assertThat(problem(record).slug()).isEqualTo("missing-columns");
        assertThat(problem(record).status()).isEqualTo(422);
        assertThat(problem(record).errors())
                .contains(new ImportProblem.Fault("recorded_at", "missing"))
                .contains(new ImportProblem.Fault("easting", "found"));
        assertThat(steward.ask("select count(*) from offence")).isEqualTo("0");
        assertThat(steward.ask("select problem ->> 'slug' from import")).isEqualTo("missing-columns");
    }

    @Test
    void U08_spellingsOfAHeaderAreTakenAndTheSameColumnTwiceIsNot() {
        steward.upload("Record Kind, CRIME-NUMBER ,Recorded At,Eastings,NORTHINGS\ncrime,1,2026-10-01,450000,275000\n");
        assertThat(steward.ask("select easting || ' ' || northing from place")).isEqualTo("450000 275000");

        ImportRecord twice = steward.upload(Extract.of("easting,northing,Easting", "450000,275000,450000"));
        assertThat(twice.state()).isEqualTo(ImportState.REJECTED);
        assertThat(problem(twice).slug()).isEqualTo("duplicate-column");
        assertThat(problem(twice).status()).isEqualTo(422);
    }

    @Test
    void U09_unknownColumnsAreListedAndStoredNowhere() {
        String name = "Aloysia Featherstonehaugh";
        ImportRecord record = steward.upload(Extract.mostlyGood(
                "easting,northing,Victim name",
                List.of("x,275000," + name, "450000,275000," + name + ",a field too many"),
                "450000,275000," + name));

        assertThat(record.ignoredColumns()).containsExactly("Victim name");
        assertThat(counts(record).quarantined()).isEqualTo(2);
        // The whole schema as text, every column of every table; its own number shows that offences are in it.
        String everything = steward.ask("select schema_to_xml('hotspots', true, false, '')::text");
        assertThat(everything).contains("C40");
        assertThat(everything).doesNotContain(name);
    }

    @Test
    void U10_rowsWithTheWrongNumberOfFieldsAreQuarantinedAndTheRestCommitted() {
        ImportRecord record = steward.upload(
                Extract.mostlyGood("easting,northing", List.of("450000", Extract.PLACE + ",1"), Extract.PLACE));

        assertThat(record.state()).isEqualTo(ImportState.COMMITTED);
        assertThat(counts(record).rowsRead()).isEqualTo(40);
        assertThat(counts(record).inserted()).isEqualTo(38);
        assertThat(counts(record).quarantineReasons()).isEqualTo(Map.of("field-count", 2L));
        assertThat(steward.rejected()).extracting(Row.Rejected::line).containsExactly(2L, 3L);
    }

    @Test
    void U32_aFileWithoutRowsIsRefused() {
        for (String text : List.of("", "\n\n", Extract.of(COLUMNS, Collections.emptyList()))) {
            ImportRecord record = steward.upload(text.getBytes(UTF_8));
            assertThat(record.state()).isEqualTo(ImportState.REJECTED);
            assertThat(problem(record).slug()).isEqualTo("no-rows");
            assertThat(problem(record).status()).isEqualTo(422);
        }
        assertThat(steward.stored().dataVersion()).isZero();
    }
}
