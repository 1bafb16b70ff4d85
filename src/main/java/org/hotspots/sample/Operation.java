package org.hotspots.sample;

import java.time.LocalDate;
import java.util.List;

/**
 * The planted operation: while it runs, each knife incident that would have happened in its target area is prevented
 * with a fixed probability, and nothing moves elsewhere.
 *
 * @param from first day
 * @param to exclusive
 * @param target where patrols went
 * @param bufferMetres width of the ring around the target in which displacement would show
 * @param controls like places without patrols
 * @param preventedShare probability that an incident in the target is prevented
 */
record Operation(
        String name,
        LocalDate from,
        LocalDate to,
        Circle target,
        int bufferMetres,
        List<Control> controls,
        double preventedShare) {

    Operation {
        controls = List.copyOf(controls);
    }

    record Control(String hotspotId, Circle circle) {}

    boolean covers(Place place, LocalDate day) {
        return runsOn(day) && place.point() != null && target.contains(place.point());
    }

    boolean runsOn(LocalDate day) {
        return !day.isBefore(from) && day.isBefore(to);
    }
}
