package org.hotspots.hotspot;

import java.util.Locale;
import org.hotspots.area.AskedArea;
import org.hotspots.area.DrawnArea;
import org.hotspots.offence.OffenceFilter;
import org.hotspots.offence.Selection;
import org.hotspots.offence.Setting;
import org.hotspots.offence.Theme;
import org.hotspots.offence.Themes;
import org.hotspots.offence.WeekTimes;
import org.hotspots.stats.Concentration;
import org.hotspots.stats.Interval;
import org.hotspots.wording.Wording;
import org.jspecify.annotations.Nullable;

/**
 * A verdict in sentences for people.
 *
 * @param input the run's
 * @param facts about the events
 * @param kind the verdict
 * @param events events
 * @param cells patrollable cells
 */
record VerdictWords(RunInput input, Selection.Facts facts, Verdict.Kind kind, long events, int cells) {
    String sentence(@Nullable Concentration even, @Nullable Concentration offending) {
        if (even == null) {
            return tooLittle();
        }
        return switch (kind) {
            case CHANCE ->
                "These " + counted() + matter() + " are spread " + (even.p() > Verdict.Kind.CHANCE_P ? "no" : "hardly")
                        + " more unevenly than chance would spread them: " + fullest(even, "their")
                        + " There is no hotspot to patrol.";
            case WEAK -> weak(even) + besideOffending(offending);
            case CONCENTRATED ->
                subject() + where() + " is concentrated: " + evidence(even) + besideOffending(offending);
        };
    }

    String advice() {
        return switch (kind) {
            case CHANCE ->
                events == 0 || cells < 2
                        ? "Ask about a longer period or a wider area."
                        : "Look at repeat locations, or ask about a longer period.";
            case WEAK -> "Ask about a longer period before patrols are sent.";
            case CONCENTRATED -> "";
        };
    }

    private String tooLittle() {
        if (events == 0) {
            return "There are no " + unit(0) + matter() + " in this period.";
        }
        if (events >= Verdict.Kind.LEAST_EVENTS) {
            return "All " + counted() + matter() + " lie in the only patrollable cell: there is nothing to compare it"
                    + " with.";
        }
        return (events == 1 ? "One " + unit(1) + matter() + " is" : counted() + matter() + " are")
                + " too few to tell a hotspot from chance.";
    }

    private String weak(Concentration even) {
        if (Verdict.Kind.isClear(even)) {
            return subject() + where() + " is only a little more concentrated than chance would make it: "
                    + evidence(even);
        }
        return subject() + where() + " is weakly concentrated: " + evidence(even) + " Chance alone would give as much"
                + " about " + timesInHundred(even.p()) + ".";
    }

    private static String timesInHundred(double p) {
        long times = Math.round(100 * p);
        return times <= 1 ? "once in 100" : times == 2 ? "twice in 100" : times + " times in 100";
    }

    /** The fullest cell where it stands out, else how few cells hold half of the events. */
    private String evidence(Concentration even) {
        if (even.largest() > even.largestBand().high()) {
            return fullest(even, "the");
        }
        return Wording.of(
                "half of the %s lie in %,d of %,d cells; by chance they would lie in %s.",
                counted(), even.cellsHoldingHalf(), cells, range(even.halfBand()));
    }

    private String fullest(Concentration even, String whose) {
        return Wording.of(
                "%s busiest cell holds %,d of %s; by chance it would hold %s.",
                whose, even.largest(), counted(), range(even.largestBand()));
    }

    private String besideOffending(@Nullable Concentration offending) {
        if (offending == null) {
            return "";
        }
        String times = input.question().filter().times() == null ? "." : " at these times.";
        return (offending.p() <= Verdict.Kind.CHANCE_P
                        ? " It is more concentrated than offending in general"
                        : " It is no more concentrated than offending in general")
                + times;
    }

    private static String range(Interval band) {
        String low = Wording.of("%,d", (long) band.low());
        return band.low() == band.high() ? low : low + Wording.of(" to %,d", (long) band.high());
    }

    private String subject() {
        OffenceFilter filter = input.question().filter();
        return filter.theme() == Theme.ALL ? "Offending" : Legends.subject(filter) + proxy(filter.theme());
    }

    /** Public files know neither knives nor hate: a sentence about what stands in for them must say so. */
    private String proxy(Theme theme) {
        return facts.fromPublicFiles() == 0
                ? ""
                : Themes.proxy(theme)
                        .map(proxy -> " (" + proxy + " standing in for it)")
                        .orElse("");
    }

    /** What the events are and where, such as " of knife crime in Rugby". */
    private String matter() {
        boolean all = input.question().filter().theme() == Theme.ALL;
        String subject = subject();
        return (all ? "" : " of " + subject.substring(0, 1).toLowerCase(Locale.ROOT) + subject.substring(1)) + where();
    }

    private String where() {
        return setting() + " in " + place() + times();
    }

    private String place() {
        String name = input.area().summary().name();
        AskedArea area = input.question().area();
        return area == null
                ? "the whole force"
                : area instanceof DrawnArea
                        ? "the " + name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1)
                        : name;
    }

    private String times() {
        WeekTimes times = input.question().filter().times();
        return times == null ? "" : ", " + times.inWords() + ",";
    }

    private String setting() {
        Setting setting = input.question().filter().setting();
        if (setting == null) {
            return "";
        }
        return switch (setting) {
            case PUBLIC_PLACE -> " in public places";
            case DWELLING -> " in dwellings";
            case ONLINE -> " online";
            case UNKNOWN -> throw new IllegalStateException("an unknown setting cannot be asked for");
        };
    }

    private String counted() {
        return Wording.of("%,d ", events) + unit(events);
    }

    private String unit(long count) {
        String units = input.question().filter().countingBasis().word();
        return count == 1 ? units.substring(0, units.length() - 1) : units;
    }
}
