package org.hotspots.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ListAssert;
import org.hotspots.support.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Polygon;

class AreaFileTest {
    private static final AreaFile.Options TOWNS = AreaFile.Options.of(AreaKind.TOWN);
    private static final AreaFile.Options TOWNS_IN_METRES =
            new AreaFile.Options(AreaKind.TOWN, "code", "name", "EPSG:27700");

    @Test
    void readsNamesCodesAndOutlinesInNameOrder() throws IOException {
        AreaFile file = read(
                TOWNS_IN_METRES,
                feature("E2", "Rugby", square(450_000, 275_000, 1_000)),
                feature("E1", "Bedworth", square(435_000, 286_000, 2_000)));

        assertThat(file.areas())
                .extracting(area -> area.address().toString())
                .containsExactly("town:bedworth", "town:rugby");
        assertThat(file.areas()).extracting(Area::code).containsExactly("E1", "E2");
        assertThat(file.areas().get(0).outline().getArea()).isEqualTo(4e6);
        assertThat(file.areas().get(0).outline().getSRID()).isEqualTo(27700);
        assertThat(file.repairs()).isEmpty();
    }

    @Test
    void windsOuterRingsCounterClockwiseAndHolesClockwise() throws IOException {
        String clockwise = "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[0,9],[9,9],[9,0],[0,0]],"
                + "[[2,2],[4,2],[4,4],[2,4],[2,2]]]}";
        Polygon outline = (Polygon) read(TOWNS_IN_METRES, feature("E1", "Rugby", clockwise))
                .areas()
                .get(0)
                .outline()
                .getGeometryN(0);

        assertThat(Orientation.isCCW(outline.getExteriorRing().getCoordinates()))
                .isTrue();
        assertThat(Orientation.isCCW(outline.getInteriorRingN(0).getCoordinates()))
                .isFalse();
        assertThat(outline.getArea()).isEqualTo(77);
    }

    @ParameterizedTest
    @CsvSource({"urn:ogc:def:crs:OGC:1.3:CRS84", "urn:ogc:def:crs:EPSG::4326", "EPSG:4326"})
    void honoursACrsMemberOfLongitudeAndLatitude(String name) throws IOException {
        AreaFile named = AreaFile.read(collection(crs(name), feature("E1", "Rugby", square(-1.3, 52.3, 0.1))), TOWNS);
        AreaFile unnamed = read(TOWNS, feature("E1", "Rugby", square(-1.3, 52.3, 0.1)));

        assertThat(named.areas()
                        .get(0)
                        .outline()
                        .equalsExact(unnamed.areas().get(0).outline()))
                .isTrue();
        // A degree of longitude at 52.35 N is 68.2 km, one of latitude 111.3 km.
        assertThat(named.areas().get(0).outline().getArea()).isCloseTo(6_820.0 * 11_130, within(1e6));
    }

    @Test
    void honoursACrsMemberOfTheBritishGrid() throws IOException {
        byte[] geoJson =
                collection(crs("urn:ogc:def:crs:EPSG::27700"), feature("E1", "Rugby", square(450_000, 275_000, 100)));

        assertThat(AreaFile.read(geoJson, TOWNS).areas().get(0).outline().getArea())
                .isEqualTo(1e4);
    }

    @Test
    void refusesAnotherCrs() {
        assertFaults(collection(crs("EPSG:3857"), feature("E1", "Rugby", square(0, 0, 1))), TOWNS)
                .containsExactly("crs=EPSG:3857: one of CRS84, EPSG:4326, EPSG:27700");
    }

    @Test
    void namesakesGetTheirCodes() throws IOException {
        AreaFile file = read(
                TOWNS_IN_METRES,
                feature("E2", "St John's & Bilton", square(0, 0, 1)),
                feature("E1", "St Johns and Bilton", square(5, 5, 1)),
                feature("E3", "Dŵr-y-Felin", square(7, 7, 1)));

        assertThat(file.areas())
                .extracting(area -> area.address().slug())
                .containsExactly("dwr-y-felin", "st-johns-and-bilton-e2", "st-johns-and-bilton-e1");
    }

    @Test
    void tellsEveryFaultWithItsFeature() {
        String open = "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[0,9],[9,9],[9,0]]]}";
        byte[] geoJson = collection(
                "",
                feature("", "Rugby", square(-1.3, 52.3, 0.1)),
                feature("E2", "  ", square(-1.3, 52.3, 0.1)),
                feature("E3", "Open", open),
                feature("E4", "Swapped", square(52.3, -1.3, 0.1)),
                feature("E5", "Projected", square(450_000, 275_000, 100)),
                feature("E6", "Point", "{\"type\":\"Point\",\"coordinates\":[-1.3,52.3]}"),
                feature("E7", "Nothing", "null"),
                feature("E8", "Empty", "{\"type\":\"MultiPolygon\",\"coordinates\":[]}"),
                feature("E9", "Words", "{\"type\":\"Polygon\",\"coordinates\":[[[1,2],[\"x\",2],[3,4],[1,2]]]}"),
                feature("E10", "Huge", "{\"type\":\"Polygon\",\"coordinates\":[[[1e999,2],[1,2],[3,4],[1e999,2]]]}"),
                feature(
                        "E11",
                        "Bow",
                        "{\"type\":\"Polygon\",\"coordinates\":"
                                + "[[[-1,52],[-1.1,52.1],[-1,52.1],[-1.1,52],[-1,52]]]}"));

        assertFaults(geoJson, TOWNS)
                .anySatisfy(fault ->
                        assertThat(fault).startsWith("feature 0: no property \"code\" with a value; it has code, name"))
                .anySatisfy(fault -> assertThat(fault).startsWith("feature 1: no property \"name\" with a value"))
                .anySatisfy(fault -> assertThat(fault).startsWith("feature 2: a ring is not closed"))
                .anySatisfy(fault ->
                        assertThat(fault).startsWith("feature 3 (Swapped)").endsWith("the two axes look swapped"))
                .anySatisfy(fault -> assertThat(fault)
                        .startsWith("feature 4 (Projected)")
                        .endsWith("it looks projected: give crs EPSG:27700"))
                .anySatisfy(fault -> assertThat(fault).isEqualTo("feature 5: geometry Point: Polygon or MultiPolygon"))
                .anySatisfy(fault -> assertThat(fault).isEqualTo("feature 6: it has no geometry"))
                .anySatisfy(fault -> assertThat(fault).isEqualTo("feature 7: the geometry is empty"))
                .anySatisfy(
                        fault -> assertThat(fault).isEqualTo("feature 8: a position must be two numbers: [\"x\",2]"))
                .anySatisfy(
                        fault -> assertThat(fault).startsWith("feature 9 (Huge): the vertex Infinity,2.0 is outside"))
                .anySatisfy(fault -> assertThat(fault).startsWith("feature 10 (Bow): the outline is not valid"))
                .hasSize(11);
    }

