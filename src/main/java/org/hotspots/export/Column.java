package org.hotspots.export;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table of features. Its values are those properties that the interface tells of a feature, so no figure
 * is computed or rounded twice.
 *
 * @param name such as {@code settings_dwelling}
 * @param kind what its values are
 * @param place JSON pointer into the properties, such as {@code /settings/dwelling}
 */
public record Column(String name, Kind kind, String place) {
    /** What values are. */
    public enum Kind {
        TEXT,
        WHOLE,
        REAL
    }

    static Column text(String place) {
        return of(Kind.TEXT, place);
    }

    static Column whole(String place) {
        return of(Kind.WHOLE, place);
    }

    static Column real(String place) {
        return of(Kind.REAL, place);
    }

    private static Column of(Kind kind, String place) {
        return new Column(place.replace('/', '_'), kind, "/" + place);
    }

    /** The value as it stands in text: a number as the interface writes it; null where there is none. */
    @Nullable
    String text(JsonNode properties) {
        JsonNode value = value(properties);
        if (value.isNull()) {
            return null;
        }
        return value.isBigDecimal() ? value.decimalValue().toPlainString() : value.asText();
    }

    /** Writes the value under the column's name, as a member of an open object. */
    public void write(JsonGenerator json, JsonNode properties) throws IOException {
        json.writeFieldName(name);
        json.writeRawValue(value(properties).toString());
    }

    /** The value as a number; of a column of numbers, and null where there is none. */
    @Nullable
    BigDecimal number(JsonNode properties) {
        JsonNode value = value(properties);
        return value.isNull() ? null : value.decimalValue();
    }

    private JsonNode value(JsonNode properties) {
        JsonNode value = properties.at(place);
        if (value.isMissingNode()) {
            throw new IllegalStateException("the interface tells no " + place);
        }
        return value;
    }
}
