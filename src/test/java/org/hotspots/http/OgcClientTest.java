package org.hotspots.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hotspots.support.InstalledProgram;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;

/** A foreign client, GDAL, reads every collection whole; R's sf and GeoPandas read with it too. */
class OgcClientTest extends OgcWorld {
    /** What GDAL wrote of a collection that it read page by page. */
    private static JsonNode read(String collection, String... options) throws IOException, InterruptedException {
        Path copy = folder.resolve(collection + ".json");
        Files.deleteIfExists(copy);
        List<String> command = Stream.concat(
                        Stream.of("ogr2ogr", "-f", "GeoJSON", "-oo", "PAGE_SIZE=40"),
                        Stream.concat(
                                Stream.of(options),
                                Stream.of(
                                        copy.toString(), "OAPIF:http://127.0.0.1:" + wire.port() + "/ogc", collection)))
                .toList();
        InstalledProgram.run(command.toArray(String[]::new));
        return Wire.json(Files.readString(copy, StandardCharsets.UTF_8));
    }

    private static Envelope envelope(List<JsonNode> features) {
        Envelope all = new Envelope();
        features.forEach(feature -> all.expandToInclude(geometry(feature).getEnvelopeInternal()));
        return all;
    }

    @Test
    void everyCollectionIsReadWholePageByPage() throws IOException, InterruptedException {
        for (String collection : collections()) {
            List<JsonNode> copied = elements(read(collection).get("features"));
            List<JsonNode> told = elements(ogc(items(collection, "limit=10000")).get("features"));
            assertThat(copied.stream()
                            .map(feature -> feature.at("/properties/id")
                                    .asText(feature.path("id").asText())))
                    .as(collection)
                    .containsExactlyElementsOf(ids(told));
            assertSame(envelope(copied), envelope(told), 1e-6);
        }
    }

    @Test
    void aBoxIsReadToo() throws IOException, InterruptedException {
        JsonNode copied = read("cells-all", "-spat", "-1.95", "52.62", "-1.90", "52.66");
        assertThat(copied.get("features"))
                .hasSize(ogc(items("cells-all", "bbox=-1.95,52.62,-1.90,52.66&limit=1"))
                        .get("numberMatched")
                        .asInt());
    }

    /** GDAL's own conversion to the British National Grid is of another accuracy: both are Helmert shifts or better. */
    @Test
    void theBritishNationalGridIsWhereTheClientPutsIt() throws IOException, InterruptedException {
        for (String collection : List.of("areas-district", "hotspots-all", "cells-all")) {
            List<JsonNode> copied = elements(read(collection, "-t_srs", "EPSG:27700", "-lco", "RFC7946=NO")
                    .get("features"));
            List<JsonNode> told = walk(collection, "limit=7&crs=" + EPSG + "27700");
            assertThat(copied).hasSameSizeAs(told);
            assertSame(envelope(copied), envelope(told), 8);
        }
    }

    private static void assertSame(Envelope copied, Envelope told, double tolerance) {
        if (told.isNull()) {
            assertThat(copied.isNull()).isTrue();
            return;
        }
        assertThat(copied.getMinX()).isCloseTo(told.getMinX(), within(tolerance));
        assertThat(copied.getMaxX()).isCloseTo(told.getMaxX(), within(tolerance));
        assertThat(copied.getMinY()).isCloseTo(told.getMinY(), within(tolerance));
        assertThat(copied.getMaxY()).isCloseTo(told.getMaxY(), within(tolerance));
    }
}
