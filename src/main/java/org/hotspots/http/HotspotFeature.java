package org.hotspots.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.hotspots.geo.BritishNationalGrid;
import org.hotspots.geo.LonLat;
import org.hotspots.hotspot.ChangeSince;
import org.hotspots.hotspot.Hotspot;

/** Writes a hotspot as a feature. */
public final class HotspotFeature {
    private static final int LIMIT_DECIMALS = 1;
    private static final int SHARE_DECIMALS = 4;
    private static final int RATE_DECIMALS = 2;
    private static final int SIGNIFICANT_DIGITS = 4;

    private HotspotFeature() {}

    /** @param change its count beside that of the period before */
    static void write(JsonGenerator json, Hotspot hotspot, ChangeSince change) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", "Feature");
        json.writeStringField("id", hotspot.id());
        json.writeFieldName("geometry");
        GeoJson.writeGeometry(json, BritishNationalGrid.toLonLat(hotspot.outline()));
        json.writeFieldName("properties");
        writeProperties(json, hotspot, change);
        json.writeEndObject();
    }

    /** The figures alone, as a tree. */
    public static JsonNode properties(Hotspot hotspot, ChangeSince change) throws IOException {
        return Json.tree(json -> writeProperties(json, hotspot, change));
    }

    /** The figures alone, as an object. */
    static void writeProperties(JsonGenerator json, Hotspot hotspot, ChangeSince change) throws IOException {
        json.writeStartObject();
        json.writeNumberField("rank", hotspot.rank());
        json.writeStringField("hotspot_id", hotspot.id());
        writeFigures(json, hotspot);
        writeScore(json, hotspot);
        MakeupJson.writeHotspot(json, hotspot);
        ChangeJson.write(json, "change", change);
        Json.textOrNull(json, "near", hotspot.near());
        Json.textOrNull(json, "town", hotspot.town());
        Json.textOrNull(json, "district", hotspot.district());
        LonLat centre = BritishNationalGrid.toLonLat(hotspot.centre());
        json.writeFieldName("centre");
        GeoJson.writePosition(json, centre.longitude(), centre.latitude());
        Json.decimals(json, "per_month", hotspot.perMonth(), RATE_DECIMALS);
        json.writeEndObject();
    }

    /** The figures that a hotspot and the explanation of a place in it share. */
    public static void writeFigures(JsonGenerator json, Hotspot hotspot) throws IOException {
        json.writeNumberField("count", hotspot.count());
        Json.decimals(json, "count_low", hotspot.interval().low(), LIMIT_DECIMALS);
        Json.decimals(json, "count_high", hotspot.interval().high(), LIMIT_DECIMALS);
        Json.decimals(json, "share", hotspot.share(), SHARE_DECIMALS);
        Json.decimals(json, "running_share", hotspot.runningShare(), SHARE_DECIMALS);
        Json.significant(json, "area_km2", hotspot.areaKm2(), SIGNIFICANT_DIGITS);
        Json.significant(json, "density_per_km2", hotspot.densityPerKm2(), SIGNIFICANT_DIGITS);
        Json.significant(json, "peak_density_per_km2", hotspot.peakDensityPerKm2(), SIGNIFICANT_DIGITS);
    }

    /** Gi* or what random maps say; null where the method has none. */
    public static void writeScore(JsonGenerator json, Hotspot hotspot) throws IOException {
        Hotspot.Score score = hotspot.score();
        Json.significant(json, "z", score == null ? null : score.z(), SIGNIFICANT_DIGITS);
        Json.significant(json, "p", score == null ? null : score.p(), SIGNIFICANT_DIGITS);
        Json.significant(json, "q", score == null ? null : score.q(), SIGNIFICANT_DIGITS);
    }
}
