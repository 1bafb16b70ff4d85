package org.hotspots.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** The abstract tests of coordinate reference systems: OGC 18-058, annex A. */
@Covers("http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/crs")
class OgcCrsTest extends OgcWorld {
    private static final List<String> ALL = List.of(CRS84, EPSG + "4326", EPSG + "27700", EPSG + "3857");
    private static final double EARTH_METRES = 6_378_137;

    private static Coordinate[] positions(String collection, String crs) {
        JsonNode feature =
                ogc(items(collection, "limit=1&crs=" + crs)).get("features").get(0);
        return geometry(feature).getCoordinates();
    }

    @Test
    @DisplayName("/conf/crs/crs-uri")
    void everySystemIsNamedByItsAddress() {
        JsonNode all = ogc("/collections");
        assertThat(elements(all.get("crs")).stream().map(JsonNode::asText)).containsExactlyElementsOf(ALL);
        for (JsonNode collection : all.get("collections")) {
            assertThat(elements(collection.get("crs")).stream().map(JsonNode::asText))
                    .containsExactlyElementsOf(ALL);
        }
    }

    @Test
    @DisplayName("/conf/crs/default-crs")
    void theDefaultIsTheFirst() {
        for (JsonNode collection : ogc("/collections").get("collections")) {
            assertThat(collection.at("/crs/0").asText()).isEqualTo(CRS84);
        }
    }

    @Test
    @DisplayName("/conf/crs/storageCrs")
    void theStoredSystemIsOneOfThem() {
        for (JsonNode collection : ogc("/collections").get("collections")) {
            assertThat(collection.get("storageCrs").asText())
                    .isEqualTo(EPSG + "27700")
                    .isIn(ALL);
        }
    }

    @Test
    @DisplayName("/conf/crs/crs-parameter")
    void theAnswerIsInTheSystemAskedForAndSaysSo() {
        for (String collection : collections()) {
            for (String crs : ALL) {
                HttpResponse<String> page = wire.get(ROOT + items(collection, "limit=1&crs=" + crs));
                assertThat(page.headers().firstValue("Content-Crs")).contains("<" + crs + ">");
                for (JsonNode feature : Wire.json(page).get("features")) {
                    HttpResponse<String> alone = wire.get(ROOT + "/collections/" + collection + "/items/"
                            + feature.get("id").asText() + "?crs=" + crs);
                    assertThat(alone.headers().firstValue("Content-Crs")).contains("<" + crs + ">");
                    assertThat(Wire.json(alone).get("geometry")).isEqualTo(feature.get("geometry"));
                }
            }
        }
    }

    @Test
    @DisplayName("/conf/crs/crs-parameter-default")
    void withoutTheParameterItIsCrs84() {
        assertThat(ogc(items("areas-town", "")).get("features"))
                .isEqualTo(ogc(items("areas-town", "crs=" + CRS84)).get("features"));
    }

    @Test
    @DisplayName("/conf/crs/crs-parameter-invalid")
    void anotherSystemIsRefused() {
        requireProblem(items("areas-town", "crs=" + EPSG + "4258"), "invalid-parameter");
        requireProblem(items("areas-town", "crs=EPSG:27700"), "invalid-parameter");
    }

    /** The town of the made-up force is a rectangle of known corners. */
    @Test
    @DisplayName("/conf/crs/crs-parameter-transform")
    void positionsAreConverted() {
        Geometry town = geometry(ogc(items("areas-town", "crs=" + EPSG + "27700"))
                .get("features")
                .get(0));
        assertThat(town.getEnvelopeInternal().equals(new Envelope(403_000, 407_000, 303_000, 306_000)))
                .as(town.toText())
                .isTrue();
        for (String collection : List.of("areas-town", "hotspots-all", "cells-all")) {
            Coordinate[] lonLat = positions(collection, CRS84);
            Coordinate[] latLon = positions(collection, EPSG + "4326");
            Coordinate[] mercator = positions(collection, EPSG + "3857");
            for (int i = 0; i < lonLat.length; i++) {
                assertThat(latLon[i]).isEqualTo(new Coordinate(lonLat[i].y, lonLat[i].x));
                double x = EARTH_METRES * Math.toRadians(lonLat[i].x);
                double y = EARTH_METRES * Math.log(Math.tan(Math.PI / 4 + Math.toRadians(lonLat[i].y) / 2));
                assertThat(mercator[i].x).isCloseTo(x, within(0.03));
                assertThat(mercator[i].y).isCloseTo(y, within(0.03));
            }
        }
    }

    @Test
    @DisplayName("/conf/crs/bbox-crs-parameter")
    void aBoxMeansTheSamePlaceInEverySystem() {
        // Sides that run through no cell's corner, so that straight sides of different systems cut the same cells.
        List<String> whole = ids(walk("cells-all", "limit=10000&crs=" + EPSG + "27700"));
        Envelope box = new Envelope(402_910, 406_910, 302_910, 305_910);
        List<String> expected = ids(walk("cells-all", "limit=10000&crs=" + EPSG + "27700").stream()
                .filter(feature -> geometry(feature).getEnvelopeInternal().intersects(box))
                .toList());
        assertThat(expected).isNotEmpty().hasSizeLessThan(whole.size());
        assertThat(boxed(EPSG + "27700", "402910,302910,406910,305910")).isEqualTo(expected);
        Envelope degrees =
                geometry(ogc(items("areas-town", "")).get("features").get(0)).getEnvelopeInternal();
        double west = degrees.getMinX();
        double south = degrees.getMinY();
        double east = degrees.getMaxX();
        double north = degrees.getMaxY();
        List<String> inDegrees = boxed(CRS84, west + "," + south + "," + east + "," + north);
        assertThat(inDegrees).isNotEmpty();
        assertThat(boxed(EPSG + "4326", south + "," + west + "," + north + "," + east))
                .isEqualTo(inDegrees);
        Envelope metres = geometry(ogc(items("areas-town", "crs=" + EPSG + "3857"))
                        .get("features")
                        .get(0))
                .getEnvelopeInternal();
        assertThat(boxed(
                        EPSG + "3857",
                        metres.getMinX() + "," + metres.getMinY() + "," + metres.getMaxX() + "," + metres.getMaxY()))
                .isEqualTo(inDegrees);
    }

    private static List<String> boxed(String crs, String box) {
        return ids(walk("cells-all", "limit=10000&bbox=" + box + "&bbox-crs=" + crs));
    }

    @Test
    @DisplayName("/conf/crs/bbox-crs-parameter-default")
    void aBoxWithoutASystemIsInCrs84() {
        assertThat(ids(walk("cells-all", "bbox=-1.95,52.62,-1.90,52.66")))
                .isNotEmpty()
                .isEqualTo(boxed(CRS84, "-1.95,52.62,-1.90,52.66"));
    }

    @Test
    @DisplayName("/conf/crs/bbox-crs-parameter-invalid")
    void aBoxInAnotherSystemIsRefused() {
        requireProblem(items("areas-town", "bbox=0,0,1,1&bbox-crs=" + EPSG + "32630"), "invalid-parameter");
    }
}
