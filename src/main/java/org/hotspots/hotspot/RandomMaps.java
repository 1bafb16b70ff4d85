package org.hotspots.hotspot;

import java.util.ArrayList;
import java.util.List;
import org.hotspots.hotspot.Grouping.Group;
import org.hotspots.hotspot.Hotspot.Score;
import org.hotspots.hotspot.HotspotSearch.Evidence;
import org.hotspots.kernel.Ground;
import org.hotspots.kernel.Hdbscan;
import org.hotspots.kernel.LargestByChance;
import org.hotspots.kernel.NearestNeighbourHierarchy;
import org.hotspots.kernel.Stac;
import org.hotspots.question.Fault;
import org.hotspots.question.Fault.Kind;
import org.hotspots.question.Method;
import org.hotspots.question.Question;
import org.hotspots.question.QuestionParameters;
import org.hotspots.question.RefusedQuestionException;
import org.hotspots.stats.SeededRandom;
import org.hotspots.wording.Wording;

/**
 * What chance makes of as many events: hotspots of NNH and STAC are compared with the largest clusters of random maps of
 * the question's cells. As many maps as the work allows, {@value #MOST_MAPS} at most; a question that does not allow
 * {@value #FEWEST_MAPS} is refused.
 */
final class RandomMaps {
    static final int MOST_MAPS = 999;
    private static final int FEWEST_MAPS = 99;

    /** Comparisons of an event with another or with a circle, for all maps together: a few seconds. */
    private static final double MOST_COMPARISONS = 1e9;

    /** What strewing and sorting an event comes to, in comparisons. */
    private static final double PER_EVENT = 20;

    /** A search looks at nine squares as wide as the distance. */
    private static final double SQUARES = 9;

    /** Circles of a spacing of half the radius that are looked at for an event, and those that hold it. */
    private static final double CIRCLES = 40;

    /** What a circle comes to, in comparisons: its members are gathered, and it is linked with those it overlaps. */
    private static final double PER_CIRCLE = 5;

    /** Area of lattice for each circle by the square of the spacing. */
    private static final double AREA_OF_CIRCLE = Math.sqrt(3) / 2;

    private RandomMaps() {}

    /** The ground that events could lie on: the cells that the question compares. */
    static Ground ground(Evidence evidence) {
        return Ground.cells(evidence.cells().cells());
    }

    /** The groups with what random maps say of each. */
    static Grouping scored(RunInput input, Evidence evidence, Grouping grouping) {
        if (grouping.groups().isEmpty()) {
            return grouping;
        }
        LargestByChance chance = byChance(input, evidence);
        double[] events = new double[grouping.groups().size()];
        for (int i = 0; i < grouping.groupOf().length; i++) {
            if (grouping.groupOf()[i] >= 0) {
                events[grouping.groupOf()[i]] += evidence.events().inside().weights()[i];
            }
        }
        List<Group> scored = new ArrayList<>();
        for (int group = 0; group < events.length; group++) {
            double p = chance.p((int) events[group]);
            scored.add(new Group(grouping.groups().get(group).drawing(), new Score(null, p, p)));
        }
        return new Grouping(scored, grouping.groupOf());
    }

    private static LargestByChance byChance(RunInput input, Evidence evidence) {
        Question question = input.question();
        Ground ground = ground(evidence);
        int events = Math.toIntExact(evidence.events().total());
        int maps = maps(input, events);
        SeededRandom random = SeededRandom.stream(question.seed(), "random maps");
        return question.method() == Method.STAC
                ? Stac.byChance(events, StacGroups.settings(question), ground, maps, random)
                : NearestNeighbourHierarchy.byChance(
                        events,
                        question.clusters().nearness().on(ground.areaM2()).metres(events),
                        ground,
                        maps,
                        random);
    }

    /** Maps that the run compares its hotspots with: the same number for the same question, on every machine. */
    static int maps(RunInput input, long events) {
        return (int) Math.min(MOST_MAPS, Math.floor(MOST_COMPARISONS / comparisons(input, events)));
    }

    /** Comparisons that one map takes, about. */
    static double comparisons(RunInput input, long events) {
        Question question = input.question();
        double areaM2 = input.area().areaM2();
        if (question.method() == Method.STAC) {
            double spacing = StacGroups.settings(question).spacingMetres();
            double box =
                    input.area().bounds().widthMetres() * input.area().bounds().heightMetres();
            double circles = events * CIRCLES + box / (AREA_OF_CIRCLE * spacing * spacing);
            return 1 + events * PER_EVENT + PER_CIRCLE * circles;
        }
        double metres = Math.max(question.clusters().nearness().on(areaM2).metres((int) Math.max(events, 1)), 0);
        return 1 + events * (PER_EVENT + SQUARES * metres * metres * events / areaM2);
    }

    /** Refuses a question that would take too long; throws RefusedQuestionException. */
    static void requireFew(RunInput input, Events events) {
        Method method = input.question().method();
        int places = events.inside().count();
        if (method == Method.HDBSCAN && places > Hdbscan.MOST_PLACES) {
            throw refused(Wording.of("method=hdbscan: %,d places, at most %,d", places, Hdbscan.MOST_PLACES));
        }
        if (method.hasRandomMaps() && maps(input, events.total()) < FEWEST_MAPS) {
            throw refused(Wording.of(
                    "method=%s: %,d events take about %,.0f comparisons a random map, at most %,.0f",
                    method.word(), events.total(), comparisons(input, events.total()), MOST_COMPARISONS / FEWEST_MAPS));
        }
    }

    private static RefusedQuestionException refused(String reason) {
        return new RefusedQuestionException(List.of(new Fault(
                Kind.INVALID_PARAMETER,
                "query",
                QuestionParameters.METHOD.name(),
                reason + "; ask for less at a time: a town, a theme, a shorter period")));
    }
}
