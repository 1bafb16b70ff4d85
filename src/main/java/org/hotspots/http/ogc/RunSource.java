package org.hotspots.http.ogc;

import java.util.List;
import java.util.Map;
import org.hotspots.hotspot.Engine;
import org.hotspots.hotspot.Run;
import org.hotspots.http.Problem;
import org.hotspots.http.ProblemException;
import org.hotspots.http.ProblemType;
import org.hotspots.http.Runs;
import org.hotspots.http.Shown;
import org.hotspots.offence.Theme;
import org.hotspots.snapshot.Snapshot;

/** One layer of the run that answers the general question about a theme: the whole force, the last twelve months. */
record RunSource(Engine engine, RunLayer layer, Theme theme) implements FeatureSource {
    static final String PIN = "run";

    @Override
    public String id() {
        return layer.word() + "-" + theme.word();
    }

    @Override
    public String title() {
        return layer.title() + ": " + theme.title();
    }

    @Override
    public String pinName() {
        return PIN;
    }

    @Override
    public Content current(Snapshot newest) {
        return new RunContent(layer, currentRun());
    }

    /** The run that the newest data give. */
    Run currentRun() {
        return engine.ask(engine.questionReader().read(Map.of("theme", List.of(theme.word()))));
    }

    @Override
    public Content pinned(String pin) {
        return new RunContent(layer, pinnedRun(pin));
    }

    /** A run of the theme over the whole force, by its id. */
    Run pinnedRun(String id) {
        Run run = engine.findRun(Runs.checked("query", PIN, id)).orElseThrow(() -> notFound(id));
        if (run.question().filter().theme() != theme || run.question().area() != null) {
            throw notOfThis(id);
        }
        return run;
    }

    private ProblemException notFound(String id) {
        return engine.wasAsked(id) ? Runs.gone(id) : notOfThis(id);
    }

    private ProblemException notOfThis(String id) {
        String reason = PIN + "=" + Shown.value(id) + ": a run about " + theme.word() + " in the whole force";
        return new ProblemException(ProblemType.INVALID_PARAMETER, reason, new Problem.Fault("query", PIN, reason));
    }
}
