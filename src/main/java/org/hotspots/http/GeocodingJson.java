package org.hotspots.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.hotspots.snapshot.DataVersion;
import org.hotspots.snapshot.GeocodingQuality;
import org.hotspots.snapshot.GeocodingQuality.Share;
import org.hotspots.wording.Wording;

/** Writes how many offences could be located, by district, theme and month. */
final class GeocodingJson {
    private static final int DECIMALS = 4;

    private GeocodingJson() {}

    static void write(JsonGenerator json, DataVersion version, GeocodingQuality quality) throws IOException {
        json.writeStartObject();
        json.writeFieldName("data_version");
        RunJson.writeVersion(json, version);
        Json.decimals(json, "least_hit_rate", GeocodingQuality.LEAST_HIT_RATE, DECIMALS);
        json.writeStringField("sentence", sentence(quality));
        json.writeObjectFieldStart("all");
        writeShare(json, quality.all(), true);
        json.writeEndObject();
        json.writeArrayFieldStart("districts");
        for (GeocodingQuality.District district : quality.districts()) {
            json.writeStartObject();
            Json.textOrNull(json, "area", district.address());
            json.writeStringField("name", district.name());
            writeShare(json, district.share(), district.isRate());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("themes");
        for (GeocodingQuality.OfTheme theme : quality.themes()) {
            json.writeStartObject();
            json.writeStringField("theme", theme.theme().word());
            writeShare(json, theme.share(), true);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("months");
        for (GeocodingQuality.Month month : quality.months()) {
            json.writeStartObject();
            json.writeStringField("month", month.month().toString());
            writeShare(json, month.share(), true);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeNumberField("earlier_months", quality.earlierMonths());
        json.writeEndObject();
    }

    private static void writeShare(JsonGenerator json, Share share, boolean isRate) throws IOException {
        json.writeNumberField("offences", share.offences());
        json.writeNumberField("located", share.located());
        Json.decimals(json, "hit_rate", isRate ? share.hitRate() : Double.NaN, DECIMALS);
        json.writeBooleanField("low", isRate && share.isLow());
    }

    private static String sentence(GeocodingQuality quality) {
        long missed = quality.missed();
        if (missed == 0) {
            return "Every offence that counts could be located.";
        }
        long unknown = missed - quality.districtsFound();
        String told = Wording.of(
                "%,d of %,d offences could not be located.",
                missed, quality.all().offences());
        if (unknown == 0) {
            return told + " Their beats tell their districts.";
        }
        return told
                + Wording.of(
                        " Of these, %,d %s no beat that tells their district", unknown, unknown == 1 ? "names" : "name")
                + (2 * unknown > missed
                        ? ", so no rate is given for a district."
                        : "; the districts' rates leave them out.");
    }
}
