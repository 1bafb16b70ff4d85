package org.hotspots.http;

import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.util.List;
import org.hotspots.offence.Codebook;
import org.hotspots.offence.Codebooks;
import org.hotspots.offence.HourBand;
import org.hotspots.offence.Theme;
import org.hotspots.offence.WeekHour;
import org.hotspots.offence.WeekTimes;
import org.hotspots.question.Method;
import org.hotspots.question.ParameterSpec;
import org.hotspots.question.ParameterSpec.Numbers;
import org.hotspots.question.ParameterSpec.Words;
import org.hotspots.question.QuestionParameters;
import org.hotspots.question.Shift;

/** What can be asked: themes with their strands and types, settings, times of the week, and the methods with their parameters. */
final class ThemeHandlers {
    private final byte[] body;

    ThemeHandlers(Codebooks codebooks) {
        this.body = body(codebooks);
    }

    List<Route> routes() {
        return List.of(Route.get("/api/v1/themes", Json.TYPE, this::themes));
    }

    /** 200, 304. */
    private void themes(Context ctx) {
        Answers.send(ctx, Json.TYPE, body);
    }

    private static byte[] body(Codebooks codebooks) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
        try (JsonGenerator json = Json.generator(bytes)) {
            json.writeStartObject();
            json.writeArrayFieldStart("themes");
            for (String theme : words("theme")) {
                writeTheme(json, theme);
            }
            json.writeEndArray();
            writeWords(json, "settings", "setting");
            writeWords(json, "counting_bases", "counting_basis");
            writeWords(json, "police_found", "police_found");
            writeWords(json, "weights", "weight");
            writeTimes(json);
            json.writeArrayFieldStart("codebooks");
            for (Codebook codebook : codebooks.codebooks()) {
                writeCodebook(json, codebook);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("methods");
            for (Method method : Method.values()) {
                writeMethod(json, method);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return bytes.toByteArray();
    }

    private static void writeTheme(JsonGenerator json, String word) throws IOException {
        Theme theme = List.of(Theme.values()).stream()
                .filter(known -> known.word().equals(word))
                .findFirst()
                .orElseThrow();
        json.writeStartObject();
        json.writeStringField("theme", word);
        json.writeStringField("name", name(theme));
        if (theme == Theme.HATE) {
            writeWords(json, "strands", "strand");
        } else if (theme == Theme.ASB) {
            writeWords(json, "asb_types", "asb_type");
        }
        json.writeEndObject();
    }

    private static void writeCodebook(JsonGenerator json, Codebook codebook) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", codebook.id());
        json.writeStringField("name", codebook.name());
        json.writeStringField("version", codebook.version());
        json.writeStringField("sentence", "Weighs an offence in " + codebook.unit() + ".");
        json.writeEndObject();
    }

    private static String name(Theme theme) {
        return switch (theme) {
            case ALL -> "All offences";
            case KNIFE -> "Knife crime";
            case HATE -> "Hate crime";
            case ASB -> "Anti-social behaviour";
        };
    }

    private static void writeTimes(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("days");
        for (DayOfWeek day : DayOfWeek.values()) {
            json.writeString(WeekTimes.word(day));
        }
        json.writeEndArray();
        json.writeObjectFieldStart("hours");
        json.writeNumberField("minimum", 0);
        json.writeNumberField("maximum", WeekHour.HOURS);
        json.writeStringField("sentence", QuestionParameters.HOURS.sentence());
        json.writeEndObject();
        json.writeArrayFieldStart("shifts");
        for (Shift shift : Shift.values()) {
            HourBand hours = shift.times().hours();
            json.writeStartObject();
            json.writeStringField("shift", shift.word());
            json.writeStringField("name", shift.title());
            Json.textOrNull(json, "days", shift.times().daysText());
            Json.textOrNull(json, "hours", hours);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeMethod(JsonGenerator json, Method method) throws IOException {
        json.writeStartObject();
        json.writeStringField("method", method.word());
        json.writeStringField("name", method.title());
        json.writeArrayFieldStart("parameters");
        for (String name : method.parameters()) {
            writeParameter(json, QuestionParameters.get(name));
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void writeParameter(JsonGenerator json, ParameterSpec spec) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", spec.name());
        json.writeStringField("sentence", spec.sentence());
        if (spec.values() instanceof Numbers numbers) {
            json.writeNumberField("minimum", Json.plain(numbers.minimum()));
            json.writeNumberField("maximum", Json.plain(numbers.maximum()));
            json.writeBooleanField("whole", numbers.whole());
        } else if (spec.values() instanceof Words) {
            writeWords(json, "values", spec.name());
        }
        writeDefault(json, spec);
        json.writeEndObject();
    }

    private static void writeDefault(JsonGenerator json, ParameterSpec spec) throws IOException {
        String usual = spec.defaultValue();
        if (usual != null && spec.values() instanceof Numbers) {
            json.writeNumberField("default", new BigDecimal(usual));
        } else {
            Json.textOrNull(json, "default", usual);
        }
        json.writeStringField("default_sentence", spec.defaultSentence());
    }

    private static void writeWords(JsonGenerator json, String field, String parameter) throws IOException {
        json.writeArrayFieldStart(field);
        for (String word : words(parameter)) {
            json.writeString(word);
        }
        json.writeEndArray();
    }

    private static List<String> words(String parameter) {
        return QuestionParameters.get(parameter).values() instanceof Words words ? words.words() : List.of();
    }
}
