package org.hotspots.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.PrimitiveIterator;
import org.hotspots.export.Column;
import org.hotspots.export.CsvTable;
import org.hotspots.export.ExportedFile;
import org.hotspots.export.Feature;
import org.hotspots.export.GeoPackage;
import org.hotspots.export.GeoTiff;
import org.hotspots.export.KmlDocument;
import org.hotspots.export.Layer;
import org.hotspots.export.LayerColumns;
import org.hotspots.export.Provenance;
import org.hotspots.export.Style;
import org.hotspots.export.VectorLayer;
import org.hotspots.export.Wanted;
import org.hotspots.export.WholeFile;
import org.hotspots.geo.BritishGridPoint;
import org.hotspots.hotspot.CellLayer;
import org.hotspots.hotspot.ChangeSince;
import org.hotspots.hotspot.ContourBand;
import org.hotspots.hotspot.Hotspot;
import org.hotspots.hotspot.Legend;
import org.hotspots.hotspot.Run;
import org.hotspots.hotspot.RunOffence;
import org.hotspots.hotspot.RunOffences;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * Layers of a run as files. Figures come from the writers of the interface's own views, so that a file says what the
 * page says; the same run gives the same bytes.
 */
public final class RunExports {
    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    private RunExports() {}

    /** Writes the layer beside the target and gives it its name when it is whole. */
    public static ExportedFile write(Run run, Wanted wanted, Path target) throws IOException {
        Provenance provenance = Provenance.of(run, methodCard(run));
        Layer layer = wanted.layer();
        return switch (wanted.format()) {
            case GEOTIFF -> {
                String unit = run.densityLegend().unit();
                yield streamed(target, out -> GeoTiff.write(run.densityLayer(), provenance, unit, out));
            }
            case GEOJSON -> streamed(target, out -> geoJson(run, layer, provenance, out));
            case CSV -> {
                VectorLayer vector = vector(run, layer, provenance);
                yield streamed(target, out -> CsvTable.write(vector, out));
            }
            case KML -> {
                VectorLayer vector = vector(run, layer, provenance);
                yield streamed(target, out -> KmlDocument.write(vector, out));
            }
            case GEOPACKAGE -> {
                VectorLayer vector = vector(run, layer, provenance);
                yield WholeFile.write(target, part -> GeoPackage.write(vector, wanted.crs(), part));
            }
        };
    }

    /** Writes a document and counts its features. */
    @FunctionalInterface
    private interface Streaming {
        long writeTo(OutputStream out) throws IOException;
    }

