package org.hotspots.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Tests that ask one whole server; each class has its own. */
abstract class AskedWorld {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    static World world;

    @SuppressWarnings("NullAway.Init")
    static Wire wire;

    @BeforeAll
    static void start() {
        world = new World(folder, 1_000_000);
        wire = world.wire;
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    /** The JSON at an address that must answer 200. */
    static JsonNode ok(String path) {
        HttpResponse<String> response = wire.get(path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return Wire.json(response);
    }

    /** The run of a question; of the whole data for an empty one. */
    static JsonNode run(String query) {
        return ok("/api/v1/runs" + (query.isEmpty() ? "" : "?" + query));
    }
}
