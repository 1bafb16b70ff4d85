package org.hotspots.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.hotspots.area.AreaIndex;
import org.hotspots.area.AreaKind;
import org.hotspots.offence.OffenceFlag;
import org.hotspots.offence.OffenceTable;
import org.hotspots.offence.Source;
import org.hotspots.offence.Theme;
import org.hotspots.snapshot.Snapshot;
import org.hotspots.support.InstalledProgram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;

/** The offences behind a count, as files and as a collection: as many as a plain pass over the data finds, and where they lie. */
class OffencesTest extends OgcWorld {
    private static final String TOWN = "theme=all&area=town:middleton";
    /** Facts of a record that are not told: who it is about could be found by them. */
    private static final Set<String> NOT_TOLD = Set.of("crime_number", "incident_number", "location", "uprn");

    private static String file(String query, String format) {
        return run(query).at("/links/self").asText() + "/files/offences." + format;
    }

    private static List<JsonNode> offences(String query) {
        return elements(ok(file(query, "geojson")).get("features"));
    }

    private static Snapshot snapshot() {
        return world.snapshots.read(world.snapshots.getCurrentVersion());
    }

    /** Rows of the offences of a theme that count, in the town or anywhere in the force, one after the other. */
    private static List<Integer> rows(Theme theme, boolean inTown) {
        OffenceTable table = snapshot().offences();
        OffenceTable.Columns columns = table.columns();
        short[][] areas = table.places().areaOrdinals();
        int unsure = OffenceFlag.DEFAULT_LOCATION.bit() | OffenceFlag.LOW_PRECISION.bit();
        return IntStream.range(0, table.size())
                .filter(row -> columns.place()[row] != OffenceTable.NO_PLACE)
                .filter(row -> (columns.themes()[row] & 1 << theme.ordinal()) != 0)
                .filter(row -> (columns.flags()[row] & unsure) == 0)
                .filter(row -> columns.policeFound()[row] != OffenceTable.YES)
                .filter(row -> areas[(inTown ? AreaKind.TOWN : AreaKind.DISTRICT).ordinal()][columns.place()[row]]
                        != AreaIndex.NONE)
                .boxed()
                .toList();
    }

    private static long counted(List<JsonNode> features) {
        return features.stream()
                .mapToLong(feature -> feature.at("/properties/counted").asLong())
                .sum();
    }

    @Test
    void thereIsEachOffenceOfTheAreaOnceWithWhatIsKnownOfIt() {
        OffenceTable.Columns columns = snapshot().offences().columns();
        List<JsonNode> told = offences(TOWN);
        List<Integer> rows = rows(Theme.ALL, true);
        assertThat(ids(told))
                .hasSizeGreaterThan(500)
                .containsExactlyInAnyOrderElementsOf(
                        rows.stream().map(row -> "o" + row).toList());
        for (JsonNode feature : told) {
            int row = Integer.parseInt(feature.get("id").asText().substring(1));
            JsonNode properties = feature.get("properties");
            String day = LocalDate.ofEpochDay(columns.day()[row]).toString();
            boolean isPublic = columns.source()[row] == Source.POLICE_UK.ordinal();
            assertThat(properties.get("date").asText()).isEqualTo(isPublic ? day.substring(0, 7) : day);
            short minute = columns.minuteOfDay()[row];
            assertThat(properties.get("time").asText(null))
                    .isEqualTo(minute < 0 ? null : String.format(Locale.ROOT, "%02d:%02d", minute / 60, minute % 60));
            for (Theme theme : List.of(Theme.KNIFE, Theme.HATE, Theme.ASB)) {
                assertThat(List.of(properties.get("themes").asText().split(";")).contains(theme.word()))
                        .isEqualTo((columns.themes()[row] & 1 << theme.ordinal()) != 0);
            }
            assertThat(properties.get("town").asText()).isEqualTo("Middleton");
            assertThat(properties.get("district").asText()).isEqualTo("North");
        }
    }

