package org.hotspots.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.hotspots.geo.BritishNationalGrid;
import org.hotspots.geo.LonLat;
import org.hotspots.hotspot.RepeatPlaces;
import org.hotspots.hotspot.Run;

/** Writes the places of a run where events happened more than once. */
final class RepeatPlacesJson {
    private static final int SHARE_DECIMALS = 4;

    private RepeatPlacesJson() {}

    /** @param limit the most places that are written */
    static void write(JsonGenerator json, Run run, RepeatPlaces found, int limit) throws IOException {
        json.writeStartObject();
        json.writeStringField("run_id", run.id());
        json.writeStringField("unit", found.unit());
        json.writeNumberField("n", found.events());
        json.writeNumberField("places_with_any", found.allPlaces());
        json.writeNumberField("repeat_places", found.places().size());
        json.writeBooleanField("truncated", found.places().size() > limit);
        json.writeStringField("sentence", found.sentence());
        json.writeArrayFieldStart("places");
        for (RepeatPlaces.Place place :
                found.places().subList(0, Math.min(limit, found.places().size()))) {
            writePlace(json, place, found.events());
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void writePlace(JsonGenerator json, RepeatPlaces.Place place, long events) throws IOException {
        json.writeStartObject();
        json.writeNumberField("rank", place.rank());
        json.writeNumberField("count", place.count());
        Json.decimals(json, "share", place.count() / (double) events, SHARE_DECIMALS);
        Json.decimals(json, "running_share", place.runningCount() / (double) events, SHARE_DECIMALS);
        json.writeNumberField("months_active", place.monthsActive());
        json.writeStringField("first_month", place.firstMonth().toString());
        json.writeStringField("last_month", place.lastMonth().toString());
        Json.textOrNull(json, "near", place.near());
        Json.textOrNull(json, "town", place.town());
        Json.textOrNull(json, "district", place.district());
        LonLat centre = BritishNationalGrid.toLonLat(place.centre());
        json.writeFieldName("centre");
        GeoJson.writePosition(json, centre.longitude(), centre.latitude());
        json.writeEndObject();
    }
}
