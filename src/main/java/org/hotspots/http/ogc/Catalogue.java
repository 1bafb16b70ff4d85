package org.hotspots.http.ogc;

import java.util.ArrayList;
import java.util.List;
import org.hotspots.area.AreaKind;
import org.hotspots.hotspot.Engine;
import org.hotspots.http.ProblemException;
import org.hotspots.http.ProblemType;
import org.hotspots.http.Shown;
import org.hotspots.offence.Theme;
import org.hotspots.snapshot.Snapshot;

/**
 * The collections there are: each kind of area that is loaded and, once there are offences, each layer of each theme's
 * run.
 */
final class Catalogue {
    private final Engine engine;

    Catalogue(Engine engine) {
        this.engine = engine;
    }

    Snapshot snapshot() {
        return engine.snapshot();
    }

    List<FeatureSource> all() {
        Snapshot newest = engine.snapshot();
        List<FeatureSource> sources = new ArrayList<>();
        for (AreaKind kind : AreaKind.values()) {
            if (newest.areas().areas().stream().anyMatch(area -> area.address().kind() == kind)) {
                sources.add(new AreaSource(engine, kind));
            }
        }
        if (newest.version().dataTo() != null) {
            for (RunLayer layer : RunLayer.values()) {
                for (Theme theme : Theme.values()) {
                    sources.add(new RunSource(engine, layer, theme));
                }
            }
        }
        return sources;
    }

    /** The collection of this name. Throws a 404 where there is none. */
    FeatureSource get(String id) {
        List<FeatureSource> all = all();
        return all.stream()
                .filter(source -> source.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_FOUND,
                        "collection=" + Shown.value(id) + ": one of "
                                + String.join(
                                        ", ",
                                        all.stream().map(FeatureSource::id).toList())));
    }
}
