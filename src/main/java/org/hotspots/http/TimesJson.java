package org.hotspots.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.hotspots.hotspot.EventTimes;
import org.hotspots.hotspot.Hotspot;
import org.hotspots.hotspot.PeakBand;
import org.hotspots.hotspot.Run;
import org.hotspots.hotspot.Times;
import org.jspecify.annotations.Nullable;

/** Writes when the events of a run, or of one of its hotspots, happened. */
final class TimesJson {
    private static final int MOST_PEAKS = 20;
    private static final int SIGNIFICANT_DIGITS = 4;
    private static final List<String> DAYS =
            List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");

    private TimesJson() {}

    /** The whole run with the bands of its first hotspots, or the hotspot that {@value HotspotParameter#NAME} names. */
    static RunView.Body prepare(Run run, Parameters parameters) {
        List<Hotspot> hotspots = run.hotspots();
        Hotspot hotspot = HotspotParameter.find(run, parameters);
        parameters.refuseFaults();
        EventTimes times = run.times();
        List<Hotspot> described =
                hotspot == null ? hotspots.subList(0, Math.min(MOST_PEAKS, hotspots.size())) : List.of(hotspot);
        List<Optional<PeakBand>> bands = described.stream().map(times::peakBand).toList();
        return RunViews.json(json -> write(json, run, times, hotspot, described, bands));
    }

    private static void write(
            JsonGenerator json,
            Run run,
            EventTimes times,
            @Nullable Hotspot hotspot,
            List<Hotspot> described,
            List<Optional<PeakBand>> bands)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("run_id", run.id());
        Json.textOrNull(json, "hotspot_id", hotspot == null ? null : hotspot.id());
        json.writeStringField("unit", run.question().filter().countingBasis().word());
        json.writeStringField("time_zone", "Europe/London");
        writeTable(json, hotspot == null ? times.all() : times.of(hotspot));
        json.writeArrayFieldStart("peaks");
        for (int i = 0; i < described.size(); i++) {
            writePeak(json, described.get(i), bands.get(i), times.noClearTime());
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void writeTable(JsonGenerator json, Times times) throws IOException {
        json.writeNumberField("total", times.total());
        json.writeNumberField("hour_known", times.known());
        json.writeArrayFieldStart("days");
        for (String day : DAYS) {
            json.writeString(day);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("by_day_and_hour");
        for (List<Long> day : times.byDayAndHour()) {
            writeCounts(json, day);
        }
        json.writeEndArray();
        json.writeFieldName("hour_unknown_by_day");
        writeCounts(json, times.hourUnknownByDay());
        json.writeNumberField("day_unknown", times.dayUnknown());
        json.writeFieldName("by_day");
        writeCounts(json, times.byDay());
        json.writeFieldName("by_hour");
        writeCounts(json, times.byHour());
    }

    private static void writeCounts(JsonGenerator json, List<Long> counts) throws IOException {
        json.writeStartArray();
        for (long count : counts) {
            json.writeNumber(count);
        }
        json.writeEndArray();
    }

    private static void writePeak(JsonGenerator json, Hotspot hotspot, Optional<PeakBand> found, String noClearTime)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("hotspot_id", hotspot.id());
        json.writeStringField("words", found.map(PeakBand::inWords).orElse(noClearTime));
        json.writeFieldName("band");
        if (found.isEmpty()) {
            json.writeNull();
        } else {
            PeakBand band = found.get();
            json.writeStartObject();
            json.writeStringField("days", band.days().word());
            json.writeNumberField("start_hour", band.startHour());
            json.writeNumberField("end_hour", band.endHour());
            json.writeNumberField("count", band.count());
            json.writeNumberField("hour_known", band.known());
            json.writeNumberField("run_count", band.runCount());
            json.writeNumberField("run_hour_known", band.runKnown());
            Json.significant(json, "p", band.p(), SIGNIFICANT_DIGITS);
            json.writeEndObject();
        }
        json.writeEndObject();
    }
}
