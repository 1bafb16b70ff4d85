package org.hotspots.http;

import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;

/** What the page is told of this server's configuration. */
final class ConfigHandlers {
    private final WebSettings settings;

    ConfigHandlers(WebSettings settings) {
        this.settings = settings;
    }

    List<Route> routes() {
        return List.of(Route.get("/config.json", Json.TYPE, this::config));
    }

    /** 200, 304. */
    private void config(Context ctx) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (JsonGenerator json = Json.generator(bytes)) {
            json.writeStartObject();
            Json.textOrNull(json, "force", settings.forceName());
            json.writeFieldName("base_map");
            BaseMap baseMap = settings.baseMap();
            if (baseMap == null) {
                json.writeNull();
            } else {
                json.writeStartObject();
                json.writeStringField("url", baseMap.url());
                json.writeStringField("attribution", baseMap.attribution());
                json.writeEndObject();
            }
            json.writeEndObject();
        }
        Answers.send(ctx, Json.TYPE, bytes.toByteArray());
    }
}
