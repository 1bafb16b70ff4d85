package org.hotspots.http.ogc;

import java.util.List;
import org.hotspots.http.TileAnswers;
import org.hotspots.http.TileAnswers.Picture;
import org.jspecify.annotations.Nullable;

/**
 * A way in which a collection is told in tiles.
 *
 * @param title what the tiles show
 * @param picture what a picture shows; null for vector tiles
 */
record TileLayer(String title, @Nullable Picture picture) {
    private static final String RELATION = "http://www.opengis.net/def/rel/ogc/1.0/tilesets-";

    /** The tiles of a collection: cells as pictures and vectors; hotspots on the density that they are drawn from. */
    static List<TileLayer> of(FeatureSource source) {
        if (!(source instanceof RunSource run)) {
            return List.of();
        }
        return switch (run.layer()) {
            case HOTSPOTS -> List.of(new TileLayer("Density, as pictures", Picture.DENSITY));
            case CELLS ->
                List.of(
                        new TileLayer("Cells by their number of events, as pictures", Picture.CELLS),
                        new TileLayer("Cells with their figures, as vectors", null));
            case CLUSTERS, OFFENCES -> List.of();
        };
    }

    boolean isMap() {
        return picture != null;
    }

    /** Word of the standards for what the tiles hold. */
    String dataType() {
        return isMap() ? "map" : "vector";
    }

    /** Address of its list of tilesets, from the collection's. */
    String path() {
        return isMap() ? "/map/tiles" : "/tiles";
    }

    /** Relation of the link to that list. */
    String relation() {
        return RELATION + dataType();
    }

    String mediaType() {
        return isMap() ? TileAnswers.PNG : TileAnswers.MVT;
    }

    /** The format by the word of the parameter {@code f}. */
    String format() {
        return isMap() ? "png" : "mvt";
    }
}
