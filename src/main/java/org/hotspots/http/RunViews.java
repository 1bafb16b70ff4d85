package org.hotspots.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hotspots.hotspot.Agreement;
import org.hotspots.hotspot.CellLayer;
import org.hotspots.hotspot.ChangeSince;
import org.hotspots.hotspot.ContourBand;
import org.hotspots.hotspot.Hotspot;
import org.hotspots.hotspot.MethodCard;
import org.hotspots.hotspot.RepeatPlaces;
import org.hotspots.hotspot.Run;
import org.hotspots.http.RunView.Body;

/** The documents that can be made of a run: the interface answers with them, and the command line writes them. */
public final class RunViews {
    /** The run itself, which stands at the run's own address. */
    static final String SUMMARY = "summary";

    static final String METHOD_CARD = "method-card";
    static final String METHOD_CARD_PAGE = "method-card.html";

    private static final String NONZERO = "nonzero";
    private static final String LIMIT = "limit";
    private static final int MOST_PLACES = 1000;
    private static final int USUAL_PLACES = 50;

    private static final List<RunView> ALL = List.of(
            RunView.plain(SUMMARY, Json.TYPE, run -> json(json -> RunJson.write(json, run))),
            RunView.plain("hotspots", GeoJson.TYPE, run -> places(run, run.hotspots())),
            RunView.plain("clusters", GeoJson.TYPE, run -> places(run, run.clusters())),
            RunView.plain("contours", GeoJson.TYPE, RunViews::contours),
            new RunView("cells", GeoJson.TYPE, Set.of(NONZERO), RunViews::cells),
            RunView.plain(METHOD_CARD, Json.TYPE, RunViews::methodCard),
            RunView.plain(METHOD_CARD_PAGE, ProblemBody.HTML, MethodCardPage::of),
            new RunView("times", Json.TYPE, Set.of(HotspotParameter.NAME), TimesJson::prepare),
            new RunView("months", Json.TYPE, Set.of(HotspotParameter.NAME), MonthsJson::prepare),
            RunView.plain("alternatives", Json.TYPE, AlternativesJson::of),
            new RunView("repeat-locations", Json.TYPE, Set.of(LIMIT), RunViews::repeatPlaces),
            new RunView(
                    "explain", Json.TYPE, Set.of(ExplanationJson.LON, ExplanationJson.LAT), ExplanationJson::prepare),
            RunView.plain("concentration", Json.TYPE, ConcentrationJson::of),
            RunView.plain("near-repeat", Json.TYPE, NearRepeatJson::of),
            RunView.plain("bandwidths", Json.TYPE, DensityViews::bandwidths),
            new RunView("relative-risk", GeoJson.TYPE, Set.of(DensityViews.AGAINST), DensityViews::relativeRisk),
            RunView.plain("stability", Json.TYPE, StabilityJson::of),
            RunView.plain("agreement", GeoJson.TYPE, RunViews::agreement),
            RunView.plain("history", Json.TYPE, HistoryJson::of),
            new RunView("crosswalk", Json.TYPE, Set.of(CrosswalkTable.KIND), CrosswalkTable::json),
            new RunView("crosswalk.csv", CrosswalkTable.CSV, Set.of(CrosswalkTable.KIND), CrosswalkTable::csv),
            new RunView(
                    BriefView.NAME, BriefView.TYPE, Set.of(BriefView.PLACES, BriefView.MINUTES), BriefView::prepare));

    private RunViews() {}

    /** Writes JSON. */
    @FunctionalInterface
    interface JsonDocument {
        void writeTo(JsonGenerator json) throws IOException;
    }

    static List<RunView> all() {
        return ALL;
    }

    /** The view of this name. Throws IllegalArgumentException where there is none. */
    static RunView get(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("view=" + name + ": one of " + names()));
    }

    private static Optional<RunView> find(String name) {
        return ALL.stream().filter(view -> view.name().equals(name)).findFirst();
    }

    /** The names of all views. */
    public static List<String> names() {
        return ALL.stream().map(RunView::name).toList();
    }

    /** Names of the parameters that a view takes; IllegalArgumentException where there is no such view. */
    public static Set<String> parameters(String name) {
        return get(name).parameters();
    }

    /**
     * Writes a view of a run as the interface would answer it.
     *
     * @param name one of {@link #names}
     * @param given the view's own parameters
     * @param out left open
     * @throws ProblemException where the parameters are refused
     */
    public static void write(String name, Run run, Map<String, List<String>> given, OutputStream out)
            throws IOException {
        RunView view = get(name);
        view.preparation()
                .prepare(run, new Parameters(given, view.parameters()))
                .writeTo(out);
    }

    static Body json(JsonDocument document) {
        return out -> {
            try (JsonGenerator json = Json.generator(out)) {
                document.writeTo(json);
            }
        };
    }

    private static Body places(Run run, List<Hotspot> places) {
        // Computed before the answer begins.
        List<ChangeSince> changes = run.sincePrevious(places);
        return collection(run, json -> writePlaces(json, places, changes));
    }

    static void writePlaces(JsonGenerator json, List<Hotspot> places, List<ChangeSince> changes) throws IOException {
        for (int i = 0; i < places.size(); i++) {
            HotspotFeature.write(json, places.get(i), changes.get(i));
        }
    }

    private static Body contours(Run run) {
        List<ContourBand> bands = run.contours();
        return collection(run, json -> writeContours(json, bands));
    }

    static void writeContours(JsonGenerator json, List<ContourBand> bands) throws IOException {
        for (ContourBand band : bands) {
            ContourFeature.write(json, band);
        }
    }

    private static Body cells(Run run, Parameters parameters) {
        boolean nonzero = parameters.flag(NONZERO, true);
        parameters.refuseFaults();
        CellLayer layer = run.cells();
        return collection(run, json -> CellFeatures.write(json, layer, nonzero));
    }

    private static Body agreement(Run run) {
        Agreement agreement = run.agreement();
        return collection(
                run,
                json -> Json.textOrNull(json, "reason", agreement.reason().isEmpty() ? null : agreement.reason()),
                json -> CellFeatures.write(json, agreement));
    }

    /** A feature collection with the run's id and method as foreign members. */
    static Body collection(Run run, JsonDocument features) {
        return collection(run, json -> {}, features);
    }

    /** @param members writes members of the collection that its features do not have */
    static Body collection(Run run, JsonDocument members, JsonDocument features) {
        return json(json -> {
            json.writeStartObject();
            json.writeStringField("type", "FeatureCollection");
            json.writeStringField("run_id", run.id());
            json.writeStringField("method", run.question().method().word());
            members.writeTo(json);
            json.writeArrayFieldStart("features");
            features.writeTo(json);
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static Body methodCard(Run run) {
        MethodCard card = run.methodCard();
        return json(json -> MethodCardJson.write(json, run, card));
    }

    private static Body repeatPlaces(Run run, Parameters parameters) {
        int limit = parameters.read(LIMIT, RunViews::limit, "a whole number from 1", USUAL_PLACES);
        parameters.refuseFaults();
        RepeatPlaces found = run.repeatPlaces();
        return json(json -> RepeatPlacesJson.write(json, run, found, limit));
    }

    /** More than the most is clipped to it. */
    private static Optional<Integer> limit(String text) {
        return text.matches("[1-9][0-9]{0,17}")
                ? Optional.of((int) Math.min(Long.parseLong(text), MOST_PLACES))
                : Optional.empty();
    }
}
