package org.hotspots.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hotspots.load.ImportFixture.counts;
import static org.hotspots.load.ImportFixture.extract;
import static org.hotspots.load.ImportFixture.times;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hotspots.geo.BritishGridPoint;
import org.hotspots.load.ImportRequest.Overrides;
import org.hotspots.offence.Offence;
import org.hotspots.offence.OffenceFlag;
import org.hotspots.support.SharedData;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CoordinatesTest {
    /** The Ordnance Survey's first example of its guide, Framingham tower: E 651409.903, N 313177.270. */
    private static final String FRAMINGHAM = "1.716073973,52.658007833";

    @TempDir
    Path folder;

    private ImportFixture imports;

    @BeforeEach
    void emptyStore() {
        imports = new ImportFixture(folder);
    }

    @Test
    void U11_swappedCoordinatesAreQuarantinedAndNeverCorrected() {
        imports.acceptQuarantine().run(extract("longitude,latitude", "-1.26,52.37", "52.37,-1.26"));

        assertThat(imports.rejected).extracting(Row.Rejected::reason).containsExactly("coordinates-swapped");
        assertThat(imports.rejected.get(0).detail()).endsWith("the two look swapped");
        assertThat(imports.offences()).hasSize(1);
    }

    @Test
    void U11_aFileOfSwappedCoordinatesNeedsReview() {
        ImportRecord record = imports.run(extract("longitude,latitude", times(40, "52.37,-1.26")));

        assertThat(record.state()).isEqualTo(ImportState.NEEDS_REVIEW);
        assertThat(counts(record).quarantineReasons()).isEqualTo(Map.of("coordinates-swapped", 40L));
        assertThat(imports.offences()).isEmpty();
        assertThat(imports.store.quarantined(record.id())).hasSize(40);
    }

    @Test
    void U12_projectedNumbersInColumnsOfDegreesNeedTheirCrs() {
        String text = extract("longitude,latitude", times(3, "651409.903,313177.270"));

        assertThat(imports.run(text).state()).isEqualTo(ImportState.NEEDS_REVIEW);
        assertThat(imports.rejected).extracting(Row.Rejected::reason).containsOnly("projected-coordinates");

        imports.overrides(new Overrides(null, "EPSG:27700", null)).run(text);
        assertThat(imports.offences())
                .hasSize(3)
                .extracting(Offence::point)
                .containsOnly(new BritishGridPoint(651409.903, 313177.270));
    }

    @Test
    void U12_degreesInColumnsOfMetresNeedTheirCrsToo() {
        String text = extract("easting,northing", times(3, FRAMINGHAM));

        assertThat(imports.run(text).state()).isEqualTo(ImportState.NEEDS_REVIEW);
        assertThat(imports.rejected).extracting(Row.Rejected::reason).containsOnly("geographic-coordinates");

        imports.overrides(new Overrides(null, "CRS84", null)).run(text);
        BritishGridPoint point =
                Objects.requireNonNull(imports.offences().get(0).point());
        assertThat(point.easting()).isCloseTo(651409.903, within(5.0));
        assertThat(point.northing()).isCloseTo(313177.270, within(5.0));
    }

    /** The check points of the Ordnance Survey; without its grid of shifts five metres are declared. */
    @Test
    void U12_longitudeAndLatitudeLandOnTheOrdnanceSurveysCheckPoints() throws IOException {
        List<String> etrs = Files.readAllLines(SharedData.require("vectors/OSTN15_OSGM15_TestInput_ETRStoOSGB.txt"));
        List<String> grid = Files.readAllLines(SharedData.require("vectors/OSTN15_OSGM15_TestOutput_ETRStoOSGB.txt"));
        int checked = 0;
        for (int i = 1; i < etrs.size(); i++) {
            String[] in = etrs.get(i).split(",", -1);
            String id = in[0];
            String[] out = grid.stream()
                    .filter(line -> line.startsWith(id + ","))
                    .findFirst()
                    .orElseThrow()
                    .split(",", -1);
            ImportFixture own = new ImportFixture(folder.resolve(id)).withIsleOfMan();
            own.run(extract("longitude,latitude", in[2] + "," + in[1]));
            BritishGridPoint point =
                    Objects.requireNonNull(own.offences().get(0).point());
            assertThat(Math.hypot(
                            point.easting() - Double.parseDouble(out[1]),
                            point.northing() - Double.parseDouble(out[2])))
                    .as(id)
                    .isLessThan(5);
            checked++;
        }
        assertThat(checked).isGreaterThanOrEqualTo(10);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NaN",
                "Infinity",
                "-Infinity",
                "1e400",
                "1e5",
                "1d",
                "0x1p3",
                "",
                " ",
                "+1",
                ".5",
                "5.",
                "--1",
                "1.2.3",
                "\u0661\u0662"
            })
    void U13_notANumberIsQuarantined(String text) {
        imports.acceptQuarantine().run(extract("longitude,latitude", text + ",52.37", "-1.26," + text, "-1.26,52.37"));

        assertThat(imports.rejected).extracting(Row.Rejected::reason).containsExactly("not-a-number", "not-a-number");
        assertThat(imports.offences()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"51,2787\"|a decimal point, not a comma",
                "51 16 43 N|decimal degrees, not degrees, minutes and seconds",
                "1 234|no spaces within a number",
            })
    void U17_whatIsNearlyANumberIsQuarantinedWithAHint(String text, String hint) {
        imports.acceptQuarantine().run(extract("longitude,latitude", "-1.26," + text));

        assertThat(imports.rejected).extracting(Row.Rejected::reason).containsExactly("not-a-number");
        assertThat(imports.rejected.get(0).detail()).endsWith(hint);
    }

    @ParameterizedTest
    @CsvSource({"'longitude,latitude', '0,0'", "'longitude,latitude', '0.0,-0.000'", "'easting,northing', '0,0'"})
    void U14_nullIslandIsQuarantined(String columns, String pair) {
        imports.acceptQuarantine().run(extract(columns, pair));

        assertThat(imports.rejected).extracting(Row.Rejected::reason).containsExactly("null-island");
    }

    @Test
    void U14_aDefaultLocationIsStoredAndFlagged() {
        Profile profile = ProfileFile.parse("""
                {"name": "own", "default_locations":
                    [{"name": "Headquarters", "easting": 429100, "northing": 268900, "radius_m": 50}]}
                """.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        ImportRecord record =
                imports.profile(profile).run(extract("easting,northing", "429100,268930", "429100,268951"));

        assertThat(imports.offences())
                .extracting(Offence::flags)
                .extracting(flags -> flags.contains(OffenceFlag.DEFAULT_LOCATION))
                .containsExactly(true, false);
        assertThat(counts(record).flags()).containsEntry("default_location", 1L);
    }

    @ParameterizedTest
    @CsvSource({
        "2.35, 48.86, Paris",
        "-30, 45, mid-Atlantic",
        "-4.48, 54.15, Douglas on the Isle of Man",
        "-74, 40.7, New York",
        "1.85, 50.95, Calais is in no part of the box"
    })
    void U16_pointsOutsideTheUnitedKingdomAreQuarantined(String longitude, String latitude, String where) {
        imports.acceptQuarantine().run(extract("longitude,latitude", longitude + "," + latitude));

        assertThat(imports.rejected).as(where).extracting(Row.Rejected::reason).containsExactly("outside-uk");
    }

    @ParameterizedTest
    @CsvSource({
        "-7.64, 54.34, Enniskillen",
        "-8.17, 54.45, the west of Fermanagh",
        "-5.93, 54.60, Belfast",
        "1.763, 52.481, Lowestoft Ness",
        "-6.31, 49.92, the Isles of Scilly",
        "-0.85, 60.81, Unst",
        "-8.58, 57.81, St Kilda"
    })
    void U16_theEndsOfTheUnitedKingdomAreIn(String longitude, String latitude, String where) {
        imports.run(extract("longitude,latitude", longitude + "," + latitude));

        assertThat(imports.offences()).as(where).hasSize(1);
    }

    @Test
    void U16_theIsleOfManIsKeptWhereTheForceSaysSo() {
        imports.withIsleOfMan().run(extract("longitude,latitude", "-4.48,54.15"));

        assertThat(imports.offences()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"'-1.26,52.37', true", "'-1.3,52', true", "'-1.26,52.371', false", "'-1.2,52.3714', false"})
    void U18_coordinatesOfTwoDecimalsAreFlagged(String pair, boolean flagged) {
        imports.run(extract("longitude,latitude", pair));

        assertThat(imports.offences().get(0).flags().contains(OffenceFlag.LOW_PRECISION))
                .isEqualTo(flagged);
    }

    @Test
    void aRowWithoutALocationIsStoredAndCounted() {
        ImportRecord record = imports.run(extract("easting,northing", ",", "450000,275000"));

        assertThat(imports.offences())
                .extracting(Offence::point)
                .containsExactly(null, new BritishGridPoint(450000, 275000));
        assertThat(counts(record).unlocated()).isEqualTo(1);
        assertThat(counts(record).quarantined()).isZero();
    }

    @Test
    void whereTheGridIsBlankTheDegreesAreTaken() {
        imports.run(extract("easting,northing,longitude,latitude", ",," + FRAMINGHAM, "450000,275000," + FRAMINGHAM));

        assertThat(imports.offences())
                .extracting(Offence::point)
                .doesNotContainNull()
                .contains(new BritishGridPoint(450000, 275000));
    }

    /** Our grammar's numbers are the doubles that Java finds for the same text. */
    @Test
    void numbersAreTheNearestDoubles() {
        java.util.SplittableRandom random = new java.util.SplittableRandom(5);
        DecimalText decimal = new DecimalText();
        for (int i = 0; i < 100_000; i++) {
            String text = (random.nextBoolean() ? "-" : "") + random.nextInt(1_000_000) + "."
                    + Long.toString(random.nextLong(1, 1L << random.nextInt(1, 60)));
            assertThat(decimal.parse(text.toCharArray(), 0, text.length())).isTrue();
            assertThat(decimal.value()).as(text).isEqualTo(Double.parseDouble(text));
        }
    }
}
