package org.hotspots.export;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A layer of features on its way into a file.
 *
 * @param layer which
 * @param provenance where it comes from
 * @param style how it is painted; null for points, which have no classes
 * @param columns figures of each feature
 * @param features gone through once, one at a time, so that no file is held in memory
 */
public record VectorLayer(
        Layer layer, Provenance provenance, @Nullable Style style, List<Column> columns, Features features) {
    public VectorLayer {
        columns = List.copyOf(columns);
    }

    /** Takes features one after the other. */
    @FunctionalInterface
    public interface Sink {
        void take(Feature feature) throws IOException;
    }

    /** Features in their order, the same each time. */
    @FunctionalInterface
    public interface Features {
        void forEach(Sink sink) throws IOException;
    }
}
