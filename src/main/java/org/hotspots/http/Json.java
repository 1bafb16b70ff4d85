package org.hotspots.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Function;
import org.hotspots.http.RunViews.JsonDocument;
import org.jspecify.annotations.Nullable;

/** How this server writes and reads JSON. */
public final class Json {
    public static final String TYPE = "application/json";

    static final int MAX_DEPTH = 32;
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(20_000)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** Reads trees: depth at most {@value #MAX_DEPTH}, no key twice. */
    public static final JsonMapper READER = JsonMapper.builder(FACTORY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    /** A streaming writer; closing it leaves the target open. */
    public static JsonGenerator generator(OutputStream out) throws IOException {
        JsonGenerator json = FACTORY.createGenerator(out);
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        json.disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
        // Half a collection must not be closed into something that parses.
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT);
        json.enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);
        return json;
    }

    /** A number with at most so many decimals; null where it is not finite. */
    public static void decimals(JsonGenerator json, String name, double value, int decimals) throws IOException {
        json.writeFieldName(name);
        if (Double.isFinite(value)) {
            json.writeNumber(plain(BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN)));
        } else {
            json.writeNull();
        }
    }

    /** A number with at most so many significant digits, for values of any size; null where absent or not finite. */
    public static void significant(JsonGenerator json, String name, @Nullable Double value, int digits)
            throws IOException {
        json.writeFieldName(name);
        if (value != null && Double.isFinite(value)) {
            json.writeNumber(
                    BigDecimal.valueOf(value).round(new MathContext(digits)).doubleValue());
        } else {
            json.writeNull();
        }
    }

    public static void textOrNull(JsonGenerator json, String name, @Nullable Object value) throws IOException {
        json.writeFieldName(name);
        if (value == null) {
            json.writeNull();
        } else {
            json.writeString(value.toString());
        }
    }

    /** What a writer writes, as a tree; decimals as they are written. */
    static JsonNode tree(JsonDocument document) throws IOException {
        try (TokenBuffer tokens = new TokenBuffer(READER, false)) {
            document.writeTo(tokens);
            return READER.readTree(tokens.asParser());
        }
    }

    /** An array of words. */
    static <T> void words(JsonGenerator json, String name, List<T> values, Function<T, String> word)
            throws IOException {
        json.writeArrayFieldStart(name);
        for (T value : values) {
            json.writeString(word.apply(value));
        }
        json.writeEndArray();
    }

    /** A finite number as it stands, without an exponent. */
    public static BigDecimal plain(double value) {
        return plain(BigDecimal.valueOf(value));
    }

    private static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
