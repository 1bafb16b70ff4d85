package org.hotspots.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotspots.support.OffenceFixture.crime;
import static org.hotspots.support.OffenceFixture.publicRow;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hotspots.area.Area;
import org.hotspots.area.AreaAddress;
import org.hotspots.area.AreaKind;
import org.hotspots.offence.AsbType;
import org.hotspots.offence.Channel;
import org.hotspots.offence.GeocodeClass;
import org.hotspots.offence.HateStrand;
import org.hotspots.offence.OffenceFlag;
import org.hotspots.offence.RecordKind;
import org.hotspots.offence.Setting;
import org.hotspots.offence.Source;
import org.hotspots.offence.Status;
import org.hotspots.offence.TimePrecision;
import org.hotspots.support.InstalledProgram;
import org.hotspots.support.TestDatabase;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/** What a GIS client and a reader of the database see. */
class GisViewsTest {
    @Test
    void layersHaveTheirKeyTypeAndReferenceSystem() throws Exception {
        try (TestDatabase test = TestDatabase.create()) {
            assumeTrue(test.database().hasPostgis(), "skipped: this machine has no PostGIS");
            GeometryFactory geometry = new GeometryFactory();
            Polygon box = (Polygon) geometry.toGeometry(new Envelope(449_000, 452_000, 270_000, 276_000));
            test.database()
                    .areas()
                    .replaceAreas(
                            AreaKind.DISTRICT,
                            List.of(new Area(
                                    new AreaAddress(AreaKind.DISTRICT, "rugby"),
                                    "E07000220",
                                    "Rugby",
                                    geometry.createMultiPolygon(new Polygon[] {box}))),
                            Imports.sha256("districts"));
            Imports.load(
                    test.database(),
                    "rows",
                    publicRow().build(),
                    publicRow().build(),
                    crime("1")
                            .knifeEnabled()
                            .strands(HateStrand.RACE, HateStrand.DISABILITY)
                            .build(),
                    crime("2").unlocated().build());

            assertThat(test.ask("select kind || ' ' || source || ' ' || hate_strands || ' ' || district "
                            + "from gis.offences where crime_number = '1'"))
                    .isEqualTo("crime force_extract race;disability Rugby");
            assertThat(test.ask("select offence_count || ' ' || knife_count || ' ' || hate_count from gis.places"))
                    .isEqualTo("3 1 1");
            String offences = ogrinfo(test, "gis.offences");
            assertThat(offences)
                    .contains("Geometry: Point")
                    .contains("Feature Count: 3")
                    .contains("27700");
            String districts = ogrinfo(test, "gis.districts");
            assertThat(districts)
                    .contains("Geometry: Multi Polygon")
                    .contains("Feature Count: 1")
                    .contains("27700");
            for (String layer : List.of("towns", "wards", "lsoas", "beats")) {
                assertThat(ogrinfo(test, "gis." + layer))
                        .contains("Geometry: Multi Polygon")
                        .contains("27700");
            }
            assertThat(ogrinfo(test, "gis.places")).contains("Geometry: Point").contains("Feature Count: 1");
        }
    }

    private static String ogrinfo(TestDatabase test, String layer) throws IOException, InterruptedException {
        return InstalledProgram.run("ogrinfo", "-so", "PG:" + test.gisConnection(), layer);
    }

    /** The numbers in the tables are positions in the program's enumerations; the view must say the same words. */
    @Test
    void theViewSaysTheProgramsWords() {
        try (TestDatabase test = TestDatabase.create()) {
            test.execute("""
                    insert into offence (offence_id, content_hash, recorded_at, valid_from, source_file_id, source_line,
                        day, source, kind, time_precision, status, setting, channel, hate_strands, flags, asb_type,
                        geocode_class, knife_enabled, domestic_abuse, force)
                    select n, gen_random_uuid(), now(), 0, 1, 1, now(), n, n, n, n, n, n, 1 << n, 1 << n, n, n,
                           false, false, 'force'
                    from generate_series(0, 9) as n
                    """);
            BiFunction<String, Integer, String> word = (column, code) ->
                    test.ask("select " + column + " from offence_in_words where offence_id = " + code);
            assertWords(word, "source", Source.values(), Source::word);
            assertWords(word, "kind", RecordKind.values(), RecordKind::word);
            assertWords(word, "time_precision", TimePrecision.values(), TimePrecision::word);
            assertWords(word, "status", Status.values(), Status::word);
            assertWords(word, "setting", Setting.values(), Setting::word);
            assertWords(word, "channel", Channel.values(), Channel::word);
            assertWords(word, "hate_strands", HateStrand.values(), HateStrand::word);
            assertWords(word, "flags", OffenceFlag.values(), OffenceFlag::word);
            assertWords(word, "asb_type", AsbType.values(), AsbType::word);
            assertWords(word, "geocode_class", GeocodeClass.values(), GeocodeClass::word);
        }
    }

    private static <E extends Enum<E>> void assertWords(
            BiFunction<String, Integer, String> shown, String column, E[] values, Function<E, String> word) {
        String expected = Arrays.stream(values).map(word).collect(Collectors.joining(","));
        String actual = java.util.stream.IntStream.rangeClosed(0, values.length)
                .mapToObj(code -> shown.apply(column, code))
                .collect(Collectors.joining(","));
        // One more than there are shows nothing.
        assertThat(actual).as(column).isEqualTo(expected + ",");
    }
}
