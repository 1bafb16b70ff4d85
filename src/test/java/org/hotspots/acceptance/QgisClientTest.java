package org.hotspots.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.geojson.GeoJsonReader;

/** QGIS sees in the standard interface, the files and the database what the server's own interface tells. */
class QgisClientTest {
    private static final String CELLS = "cells-asb";
    private static final int CELL_METRES = 200;
    /** Of the square that is drawn. */
    private static final int CELLS_EACH_WAY = 50;

    /** Whole layers of the schema {@code gis}, by their keys. */
    private static final Map<String, String> OWNERS = Map.of(
            "gis.offences", "offence_id",
            "gis.places", "place_id",
            "gis.districts", "area_id",
            "gis.towns", "area_id",
            "gis.wards", "area_id",
            "gis.lsoas", "area_id",
            "gis.beats", "area_id");

    private static final Map<String, String> SHARED = Map.of(
            "gis_shared.cells_500m", "cell_theme",
            "gis_shared.months", "area_month_theme",
            "gis_shared.districts", "area_id",
            "gis_shared.towns", "area_id",
            "gis_shared.wards", "area_id");

    private static final Map<String, String> HIDDEN =
            Map.of("hotspots.offence", "offence_id", "hotspots.place", "place_id", "gis.offences", "offence_id");

    @TempDir
    private static Path folder;

    private static SampleWorld world;
    private static Serving serving;
    private static JsonNode run;
    private static Map<Coordinate, String> drawnCells = Map.of();
    private static JsonNode seen;

    @BeforeAll
    static void openEverything() throws IOException, InterruptedException {
        world = new SampleWorld(folder.resolve("spool"));
        serving = Serving.start(world, world.engine(), folder.resolve("spool"));
        run = client().json("/api/v1/runs?theme=asb");
        Qgis qgis = new Qgis().raster(saved("density.tif"));
        for (String collection : collections()) {
            qgis.vector(collection, "OAPIF", "url='" + origin() + "/ogc' typename='" + collection + "'");
        }
        for (String layer : List.of("hotspots", "cells")) {
            qgis.vector(layer + ".gpkg", "ogr", saved(layer + ".gpkg") + "|layername=" + layer);
        }
        drawCells(qgis);
        openDatabase(qgis);
        seen = qgis.open(folder);
    }

    @AfterAll
    static void close() {
        serving.close();
        world.database().execute("drop owned by gis_reader");
        world.database().execute("drop role gis_reader");
        world.close();
    }

    private static Client client() {
        return serving.client();
    }

    private static String origin() {
        return "http://127.0.0.1:" + client().port();
    }

    private static Path saved(String file) throws IOException, InterruptedException {
        byte[] bytes =
                client().get(run.at("/links/self").asText() + "/files/" + file).body();
        return Files.write(folder.resolve(file), bytes);
    }

    /** A square around the fullest cell, with a point in the middle of each of its cells. */
    private static void drawCells(Qgis qgis) throws IOException, InterruptedException {
        JsonNode fullest = features("cells-asb").stream()
                .max((one, other) -> one.at("/properties/count").asInt()
                        - other.at("/properties/count").asInt())
                .orElseThrow();
        String[] name = fullest.get("id").asText().split("-");
        int west = Integer.parseInt(name[1]) - CELLS_EACH_WAY / 2;
        int south = Integer.parseInt(name[2]) - CELLS_EACH_WAY / 2;
        drawnCells = new TreeMap<>();
        for (int i = west; i < west + CELLS_EACH_WAY; i++) {
            for (int j = south; j < south + CELLS_EACH_WAY; j++) {
                Coordinate middle = new Coordinate((i + 0.5) * CELL_METRES, (j + 0.5) * CELL_METRES);
                drawnCells.put(middle, name[0] + "-" + i + "-" + j);
            }
        }
        Envelope box = new Envelope(
                west * CELL_METRES,
                (west + CELLS_EACH_WAY) * CELL_METRES,
                south * CELL_METRES,
                (south + CELLS_EACH_WAY) * CELL_METRES);
        String template = origin() + "/ogc/collections/" + CELLS + "/tiles/WebMercatorQuad/{z}/{y}/{x}";
        Path picture = Files.createDirectories(Path.of("target", "pictures")).resolve("qgis-cells.png");
        qgis.tiles(template, box, picture, List.copyOf(drawnCells.keySet()));
    }

