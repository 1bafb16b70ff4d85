package org.hotspots.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.hotspots.acceptance.Steward.counts;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hotspots.area.AreaFile;
import org.hotspots.area.AreaKind;
import org.hotspots.hotspot.Engine;
import org.hotspots.hotspot.EngineSettings;
import org.hotspots.hotspot.Run;
import org.hotspots.load.ImportRecord;
import org.hotspots.load.ImportRequest.Overrides;
import org.hotspots.load.ImportState;
import org.hotspots.load.ProfileFile;
import org.hotspots.load.Row;
import org.hotspots.question.QuestionReader;
import org.junit.jupiter.api.Test;

/** Uploads whose places are unusual: swapped, in other units, no numbers, nowhere, elsewhere. */
class UploadPlacesTest extends UploadTest {
    private static final String GRID = "easting,northing";
    private static final String DEGREES = "longitude,latitude";
    private static final String RUGBY_IN_DEGREES = "-1.2650,52.3700";

    @Test
    void U11_swappedCoordinatesAreQuarantinedWithAHintAndNeverCorrected() {
        ImportRecord one = steward.upload(Extract.mostlyGood(DEGREES, List.of("52.3700,-1.2650"), RUGBY_IN_DEGREES));
        assertThat(one.state()).isEqualTo(ImportState.COMMITTED);
        assertThat(counts(one).quarantineReasons()).isEqualTo(Map.of("coordinates-swapped", 1L));
        assertThat(counts(one).inserted()).isEqualTo(19);
        assertThat(steward.ask("select detail from quarantine")).contains("swapped");
        assertThat(steward.ask("select count(*) from offence where crime_number = 'C1'"))
                .isEqualTo("0");

        ImportRecord all = steward.upload(Extract.of(DEGREES, Collections.nCopies(30, "52.3700,-1.2650")));
        assertThat(all.state()).isEqualTo(ImportState.NEEDS_REVIEW);
        assertThat(counts(all).quarantineReasons()).isEqualTo(Map.of("coordinates-swapped", 30L));
    }

    /** Test points of the Ordnance Survey (OSTN15 developer pack): ETRS89 longitude and latitude, OSGB36 easting and northing. */
    @Test
    void U12_projectedNumbersNeedTheirCrsAndDegreesLandWithinFiveMetresOfTheCheckPoints() {
        List<String> points = List.of(
                "-5.20304609998,49.96006137820,170370.718,11572.405",
                "-1.29782277240,50.57563665000,449816.371,75335.861",
                "1.44454730409,51.37447025550,639821.835,169565.858",
                "-0.11992557180,51.48936564950,530624.974,178388.464",
                "-4.30852476960,51.85890896400,241124.584,220332.641",
                "-2.15458614387,52.25529381630,389544.190,261912.153",
                "-0.91248956970,52.25160951230,474335.969,262047.755",
                "-1.19747655922,52.96219109410,454002.834,340834.943",
                "-1.61657685184,54.97912273660,424639.355,565012.703",
                "-2.04856030746,57.13902518960,397160.491,805349.736",
                "-3.72631022121,58.58120461280,299721.891,967202.992",
                "-1.27486910356,59.85409913890,440725.073,1107878.448");
        List<String> degrees = points.stream().map(point -> fields(point, 0)).toList();
        List<String> metres = points.stream().map(point -> fields(point, 2)).toList();

        ImportRecord unsaid = steward.upload(Extract.of(DEGREES, metres));
        assertThat(unsaid.state()).isEqualTo(ImportState.NEEDS_REVIEW);
        assertThat(counts(unsaid).quarantineReasons()).isEqualTo(Map.of("projected-coordinates", 12L));

        steward.overrides(new Overrides("in metres", "EPSG:27700", null)).upload(Extract.of(DEGREES, metres));
        steward.overrides(new Overrides("in degrees", null, null)).upload(Extract.of(DEGREES, degrees));
        for (int i = 0; i < points.size(); i++) {
            String[] expected = metres.get(i).split(",", -1);
            assertThat(place("in metres", i))
                    .containsExactly(Double.parseDouble(expected[0]), Double.parseDouble(expected[1]));
            double[] converted = place("in degrees", i);
            assertThat(Math.hypot(
                            converted[0] - Double.parseDouble(expected[0]),
                            converted[1] - Double.parseDouble(expected[1])))
                    .as(points.get(i))
                    .isCloseTo(0, within(5.0));
        }
    }

    private static String fields(String point, int first) {
        String[] fields = point.split(",", -1);
        return fields[first] + "," + fields[first + 1];
    }

    private double[] place(String force, int index) {
        String text =
                steward.ask("select easting || ' ' || northing from offence join place using (place_id) where force = '"
                        + force + "' and crime_number = 'C" + (index + 1) + "'");
        return Stream.of(text.split(" ", -1)).mapToDouble(Double::parseDouble).toArray();
    }

