package org.hotspots.http.ogc;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.hotspots.geo.TileAddress;

/** The one tiling scheme, WebMercatorQuad, as OGC 17-083r4 (annex D.1) defines it, down to the deepest zoom. */
final class TileMatrixSet {
    static final String ID = "WebMercatorQuad";
    static final String URI = "http://www.opengis.net/def/tilematrixset/OGC/1.0/WebMercatorQuad";
    static final String SCHEME = "http://www.opengis.net/def/rel/ogc/1.0/tiling-scheme";
    static final String SCHEMES = "http://www.opengis.net/def/rel/ogc/1.0/tiling-schemes";
    static final String LIST_PATH = "/tileMatrixSets";
    static final String PATH = LIST_PATH + "/" + ID;

    private static final int TILE_PIXELS = 256;

    /** Side of a pixel that scales are told for. */
    private static final double STANDARD_PIXEL_METRES = 0.00028;

    private TileMatrixSet() {}

    static ObjectNode definition() {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("id", ID)
                .put("title", "Web Mercator, each tile in four at the next zoom")
                .put("uri", URI)
                .put("crs", Crs.EPSG_3857.uri());
        json.putArray("orderedAxes").add("X").add("Y");
        json.put("wellKnownScaleSet", "http://www.opengis.net/def/wkss/OGC/1.0/GoogleMapsCompatible");
        ArrayNode matrices = json.putArray("tileMatrices");
        for (int zoom = 0; zoom <= TileAddress.MAX_ZOOM; zoom++) {
            matrices.add(matrix(new TileAddress(zoom, 0, 0)));
        }
        return json;
    }

    private static ObjectNode matrix(TileAddress corner) {
        double pixelMetres = corner.mercatorSide() / TILE_PIXELS;
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("id", Integer.toString(corner.z()))
                .put("scaleDenominator", pixelMetres / STANDARD_PIXEL_METRES)
                .put("cellSize", pixelMetres)
                .put("cornerOfOrigin", "topLeft");
        json.putArray("pointOfOrigin").add(corner.mercatorWest()).add(corner.mercatorNorth());
        return json.put("matrixWidth", 1 << corner.z())
                .put("matrixHeight", 1 << corner.z())
                .put("tileWidth", TILE_PIXELS)
                .put("tileHeight", TILE_PIXELS);
    }
}
