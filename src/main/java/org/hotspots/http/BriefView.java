package org.hotspots.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hotspots.brief.PatrolBrief;
import org.hotspots.brief.Visit;
import org.hotspots.hotspot.Hotspot;
import org.hotspots.hotspot.Run;

/** The patrol brief of a run: which places, in which order, for how many minutes each. */
final class BriefView {
    static final String NAME = "brief.pdf";
    static final String TYPE = "application/pdf";
    static final String PLACES = "places";
    static final String MINUTES = "minutes";

    private static final String EXAMPLE = "1 to " + PatrolBrief.MOST_VISITS + " hotspots of the run, such as h1,h4";

    private BriefView() {}

    /** 400 with every fault of the parameters; 404 where the run has no hotspots. */
    static RunView.Body prepare(Run run, Parameters parameters) {
        List<String> places = places(parameters);
        List<Integer> minutes = minutes(parameters, places.size());
        parameters.refuseFaults();
        List<Hotspot> hotspots = run.hotspots();
        if (hotspots.isEmpty()) {
            throw new ProblemException(
                    ProblemType.NO_HOTSPOTS,
                    "There is no place to go to. " + run.verdict().sentence());
        }
        List<Visit> visits = visits(parameters, hotspots, places, minutes);
        parameters.refuseFaults();
        byte[] pdf = PatrolBrief.pdf(run, visits);
        return out -> out.write(pdf);
    }

    private static List<String> places(Parameters parameters) {
        Optional<String> given = parameters.find(PLACES);
        if (given.isEmpty()) {
            // An empty one is a fault already.
            if (!parameters.given().containsKey(PLACES)) {
                parameters.fault(PLACES, PLACES + ": give " + EXAMPLE);
            }
            return List.of();
        }
        List<String> ids = Arrays.asList(given.get().split(",", -1));
        Set<String> seen = new HashSet<>();
        Set<String> twice = ids.stream().filter(id -> !seen.add(id)).collect(Collectors.toSet());
        if (ids.stream().anyMatch(id -> !id.matches("h[1-9][0-9]{0,6}")) || ids.size() > PatrolBrief.MOST_VISITS) {
            parameters.fault(PLACES, PLACES + "=" + Shown.value(given.get()) + ": " + EXAMPLE);
        } else if (!twice.isEmpty()) {
            parameters.fault(PLACES, PLACES + "=" + Shown.value(given.get()) + ": each place once");
        }
        return ids;
    }

    /** One number for each place; the usual one where none is given. */
    private static List<Integer> minutes(Parameters parameters, int places) {
        Optional<String> given = parameters.find(MINUTES);
        if (given.isEmpty()) {
            return Collections.nCopies(places, Visit.USUAL_MINUTES);
        }
        List<Integer> minutes = new ArrayList<>();
        for (String text : given.get().split(",", -1)) {
            int value = text.matches("[1-9][0-9]{0,2}") ? Integer.parseInt(text) : 0;
            if (value < 1 || value > Visit.MOST_MINUTES) {
                parameters.fault(
                        MINUTES,
                        MINUTES + "=" + Shown.value(text) + ": a whole number from 1 to " + Visit.MOST_MINUTES);
                return Collections.nCopies(places, Visit.USUAL_MINUTES);
            }
            minutes.add(value);
        }
        if (places > 0 && minutes.size() != places) {
            parameters.fault(
                    MINUTES,
                    MINUTES + "=" + Shown.value(given.get()) + ": one number for "
                            + (places == 1 ? "the place" : "each of the " + places + " places"));
        }
        return minutes;
    }

    private static List<Visit> visits(
            Parameters parameters, List<Hotspot> hotspots, List<String> places, List<Integer> minutes) {
        List<Visit> visits = new ArrayList<>();
        for (int k = 0; k < places.size(); k++) {
            int rank = Integer.parseInt(places.get(k).substring(1));
            if (rank > hotspots.size()) {
                parameters.fault(PLACES, PLACES + "=" + places.get(k) + ": " + HotspotParameter.rule(hotspots.size()));
            } else {
                visits.add(new Visit(hotspots.get(rank - 1), minutes.get(k)));
            }
        }
        return visits;
    }
}
