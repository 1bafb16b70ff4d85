package org.hotspots.http.ogc;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.hotspots.hotspot.Change;
import org.hotspots.hotspot.ChangeSince;
import org.hotspots.hotspot.Hotspot;
import org.hotspots.hotspot.Run;
import org.hotspots.hotspot.Suited;
import org.hotspots.http.HotspotFeature;
import org.hotspots.http.Json;
import org.hotspots.offence.Setting;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/** A hotspot or cluster of a run, with the change of its count since the period before. */
record PlaceItem(Run run, Hotspot place, ChangeSince change) implements Item {
    private static final int SHARE_DECIMALS = 3;
    private static final int RATE_DECIMALS = 2;
    private static final int SIGNIFICANT_DIGITS = 4;

    @Override
    public String id() {
        return place.id();
    }

    /** Of several parts even where there is one: a layer has one type of geometry. */
    @Override
    public Geometry geometry() {
        return place.outline() instanceof Polygon one
                ? new GeometryFactory().createMultiPolygon(new Polygon[] {one})
                : place.outline();
    }

    @Override
    public void writeProperties(JsonGenerator json) throws IOException {
        json.writeNumberField("rank", place.rank());
        json.writeStringField("hotspot_id", place.id());
        HotspotFeature.writeFigures(json, place);
        HotspotFeature.writeScore(json, place);
        Json.decimals(json, "per_month", place.perMonth(), RATE_DECIMALS);
        writeMakeup(json);
        writeChange(json);
        Json.textOrNull(json, "near", place.near());
        Json.textOrNull(json, "town", place.town());
        Json.textOrNull(json, "district", place.district());
        RunContent.writeRun(json, run);
    }

    private void writeMakeup(JsonGenerator json) throws IOException {
        for (Setting setting : Setting.values()) {
            json.writeNumberField("setting_" + setting.word(), place.makeup().count(setting));
        }
        Json.decimals(json, "patrollable_share", place.makeup().patrollableShare(), SHARE_DECIMALS);
        Json.textOrNull(json, "suited_to", place.suitedTo().map(Suited::word).orElse(null));
    }

    private void writeChange(JsonGenerator json) throws IOException {
        Change since = change.change();
        json.writeFieldName("previous_count");
        if (since == null) {
            json.writeNull();
        } else {
            json.writeNumber(since.before());
        }
        Json.significant(json, "change_ratio", since == null ? null : since.ratio(), SIGNIFICANT_DIGITS);
        Json.significant(
                json,
                "change_ratio_low",
                since == null ? null : since.interval().low(),
                SIGNIFICANT_DIGITS);
        Json.significant(
                json,
                "change_ratio_high",
                since == null ? null : since.interval().high(),
                SIGNIFICANT_DIGITS);
        Json.significant(json, "change_p", since == null ? null : since.p(), SIGNIFICANT_DIGITS);
        Json.textOrNull(json, "change_words", since == null ? change.reason() : since.words());
    }
}
