package org.hotspots.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotspots.http.ServerMannersTest.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.hotspots.area.Area;
import org.hotspots.area.AreaAddress;
import org.hotspots.area.AreaIndex;
import org.hotspots.area.AreaKind;
import org.hotspots.support.TestWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/** Requests for features that are not kind: boxes, systems, limits, forms. */
class OgcCasesTest extends OgcWorld {
    /** Corners of the made-up town. */
    private static final Envelope TOWN = new Envelope(403_000, 407_000, 303_000, 306_000);

    private static JsonNode refused(String collection, String query) {
        return assertProblem(wire.get(ROOT + items(collection, query)), 400, "invalid-parameter");
    }

    private static int matched(String collection, String query) {
        return ogc(items(collection, query)).get("numberMatched").asInt();
    }

    @Test
    void Q01_aBoxWhoseSouthIsNorthOfItsNorthIsRefused() {
        for (String collection : collections()) {
            JsonNode problem = refused(collection, "bbox=-2,53,-1,52");
            assertThat(problem.get("errors").findValuesAsText("name")).containsExactly("bbox");
        }
    }

    /** The first box is the one that the consortium's own test program sends. */
    @Test
    void Q02_aBoxWhoseWestIsEastOfItsEastLiesOverThe180thMeridian() {
        for (String collection : collections()) {
            assertThat(matched(collection, "bbox=177,65,-177,70")).isZero();
            assertThat(matched(collection, "bbox=-1,50,-3,53")).isZero();
        }
        assertThat(ids(walk("areas-town", "bbox=170,50,-1.8,53"))).containsExactly("middleton");
        assertThat(ids(walk("cells-all", "limit=10000&bbox=3,50,2.9,53")))
                .isEqualTo(ids(walk("cells-all", "limit=10000")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NaN,50,0,53",
                "-2,50,Infinity,53",
                "1d,50,2,53",
                "0x1,50,2,53",
                "-2,50,0",
                "-2,50,0,53,1",
                "-2,50,0,0,53,1,2",
                "",
                ",,,",
                "1e999,50,2,53"
            })
    void Q03_whatIsNoBoxIsRefused(String box) {
        assertThat(refused("cells-all", "bbox=" + box).get("errors").findValuesAsText("name"))
                .containsExactly("bbox");
    }

    @Test
    void Q03_heightsArePassedOver() {
        int flat = matched("cells-all", "bbox=-1.95,52.62,-1.9,52.66");
        assertThat(flat).isPositive();
        assertThat(matched("cells-all", "bbox=-1.95,52.62,-50,-1.9,52.66,9000")).isEqualTo(flat);
        assertThat(matched("cells-all", "bbox=-1.95,52.62,7,-1.9,52.66,7")).isEqualTo(flat);
    }

    @Test
    void Q04_theWholeWorldComesInPages() {
        for (String collection : collections()) {
            JsonNode page = ogc(items(collection, "limit=2&bbox=-180,-90,180,90"));
            int all = page.get("numberMatched").asInt();
            assertThat(all).isEqualTo(matched(collection, ""));
            assertThat(page.get("numberReturned").asInt()).isEqualTo(Math.min(2, all));
            assertThat(links(page, "next")).hasSize(all > 2 ? 1 : 0);
        }
    }

    /** The page says what a list leaves out ({@code StubPageTest}); its map is of pictures, which leave no cell out. */
    @Test
    void Q04_aTileSaysWhetherCellsAreLeftOut() throws IOException, InterruptedException {
        String tiles = ROOT + "/collections/cells-all/tiles/WebMercatorQuad/";
        HttpResponse<byte[]> world = wire.getBytes(tiles + "0/0/0");
        assertThat(world.statusCode()).as("no cell is as large as a unit").isEqualTo(204);
        assertThat(world.headers().firstValue("X-Truncated")).hasValue("true");
        HttpResponse<byte[]> county = wire.getBytes(tiles + "9/167/253");
        assertThat(county.body()).hasSizeBetween(1000, 500_000);
        assertThat(county.headers().firstValue("X-Truncated")).hasValue("false");
        HttpResponse<byte[]> elsewhere = wire.getBytes(tiles + "9/0/0");
        assertThat(elsewhere.statusCode()).isEqualTo(204);
        assertThat(elsewhere.headers().firstValue("X-Truncated")).hasValue("false");
    }

    @Test
    void Q05_systemsAreNamedInFullAndKeepTheirOwnOrder() {
        for (String unknown : List.of(EPSG + "4258", EPSG + "0", "EPSG:27700", "27700", "x")) {
            assertThat(refused("areas-town", "crs=" + unknown).get("errors").findValuesAsText("name"))
                    .containsExactly("crs");
            assertThat(refused("areas-town", "bbox=0,0,1,1&bbox-crs=" + unknown)
                            .get("errors")
                            .findValuesAsText("name"))
                    .containsExactly("bbox-crs");
        }
        assertThat(corner("crs=" + EPSG + "27700")).isEqualTo(new Coordinate(TOWN.getMinX(), TOWN.getMinY()));
        Coordinate lonLat = corner("");
        assertThat(lonLat.x).isBetween(-2.0, -1.9);
        assertThat(lonLat.y).isBetween(52.6, 52.7);
        assertThat(corner("crs=" + CRS84)).isEqualTo(lonLat);
        assertThat(corner("crs=" + EPSG + "4326")).isEqualTo(new Coordinate(lonLat.y, lonLat.x));
        String middle = "bbox=404000,304000,405000,305000&bbox-crs=" + EPSG + "27700";
        assertThat(ids(walk("areas-town", middle))).containsExactly("middleton");
        assertThat(walk("areas-town", "bbox=304000,404000,305000,405000&bbox-crs=" + EPSG + "27700"))
                .isEmpty();
    }

    private static Coordinate corner(String query) {
        Envelope box =
                geometry(ogc(items("areas-town", query)).get("features").get(0)).getEnvelopeInternal();
        return new Coordinate(box.getMinX(), box.getMinY());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "unlimited", "1.5", "%2B1", "01", "%D9%A3"})
    void Q23_aLimitIsAWholeNumberFromOne(String limit) {
        assertThat(refused("cells-all", "limit=" + limit).get("errors").findValuesAsText("name"))
                .containsExactly("limit");
    }

