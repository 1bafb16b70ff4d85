package org.hotspots.brief;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.hotspots.hotspot.Agreement;
import org.hotspots.hotspot.Hotspot;
import org.hotspots.hotspot.Stability;
import org.hotspots.hotspot.Verdict;
import org.hotspots.question.Method;
import org.hotspots.wording.Wording;

/** How sure a place is: the verdict on the whole run, then what is known of the place itself. */
final class SureWords {
    private static final double CHANCE_P = 0.05;

    private SureWords() {}

    static List<String> of(RunFacts facts, Hotspot place) {
        Verdict verdict = facts.run().verdict();
        List<String> lines = new ArrayList<>();
        lines.add(verdict.advice().isBlank() ? verdict.sentence() : verdict.sentence() + " " + verdict.advice());
        lines.add(standing(facts, place));
        Hotspot.Score score = place.score();
        if (score != null) {
            lines.add(score(score));
        }
        return lines;
    }

    private static String standing(RunFacts facts, Hotspot place) {
        Stability stability = facts.stability();
        Stability.Standing standing = stability.hotspots().get(facts.indexOf(place));
        if (standing.stability() == null) {
            return stability.sentence();
        }
        List<String> parts = new ArrayList<>();
        parts.add(Wording.of("This place stays in %,d of %,d resamples", standing.stays(), stability.replicates()));
        Double chance = standing.pChance();
        if (chance != null) {
            String words = chance <= CHANCE_P ? "chance seldom makes one as large" : "it could be chance";
            parts.add(Wording.of("%s (p %.3f)", words, chance));
        }
        List<Method> voters = facts.agreement().votesOfHotspot().get(facts.indexOf(place));
        parts.add("found by " + voters.size() + " of " + Agreement.METHODS.size() + " methods"
                + (voters.isEmpty()
                        ? ""
                        : " (" + voters.stream().map(Method::title).collect(Collectors.joining("; ")) + ")"));
        return String.join("; ", parts) + ".";
    }

    private static String score(Hotspot.Score score) {
        Double z = score.z();
        return z == null
                ? "In random maps the largest cluster has at least as many with p " + Figures.probability(score.p())
                        + "."
                : "Gi* of its strongest cell: z " + Figures.oneDecimal(z) + ", q " + Figures.probability(score.q())
                        + " after false-discovery-rate control.";
    }
}
