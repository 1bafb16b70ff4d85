package org.hotspots.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hotspots.geo.BritishNationalGrid;
import org.hotspots.geo.LonLat;
import org.hotspots.hotspot.RunOffence;
import org.hotspots.offence.HateStrand;
import org.hotspots.offence.OffenceFlag;
import org.hotspots.offence.Source;
import org.hotspots.offence.Theme;
import org.jspecify.annotations.Nullable;

/** Writes an offence behind a run's count as a feature. Its figures are flat: several words stand in one text, as in a force's extract. */
public final class OffenceFeature {
    private static final int MINUTES_PER_HOUR = 60;
    private static final int MONTH_LENGTH = "2026-11".length();

    private OffenceFeature() {}

    static void write(JsonGenerator json, RunOffence offence) throws IOException {
        LonLat position = BritishNationalGrid.toLonLat(offence.point());
        json.writeStartObject();
        json.writeStringField("type", "Feature");
        json.writeStringField("id", offence.id());
        json.writeObjectFieldStart("geometry");
        json.writeStringField("type", "Point");
        json.writeFieldName("coordinates");
        GeoJson.writePosition(json, position.longitude(), position.latitude());
        json.writeEndObject();
        json.writeFieldName("properties");
        writeProperties(json, offence);
        json.writeEndObject();
    }

    /** What is known of it alone, as an object. */
    static void writeProperties(JsonGenerator json, RunOffence offence) throws IOException {
        json.writeStartObject();
        writeFigures(json, offence);
        json.writeEndObject();
    }

    /** What is known of it, as members of an open object. */
    public static void writeFigures(JsonGenerator json, RunOffence offence) throws IOException {
        json.writeStringField("offence_id", offence.id());
        json.writeNumberField("counted", offence.isCounted() ? 1 : 0);
        json.writeNumberField("incident", offence.incident());
        json.writeStringField("date", date(offence));
        Json.textOrNull(json, "time", time(offence.minuteOfDay()));
        json.writeStringField("themes", words(offence.themes(), Theme::word));
        json.writeStringField("category", offence.category());
        json.writeStringField("ho_class", offence.code().hoClass());
        json.writeStringField("ho_subclass", offence.code().hoSubclass());
        json.writeStringField("hate_strands", words(offence.strands(), HateStrand::word));
        Json.textOrNull(
                json,
                "asb_type",
                offence.asbType() == null ? null : offence.asbType().word());
        json.writeStringField("setting", offence.setting().word());
        Json.textOrNull(
                json,
                "geocode_class",
                offence.geocodeClass() == null ? null : offence.geocodeClass().word());
        Json.textOrNull(json, "police_found", yesOrNo(offence.policeFound()));
        json.writeStringField("source", offence.source().word());
        json.writeStringField("flags", words(offence.flags(), OffenceFlag::word));
        json.writeStringField("beat", offence.beat());
        Json.textOrNull(json, "near", offence.near());
        Json.textOrNull(json, "town", offence.town());
        Json.textOrNull(json, "district", offence.district());
    }

    /** No more than is known: public street files give months. */
    private static String date(RunOffence offence) {
        String day = offence.date().toString();
        return offence.source() == Source.POLICE_UK ? day.substring(0, MONTH_LENGTH) : day;
    }

    private static @Nullable String time(@Nullable Integer minuteOfDay) {
        return minuteOfDay == null
                ? null
                : String.format(
                        Locale.ROOT, "%02d:%02d", minuteOfDay / MINUTES_PER_HOUR, minuteOfDay % MINUTES_PER_HOUR);
    }

    private static @Nullable String yesOrNo(@Nullable Boolean value) {
        return value == null ? null : value ? "Y" : "N";
    }

    private static <T> String words(List<T> values, Function<T, String> word) {
        return values.stream().map(word).collect(Collectors.joining(";"));
    }
}
