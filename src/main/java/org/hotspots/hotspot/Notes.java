package org.hotspots.hotspot;

import java.util.ArrayList;
import java.util.List;
import org.hotspots.offence.Codebook;
import org.hotspots.offence.CountingBasis;
import org.hotspots.offence.Makeup;
import org.hotspots.offence.OffenceFilter;
import org.hotspots.offence.PoliceFound;
import org.hotspots.offence.Selection.Facts;
import org.hotspots.offence.Themes;
import org.hotspots.offence.WeekTimes;
import org.hotspots.question.EdgeMethod;
import org.hotspots.question.Method;
import org.hotspots.question.Question;
import org.hotspots.snapshot.CoveredPeriod;
import org.hotspots.wording.Wording;

/** What a reader of a run should know, one sentence each. */
final class Notes {
    /** Above this many offences an incident, the counting basis changes what a map says. */
    private static final double MOST_INFLATION = 1.5;

    /** The least hit rate that keeps the pattern of a map (Ratcliffe 2004). */
    private static final double LEAST_HIT_RATE = 0.85;

    private final OffenceFilter filter;
    private final Facts facts;
    private final List<String> notes = new ArrayList<>();

    private Notes(OffenceFilter filter, Facts facts) {
        this.filter = filter;
        this.facts = facts;
    }

    static List<String> of(RunInput input, Events events, Verdict verdict, DensityLayer layer) {
        Notes notes = new Notes(input.question().filter(), events.selection().facts());
        notes.chance(verdict);
        notes.harm(input.question(), events);
        notes.coverage(input.covered());
        notes.ground(input, events);
        notes.edge(input.question(), layer);
        notes.comparedCells(input.question());
        notes.randomMaps(input, events.total());
        notes.publicFiles();
        notes.counting(events.total());
        notes.inflation(events.selection().makeup());
        notes.times(events);
        notes.policeFound(events);
        notes.hitRate(events.selection().geocodeHitRate());
        return List.copyOf(notes.notes);
    }

    private void chance(Verdict verdict) {
        if (verdict.isChance() && verdict.events() > 0) {
            notes.add("The verdict is chance, so no hotspots, contours or colours are drawn; the counts stay.");
        }
    }

    private void coverage(CoveredPeriod covered) {
        if (covered.isNone(filter.from(), filter.to())) {
            notes.add("The data do not cover this period.");
        } else if (!covered.whole()) {
            notes.add(Wording.of(
                    "The data cover %s to %s of this period; figures per month are of that part.",
                    Wording.day(covered.from()), Wording.day(covered.to().minusDays(1))));
        }
    }

    private void ground(RunInput input, Events events) {
        if (!input.groundNote().isEmpty()) {
            notes.add(input.groundNote());
        }
        if (input.question().area() == null) {
            return;
        }
        notes.add("Density near the area's edge takes in events beyond it; counts and hotspots are of the area alone.");
        if (events.selection().notMapped().total() > 0) {
            notes.add("Events that are not mapped are counted over the whole force: their area is not known.");
        }
    }

    private void edge(Question question, DensityLayer layer) {
        double km2 = layer.unsureKm2();
        if (question.area() != null && km2 == 0) {
            return;
        }
        String density = question.density().edge() == EdgeMethod.NONE
                ? "density near the edge is too low"
                : "density near the edge is corrected as if it were there as it is here";
        notes.add(Wording.of(
                "Offences beyond the force's edge are not in the data: %s. On %s km² over a quarter of the kernel lies"
                        + " beyond.",
                density, km2 < 0.1 ? Wording.of("%.2f", km2) : Wording.of("%,.1f", km2)));
    }

    private void comparedCells(Question question) {
        if (question.method() == Method.GI_STAR || question.method() == Method.GRID_COUNT) {
            notes.add("Cells are compared with those where any offence was in three years, or that lie in a town.");
        }
    }

