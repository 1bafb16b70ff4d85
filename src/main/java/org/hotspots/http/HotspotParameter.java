package org.hotspots.http;

import java.util.List;
import java.util.Optional;
import org.hotspots.hotspot.Hotspot;
import org.hotspots.hotspot.Run;
import org.jspecify.annotations.Nullable;

/** The parameter by which a view is of one hotspot of its run. */
final class HotspotParameter {
    static final String NAME = "hotspot";

    private HotspotParameter() {}

    /** The hotspot; null where none is named. One that is not there is a fault. */
    static @Nullable Hotspot find(Run run, Parameters parameters) {
        Optional<String> wanted = parameters.find(NAME);
        if (wanted.isEmpty()) {
            return null;
        }
        List<Hotspot> hotspots = run.hotspots();
        Optional<Hotspot> found =
                hotspots.stream().filter(each -> each.id().equals(wanted.get())).findFirst();
        if (found.isEmpty()) {
            parameters.fault(NAME, NAME + "=" + Shown.value(wanted.get()) + ": " + rule(hotspots.size()));
        }
        return found.orElse(null);
    }

    /** Which hotspots there are to name. */
    static String rule(int hotspots) {
        return switch (hotspots) {
            case 0 -> "the run has no hotspots";
            case 1 -> "the run has h1 only";
            default -> "from h1 to h" + hotspots;
        };
    }
}
