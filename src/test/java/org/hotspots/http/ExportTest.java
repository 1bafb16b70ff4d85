package org.hotspots.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hotspots.http.ServerMannersTest.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.hotspots.export.Column;
import org.hotspots.export.Layer;
import org.hotspots.export.LayerColumns;
import org.hotspots.support.InstalledProgram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Layers as files: read back by other readers, they say what the interface says. */
class ExportTest extends AskedWorld {
    private static final String TOWN = "theme=all&area=town:middleton";
    private static final Pattern COUNT = Pattern.compile("(?m)^  count \\(Integer(?:64)?\\) = ([0-9]+)$");
    private static final List<String> FEATURES = List.of("hotspots", "cells", "contours", "clusters", "offences");

    private static String self(String query) {
        return run(query).get("links").get("self").asText();
    }

    private static byte[] bytes(String path, String... headers) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = wire.getBytes(path, headers);
        assertThat(response.statusCode())
                .as(new String(response.body(), StandardCharsets.UTF_8))
                .isIn(200, 206);
        return response.body();
    }

    private static Path saved(String file) throws IOException, InterruptedException {
        Path target = Files.createTempFile(folder, "saved", file.substring(file.lastIndexOf('.')));
        return Files.write(target, bytes(self(TOWN) + "/files/" + file));
    }

    private static JsonNode view(String layer) {
        JsonNode features = ok(self(TOWN) + "/" + layer).get("features");
        assertThat(features.size()).as("nothing would be compared").isPositive();
        return features;
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"hotspots", "cells", "contours", "clusters"})
    void geoJsonHasTheFeaturesOfTheViewWithItsMethodCardAndMarking(String layer) {
        JsonNode file = ok(self(TOWN) + "/files/" + layer + ".geojson");
        assertThat(file.get("features")).isEqualTo(view(layer));
        assertThat(file.get("run_id")).isEqualTo(run(TOWN).get("run_id"));
        assertThat(file.get("method_card")).isEqualTo(ok(self(TOWN) + "/method-card"));
        assertThat(file.get("marking").asText()).isEqualTo("OFFICIAL-SENSITIVE");
        assertThat(file.has("crs")).as("RFC 7946 has none").isFalse();
    }

    /** Names of the properties with those of nested objects, which are the columns; positions are geometry. */
    private static List<String> names(JsonNode properties) {
        List<String> names = new ArrayList<>();
        properties.properties().forEach(member -> {
            if (member.getValue().isObject()) {
                names(member.getValue()).forEach(inner -> names.add(member.getKey() + "_" + inner));
            } else if (!member.getValue().isArray()) {
                names.add(member.getKey());
            }
        });
        return names;
    }

    @ParameterizedTest
    @ValueSource(strings = {"hotspots", "cells", "contours", "clusters"})
    void everyPropertyIsAColumn(String layer) {
        List<String> columns = LayerColumns.of(Layer.valueOf(layer.toUpperCase(Locale.ROOT)), false).stream()
                .map(Column::name)
                .toList();
        assertThat(names(view(layer).get(0).get("properties"))).isEqualTo(columns);
    }

    @Test
    void cellsThatWeighHaveTheirHarm() throws IOException, InterruptedException {
        String address = self(TOWN + "&weight=harm&codebook=days");
        JsonNode first = ok(address + "/cells").get("features").get(0).get("properties");
        assertThat(names(first))
                .isEqualTo(LayerColumns.of(Layer.CELLS, true).stream()
                        .map(Column::name)
                        .toList());
        NamedCsvRecord row = csv(address + "/files/cells.csv").get(0);
        assertThat(row.getField("harm")).isEqualTo(first.get("harm").asText());
    }

    private static List<NamedCsvRecord> csv(String path) throws IOException, InterruptedException {
        try (CsvReader<NamedCsvRecord> reader =
                CsvReader.builder().ofNamedCsvRecord(new String(bytes(path), StandardCharsets.UTF_8))) {
            return reader.stream().toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"hotspots", "cells", "contours", "clusters"})
    void csvHasTheFiguresOfTheView(String layer) throws IOException, InterruptedException {
        JsonNode features = view(layer);
        List<NamedCsvRecord> rows = csv(self(TOWN) + "/files/" + layer + ".csv");
        assertThat(rows).hasSize(features.size());
        for (int i = 0; i < rows.size(); i++) {
            JsonNode properties = features.get(i).get("properties");
            NamedCsvRecord row = rows.get(i);
            properties.properties().forEach(member -> {
                if (member.getValue().isValueNode()) {
                    assertSame(row.getField(member.getKey()), member.getValue());
                }
            });
            assertThat(row.getField("run_id")).isEqualTo(run(TOWN).get("run_id").asText());
            assertThat(row.getField("marking")).isEqualTo("OFFICIAL-SENSITIVE");
            if (properties.has("centre")) {
                assertThat(Double.parseDouble(row.getField("longitude")))
                        .isEqualTo(properties.get("centre").get(0).asDouble());
                assertSame(row.getField("settings_dwelling"), properties.at("/settings/dwelling"));
                assertSame(row.getField("change_words"), properties.at("/change/words"));
            }
        }
    }

    private static void assertSame(String field, JsonNode value) {
        if (value.isNumber()) {
            assertThat(Double.parseDouble(field)).isEqualTo(value.asDouble());
        } else {
            assertThat(field).isEqualTo(value.isNull() ? "" : value.asText());
        }
    }

    @ParameterizedTest
    @CsvSource({"hotspots, 27700", "cells, 27700", "contours, 27700", "clusters, 27700", "hotspots, 4326", "cells, 4326"
    })
    void aGeoPackageIsADatabaseOfTheSameFigures(String layer, int crs) throws Exception {
        JsonNode features = view(layer);
        Path file = saved(layer + ".gpkg?crs=" + crs);
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            assertThat(one(database, "pragma application_id")).isEqualTo("1196444487");
            assertThat(one(database, "pragma user_version")).isEqualTo("10300");
            assertThat(one(database, "pragma integrity_check")).isEqualTo("ok");
            assertThat(one(database, "select count(*) from pragma_foreign_key_check"))
                    .isEqualTo("0");
            assertThat(one(database, "select group_concat(srs_id) from gpkg_spatial_ref_sys"))
                    .contains("-1", "0", "4326", "27700");
            assertThat(one(database, "select srs_id || geometry_type_name from gpkg_geometry_columns"))
                    .isEqualTo(crs + "MULTIPOLYGON");
            assertThat(one(database, "select last_change from gpkg_contents")).isEqualTo("2026-03-01T00:00:00.000Z");
            assertThat(new ObjectMapper().readTree(one(database, "select metadata from gpkg_metadata where id = 1")))
                    .isEqualTo(ok(self(TOWN) + "/method-card"));
            assertThat(one(database, "select metadata from gpkg_metadata where id = 2"))
                    .contains("OFFICIAL-SENSITIVE", run(TOWN).get("run_id").asText());
            assertStyle(one(database, "select styleQML from layer_styles"), layer);
            assertRows(database, layer, crs, features);
        }
    }

    private static String one(Connection database, String sql) throws SQLException {
        try (ResultSet found = database.createStatement().executeQuery(sql)) {
            assertThat(found.next()).as(sql).isTrue();
            return found.getString(1);
        }
    }

    private static void assertStyle(String qml, String layer) throws Exception {
        JsonNode legend = run(TOWN).get("legend").get(layer.equals("cells") ? "cells" : "density");
        Document style = xml(qml.replaceFirst("<!DOCTYPE[^>]*>", "").getBytes(StandardCharsets.UTF_8));
        NodeList ranges = style.getElementsByTagName("range");
        assertThat(ranges.getLength()).isEqualTo(legend.get("breaks").size());
        for (int i = 0; i < ranges.getLength(); i++) {
            assertThat(Double.parseDouble(((Element) ranges.item(i)).getAttribute("lower")))
                    .isEqualTo(
                            legend.get("breaks").get(ranges.getLength() - 1 - i).asDouble());
        }
        int darkest = Integer.parseInt(
                legend.get("colours").get(ranges.getLength() - 1).asText().substring(1), 16);
        assertThat(qml).contains((darkest >> 16) + "," + (darkest >> 8 & 255) + "," + (darkest & 255) + ",180");
    }

    /** QGIS takes the first range that holds a value, ends included; the interface's classes begin at their breaks. */
    @ParameterizedTest
    @ValueSource(strings = {"hotspots", "cells", "contours", "clusters"})
    void qgisPaintsEachFeatureAsTheLegendSays(String layer) throws Exception {
        Document style;
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + saved(layer + ".gpkg"))) {
            style = xml(one(database, "select styleQML from layer_styles")
                    .replaceFirst("<!DOCTYPE[^>]*>", "")
                    .getBytes(StandardCharsets.UTF_8));
        }
        NodeList ranges = style.getElementsByTagName("range");
        for (JsonNode feature : view(layer)) {
            JsonNode properties = feature.get("properties");
            String expected = styleOf(layer, properties);
            double value = properties.get(painted(layer)).asDouble();
            String found = "#plain";
            for (int i = ranges.getLength() - 1; i >= 0; i--) {
                Element range = (Element) ranges.item(i);
                if (value >= Double.parseDouble(range.getAttribute("lower"))
                        && value <= Double.parseDouble(range.getAttribute("upper"))) {
                    found = "#class-" + (Integer.parseInt(range.getAttribute("symbol")) + 1);
                }
            }
            assertThat(found).as(feature.toString()).isEqualTo(expected);
        }
    }

    private static void assertRows(Connection database, String layer, int crs, JsonNode features) throws Exception {
        int row = 0;
        try (ResultSet found = database.createStatement().executeQuery("select * from " + layer + " order by fid")) {
            while (found.next()) {
                JsonNode properties = features.get(row++).get("properties");
                Geometry outline = GeoPackageGeometry.of(found.getBytes("geom"));
                assertThat(outline.getGeometryType()).isEqualTo("MultiPolygon");
                assertThat(outline.isValid()).isTrue();
                if (crs == 27700 && properties.has("area_km2")) {
                    double km2 = properties.get("area_km2").asDouble();
                    assertThat(outline.getArea() / 1e6).isCloseTo(km2, within(km2 / 1000));
                }
                if (crs == 4326) {
                    assertThat(outline.getEnvelopeInternal().getMinX()).isBetween(-3.0, -1.0);
                    assertThat(outline.getEnvelopeInternal().getMinY()).isBetween(52.0, 53.0);
                }
                if (properties.has("count")) {
                    assertThat(found.getLong("count"))
                            .isEqualTo(properties.get("count").asLong());
                }
                if (properties.has("share")) {
                    assertThat(found.getDouble("share"))
                            .isEqualTo(properties.get("share").asDouble());
                    assertThat(found.getString("near"))
                            .isEqualTo(properties.get("near").asText(null));
                    assertThat(found.getString("change_from"))
                            .isEqualTo(properties.at("/change/from").asText());
                }
            }
        }
        assertThat(row).isEqualTo(features.size());
    }

    private static Document xml(byte[] content) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(content));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hotspots", "cells", "contours"})
    void kmlHasAPlaceMarkForEachFeature(String layer) throws Exception {
        JsonNode features = view(layer);
        Document kml = xml(bytes(self(TOWN) + "/files/" + layer + ".kml"));
        Element content = (Element) kml.getElementsByTagName("Document").item(0);
        List<String> order = new ArrayList<>();
        for (int i = 0; i < content.getChildNodes().getLength(); i++) {
            String name = content.getChildNodes().item(i).getNodeName();
            if (order.isEmpty() || !order.get(order.size() - 1).equals(name)) {
                order.add(name);
            }
        }
        assertThat(order)
                .as("the sequence of OGC 07-147r2's schema")
                .containsExactly("name", "description", "Style", "ExtendedData", "Schema", "Placemark");
        NodeList marks = kml.getElementsByTagName("Placemark");
        assertThat(marks.getLength()).isEqualTo(features.size());
        for (int i = 0; i < marks.getLength(); i++) {
            Element mark = (Element) marks.item(i);
            JsonNode told = features.get(i).get("properties");
            for (String name : List.of("count", "density_per_km2", "near")) {
                if (told.has(name)) {
                    assertSame(figure(mark, name), told.get(name));
                }
            }
            assertThat(mark.getElementsByTagName("styleUrl").item(0).getTextContent())
                    .isEqualTo(styleOf(layer, told));
            String first = mark.getElementsByTagName("coordinates").item(0).getTextContent();
            assertThat(first).matches("(-?[0-9]+\\.[0-9]{7},[0-9]+\\.[0-9]{7} ?)+");
            assertThat(first.split(" ")[0]).as("closed").isEqualTo(first.substring(first.lastIndexOf(' ') + 1));
        }
    }

    private static String painted(String layer) {
        return switch (layer) {
            case "cells" -> "count";
            case "contours" -> "density_per_km2";
            default -> "peak_density_per_km2";
        };
    }

    /** By the legend, from the top. */
    private static String styleOf(String layer, JsonNode properties) {
        JsonNode breaks = run(TOWN)
                .get("legend")
                .get(layer.equals("cells") ? "cells" : "density")
                .get("breaks");
        for (int i = breaks.size() - 1; i >= 0; i--) {
            if (properties.get(painted(layer)).asDouble() >= breaks.get(i).asDouble()) {
                return "#class-" + (i + 1);
            }
        }
        return "#plain";
    }

    private static String figure(Element mark, String name) {
        NodeList data = mark.getElementsByTagName("SimpleData");
        for (int i = 0; i < data.getLength(); i++) {
            if (((Element) data.item(i)).getAttribute("name").equals(name)) {
                return data.item(i).getTextContent();
            }
        }
        throw new AssertionError("no " + name);
    }

    @Test
    void theGeoTiffOfTheForceHoldsItsEvents() throws IOException, InterruptedException {
        JsonNode run = run("theme=all");
        byte[] tiff = bytes(run.get("links").get("self").asText() + "/files/density.tif");
        Raster raster = ImageIO.read(new ByteArrayInputStream(tiff)).getRaster();
        float[] values = raster.getPixels(0, 0, raster.getWidth(), raster.getHeight(), (float[]) null);
        double sum = 0;
        double max = 0;
        for (float value : values) {
            sum += value == -9999 ? 0 : value;
            max = Math.max(max, value);
        }
        // The force is 10 km by 20 km; the raster goes on around it.
        double cellKm2 = 200.0 / cells(values);
        assertThat(sum * cellKm2)
                .isCloseTo(run.get("n").asDouble(), within(run.get("n").asDouble() / 100));
        double told = run.at("/legend/density/max").asDouble();
        assertThat(max).isCloseTo(told, within(told / 1000));
    }

    private static long cells(float[] values) {
        long cells = 0;
        for (float value : values) {
            cells += value == -9999 ? 0 : 1;
        }
        return cells;
    }

    @Test
    void theSameRunIsTheSameBytes() throws IOException, InterruptedException {
        List<String> files = new ArrayList<>(List.of("density.tif", "hotspots.gpkg?crs=4326"));
        FEATURES.forEach(
                layer -> List.of("geojson", "gpkg", "csv", "kml").forEach(format -> files.add(layer + "." + format)));
        try (World other = new World(Files.createDirectories(folder.resolve("other")), 1_000_000)) {
            for (String file : files) {
                String address = self(TOWN) + "/files/" + file;
                assertThat(other.wire.get("/api/v1/runs?" + TOWN).statusCode()).isEqualTo(200);
                assertThat(sha256(other.wire.getBytes(address).body())).as(file).isEqualTo(sha256(bytes(address)));
            }
        }
    }

    @Test
    void whereNothingStandsOutTheFilesAreWholeAndEmpty() throws IOException, InterruptedException, SQLException {
        JsonNode run = run("theme=hate&area=district:south&from=2025-03-01&to=2025-03-08");
        String address = run.get("links").get("self").asText();
        assertThat(run.at("/verdict/kind").asText()).isEqualTo("chance");
        Path file = Files.write(folder.resolve("empty.gpkg"), bytes(address + "/files/hotspots.gpkg"));
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            assertThat(one(database, "select count(*) from hotspots")).isEqualTo("0");
            assertThat(one(database, "select description from gpkg_contents"))
                    .contains(run.at("/verdict/sentence").asText());
            assertThat(one(database, "select min_x from gpkg_contents")).isNull();
        }
        assertThat(csv(address + "/files/hotspots.csv")).isEmpty();
    }

    @Test
    void aDownloadGoesOnWhereItBrokeOff() throws IOException, InterruptedException {
        String address = self(TOWN) + "/files/cells.gpkg";
        HttpResponse<byte[]> whole = wire.getBytes(address, "Accept-Encoding", "gzip");
        int length = whole.body().length;
        assertThat(whole.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(whole.headers().firstValue("Content-Disposition").orElseThrow())
                .matches("attachment; filename=\"cells-[0-9a-f]{12}-27700\\.gpkg\"");
        assertThat(whole.headers().firstValue("Repr-Digest"))
                .hasValue("sha-256=:"
                        + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(sha256(whole.body()))) + ":");
        assertThat(whole.headers().firstValue("X-Feature-Count"))
                .hasValue("" + view("cells").size());
        String tag = whole.headers().firstValue("ETag").orElseThrow();
        assertThat(tag).startsWith("\"");

        byte[] joined = Arrays.copyOf(bytes(address, "Range", "bytes=0-999"), length);
        HttpResponse<byte[]> rest = wire.getBytes(address, "Range", "bytes=1000-", "If-Range", tag);
        assertThat(rest.statusCode()).isEqualTo(206);
        assertThat(rest.headers().firstValue("Content-Range")).hasValue("bytes 1000-" + (length - 1) + "/" + length);
        System.arraycopy(rest.body(), 0, joined, 1000, length - 1000);
        assertThat(joined).isEqualTo(whole.body());
        assertThat(bytes(address, "Range", "bytes=-7")).isEqualTo(Arrays.copyOfRange(whole.body(), length - 7, length));

        for (String ignored : List.of("bytes=0-1,4-5", "bytes=9-3", "lines=1-2", "bytes=-")) {
            assertThat(wire.getBytes(address, "Range", ignored).statusCode())
                    .as(ignored)
                    .isEqualTo(200);
        }
        assertThat(wire.getBytes(address, "Range", "bytes=1-2", "If-Range", "\"another\"")
                        .statusCode())
                .isEqualTo(200);
        HttpResponse<String> beyond = wire.get(address, "Range", "bytes=" + length + "-");
        assertProblem(beyond, 416, "range-not-satisfiable");
        assertThat(beyond.headers().firstValue("Content-Range")).hasValue("bytes */" + length);
        assertThat(wire.get(address, "If-None-Match", tag).statusCode()).isEqualTo(304);
        HttpResponse<String> head = wire.send("HEAD", address, BodyPublishers.noBody());
        assertThat(head.headers().firstValue("Content-Length")).hasValue("" + length);
    }

    @Test
    void whatIsNotWrittenIsRefusedWithTheRule() {
        String files = self(TOWN) + "/files/";
        for (String none : List.of("density.csv", "hotspots.tif", "hotspots.shp", "victims.csv")) {
            assertProblem(wire.get(files + none), 404, "not-found");
        }
        assertThat(assertProblem(wire.get(files + "cells.kml?crs=27700"), 400, "invalid-parameter")
                        .at("/errors/0/reason")
                        .asText())
                .isEqualTo("crs=27700: for kml 4326");
        assertThat(assertProblem(wire.get(files + "cells.gpkg?crs=3857"), 400, "invalid-parameter")
                        .at("/errors/0/reason")
                        .asText())
                .isEqualTo("crs=3857: for gpkg 27700, 4326");
        assertProblem(wire.get(files + "cells.gpkg?srs=4326"), 400, "unknown-parameter");
        assertProblem(wire.get("/api/v1/runs/" + "0".repeat(64) + "/files/cells.csv"), 404, "run-not-found");
    }

    private static HttpResponse<String> post(String body) {
        return wire.send("POST", "/api/v1/exports", BodyPublishers.ofString(body), "Content-Type", "application/json");
    }

    @Test
    void aJobEndsWithTheSameFile() throws IOException, InterruptedException {
        String runId = run(TOWN).get("run_id").asText();
        HttpResponse<String> begun =
                post("{\"run\":\"" + runId + "\",\"layer\":\"hotspots\",\"format\":\"gpkg\",\"crs\":\"4326\"}");
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(202);
        String address = begun.headers().firstValue("Location").orElseThrow();
        JsonNode job = ok(address);
        while (!List.of("done", "failed").contains(job.get("state").asText())) {
            Thread.sleep(20);
            job = ok(address);
        }
        assertThat(job.get("state").asText()).as(job.toString()).isEqualTo("done");
        byte[] file = bytes(job.at("/links/file").asText());
        assertThat(file).isEqualTo(bytes(self(TOWN) + "/files/hotspots.gpkg?crs=4326"));
        assertThat(job.get("sha256").asText()).isEqualTo(sha256(file));
        assertThat(job.get("bytes").asLong()).isEqualTo(file.length);
        assertThat(job.get("count").asLong()).isEqualTo(view("hotspots").size());
        assertThat(job.get("marking").asText()).isEqualTo("OFFICIAL-SENSITIVE");
        assertThat(wire.send("DELETE", address, BodyPublishers.noBody()).statusCode())
                .isEqualTo(204);
        assertProblem(wire.get(address), 404, "export-not-found");
        assertProblem(wire.get(address + "/file"), 404, "export-not-found");
    }

    @Test
    void aJobThatCannotBeIsRefusedWithEveryFault() {
        JsonNode words = assertProblem(
                post("{\"run\":\"" + "0".repeat(64) + "\",\"layer\":\"victims\",\"format\":\"shp\"}"),
                400,
                "invalid-parameter");
        assertThat(words.get("errors").findValuesAsText("name")).containsExactly("layer", "format");
        JsonNode members = assertProblem(post("{\"runs\":1,\"layer\":2}"), 400, "invalid-parameter");
        assertThat(new TreeSet<>(members.get("errors").findValuesAsText("name")))
                .containsExactly("format", "layer", "run", "runs");
        JsonNode mixed =
                assertProblem(post("{\"run\":\"abc\",\"format\":\"shp\",\"note\":1}"), 400, "invalid-parameter");
        assertThat(mixed.get("errors").findValuesAsText("name")).containsExactly("note", "run", "layer", "format");
        assertThat(mixed.get("errors").findValuesAsText("in")).containsOnly("body");
        JsonNode otherwise = assertProblem(
                post("{\"run\":\"\\u0000\",\"layer\":\"cells\",\"format\":\"csv\",\"crs\":\"4326\"}"),
                400,
                "invalid-parameter");
        assertThat(otherwise.get("errors").findValuesAsText("name")).containsExactly("run", "crs");
        assertProblem(
                post("{\"run\":\"" + "0".repeat(64) + "\",\"layer\":\"cells\",\"format\":\"csv\"}"),
                404,
                "run-not-found");
        assertProblem(post("["), 400, "malformed-json");
    }

    @ParameterizedTest
    @CsvSource({
        "hotspots.gpkg, 27700, Multi Polygon",
        "cells.gpkg, 27700, Multi Polygon",
        "contours.gpkg?crs=4326, 4326, Multi Polygon",
        "clusters.geojson, 4326, Multi Polygon",
        "cells.geojson, 4326, Polygon",
        "cells.kml, 4326, ",
        "hotspots.kml, 4326, "
    })
    void gdalReadsTheOutlines(String file, String crs, String geometry) throws IOException, InterruptedException {
        String layer = file.substring(0, file.indexOf('.'));
        Path saved = saved(file);
        String said = InstalledProgram.run("ogrinfo", "-ro", "-al", "-so", saved.toString());
        assertThat(said).contains("Feature Count: " + view(layer).size()).contains("ID[\"EPSG\"," + crs + "]");
        if (geometry != null) {
            assertThat(said).contains("Geometry: " + geometry);
        }
        if (view(layer).get(0).get("properties").has("count")) {
            String all = InstalledProgram.run("ogrinfo", "-ro", "-al", "-geom=NO", saved.toString());
            assertThat(sum(COUNT.matcher(all).results().map(found -> Long.parseLong(found.group(1)))))
                    .isEqualTo(sum(StreamSupport.stream(view(layer).spliterator(), false)
                            .map(each -> each.at("/properties/count").asLong())));
        }
    }

    private static long sum(Stream<Long> counts) {
        return counts.mapToLong(Long::longValue).sum();
    }

    @Test
    void gdalReadsTheSurface() throws IOException, InterruptedException {
        Path saved = saved("density.tif");
        JsonNode told = new ObjectMapper()
                .readTree(InstalledProgram.run(
                        "gdalinfo", "-json", "-stats", "--config", "GDAL_PAM_ENABLED", "NO", saved.toString()));
        assertThat(told.at("/coordinateSystem/wkt").asText()).contains("British National Grid", "27700");
        assertThat(told.at("/bands/0/type").asText()).isEqualTo("Float32");
        assertThat(told.at("/bands/0/noDataValue").asDouble()).isEqualTo(-9999);
        assertThat(told.at("/bands/0/unit").asText()).isEqualTo("incidents per km2 over the period");
        assertThat(told.at("/metadata//RUN_ID").asText())
                .isEqualTo(run(TOWN).get("run_id").asText());
        assertThat(new ObjectMapper().readTree(told.at("/metadata//METHOD_CARD").asText()))
                .isEqualTo(ok(self(TOWN) + "/method-card"));
        double max = run(TOWN).at("/legend/density/max").asDouble();
        assertThat(told.at("/bands/0/maximum").asDouble()).isCloseTo(max, within(max / 1000));
    }
}
