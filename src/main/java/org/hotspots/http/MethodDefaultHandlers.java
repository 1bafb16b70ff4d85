package org.hotspots.http;

import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hotspots.area.AskedArea;
import org.hotspots.hotspot.Engine;
import org.hotspots.offence.Theme;
import org.hotspots.question.AreaReader;
import org.hotspots.question.MethodChoice;
import org.hotspots.question.MethodDefault;
import org.hotspots.snapshot.StudyArea;
import org.jspecify.annotations.Nullable;

/** Which method a question gets that names none, and why. */
final class MethodDefaultHandlers {
    private static final String THEME = "theme";
    private static final String AREA = "area";
    private static final String FORCE = "force";

    private final Engine engine;

    MethodDefaultHandlers(Engine engine) {
        this.engine = engine;
    }

    List<Route> routes() {
        return List.of(Route.get("/api/v1/defaults", Json.TYPE, Set.of(THEME, AREA), this::defaults));
    }

    /** 200, 304; 400, also for an area that is not loaded or was drawn beyond the force; 503 while there are no data. */
    private void defaults(Context ctx, Parameters parameters) throws IOException {
        Theme theme = parameters.oneOf(
                THEME,
                List.of(Theme.values()).stream().collect(Collectors.toMap(Theme::word, Function.identity())),
                Theme.ALL);
        AskedArea area = area(parameters);
        parameters.refuseFaults();
        MethodDefault found = engine.methodDefault(theme, area);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        try (JsonGenerator json = Json.generator(bytes)) {
            json.writeStartObject();
            json.writeStringField("theme", theme.word());
            json.writeStringField("area", area == null ? FORCE : area.toString());
            write(json, found.setting());
            json.writeStringField("by", found.by().name().toLowerCase(Locale.ROOT));
            write(json, found.tested());
            json.writeStringField("reason", found.reason());
            json.writeEndObject();
        }
        Answers.send(ctx, Json.TYPE, bytes.toByteArray());
    }

    private static void write(JsonGenerator json, MethodChoice.Setting setting) throws IOException {
        json.writeStringField("method", setting.method().word());
        json.writeStringField("parameter", setting.parameter());
        if (setting.metres() == null) {
            json.writeNullField("metres");
        } else {
            json.writeNumberField("metres", Json.plain(setting.metres()));
        }
    }

    private void write(JsonGenerator json, MethodDefault.@Nullable Tested tested) throws IOException {
        if (tested == null) {
            json.writeNullField("backtest");
            return;
        }
        StudyArea.Summary area = engine.areaEvents(tested.area()).area().summary();
        json.writeObjectFieldStart("backtest");
        json.writeStringField("area", area.address());
        json.writeStringField("name", area.name());
        json.writeNumberField("data_version", tested.dataVersion());
        json.writeEndObject();
    }

    /** The area that was asked for; null for the whole force. */
    private @Nullable AskedArea area(Parameters parameters) {
        String text = parameters.get(AREA, FORCE);
        if (text.equals(FORCE)) {
            return null;
        }
        try {
            return AreaReader.read(text, engine.snapshot().areas());
        } catch (IllegalArgumentException e) {
            parameters.fault(AREA, AREA + "=" + Shown.value(text) + ": " + AreaReader.reason(e));
            return null;
        }
    }
}
