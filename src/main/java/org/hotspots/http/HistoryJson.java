package org.hotspots.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.hotspots.hotspot.HotspotHistory;
import org.hotspots.hotspot.Run;
import org.jspecify.annotations.Nullable;

/** Writes which hotspots of a run were there before. */
final class HistoryJson {
    private HistoryJson() {}

    static RunView.Body of(Run run) {
        HotspotHistory history = run.history();
        return RunViews.json(json -> write(json, run, history));
    }

    private static void write(JsonGenerator json, Run run, HotspotHistory history) throws IOException {
        json.writeStartObject();
        json.writeStringField("run_id", run.id());
        json.writeNumberField("top", HotspotHistory.TOP);
        json.writeNumberField("windows_asked", HotspotHistory.WINDOWS);
        json.writeArrayFieldStart("windows");
        for (HotspotHistory.Window window : history.windows()) {
            json.writeStartObject();
            json.writeStringField("from", window.from().toString());
            json.writeStringField("to", window.to().toString());
            json.writeNumberField("n", window.n());
            json.writeNumberField("hotspots", window.hotspots());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("tracks");
        for (HotspotHistory.Track track : history.tracks()) {
            writeTrack(json, track);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void writeTrack(JsonGenerator json, HotspotHistory.Track track) throws IOException {
        json.writeStartObject();
        json.writeStringField("stable_id", track.stableId());
        Json.textOrNull(json, "hotspot_id", track.current());
        Json.textOrNull(json, "near", track.near());
        json.writeNumberField("months_in_top", track.monthsInTop());
        json.writeNumberField("months_seen", track.monthsSeen());
        json.writeBooleanField("may_be_older", track.mayBeOlder());
        json.writeArrayFieldStart("ranks");
        for (@Nullable Integer rank : track.ranks()) {
            json.writeObject(rank);
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