    private void randomMaps(RunInput input, long events) {
        if (input.question().method().hasRandomMaps()) {
            notes.add(Wording.of(
                    "p is the share of %,d random maps, each with as many %s strewn evenly over the cells that are compared,"
                            + " whose largest cluster has at least as many.",
                    RandomMaps.maps(input, events), filter.countingBasis().word()));
        }
    }

    private void publicFiles() {
        if (facts.withoutDetail() > 0) {
            String detail = filter.strand() != null ? "strand" : "type of anti-social behaviour";
            notes.add(Wording.of(
                    "%,d offences of public street files carry no %s and are left out.",
                    facts.withoutDetail(), detail));
        }
        if (facts.fromPublicFiles() == 0) {
            return;
        }
        Themes.proxyNote(filter.theme()).ifPresent(notes::add);
        notes.add("Public street files move offences to nearby map points, so their places are approximate.");
        if (filter.from().getDayOfMonth() != 1 || filter.to().getDayOfMonth() != 1) {
            notes.add("Public street files know the month only: their offences count on the first day of it.");
        }
    }

    private void counting(long events) {
        if (filter.setting() != null && facts.settingUnknown() > 0) {
            notes.add(Wording.of(
                    "The setting of %,d of %,d offences is not known to their source; they are kept.",
                    facts.settingUnknown(), facts.offencesInside()));
        }
        if (filter.countingBasis() == CountingBasis.INCIDENTS && facts.offencesInside() > events) {
            notes.add(Wording.of("%,d incidents stand for %,d offences.", events, facts.offencesInside()));
        }
    }

    private void inflation(Makeup makeup) {
        if (makeup.inflation() > MOST_INFLATION) {
            String effect = filter.countingBasis() == CountingBasis.INCIDENTS
                    ? "counting offences would make places with many of them look worse."
                    : "places where one incident has many offences look worse than they are; count incidents.";
            notes.add(Wording.of("Here an incident has %.1f offences on average: %s", makeup.inflation(), effect));
        }
    }

    private void times(Events events) {
        WeekTimes times = filter.times();
        long unknown = events.selection().timesUnknown();
        if (times != null && unknown > 0) {
            notes.add(Wording.of(
                    "%,d further %s may have happened in the times asked for (%s), but %s not known, and they are left out.",
                    unknown,
                    filter.countingBasis().word(),
                    times.inWords(),
                    times.hours() == null ? "their day is" : "their hour is"));
        }
    }

    private void policeFound(Events events) {
        String unit = filter.countingBasis().word();
        long leftOut = events.selection().policeFoundLeftOut();
        if (leftOut > 0) {
            notes.add(Wording.of(
                    "%,d of %,d %s came to light through police work and are left out of targeting.",
                    leftOut, events.total() + leftOut, unit));
        }
        if (filter.policeFound() == PoliceFound.ONLY) {
            notes.add(Wording.of(
                    "Only %s that came to light through police work are counted: they show where police were.", unit));
        }
        if (filter.policeFound() == PoliceFound.EXCLUDE && facts.policeFoundUnknown() > 0) {
            notes.add(Wording.of(
                    "Whether police work brought them to light is not known of %,d of %,d offences; they are kept.",
                    facts.policeFoundUnknown(), facts.offencesInside()));
        }
    }

    private void hitRate(double hitRate) {
        if (hitRate < LEAST_HIT_RATE) {
            notes.add(Wording.of(
                    "Only %.0f %% of the matching events could be located; under 85 %% the pattern on a map may be"
                            + " another than the true one.",
                    100 * hitRate));
        }
    }

    private void harm(Question question, Events events) {
        Codebook codebook = question.codebook();
        if (codebook == null) {
            return;
        }
        notes.add(Wording.of(
                "Harm-weighted, %s: density, Gi* and ranks are of harm (%s), not of numbers.",
                codebook.label(), codebook.unit()));
        long without = events.selection().withoutWeight();
        if (without > 0) {
            notes.add(Wording.of(
                    "%,d of %,d %s have no weight in the %s; they are counted and weigh 0.",
                    without, events.total(), filter.countingBasis().word(), codebook.label()));
        }
    }
}
