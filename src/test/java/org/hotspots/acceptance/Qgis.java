package org.hotspots.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hotspots.support.InstalledProgram;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/** What QGIS is to open, all in one process of it; {@code qgis_reads.py} says what comes back. */
final class Qgis {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SCRIPT = "src/test/resources/acceptance/qgis_reads.py";
    /** The system's own, which Debian's QGIS is a module of. */
    private static final String PYTHON = "/usr/bin/python3";

    private final ObjectNode work = JSON.createObjectNode();
    private final ObjectNode vectors = work.putObject("vectors");

    /**
     * A layer with features.
     *
     * @param provider QGIS's name for the kind of source
     * @param source as QGIS writes it in a project
     */
    Qgis vector(String name, String provider, String source) {
        vectors.putArray(name).add(provider).add(source);
        return this;
    }

    Qgis raster(Path file) {
        work.put("raster", file.toString());
        return this;
    }

    /**
     * Vector tiles drawn over a square of the British National Grid.
     *
     * @param points where to look whether something is painted
     */
    Qgis tiles(String template, Envelope box, Path picture, List<Coordinate> points) {
        ObjectNode tiles = work.putObject("tiles")
                .put("source", "type=xyz&zmin=0&zmax=19&url=" + template)
                .put("crs", "EPSG:27700")
                .put("pixels", 800)
                .put("picture", picture.toString());
        tiles.putArray("box")
                .add(box.getMinX())
                .add(box.getMinY())
                .add(box.getMaxX())
                .add(box.getMaxY());
        ArrayNode places = tiles.putArray("points");
        points.forEach(point -> places.addArray().add(point.x).add(point.y));
        return this;
    }

    /** What it sees, by the same names. */
    JsonNode open(Path folder) throws IOException, InterruptedException {
        Path asked = Files.writeString(folder.resolve("work.json"), work.toString());
        Path seen = folder.resolve("seen.json");
        InstalledProgram.run(PYTHON, SCRIPT, asked.toString(), seen.toString());
        return JSON.readTree(seen.toFile());
    }
}
