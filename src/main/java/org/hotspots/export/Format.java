package org.hotspots.export;

import java.util.List;

/** Kinds of file. */
public enum Format {
    /** RFC 7946. */
    GEOJSON("geojson", "application/geo+json", Crs.WGS84),
    /** OGC GeoPackage 1.3, which alone may be asked for in either coordinate system. */
    GEOPACKAGE("gpkg", "application/geopackage+sqlite3", Crs.BRITISH_NATIONAL_GRID),
    /** RFC 4180, in UTF-8; has positions in both coordinate systems. */
    CSV("csv", "text/csv;charset=utf-8", Crs.BRITISH_NATIONAL_GRID),
    /** OGC KML 2.2. */
    KML("kml", "application/vnd.google-earth.kml+xml", Crs.WGS84),
    /** OGC GeoTIFF 1.1, of surfaces only. */
    GEOTIFF("tif", "image/tiff", Crs.BRITISH_NATIONAL_GRID);

    private final String ending;
    private final String mediaType;
    private final Crs usual;

    Format(String ending, String mediaType, Crs usual) {
        this.ending = ending;
        this.mediaType = mediaType;
        this.usual = usual;
    }

    /** How the names of such files end, without the dot; also what it is asked for by. */
    public String ending() {
        return ending;
    }

    public String mediaType() {
        return mediaType;
    }

    /** The coordinate systems that there are of it, the usual one first. */
    public List<Crs> systems() {
        return this == GEOPACKAGE ? List.of(usual, Crs.WGS84) : List.of(usual);
    }

    /** Whether such a file can hold the layer: a surface is a GeoTIFF, and everything else is not. */
    public boolean holds(Layer layer) {
        return (this == GEOTIFF) == layer.isSurface();
    }
}