    private static ExportedFile streamed(Path target, Streaming streaming) throws IOException {
        return WholeFile.write(target, part -> {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part), 1 << 16)) {
                return streaming.writeTo(out);
            }
        });
    }

    private static String methodCard(Run run) {
        ByteArrayOutputStream card = new ByteArrayOutputStream(16_384);
        try {
            RunViews.write(RunViews.METHOD_CARD, run, Map.of(), card);
        } catch (IOException e) {
            throw new UncheckedIOException("an array cannot be written to", e);
        }
        return card.toString(StandardCharsets.UTF_8);
    }

    private static VectorLayer vector(Run run, Layer layer, Provenance provenance) {
        List<Column> columns = LayerColumns.of(layer, run.cells().isWeighted());
        VectorLayer.Features features = switch (layer) {
            case HOTSPOTS -> places(run, run.hotspots());
            case CLUSTERS -> places(run, run.clusters());
            case CONTOURS -> contours(run.contours());
            case CELLS -> cells(run.cells());
            case OFFENCES -> offences(run.offences());
            case DENSITY -> throw new IllegalArgumentException("a surface has no outlines");
        };
        return new VectorLayer(layer, provenance, style(run, layer, columns), columns, features);
    }

    private static @Nullable Style style(Run run, Layer layer, List<Column> columns) {
        if (layer.isPoints()) {
            return null;
        }
        String painted = switch (layer) {
            case CELLS -> run.cells().isWeighted() ? "harm" : "count";
            case CONTOURS -> "density_per_km2";
            default -> "peak_density_per_km2";
        };
        Legend legend = layer == Layer.CELLS ? run.cellsLegend() : run.densityLegend();
        Column column = columns.stream()
                .filter(one -> one.name().equals(painted))
                .findFirst()
                .orElseThrow();
        return new Style(column, legend);
    }

    private static VectorLayer.Features places(Run run, List<Hotspot> places) {
        List<ChangeSince> changes = run.sincePrevious(places);
        return sink -> {
            for (int i = 0; i < places.size(); i++) {
                Hotspot place = places.get(i);
                ChangeSince change = changes.get(i);
                JsonNode figures = HotspotFeature.properties(place, change);
                sink.take(new Feature(place.id(), place.outline(), place.centre(), figures));
            }
        };
    }

    private static VectorLayer.Features contours(List<ContourBand> bands) {
        return sink -> {
            for (int i = 0; i < bands.size(); i++) {
                ContourBand band = bands.get(i);
                Coordinate inside = band.outline().getInteriorPoint().getCoordinate();
                sink.take(new Feature(
                        "c" + (i + 1),
                        band.outline(),
                        new BritishGridPoint(inside.x, inside.y),
                        Json.tree(json -> ContourFeature.writeProperties(json, band))));
            }
        };
    }

    private static VectorLayer.Features cells(CellLayer layer) {
        return sink -> {
            PrimitiveIterator.OfInt indexes = layer.withEvents().iterator();
            while (indexes.hasNext()) {
                int index = indexes.nextInt();
                long cell = layer.cells().cell(index);
                Geometry outline = layer.cells().lattice().polygon(cell);
                JsonNode figures = Json.tree(json -> CellFeatures.writeProperties(json, layer, index));
                sink.take(new Feature(
                        layer.cells().lattice().id(cell),
                        outline,
                        layer.cells().lattice().centre(cell),
                        figures));
            }
        };
    }

    private static VectorLayer.Features offences(RunOffences offences) {
        return sink -> {
            for (RunOffence offence : offences) {
                Coordinate place = new Coordinate(
                        offence.point().easting(), offence.point().northing());
                sink.take(new Feature(
                        offence.id(),
                        GEOMETRY.createPoint(place),
                        offence.point(),
                        Json.tree(json -> OffenceFeature.writeProperties(json, offence))));
            }
        };
    }

    /** The features of the interface's view, byte for byte, with the method card and the marking as foreign members. */
    private static long geoJson(Run run, Layer layer, Provenance provenance, OutputStream out) throws IOException {
        long[] count = {0};
        RunViews.collection(
                        run,
                        json -> {
                            json.writeStringField("title", provenance.title());
                            json.writeStringField(
                                    "marking", provenance.marking().words());
                            json.writeFieldName("method_card");
                            json.writeRawValue(provenance.methodCard());
                        },
                        json -> count[0] = features(json, run, layer))
                .writeTo(out);
        return count[0];
    }

    private static long features(JsonGenerator json, Run run, Layer layer) throws IOException {
        switch (layer) {
            case HOTSPOTS -> RunViews.writePlaces(json, run.hotspots(), run.sincePrevious(run.hotspots()));
            case CLUSTERS -> RunViews.writePlaces(json, run.clusters(), run.sincePrevious(run.clusters()));
            case CONTOURS -> RunViews.writeContours(json, run.contours());
            case CELLS -> CellFeatures.write(json, run.cells(), true);
            case OFFENCES -> {
                RunOffences offences = run.offences();
                for (RunOffence offence : offences) {
                    OffenceFeature.write(json, offence);
                }
                return offences.size();
            }
            case DENSITY -> throw new IllegalArgumentException("a surface has no features");
        }
        return switch (layer) {
            case HOTSPOTS -> run.hotspots().size();
            case CLUSTERS -> run.clusters().size();
            case CONTOURS -> run.contours().size();
            default -> run.cells().withEvents().count();
        };
    }
}
