package org.hotspots.http.ogc;

import java.util.List;

/** The conformance classes that the interface keeps to. */
final class Conformance {
    private static final String FEATURES = "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/";
    private static final String FEATURES_CRS = "http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/";
    private static final String TILES = "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/";

    static final List<String> CLASSES = List.of(
            FEATURES + "core",
            FEATURES + "geojson",
            FEATURES + "html",
            FEATURES + "oas30",
            FEATURES_CRS + "crs",
            TILES + "core",
            TILES + "tileset",
            TILES + "tilesets-list",
            TILES + "geodata-tilesets",
            TILES + "png",
            TILES + "mvt",
            TILES + "oas30");

    private Conformance() {}
}
