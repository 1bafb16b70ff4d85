package org.hotspots.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import edu.colorado.cires.cmg.mvt.adapt.jts.MvtReader;
import edu.colorado.cires.cmg.mvt.adapt.jts.TagKeyValueMapConverter;
import edu.colorado.cires.cmg.mvt.adapt.jts.model.JtsLayer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.hotspots.geo.TileAddress;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;

/** The abstract tests of tiles: OGC 20-057, annex A. */
class OgcTilesTest extends OgcWorld {
    private static final String VECTOR = "/collections/cells-all/tiles";
    private static final String MAP = "/collections/cells-all/map/tiles";
    private static final String SCHEME = "http://www.opengis.net/def/rel/ogc/1.0/tiling-scheme";
    private static final String RELATION = "http://www.opengis.net/def/rel/ogc/1.0/tilesets-";
    /** Holds the made-up town: longitude -1.95, latitude 52.63. */
    private static final String TILE = "10/335/506";

    @Nested
    @Covers("http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/core")
    class Core {
        @Test
        @DisplayName("/conf/core/tc-op")
        void tilesAreWhereTheTemplateSays() {
            for (String tiles : List.of(VECTOR, MAP)) {
                JsonNode item = links(ogc(tiles + "/WebMercatorQuad"), "item").get(0);
                String[] parts = TILE.split("/");
                String href = item.get("href")
                        .asText()
                        .replace("{tileMatrix}", parts[0])
                        .replace("{tileRow}", parts[1])
                        .replace("{tileCol}", parts[2]);
                HttpResponse<String> tile = wire.get(href.substring(href.indexOf(ROOT)));
                assertThat(tile.statusCode()).isEqualTo(200);
                assertThat(tile.headers().firstValue("Content-Type"))
                        .contains(item.get("type").asText());
                assertThat(tile.headers().firstValue("Cache-Control").orElseThrow())
                        .contains("immutable");
            }
        }

        @Test
        @DisplayName("/conf/core/tc-tilematrix-definition, tc-tilerow-definition and tc-tilecol-definition")
        void theContractDefinesTheParameters() {
            JsonNode parameters = ogc("/api").at("/components/parameters");
            for (String name : List.of("tileMatrix", "tileRow", "tileCol")) {
                assertThat(parameters.at("/" + name + "/in").asText()).isEqualTo("path");
                assertThat(parameters.at("/" + name + "/required").asBoolean()).isTrue();
            }
        }

        @Test
        @DisplayName("/conf/core/tc-success")
        void theTilesAreThoseOfTheRun() throws IOException, InterruptedException {
            JsonNode run = run("theme=all");
            String xyz = "10/506/335";
            byte[] vector = bytes(VECTOR + "/WebMercatorQuad/" + TILE + "?f=mvt");
            assertThat(vector).isEqualTo(ofRun(run, "cell_vector_tiles", xyz));
            assertThat(bytes(MAP + "/WebMercatorQuad/" + TILE)).isEqualTo(ofRun(run, "cell_tiles", xyz));
            assertThat(bytes("/collections/hotspots-all/map/tiles/WebMercatorQuad/" + TILE))
                    .isEqualTo(ofRun(run, "density_tiles", xyz))
                    .isNotEqualTo(ofRun(run, "cell_tiles", xyz));
        }

        private byte[] ofRun(JsonNode run, String link, String xyz) throws IOException, InterruptedException {
            String path = run.get("links").get(link).asText().replace("{z}/{x}/{y}", xyz);
            return wire.getBytes(path).body();
        }

