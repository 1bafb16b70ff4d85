package org.hotspots.brief;

import java.util.List;
import java.util.Optional;
import org.hotspots.hotspot.Hotspot;
import org.hotspots.hotspot.PeakBand;
import org.hotspots.hotspot.Times;
import org.hotspots.offence.WeekTimes;

/**
 * All that a page says of one place, in words.
 *
 * @param title such as "Near Mill Lane, Rugby"
 * @param subtitle what was asked
 * @param suited whether a patrol would meet what happens here
 * @param hours the hours that stand out, such as "Friday and Saturday 22:00 to 02:00", or that there are none
 * @param why why this place: a paragraph each
 * @param when when it happens, beside the picture of the week
 * @param times what the picture shows
 * @param sure how sure all this is
 */
record PlaceWords(
        String title,
        String subtitle,
        String suited,
        String hours,
        List<String> why,
        List<String> when,
        Times times,
        List<String> sure) {
    private static final String NO_CLEAR_TIME = "No clear time";

    PlaceWords {
        why = List.copyOf(why);
        when = List.copyOf(when);
        sure = List.copyOf(sure);
    }

    static PlaceWords of(RunFacts facts, Hotspot place) {
        Times times = facts.times().of(place);
        Optional<PeakBand> band = facts.times().peakBand(place);
        return new PlaceWords(
                title(place),
                subtitle(facts),
                suited(place),
                band.map(PeakBand::hours).orElseGet(() -> asked(facts, times)),
                WhyWords.of(facts, place),
                WhenWords.of(band, facts.times().noClearTime(), times, unit(facts)),
                times,
                SureWords.of(facts, place));
    }

    /** Where no hours stand out, a visit is for those that the question is about. */
    private static String asked(RunFacts facts, Times times) {
        WeekTimes asked = facts.run().question().filter().times();
        if (asked != null) {
            return asked.inWords();
        }
        return times.areUnknown() ? "Not in the data" : NO_CLEAR_TIME;
    }

    static String unit(RunFacts facts) {
        return facts.run().question().filter().countingBasis().word();
    }

    static String title(Hotspot place) {
        String name = place.near() == null ? "Place " + place.rank() : "Near " + place.near();
        String where = place.town() == null ? place.district() : place.town();
        return where == null ? name : name + ", " + where;
    }

    static String subtitle(RunFacts facts) {
        var filter = facts.run().question().filter();
        String times = filter.times() == null ? "" : ", " + filter.times().inWords();
        return facts.run().subject() + " in " + facts.run().area().summary().name() + times + ", "
                + Figures.period(filter.from(), filter.to());
    }

    private static String suited(Hotspot place) {
        double inPublic = place.makeup().patrollableShare();
        String part = inPublic == 1 ? "all" : Figures.percent(inPublic);
        return place.suitedTo()
                .map(suited -> switch (suited) {
                    case PATROL -> "Suited to a patrol: " + part + " of known setting happened in public places.";
                    case PROBLEM_SOLVING ->
                        "Suited to problem solving rather than a patrol: most happened in dwellings or online, where"
                                + " no patrol passes.";
                })
                .orElse(
                        "Whether a patrol would meet it is not known: the data do not say whether it happened in public.");
    }
}