    @Test
    void U13_notANumberIsQuarantinedAndTheDatabaseWouldRefuseIt() {
        List<String> texts = List.of("NaN", "Infinity", "-Infinity", "1e400", "1d", "0x1p3", "");
        ImportRecord record = steward.upload(Extract.mostlyGood(
                GRID, texts.stream().map(text -> text + ",275000").toList(), Extract.PLACE));

        assertThat(record.state()).isEqualTo(ImportState.COMMITTED);
        assertThat(counts(record).quarantineReasons()).isEqualTo(Map.of("not-a-number", 7L));
        assertThat(steward.ask("select count(*) from place")).isEqualTo("1");
        for (String number : List.of("NaN", "Infinity", "-Infinity")) {
            assertThatThrownBy(() -> steward.database()
                            .execute(
                                    "insert into place (place_id, easting, northing) values (99, '" + number + "', 1)"))
                    .as(number)
                    .rootCause()
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            e -> assertThat(e.getSQLState())
                                    .as("check violation")
                                    .isEqualTo("23514"));
        }
    }

    @Test
    void U14_nullIslandIsQuarantinedAndADefaultLocationIsStoredFlaggedAndOnNoMap() {
        ImportRecord zeros = steward.upload(Extract.mostlyGood(GRID, List.of("0,0"), Extract.PLACE));
        assertThat(counts(zeros).quarantineReasons()).isEqualTo(Map.of("null-island", 1L));

        steward.profile(ProfileFile.parse("""
                {"name": "own", "default_locations":
                    [{"name": "Headquarters", "easting": 429100, "northing": 268900, "radius_m": 100}]}
                """.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        ImportRecord record = steward.overrides(new Overrides("own", null, null))
                .upload(Extract.of(GRID, "429100,268900", "429150,268950", "429300,268900"));
        assertThat(counts(record).flags()).containsEntry("default_location", 2L);
        assertThat(counts(record).inserted()).isEqualTo(3);
        assertThat(steward.ask("select count(*) from offence_in_words where flags like '%default_location%'"))
                .isEqualTo("2");

        Run run = ask(Map.of());
        assertThat(run.notMapped().defaultLocation()).isEqualTo(2);
        assertThat(run.n())
                .as("19 in Rugby and the one that is not headquarters")
                .isEqualTo(20);
        assertThat(Arrays.stream(run.cells().counts())
                        .filter(count -> count > 0)
                        .sorted())
                .containsExactly(1.0, 19.0);
    }

    @Test
    void U15_whatLiesOutsideTheForceIsStoredCountedAndOnNoMap() throws IOException {
        loadSampleDistricts();
        // Carlisle and Penzance are in the United Kingdom, and in no district of this county.
        ImportRecord record = steward.upload(Extract.of(GRID, Extract.PLACE, "340000,556000", "147000,30000", ","));

        assertThat(counts(record).inserted()).isEqualTo(4);
        assertThat(counts(record).outsideForce()).isEqualTo(2);
        assertThat(counts(record).unlocated()).isEqualTo(1);
        assertThat(steward.ask("select count(*) from offence join place using (place_id) where district_id is null"))
                .isEqualTo("2");
        Run run = ask(Map.of());
        assertThat(run.n()).isEqualTo(1);
        assertThat(run.notMapped().outsideForce()).isEqualTo(2);
        assertThat(run.notMapped().unlocated()).isEqualTo(1);
    }

    @Test
    void U16_pointsOutsideTheUnitedKingdomAreQuarantined() {
        String paris = "2.3522,48.8566";
        String atlantic = "-30.0000,45.0000";
        String douglas = "-4.4820,54.1520";
        String text = Extract.mostlyGood(DEGREES, List.of(paris, atlantic, douglas), RUGBY_IN_DEGREES);

        ImportRecord usual = steward.upload(text);
        assertThat(counts(usual).quarantineReasons()).isEqualTo(Map.of("outside-uk", 3L));
        try (Steward manx = new Steward(folder.resolve("manx")).withIsleOfMan()) {
            assertThat(counts(manx.upload(text)).quarantineReasons()).isEqualTo(Map.of("outside-uk", 2L));
        }
    }

    @Test
    void U17_nearlyNumbersAreQuarantinedWithAHintAndNeverHalfRead() {
        List<String> rows = List.of("\"51,2787\",-1.2", "51 16 43 N,-1.2", "1 234,-1.2");
        ImportRecord record = steward.upload(Extract.mostlyGood("latitude,longitude", rows, "52.3700,-1.2650"));

        assertThat(counts(record).quarantineReasons()).isEqualTo(Map.of("not-a-number", 3L));
        assertThat(steward.rejected())
                .extracting(Row.Rejected::detail)
                .satisfiesExactly(
                        comma -> assertThat(comma).contains("51,2787").contains("a decimal point, not a comma"),
                        degrees -> assertThat(degrees).contains("51 16 43 N").contains("decimal degrees"),
                        space -> assertThat(space).contains("1 234").contains("no spaces"));
        assertThat(steward.ask("select count(*) from place")).isEqualTo("1");
    }

    @Test
    void U18_coordinatesOfTwoDecimalsAreStoredFlaggedAndOnNoMap() {
        ImportRecord record =
                steward.upload(Extract.of(DEGREES, "-1.26,52.37", "-1.3,52.4", "-1.263,52.371", "-1.265,52.37"));

        assertThat(counts(record).inserted()).isEqualTo(4);
        assertThat(counts(record).flags()).containsEntry("low_precision", 2L);
        Run run = ask(Map.of());
        assertThat(run.n()).isEqualTo(2);
        assertThat(run.notMapped().lowPrecision()).isEqualTo(2);
    }

    private void loadSampleDistricts() throws IOException {
        AreaFile districts =
                AreaFile.read(Path.of("data/sample/areas-districts.geojson"), AreaFile.Options.of(AreaKind.DISTRICT));
        steward.database().database().areas().replaceAreas(AreaKind.DISTRICT, districts.areas(), districts.sha256());
    }

    private Run ask(Map<String, List<String>> question) {
        var database = steward.database().database();
        try (Engine engine = new Engine(database.snapshots(), database.runs(), EngineSettings.defaults("test"))) {
            Run run = engine.ask(new QuestionReader(engine.snapshot()).read(question));
            assertThat(run.hotspots()).isNotNull();
            return run;
        }
    }
}