        @Test
        @DisplayName("/conf/core/tc-error")
        void tilesThatAreNotThereAre404AndEmptyOnesEmpty() {
            for (String tile : List.of("20/0/0", "1/2/0", "1/0/2", "-1/0/0", "1/+1/0", "1/01/0", "x/0/0")) {
                assertThat(wire.get(ROOT + MAP + "/WebMercatorQuad/" + tile).statusCode())
                        .as(tile)
                        .isEqualTo(404);
            }
            assertThat(wire.get(ROOT + VECTOR + "/WebMercatorQuad/10/0/0").statusCode())
                    .isEqualTo(204);
            assertThat(wire.get(ROOT + MAP + "/WebMercatorQuad/10/0/0").statusCode())
                    .isEqualTo(200);
            assertThat(wire.get(ROOT + MAP + "/WorldCRS84Quad/0/0/0").statusCode())
                    .isEqualTo(404);
            requireProblem(MAP + "/WebMercatorQuad/" + TILE + "?f=mvt", "invalid-parameter");
        }
    }

    @Nested
    @Covers("http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/tileset")
    class Tileset {
        @Test
        @DisplayName("/conf/tileset/description")
        void aTilesetIsDescribed() {
            for (String tiles : List.of(VECTOR, MAP, "/collections/hotspots-knife/map/tiles")) {
                JsonNode tileset = ogc(tiles + "/WebMercatorQuad");
                assertThat(tileset.get("dataType").asText()).isEqualTo(tiles.contains("map") ? "map" : "vector");
                assertThat(tileset.get("crs").asText()).isEqualTo(EPSG + "3857");
                assertThat(tileset.get("tileMatrixSetURI").asText())
                        .isEqualTo("http://www.opengis.net/def/tilematrixset/OGC/1.0/WebMercatorQuad");
                assertThat(follow(links(tileset, SCHEME).get(0)).statusCode()).isEqualTo(200);
                JsonNode item = links(tileset, "item").get(0);
                assertThat(item.get("templated").asBoolean()).isTrue();
                assertThat(item.get("href").asText()).contains("/{tileMatrix}/{tileRow}/{tileCol}");
                assertThat(item.get("type").asText()).isNotEmpty();
            }
        }

        /** Figures of OGC 17-083r4, annex D.1. */
        @Test
        @DisplayName("/conf/tileset/description: the tiling scheme")
        void theTilingSchemeIsTheRegisteredOne() {
            JsonNode scheme = ogc("/tileMatrixSets/WebMercatorQuad");
            assertThat(scheme.get("tileMatrices")).hasSize(20);
            JsonNode first = scheme.at("/tileMatrices/0");
            assertThat(first.get("scaleDenominator").asDouble()).isCloseTo(559_082_264.028717, within(1e-3));
            assertThat(first.get("cellSize").asDouble()).isCloseTo(156_543.033928041, within(1e-6));
            assertThat(first.at("/pointOfOrigin/0").asDouble()).isCloseTo(-20_037_508.342789, within(1e-4));
            assertThat(first.at("/pointOfOrigin/1").asDouble()).isCloseTo(20_037_508.342789, within(1e-4));
            JsonNode tenth = scheme.at("/tileMatrices/10");
            assertThat(tenth.get("scaleDenominator").asDouble()).isCloseTo(545_978.773465544, within(1e-6));
            assertThat(tenth.get("matrixWidth").asInt()).isEqualTo(1024);
        }
    }

    @Nested
    @Covers("http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/tilesets-list")
    class TilesetsList {
        @Test
        @DisplayName("/conf/tilesets-list/tileset-links")
        void theListLeadsToEachTileset() {
            for (String tiles : List.of(VECTOR, MAP)) {
                for (JsonNode tileset : ogc(tiles).get("tilesets")) {
                    assertThat(tileset.get("crs").asText()).isEqualTo(EPSG + "3857");
                    assertThat(tileset.has("dataType")).isTrue();
                    assertThat(tileset.has("tileMatrixSetURI")).isTrue();
                    assertThat(links(tileset, SCHEME)).hasSize(1);
                    JsonNode self = links(tileset, "self").get(0);
                    assertThat(self.get("href").asText()).endsWith(tiles + "/WebMercatorQuad");
                    assertThat(Wire.json(follow(self)).get("title")).isEqualTo(tileset.get("title"));
                }
            }
        }
    }