    private static void openDatabase(Qgis qgis) throws IOException {
        String owner = world.database().gisConnection();
        OWNERS.forEach((layer, key) -> qgis.vector(layer, "postgres", owner + table(layer, key)));
        makeReader();
        String reader = world.database().gisConnection("gis_reader", "choose one");
        SHARED.forEach((layer, key) -> qgis.vector(layer, "postgres", reader + table(layer, key)));
        HIDDEN.forEach((layer, key) -> qgis.vector("hidden " + layer, "postgres", reader + table(layer, key)));
    }

    /** To the letter as the page on the database has it. */
    private static void makeReader() throws IOException {
        List<String> statements = Files.readAllLines(Path.of("src", "docs", "database.md")).stream()
                .filter(line -> line.matches(" {4}[a-z].*;"))
                .toList();
        assertThat(statements).hasSize(4).first().asString().contains("create role gis_reader");
        statements.forEach(world.database()::execute);
    }

    private static String table(String layer, String key) {
        boolean hasGeometry = !Set.of("gis_shared.months", "hotspots.offence").contains(layer);
        return " key='" + key + "' table=\"" + layer.replace(".", "\".\"") + "\"" + (hasGeometry ? " (geom)" : "");
    }

    private static List<String> collections() throws IOException, InterruptedException {
        return client().json("/ogc/collections").get("collections").findValuesAsText("id");
    }

    /** All features of a collection, by the links to the next pages. */
    private static List<JsonNode> features(String collection) throws IOException, InterruptedException {
        List<JsonNode> features = new ArrayList<>();
        String path = "/ogc/collections/" + collection + "/items?limit=10000";
        while (!path.isEmpty()) {
            JsonNode page = client().json(path);
            page.get("features").forEach(features::add);
            path = page.get("links")
                    .valueStream()
                    .filter(link -> link.get("rel").asText().equals("next"))
                    .map(link -> link.get("href").asText().substring(origin().length()))
                    .findFirst()
                    .orElse("");
        }
        return features;
    }

    private static JsonNode layer(String name) {
        JsonNode layer = seen.get("vectors").get(name);
        assertThat(layer.get("valid").asBoolean()).as("%s: %s", name, layer).isTrue();
        return layer;
    }

    private static Envelope box(JsonNode layer) {
        JsonNode box = layer.get("box");
        return new Envelope(
                box.get(0).asDouble(),
                box.get(2).asDouble(),
                box.get(1).asDouble(),
                box.get(3).asDouble());
    }

    @Test
    void everyCollectionIsALayerWithTheSameFeatures() throws IOException, InterruptedException {
        for (String collection : collections()) {
            JsonNode layer = layer(collection);
            List<JsonNode> told = features(collection);
            assertThat(layer.get("count").asInt()).as(collection).isEqualTo(told.size());
            if (told.isEmpty()) {
                continue; // of a collection without features QGIS knows neither geometry nor system
            }
            Set<String> types = told.stream()
                    .map(feature -> feature.at("/geometry/type").asText())
                    .collect(Collectors.toSet());
            assertThat(types)
                    .as(collection)
                    .containsExactly(layer.get("geometry").asText());
            assertThat(layer.get("crs").asText()).as(collection).isEqualTo("EPSG:4326");
            Envelope all = new Envelope();
            told.forEach(feature -> all.expandToInclude(geometry(feature).getEnvelopeInternal()));
            requireSame(box(layer), all, 1e-7);
        }
    }

    private static Geometry geometry(JsonNode feature) {
        try {
            return new GeoJsonReader().read(feature.get("geometry").toString());
        } catch (ParseException e) {
            throw new IllegalArgumentException(feature.toString(), e);
        }
    }

    private static void requireSame(Envelope actual, Envelope expected, double tolerance) {
        assertThat(actual.getMinX()).isCloseTo(expected.getMinX(), within(tolerance));
        assertThat(actual.getMinY()).isCloseTo(expected.getMinY(), within(tolerance));
        assertThat(actual.getMaxX()).isCloseTo(expected.getMaxX(), within(tolerance));
        assertThat(actual.getMaxY()).isCloseTo(expected.getMaxY(), within(tolerance));
    }

    @Test
    void vectorTilesArePaintedWhereTheCellsAreAndNowhereElse() throws IOException, InterruptedException {
        JsonNode tiles = seen.get("tiles");
        assertThat(tiles.get("valid").asBoolean()).as(tiles.toString()).isTrue();
        Set<String> filled = new HashSet<>();
        features(CELLS).forEach(cell -> filled.add(cell.get("id").asText()));
        filled.retainAll(drawnCells.values());
        assertThat(filled).hasSizeGreaterThan(100).hasSizeLessThan(drawnCells.size());
        Set<String> painted = new TreeSet<>();
        int at = 0;
        for (String cell : drawnCells.values()) {
            if (tiles.get("painted").get(at++).asBoolean()) {
                painted.add(cell);
            }
        }
        assertThat(painted).isEqualTo(filled);
    }