    @Test
    void repairsASpikeThatHoldsNoAreaAndTellsIt() throws IOException {
        String spiked = "{\"type\":\"Polygon\",\"coordinates\":"
                + "[[[0,0],[100,0],[100,100],[100,150],[100,100],[0,100],[0,0]]]}";
        AreaFile file = read(TOWNS_IN_METRES, feature("E1", "Rugby", spiked));

        assertThat(file.areas().get(0).outline().isValid()).isTrue();
        assertThat(file.areas().get(0).outline().getArea()).isEqualTo(1e4);
        assertThat(file.repairs()).singleElement().asString().startsWith("feature 0 (Rugby): the outline was repaired");
    }

    @Test
    void theSameAreaTwiceIsAFault() {
        assertFaults(
                        collection(
                                "",
                                feature("E1", "Rugby", square(-1.3, 52.3, 0.1)),
                                feature("E1", "Rugby", square(-1.3, 52.3, 0.1))),
                        TOWNS)
                .containsExactly("\"Rugby\" (E1): given twice");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[]|the file is not a JSON object",
                "{}|type=: FeatureCollection",
                "{\"type\":\"FeatureCollection\",\"features\":[]}|no features",
                "{\"type\":\"FeatureCollection\",\"features\":3}|the member \"features\" is not an array",
                "{\"type\":\"FeatureCollection\",\"features\":[{|not JSON at line 1, column 42",
            })
    void whatIsNoFeatureCollectionIsRefused(String json, String fault) {
        assertFaults(json.getBytes(StandardCharsets.UTF_8), TOWNS)
                .singleElement()
                .asString()
                .startsWith(fault);
    }

    @Test
    void aFileAboveTheBoundIsNotRead(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("big.geojson");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(AreaFile.MAX_BYTES + 1);
        }

        assertThatThrownBy(() -> AreaFile.read(file, TOWNS))
                .isInstanceOf(AreaFileException.class)
                .hasMessage("file of 67108865 bytes: at most 67108864");
    }

    /** Every feature has its code once, so the file's text tells their number. */
    @ParameterizedTest
    @CsvSource({
        "warwickshire-districts.geojson, DISTRICT, code, name",
        "warwickshire-towns.geojson, TOWN, code, name",
        "warwickshire-lsoa-2011.geojson, LSOA, LSOA11CD, LSOA11NM",
        "warwickshire-lsoa-2021.geojson, LSOA, LSOA21CD, LSOA21NM",
        "warwickshire-wards-2025.geojson, WARD, WD25CD, WD25NM",
    })
    void readsPublishedBoundaries(String fileName, AreaKind kind, String code, String name) throws IOException {
        Path path = SharedData.require("boundaries/" + fileName);
        int features = Files.readString(path).split("\"" + code + "\"", -1).length - 1;

        AreaFile file = AreaFile.read(path, new AreaFile.Options(kind, code, name, null));

        assertThat(file.areas().size()).isEqualTo(features);
        assertThat(file.areas()).extracting(area -> area.outline().isValid()).containsOnly(true);
    }

    private static ListAssert<String> assertFaults(byte[] geoJson, AreaFile.Options options) {
        try {
            return assertThat(AreaFile.read(geoJson, options).areas().stream()
                    .map(area -> "no fault: " + area)
                    .toList());
        } catch (AreaFileException e) {
            return assertThat(e.faults());
        } catch (IOException e) {
            throw new AssertionError("bytes in memory can be read", e);
        }
    }

    private static AreaFile read(AreaFile.Options options, String... features) throws IOException {
        return AreaFile.read(collection("", features), options);
    }

    private static byte[] collection(String members, String... features) {
        return ("{\"type\":\"FeatureCollection\"," + members + "\"features\":[" + String.join(",", List.of(features))
                        + "]}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String crs(String name) {
        return "\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"" + name + "\"}},";
    }

    private static String feature(String code, String name, String geometry) {
        return "{\"type\":\"Feature\",\"properties\":{\"code\":\"" + code + "\",\"name\":\"" + name
                + "\"},\"geometry\":" + geometry + "}";
    }

    private static String square(double x, double y, double side) {
        return "{\"type\":\"Polygon\",\"coordinates\":[[[" + x + "," + y + "],[" + (x + side) + "," + y + "],["
                + (x + side) + "," + (y + side) + "],[" + x + "," + (y + side) + "],[" + x + "," + y + "]]]}";
    }
}