    @Test
    void nothingIsToldByWhichARecordOrAHouseIsKnown() {
        for (JsonNode feature : offences(TOWN)) {
            Set<String> names = new TreeSet<>();
            feature.get("properties").fieldNames().forEachRemaining(names::add);
            assertThat(names).contains("near", "category").doesNotContainAnyElementsOf(NOT_TOLD);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&counting_basis=offences", "&days=friday,saturday&hours=20-3", "&setting=dwelling"})
    void theCountedOnesAreTheRunsCount(String more) {
        for (String area : List.of("town:middleton", "district:south")) {
            String query = "theme=asb&area=" + area + more;
            List<JsonNode> told = offences(query);
            assertThat(counted(told)).isEqualTo(run(query).get("n").asLong()).isPositive();
            if (more.contains("offences")) {
                assertThat(told).hasSize((int) counted(told));
            }
        }
    }

    @Test
    void anIncidentIsCountedOnce() {
        List<JsonNode> told = offences(TOWN);
        Set<Integer> incidents = new HashSet<>();
        told.forEach(feature -> incidents.add(feature.at("/properties/incident").asInt()));
        assertThat(counted(told)).isEqualTo(incidents.size()).isLessThan(told.size());
        Set<Integer> counted = new HashSet<>();
        for (JsonNode feature : told) {
            if (feature.at("/properties/counted").asInt() == 1) {
                assertThat(counted.add(feature.at("/properties/incident").asInt()))
                        .isTrue();
            }
        }
    }

    @Test
    void eachCellHoldsAsManyAsItCounts() throws IOException, InterruptedException {
        Map<String, Long> byCell = new HashMap<>();
        for (NamedCsvRecord row : csv(TOWN)) {
            long east = (long) Math.floor(Double.parseDouble(row.getField("easting")) / 200);
            long north = (long) Math.floor(Double.parseDouble(row.getField("northing")) / 200);
            byCell.merge("s200-" + east + "-" + north, Long.parseLong(row.getField("counted")), Long::sum);
        }
        byCell.values().removeIf(count -> count == 0);
        Map<String, Long> cells = new HashMap<>();
        for (JsonNode cell : ok(run(TOWN).at("/links/cells").asText()).get("features")) {
            cells.put(
                    cell.at("/properties/cell_id").asText(),
                    cell.at("/properties/count").asLong());
        }
        assertThat(byCell).isEqualTo(cells).hasSizeGreaterThan(20);
    }

    private static List<NamedCsvRecord> csv(String query) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = wire.getBytes(file(query, "csv"));
        try (CsvReader<NamedCsvRecord> reader =
                CsvReader.builder().ofNamedCsvRecord(new String(response.body(), StandardCharsets.UTF_8))) {
            return reader.stream().toList();
        }
    }

    private static Path saved(String format) throws IOException, InterruptedException {
        return Files.write(
                folder.resolve("offences." + format),
                wire.getBytes(file(TOWN, format)).body());
    }

    @Test
    void theGeoPackageHasThePointsOfTheData() throws Exception {
        OffenceTable table = snapshot().offences();
        List<JsonNode> told = offences(TOWN);
        int row = 0;
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + saved("gpkg"));
                ResultSet found = database.createStatement().executeQuery("select * from offences order by fid")) {
            while (found.next()) {
                JsonNode properties = told.get(row++).get("properties");
                assertThat(found.getString("offence_id"))
                        .isEqualTo(properties.get("offence_id").asText());
                assertThat(found.getLong("counted"))
                        .isEqualTo(properties.get("counted").asLong());
                assertThat(found.getString("category"))
                        .isEqualTo(properties.get("category").asText());
                Geometry point = GeoPackageGeometry.of(found.getBytes("geom"));
                int place = table.columns()
                        .place()[Integer.parseInt(found.getString("offence_id").substring(1))];
                assertThat(point.getGeometryType()).isEqualTo("Point");
                assertThat(point.getCoordinate().x).isEqualTo(table.places().eastings()[place]);
                assertThat(point.getCoordinate().y).isEqualTo(table.places().northings()[place]);
            }
        }
        assertThat(row).isEqualTo(told.size());
    }

    @ParameterizedTest
    @CsvSource({"gpkg, 27700, Geometry: Point", "geojson, 4326, Geometry: Point", "kml, 4326, POINT ("})
    void gdalReadsThePoints(String format, String crs, String geometry) throws IOException, InterruptedException {
        String said =
                InstalledProgram.run("ogrinfo", "-ro", "-al", saved(format).toString());
        assertThat(said)
                .contains(geometry)
                .contains("Feature Count: " + offences(TOWN).size())
                .contains("ID[\"EPSG\"," + crs + "]");
    }

    @Test
    void theCollectionIsTheSameOffencesPageByPage() {
        List<JsonNode> walked = walk("offences-asb", "limit=40");
        assertThat(ids(walked))
                .hasSizeGreaterThan(120)
                .doesNotHaveDuplicates()
                .containsExactlyElementsOf(ids(offences("theme=asb")))
                .containsExactlyInAnyOrderElementsOf(
                        rows(Theme.ASB, false).stream().map(row -> "o" + row).toList());
        JsonNode one = walked.get(7);
        JsonNode alone = ogc("/collections/offences-asb/items/" + one.get("id").asText());
        assertThat(alone.get("properties")).isEqualTo(one.get("properties"));
        assertThat(alone.at("/geometry/type").asText()).isEqualTo("Point");
        assertThat(alone.at("/properties/run_id")).isEqualTo(run("theme=asb").get("run_id"));
    }

    @Test
    void aBoxHoldsThoseThatLieInItOnEveryPage() {
        OffenceTable table = snapshot().offences();
        List<String> inside = new ArrayList<>();
        for (int row : rows(Theme.ALL, false)) {
            int place = table.columns().place()[row];
            double east = table.places().eastings()[place];
            double north = table.places().northings()[place];
            if (east >= 404_000 && east <= 406_000 && north >= 303_500 && north <= 305_000) {
                inside.add("o" + row);
            }
        }
        String box = "bbox=404000,303500,406000,305000&bbox-crs=" + EPSG + "27700&crs=" + EPSG + "27700";
        JsonNode first = ogc(items("offences-all", "limit=5&" + box));
        assertThat(first.get("numberMatched").asInt()).isEqualTo(inside.size());
        assertThat(first.get("features")).hasSize(5);
        List<JsonNode> walked = walk("offences-all", "limit=100&" + box);
        assertThat(ids(walked)).hasSizeGreaterThan(200).containsExactlyElementsOf(inside);
        JsonNode position = walked.get(0).at("/geometry/coordinates");
        int place = table.columns().place()[Integer.parseInt(inside.get(0).substring(1))];
        assertThat(position.get(0).asDouble()).isCloseTo(table.places().eastings()[place], within(0.005));
        assertThat(position.get(1).asDouble()).isCloseTo(table.places().northings()[place], within(0.005));
    }

    @Test
    void noBrowserKeepsThem() {
        for (String address : List.of(
                file(TOWN, "csv"),
                "/ogc/collections/offences-all/items",
                "/ogc/collections/offences-all/items?f=html")) {
            HttpResponse<String> answer = wire.get(address);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Cache-Control")).as(address).hasValue("no-store");
        }
        assertThat(wire.get("/ogc/collections/hotspots-all/items").headers().firstValue("Cache-Control"))
                .hasValue("no-cache");
    }

    @ParameterizedTest
    @ValueSource(strings = {"o999999", "o-1", "o", "x", "o00", "7", "o99999999999"})
    void anOffenceThatIsNotThereIsNotFound(String id) {
        assertThat(wire.get("/ogc/collections/offences-asb/items/" + id).statusCode())
                .isEqualTo(404);
    }

    @Test
    void whereTheVerdictIsChanceTheOffencesAreAllTheSame() {
        String query = "theme=hate&area=district:south&from=2025-03-01&to=2025-03-08";
        assertThat(run(query).at("/verdict/kind").asText()).isEqualTo("chance");
        assertThat(counted(offences(query))).isEqualTo(run(query).get("n").asLong());
    }
}
