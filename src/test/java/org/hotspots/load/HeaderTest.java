package org.hotspots.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotspots.load.ImportFixture.counts;
import static org.hotspots.load.ImportFixture.extract;
import static org.hotspots.load.ImportFixture.problem;
import static org.hotspots.load.ImportFixture.slug;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderTest {
    @TempDir
    Path folder;

    private ImportFixture imports;

    @BeforeEach
    void emptyStore() {
        imports = new ImportFixture(folder);
    }

    @Test
    void U03_quotedCommasNewlinesAndQuotesAreStoredExactly() {
        imports.acceptQuarantine()
                .run(extract(
                        "easting,northing,location",
                        "450000,275000,\"Mill Lane, \"\"The Old\nMill\"\"\"",
                        "x,275000,Mill Lane"));

        assertThat(imports.offences()).extracting("location").containsExactly("Mill Lane, \"The Old\nMill\"");
        Row.Rejected bad = imports.rejected.get(0);
        assertThat(bad.record()).isEqualTo(2);
        assertThat(bad.line()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {";", "\t", "|"})
    void U06_anotherDelimiterIsTakenWhereTheHeaderMatches(String delimiter) {
        String text = extract("easting,northing", "450000,275000").replace(",", delimiter);

        assertThat(imports.run(text).state()).isEqualTo(ImportState.COMMITTED);
        assertThat(imports.offences()).hasSize(1);
        assertThat(slug(imports.run(text.replace("easting", "somewhere")))).isEqualTo("delimiter");
    }

    @Test
    void U07_aMissingColumnRejectsTheFileAndListsWhatIsThere() {
        ImportRecord record = imports.run("record_kind,crime_number,easting,northing\ncrime,1,450000,275000\n");

        assertThat(record.state()).isEqualTo(ImportState.REJECTED);
        assertThat(slug(record)).isEqualTo("missing-columns");
        assertThat(problem(record).errors())
                .containsExactly(
                        new ImportProblem.Fault("recorded_at", "missing"),
                        new ImportProblem.Fault("record_kind", "found"),
                        new ImportProblem.Fault("crime_number", "found"),
                        new ImportProblem.Fault("easting", "found"),
                        new ImportProblem.Fault("northing", "found"));
        assertThat(imports.offences()).isEmpty();
    }

    @Test
    void U07_halfAPairOfCoordinatesIsMissingTheOtherHalf() {
        ImportRecord record = imports.run(extract("easting,latitude", "450000,52"));

        assertThat(slug(record)).isEqualTo("missing-columns");
    }

    @Test
    void U08_caseSpaceAndUsualNamesDoNotMatter() {
        imports.run("Record Kind, CRIME-NUMBER ,Recorded At,Eastings,NORTHINGS\ncrime,1,2026-10-01,450000,275000\n");

        assertThat(imports.offences()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"easting", "Easting ", "eastings"})
    void U08_aColumnGivenTwiceRejectsTheFile(String again) {
        ImportRecord record = imports.run(extract("easting,northing," + again, "450000,275000,450000"));

        assertThat(slug(record)).isEqualTo("duplicate-column");
        assertThat(imports.offences()).isEmpty();
    }

    @Test
    void U09_unknownColumnsAreListedAndKeptNowhere() {
        ImportRecord record = imports.acceptQuarantine()
                .run(extract(
                        "easting,northing,Victim name",
                        "450000,275000,Jane Roe",
                        "x,275000,Jane Roe",
                        "450000,275000,Jane Roe,and more"));

        assertThat(record.ignoredColumns()).containsExactly("Victim name");
        assertThat(imports.rejected).hasSize(2);
        assertThat(imports.rejected.get(0).raw()).isEqualTo("crime,C2,2026-10-01T12:00,x,275000");
        assertThat(imports.offences().toString() + imports.rejected).doesNotContain("Jane");
    }

    @Test
    void U10_rowsWithTheWrongNumberOfFieldsAreQuarantined() {
        ImportRecord record = imports.acceptQuarantine()
                .run(extract("easting,northing", "450000,275000", "450000", "450000,275000,1"));

        assertThat(imports.rejected).extracting(Row.Rejected::reason).containsExactly("field-count", "field-count");
        assertThat(imports.rejected)
                .extracting(Row.Rejected::detail)
                .containsExactly("4 fields: the header has 5", "6 fields: the header has 5");
        assertThat(imports.rejected.get(0).raw()).isEqualTo("crime,C2,2026-10-01T12:00,450000");
        assertThat(counts(record).inserted()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "record_kind,crime_number,recorded_at,easting,northing\n"})
    void U32_aFileWithoutRowsIsRefused(String text) {
        ImportRecord record = imports.run(text);

        assertThat(record.state()).isEqualTo(ImportState.REJECTED);
        assertThat(slug(record)).isEqualTo("no-rows");
    }

    @Test
    void U39_aHugeFieldCostsItsRowAndAHugeHeaderTheFile() {
        imports.acceptQuarantine()
                .run(extract(
                        "easting,northing,location",
                        "450000,275000,Mill Lane",
                        "450000,275000," + "x".repeat(1 << 20)));

        assertThat(imports.offences()).hasSize(1);
        assertThat(imports.rejected).extracting(Row.Rejected::reason).containsExactly("field-too-long");
        assertThat(imports.rejected.get(0).raw()).hasSizeLessThanOrEqualTo(2_000);

        String header =
                extract("easting,northing," + String.join(",", List.of(ImportFixture.times(100_000, "column"))), "1,2");
        assertThat(slug(imports.run(header))).isEqualTo("too-many-columns");
    }

    @Test
    void anUnclosedQuoteRejectsTheFile() {
        ImportRecord record = imports.run(extract("easting,northing,location", "450000,275000,\"Mill Lane"));

        assertThat(slug(record)).isEqualTo("malformed-csv");
        assertThat(imports.offences()).isEmpty();
    }
}