    @Test
    void Q23_aLimitBeyondTheMostIsTheMost() throws InterruptedException {
        List<Area> many = IntStream.range(0, 10_050)
                .mapToObj(i -> TestWorld.area(
                        new AreaAddress(AreaKind.LSOA, "n" + i),
                        "N" + i,
                        TestWorld.box(
                                400_000 + 50 * (i % 200),
                                300_000 + 50 * (i / 200),
                                400_050 + 50 * (i % 200),
                                300_050 + 50 * (i / 200))))
                .toList();
        try (World crowded = new World(folder.resolve("crowded"), 1000)) {
            List<Area> areas = new ArrayList<>(TestWorld.areas().areas());
            areas.addAll(many);
            crowded.snapshots.publish(
                    TestWorld.snapshot(TestWorld.version(2), TestWorld.draft(1, 100), new AreaIndex(areas)));
            OgcPinTest.awaitVersion(crowded.wire, 2);
            JsonNode page = Wire.json(crowded.wire.get(ROOT + items("areas-lsoa", "limit=1000000000")));
            assertThat(page.get("numberMatched").asInt()).isEqualTo(10_050);
            assertThat(page.get("features")).hasSize(10_000);
            String next = links(page, "next").get(0).get("href").asText();
            assertThat(next).contains("limit=10000&", "offset=10000");
            JsonNode rest = Wire.json(crowded.wire.get(next.substring(next.indexOf(ROOT))));
            assertThat(rest.get("features")).hasSize(50);
            assertThat(links(rest, "next")).isEmpty();
        }
    }

    @Test
    void Q25_theParameterGoesBeforeTheHeaderAndStaysInTheLinks() {
        String path = ROOT + items("cells-all", "limit=2");
        assertProblem(wire.get(path, "Accept", "application/xml"), 406, "not-acceptable");
        for (String accept : List.of("application/xml", "text/html", "*/*")) {
            HttpResponse<String> json = wire.get(path + "&f=json", "Accept", accept);
            assertThat(json.statusCode()).as(accept).isEqualTo(200);
            assertThat(json.headers().firstValue("Content-Type")).hasValue("application/geo+json");
            assertThat(links(Wire.json(json), "next").get(0).get("href").asText())
                    .contains("f=json");
        }
        HttpResponse<String> html = wire.get(path + "&f=html", "Accept", "application/json");
        assertThat(html.headers().firstValue("Content-Type")).hasValue("text/html;charset=utf-8");
        assertThat(html.body()).containsPattern("<a href=\"[^\"]*f=html[^\"]*offset=2");
        assertProblem(wire.get(path + "&f=xml", "Accept", "application/xml"), 400, "invalid-parameter");
    }
}
