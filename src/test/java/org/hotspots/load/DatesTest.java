package org.hotspots.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotspots.load.ImportFixture.extract;
import static org.hotspots.load.ImportFixture.utf8;

import java.nio.file.Path;
import java.time.Instant;
import org.hotspots.offence.Offence;
import org.hotspots.offence.OffenceFlag;
import org.hotspots.offence.TimePrecision;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {
    @TempDir
    Path folder;

    private ImportFixture imports;

    @BeforeEach
    void emptyStore() {
        imports = new ImportFixture(folder);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "01/02/2026",
                "1 Feb 26",
                "46054",
                "2026-2-1",
                "2026-02-01T1:00",
                "2026-02-01 12",
                "20260201",
                "2026-02-01T12:00:",
                "2026-02-01T12:00+1",
                "2026-02-01x",
                "2026-02-01T12:00:00."
            })
    void U33_aDateInAnotherFormatIsQuarantined(String text) {
        imports.acceptQuarantine().run(occurred(text, "2026-02-01"));

        assertThat(imports.rejected).extracting(Row.Rejected::reason).containsExactly("date-format");
        assertThat(imports.offences()).hasSize(1);
    }

    @Test
    void U33_aProfilesFormatIsTheOnlyOneForItsColumn() {
        imports.acceptQuarantine()
                .profile(withFormat("dd/MM/yyyy[ HH:mm]"))
                .run(occurred("01/02/2026", "13/02/2026 07:05", "2026-02-01", "02/13/2026", "1/2/2026"));

        assertThat(imports.offences())
                .extracting(Offence::occurredFrom)
                .containsExactly(Instant.parse("2026-02-01T00:00:00Z"), Instant.parse("2026-02-13T07:05:00Z"));
        assertThat(imports.rejected)
                .extracting(Row.Rejected::reason)
                .containsExactly("date-format", "invalid-date", "date-format");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-02T12:01, 2026-11-03, future-date",
        "2026-10-02, 2026-10-01, inverted-period",
        "2026-10-02T10:00, 2026-10-02T09:59, inverted-period",
        "1066-10-14, 1066-10-14, date-range",
        "1899-12-31, 2026-10-01, date-range"
    })
    void U34_impossiblePeriodsAreQuarantined(String from, String to, String reason) {
        imports.acceptQuarantine()
                .run(extract("easting,northing,occurred_from,occurred_to", "450000,275000," + from + "," + to));

        assertThat(imports.rejected).extracting(Row.Rejected::reason).containsExactly(reason);
    }

    @Test
    void U34_aDayAheadIsTakenAndSoIsAPeriodOfOneDay() {
        imports.run(extract(
                "easting,northing,occurred_from,occurred_to",
                "450000,275000,2026-11-02T11:59,",
                "450000,275000,2026-10-02T10:00,2026-10-02"));

        assertThat(imports.offences()).hasSize(2);
        // A date alone ends with its last minute, 23:59 in London, which was still an hour ahead.
        assertThat(imports.offences().get(1).occurredTo()).isEqualTo(Instant.parse("2026-10-02T22:59:00Z"));
    }

    @Test
    void U35_daysThatAreInNoCalendarAreQuarantined() {
        imports.acceptQuarantine().run(occurred("2025-02-29", "2025-04-31", "2025-01-01T24:00", "2024-02-29"));

        assertThat(imports.rejected)
                .extracting(Row.Rejected::reason)
                .containsExactly("invalid-date", "invalid-date", "invalid-date");
        assertThat(imports.offences()).hasSize(1);
    }

    @Test
    void U35_daysThatAreInNoCalendarAreQuarantinedInAProfilesFormat() {
        imports.acceptQuarantine()
                .profile(withFormat("dd/MM/yyyy"))
                .run(occurred("29/02/2025", "31/04/2025", "29/02/2024"));

        assertThat(imports.rejected).extracting(Row.Rejected::reason).containsExactly("invalid-date", "invalid-date");
        assertThat(imports.offences()).hasSize(1);
    }

    /** The clocks went back at 02:00 on 25 October 2026 and forward at 01:00 on 29 March. */
    @ParameterizedTest
    @CsvSource({
        "2026-10-25T01:30, 2026-10-25T00:30:00Z, AMBIGUOUS_LOCAL_TIME",
        "2026-10-25T00:59, 2026-10-24T23:59:00Z,",
        "2026-10-25T02:00, 2026-10-25T02:00:00Z,",
        "2026-03-29T01:30, 2026-03-29T01:30:00Z, NON_EXISTENT_LOCAL_TIME",
        "2026-03-29T00:59, 2026-03-29T00:59:00Z,",
        "2026-03-29T02:00, 2026-03-29T01:00:00Z,",
        "2026-07-01T12:00, 2026-07-01T11:00:00Z,",
        "2026-01-01T12:00:30.5, 2026-01-01T12:00:30Z,",
        "2026-07-01 12:00, 2026-07-01T11:00:00Z,",
        "2026-10-25T01:30Z, 2026-10-25T01:30:00Z,",
        "2026-10-25T01:30+01:00, 2026-10-25T00:30:00Z,",
    })
    void U36_wallClockTimesAreLondons(String text, String instant, OffenceFlag flag) {
        imports.run(occurred(text));

        Offence offence = imports.offences().get(0);
        assertThat(offence.occurredFrom()).isEqualTo(Instant.parse(instant));
        assertThat(offence.timePrecision()).isEqualTo(TimePrecision.MINUTE);
        if (flag == null) {
            assertThat(offence.flags()).isEmpty();
        } else {
            assertThat(offence.flags()).containsExactly(flag);
        }
    }

    @Test
    void U37_midnightIsUnknownOnlyWhereTheProfileSaysSo() {
        imports.run(occurred("2026-10-01T00:00"));
        assertThat(imports.offences().get(0).timePrecision()).isEqualTo(TimePrecision.MINUTE);

        ImportFixture own = new ImportFixture(folder.resolve("own"));
        own.profile(ProfileFile.parse(utf8("{\"name\": \"own\", \"midnight_means_unknown\": true}")))
                .run(occurred("2026-10-01T00:00", "2026-10-01T00:01"));
        assertThat(own.offences())
                .extracting(Offence::timePrecision)
                .containsExactly(TimePrecision.DAY, TimePrecision.MINUTE);
        assertThat(own.offences().get(0).flags()).containsExactly(OffenceFlag.TIME_UNKNOWN);
    }

    @Test
    void U37_aDateAloneAndNoDateAreTimesUnknown() {
        imports.run(occurred("2026-07-01", ""));

        assertThat(imports.offences()).allSatisfy(offence -> {
            assertThat(offence.timePrecision()).isEqualTo(TimePrecision.DAY);
            assertThat(offence.flags()).containsExactly(OffenceFlag.TIME_UNKNOWN);
        });
        assertThat(imports.offences().get(0).occurredFrom()).isEqualTo(Instant.parse("2026-06-30T23:00:00Z"));
        assertThat(imports.offences().get(1).occurredFrom()).isNull();
    }

    private static String occurred(String... values) {
        String[] rows = new String[values.length];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = "450000,275000," + values[i];
        }
        return extract("easting,northing,occurred_from", rows);
    }

    private static Profile withFormat(String pattern) {
        return ProfileFile.parse(
                utf8("{\"name\": \"own\", \"date_formats\": {\"occurred_from\": \"" + pattern + "\"}}"));
    }
}
