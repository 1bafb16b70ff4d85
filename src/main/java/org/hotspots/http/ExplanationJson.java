package org.hotspots.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.hotspots.area.Area;
import org.hotspots.geo.BritishNationalGrid;
import org.hotspots.geo.LonLat;
import org.hotspots.hotspot.Explanation;
import org.hotspots.hotspot.Hotspot;
import org.hotspots.hotspot.Run;
import org.hotspots.hotspot.Stability;
import org.hotspots.offence.Setting;
import org.hotspots.question.Method;
import org.hotspots.snapshot.StudyArea;
import org.jspecify.annotations.Nullable;

/** Writes why a place is as it is in a run. */
final class ExplanationJson {
    static final String LON = "lon";
    static final String LAT = "lat";

    private static final String DEGREES = "-?[0-9]{1,3}(\\.[0-9]{1,20})?";
    private static final int LIMIT_DECIMALS = 1;
    private static final int SHARE_DECIMALS = 3;
    private static final int SIGNIFICANT_DIGITS = 4;

    private ExplanationJson() {}

    /** At the point of {@value #LON} and {@value #LAT}, which must lie in the study area. */
    static RunView.Body prepare(Run run, Parameters parameters) {
        OptionalDouble lon = degrees(parameters, LON, -9, 2.5);
        OptionalDouble lat = degrees(parameters, LAT, 49, 61.5);
        parameters.refuseFaults();
        LonLat point = new LonLat(lon.orElseThrow(), lat.orElseThrow());
        Optional<Explanation> found = run.explain(BritishNationalGrid.fromLonLat(point));
        if (found.isEmpty()) {
            String reason = "lon=" + Json.plain(point.longitude()) + ", lat=" + Json.plain(point.latitude())
                    + ": inside the study area, " + ground(run.area().summary());
            parameters.fault(LON, reason);
            parameters.fault(LAT, reason);
        }
        parameters.refuseFaults();
        Standing standing = Standing.of(run, found.orElseThrow().hotspot());
        return RunViews.json(json -> write(json, run, point, found.orElseThrow(), standing));
    }

    /** How the hotspot at the point stands; null where there is none. */
    private record Standing(Stability.@Nullable Standing figures, List<Method> voters) {
        static Standing of(Run run, @Nullable Hotspot hotspot) {
            if (hotspot == null) {
                return new Standing(null, List.of());
            }
            int at = hotspot.rank() - 1;
            return new Standing(
                    run.stability().hotspots().get(at),
                    run.agreement().votesOfHotspot().get(at));
        }
    }

    private static String ground(StudyArea.Summary area) {
        return String.format(
                Locale.ROOT,
                "%s, which lies from %.4f to %.4f east and from %.4f to %.4f north",
                area.name(),
                area.west(),
                area.east(),
                area.south(),
                area.north());
    }

    private static OptionalDouble degrees(Parameters parameters, String name, double least, double most) {
        String rule = "degrees from " + Json.plain(least) + " to " + Json.plain(most);
        if (parameters.find(name).isEmpty()) {
            if (!parameters.given().containsKey(name)) {
                parameters.fault(name, name + ": required; " + rule);
            }
            return OptionalDouble.empty();
        }
        double read = parameters.read(
                name,
                text -> Optional.of(text)
                        .filter(given -> given.matches(DEGREES))
                        .map(Double::valueOf)
                        .filter(value -> value >= least && value <= most),
                rule,
                least);
        return OptionalDouble.of(read);
    }

    private static void write(JsonGenerator json, Run run, LonLat point, Explanation explanation, Standing standing)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("run_id", run.id());
        json.writeFieldName("point");
        GeoJson.writePosition(json, point.longitude(), point.latitude());
        json.writeStringField("unit", run.question().filter().countingBasis().word());
        json.writeNumberField("n", run.n());
        Json.significant(json, "density_per_km2", explanation.densityPerKm2(), SIGNIFICANT_DIGITS);
        Json.decimals(json, "kernel_share_on_data", explanation.edgeShare(), SHARE_DECIMALS);
        json.writeObjectFieldStart("areas");
        for (Area area : explanation.areas()) {
            json.writeStringField(area.address().kind().word(), area.name());
        }
        json.writeEndObject();
        writeCell(json, explanation.cell());
        writeHotspot(json, explanation, standing);
        json.writeEndObject();
    }

    private static void writeCell(JsonGenerator json, Explanation.Cell cell) throws IOException {
        json.writeObjectFieldStart("cell");
        json.writeStringField("cell_id", cell.id());
        json.writeBooleanField("study_cell", cell.isStudyCell());
        json.writeNumberField("count", cell.count());
        Json.decimals(json, "count_low", cell.interval().low(), LIMIT_DECIMALS);
        Json.decimals(json, "count_high", cell.interval().high(), LIMIT_DECIMALS);
        json.writeFieldName("rank");
        json.writeObject(cell.rank());
        json.writeNumberField("study_cells", cell.studyCells());
        writeScore(json, cell.score());
        json.writeObjectFieldStart("neighbours");
        json.writeNumberField("within_m", Json.plain(cell.neighbours().withinMetres()));
        json.writeNumberField("cells", cell.neighbours().cells());
        json.writeNumberField("count", cell.neighbours().count());
        json.writeNumberField("most", cell.neighbours().most());
        json.writeEndObject();
        writeContents(json, cell.events());
        json.writeEndObject();
    }

    private static void writeHotspot(JsonGenerator json, Explanation explanation, Standing standing)
            throws IOException {
        Hotspot hotspot = explanation.hotspot();
        Explanation.Contents contents = explanation.hotspotEvents();
        Stability.Standing figures = standing.figures();
        json.writeFieldName("hotspot");
        if (hotspot == null || contents == null || figures == null) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        json.writeStringField("hotspot_id", hotspot.id());
        HotspotFeature.writeFigures(json, hotspot);
        writeScore(json, hotspot.score());
        StabilityJson.writeFigures(json, figures, standing.voters());
        writeContents(json, contents);
        json.writeEndObject();
    }

    private static void writeScore(JsonGenerator json, Hotspot.@Nullable Score score) throws IOException {
        Json.significant(json, "z", score == null ? null : score.z(), SIGNIFICANT_DIGITS);
        Json.significant(json, "p", score == null ? null : score.p(), SIGNIFICANT_DIGITS);
        Json.significant(json, "q", score == null ? null : score.q(), SIGNIFICANT_DIGITS);
    }

    private static void writeContents(JsonGenerator json, Explanation.Contents contents) throws IOException {
        json.writeNumberField("offences", contents.offences());
        json.writeArrayFieldStart("by_category");
        for (Map.Entry<String, Long> category : contents.byCategory()) {
            json.writeStartObject();
            json.writeStringField("category", category.getKey());
            json.writeNumberField("offences", category.getValue());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeObjectFieldStart("by_setting");
        for (Map.Entry<Setting, Long> setting : contents.bySetting()) {
            json.writeNumberField(setting.getKey().word(), setting.getValue());
        }
        json.writeEndObject();
        json.writeNumberField("police_found", contents.policeFound());
        json.writeNumberField("police_found_unknown", contents.policeFoundUnknown());
        json.writeNumberField("places", contents.places());
        json.writeNumberField("repeat_places", contents.repeatPlaces());
        json.writeNumberField("months_active", contents.monthsActive());
        Json.textOrNull(json, "near", contents.near());
    }
}
