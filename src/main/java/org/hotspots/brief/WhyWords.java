package org.hotspots.brief;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hotspots.hotspot.ChangeSince;
import org.hotspots.hotspot.Explanation;
import org.hotspots.hotspot.Hotspot;
import org.hotspots.hotspot.Run;
import org.hotspots.offence.Codebook;
import org.hotspots.offence.Setting;

/** Why a place is on the list: how many, of what, in which settings, how often again, and the change. */
final class WhyWords {
    private static final int MOST_CATEGORIES = 4;

    private WhyWords() {}

    static List<String> of(RunFacts facts, Hotspot place) {
        Explanation.Contents contents = facts.run().contents(place);
        List<String> lines = new ArrayList<>();
        lines.add(count(facts.run(), place));
        Codebook codebook = facts.run().question().codebook();
        if (place.harm() != null && codebook != null) {
            lines.add("Harm: " + Figures.figure(place.harm()) + " " + codebook.unit() + ", " + codebook.label() + ".");
        }
        lines.add("Offences: " + categories(contents) + ".");
        lines.add("Settings: " + settings(place) + ". " + repeats(contents, PlaceWords.unit(facts)));
        lines.add(change(facts.changes().get(facts.indexOf(place))));
        return lines;
    }

    private static String count(Run run, Hotspot place) {
        String of = place.harm() == null ? "the " + Figures.count(run.n()) : "the harm";
        return Figures.count(place.count(), run.count().unit()) + " "
                + run.covered().inWords() + " (95 % interval "
                + Figures.interval(place.interval()) + "): " + Figures.percent(place.share()) + " of " + of + " in "
                + run.area().summary().name() + ", " + Figures.oneDecimal(place.perMonth()) + " a month, on "
                + Figures.figure(place.areaKm2()) + Lettering.NO_BREAK + "km².";
    }

    /** The commonest by name, the others as a number. */
    private static String categories(Explanation.Contents contents) {
        List<Map.Entry<String, Long>> all = contents.byCategory();
        List<Map.Entry<String, Long>> named = all.subList(0, Math.min(MOST_CATEGORIES, all.size()));
        long others = contents.offences()
                - named.stream().mapToLong(Map.Entry::getValue).sum();
        String words = named.stream()
                .map(entry -> (entry.getKey().isBlank() ? "of no stated kind" : entry.getKey()) + " "
                        + Figures.count(entry.getValue()))
                .collect(Collectors.joining("; "));
        return others == 0 ? words : words + "; others " + Figures.count(others);
    }

    private static String settings(Hotspot place) {
        List<String> words = new ArrayList<>();
        for (Setting setting : Setting.values()) {
            long count = place.makeup().count(setting);
            if (count > 0) {
                words.add(name(setting) + " " + Figures.count(count));
            }
        }
        return String.join(", ", words);
    }

    private static String name(Setting setting) {
        return switch (setting) {
            case PUBLIC_PLACE -> "public place";
            case DWELLING -> "dwelling";
            case ONLINE -> "online";
            case UNKNOWN -> "not known";
        };
    }

    /** A number only: which address it is stands on no printed page. */
    private static String repeats(Explanation.Contents contents, String unit) {
        return Figures.count(contents.repeatPlaces()) + " of " + Figures.count(contents.places(), "locations")
                + " had several " + unit + ".";
    }

    private static String change(ChangeSince since) {
        String period = Figures.period(since.from(), since.to());
        return since.change() == null
                ? "Against " + period + " no change is told: " + since.reason()
                : "Against " + period + ": " + since.change().words() + ".";
    }
}