    @ParameterizedTest
    @CsvSource({"hotspots, density, peak_density_per_km2", "cells, cells, count"})
    void aGeoPackageHasTheRunsColours(String name, String legendName, String column)
            throws IOException, InterruptedException {
        JsonNode layer = layer(name + ".gpkg");
        JsonNode told = client().json(run.at("/links/" + name).asText()).get("features");
        assertThat(layer.get("count").asInt()).isEqualTo(told.size()).isPositive();
        assertThat(layer.get("crs").asText()).isEqualTo("EPSG:27700");
        JsonNode style = layer.get("style");
        JsonNode legend = run.get("legend").get(legendName);
        assertThat(style.get("type").asText()).isEqualTo("graduatedSymbol");
        assertThat(style.get("column").asText()).isEqualTo(column);
        // The highest class first, since QGIS takes the first that holds a value.
        assertThat(numbers(style.get("breaks")))
                .isEqualTo(reversed(numbers(legend.get("breaks"))))
                .isNotEmpty();
        assertThat(words(style.get("colours"))).isEqualTo(reversed(words(legend.get("colours"))));
    }

    private static <T> List<T> reversed(List<T> list) {
        List<T> reversed = new ArrayList<>(list);
        Collections.reverse(reversed);
        return reversed;
    }

    private static List<Double> numbers(JsonNode array) {
        return array.valueStream().map(JsonNode::asDouble).toList();
    }

    private static List<String> words(JsonNode array) {
        return array.valueStream()
                .map(each -> each.asText().toLowerCase(Locale.ROOT))
                .toList();
    }

    @Test
    void theGeoTiffHoldsTheEvents() {
        JsonNode grid = seen.get("raster");
        assertThat(grid.get("valid").asBoolean()).as(grid.toString()).isTrue();
        assertThat(grid.get("crs").asText()).isEqualTo("EPSG:27700");
        double events = run.get("n").asDouble();
        assertThat(grid.get("sum").asDouble() * grid.get("cell_km2").asDouble())
                .isCloseTo(events, within(events / 100));
        double highest = run.at("/legend/density/max").asDouble();
        assertThat(grid.get("max").asDouble()).isCloseTo(highest, within(highest / 1000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"district", "town", "ward", "lsoa", "beat"})
    void theDatabasesAreasAreThoseOfTheServer(String kind) throws IOException, InterruptedException {
        int loaded = client().json("/api/v1/data").at("/areas/" + kind).asInt();
        requireLayer("gis." + kind + "s", loaded, "MultiPolygon");
        if (SHARED.containsKey("gis_shared." + kind + "s")) {
            requireLayer("gis_shared." + kind + "s", loaded, "MultiPolygon");
        }
    }

    private static void requireLayer(String name, int count, String geometry) {
        JsonNode layer = layer(name);
        assertThat(layer.get("count").asInt()).as(name).isEqualTo(count);
        assertThat(layer.get("geometry").asText()).as(name).isEqualTo(geometry);
        if (!geometry.equals("NoGeometry")) {
            assertThat(layer.get("crs").asText()).as(name).isEqualTo("EPSG:27700");
        }
    }

    @Test
    void theDatabasesOffencesAreThoseWithALocation() throws IOException, InterruptedException {
        JsonNode data = client().json("/api/v1/data");
        requireLayer(
                "gis.offences",
                data.get("offences").asInt() - data.get("unlocated").asInt(),
                "Point");
        int places = rows(
                "(select distinct place_id from offence where valid_to is null and status = 0 and place_id is not null) as counted");
        requireLayer("gis.places", places, "Point");
    }

    private static int rows(String table) {
        return Integer.parseInt(world.database().ask("select count(*) from " + table));
    }

    @Test
    void aReaderOfSharedLayersSeesTheseAndNoOffence() {
        requireLayer("gis_shared.cells_500m", rows("gis_shared.cells_500m"), "Polygon");
        requireLayer("gis_shared.months", rows("gis_shared.months"), "NoGeometry");
        assertThat(rows("gis_shared.cells_500m")).isPositive();
        assertThat(rows("gis_shared.months")).isPositive();
        for (String hidden : HIDDEN.keySet()) {
            JsonNode refused = seen.get("vectors").get("hidden " + hidden);
            assertThat(refused.get("valid").asBoolean()).as(hidden).isFalse();
            assertThat(refused.get("said").asText()).as(hidden).contains("permission denied");
        }
    }
}