    @Nested
    @Covers("http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/geodata-tilesets")
    class GeodataTilesets {
        @Test
        @DisplayName("/conf/geodata-tilesets/desc-links and operation")
        void aCollectionLinksToItsTilesets() {
            JsonNode cells = ogc("/collections/cells-asb");
            for (String type : List.of("vector", "map")) {
                JsonNode link = links(cells, RELATION + type).get(0);
                assertThat(link.get("href").asText()).endsWith("/tiles");
                assertThat(Wire.json(follow(link)).get("tilesets")).hasSize(1);
            }
            JsonNode hotspots = ogc("/collections/hotspots-asb");
            assertThat(links(hotspots, RELATION + "map")).hasSize(1);
            assertThat(links(hotspots, RELATION + "vector")).isEmpty();
            assertThat(wire.get(ROOT + "/collections/hotspots-asb/tiles").statusCode())
                    .isEqualTo(404);
            assertThat(wire.get(ROOT + "/collections/areas-town/map/tiles").statusCode())
                    .isEqualTo(404);
        }
    }

    @Nested
    @Covers("http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/png")
    class Png {
        @Test
        @DisplayName("/conf/png/content")
        void aMapTileIsAPicture() throws IOException, InterruptedException {
            var picture = ImageIO.read(new ByteArrayInputStream(bytes(MAP + "/WebMercatorQuad/" + TILE)));
            assertThat(picture.getWidth()).isEqualTo(256);
            assertThat(picture.getHeight()).isEqualTo(256);
        }
    }

    @Nested
    @Covers("http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/mvt")
    class Mvt {
        @Test
        @DisplayName("/conf/mvt/content")
        void aVectorTileHasTheLayerOfCells() throws IOException, InterruptedException {
            JtsLayer layer = MvtReader.loadMvt(
                            new ByteArrayInputStream(bytes(VECTOR + "/WebMercatorQuad/" + TILE)),
                            new GeometryFactory(),
                            new TagKeyValueMapConverter())
                    .getLayer("cells");
            TileAddress tile = new TileAddress(10, 506, 335);
            Map<String, Geometry> cells = walk("cells-all", "limit=10000&crs=" + EPSG + "3857").stream()
                    .collect(Collectors.toMap(cell -> cell.get("id").asText(), OgcWorld::geometry));
            int compared = 0;
            for (Geometry drawn : layer.getGeometries()) {
                Geometry cell = cells.get(((Map<?, ?>) drawn.getUserData()).get("cell_id"));
                if (cell != null && inside(cell, tile)) {
                    double unit = tile.mercatorSide() / layer.getExtent();
                    Point centre = cell.getCentroid();
                    assertThat(drawn.getCentroid().getX())
                            .isCloseTo((centre.getX() - tile.mercatorWest()) / unit, within(1.0));
                    assertThat(drawn.getCentroid().getY())
                            .isCloseTo((tile.mercatorNorth() - centre.getY()) / unit, within(1.0));
                    compared++;
                }
            }
            assertThat(compared).isGreaterThan(20);
        }

        private static boolean inside(Geometry cell, TileAddress tile) {
            Envelope box = new Envelope(
                    tile.mercatorWest(),
                    tile.mercatorWest() + tile.mercatorSide(),
                    tile.mercatorNorth() - tile.mercatorSide(),
                    tile.mercatorNorth());
            return box.contains(cell.getEnvelopeInternal());
        }
    }

    @Nested
    @Covers("http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/oas30")
    class OpenApi {
        @Test
        @DisplayName("/conf/oas30/completeness and operation-id")
        void theOperationsAreFoundByTheirIds() {
            List<String> ids = elements(ogc("/api").get("paths")).stream()
                    .map(path -> path.at("/get/operationId").asText())
                    .toList();
            assertThat(ids)
                    .contains(
                            "getTileMatrixSetsList",
                            "getTileMatrixSet",
                            ".collection.vector.getTileSetsList",
                            ".collection.vector.getTileSet",
                            ".collection.vector.getTile",
                            ".collection.map.getTileSetsList",
                            ".collection.map.getTileSet",
                            ".collection.map.getTile");
        }
    }
}
