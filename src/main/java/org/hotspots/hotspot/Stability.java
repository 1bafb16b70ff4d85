package org.hotspots.hotspot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hotspots.wording.Wording;
import org.jspecify.annotations.Nullable;

/**
 * Which hotspots of a run stay when the data or the settings are a little different, and which chance could have made.
 *
 * @param replicates resamples; 0 where they would take too long
 * @param maps maps of nothing but chance; 0 where they would take too long
 * @param hotspots one for each hotspot of the run, in their order
 * @param sentence what was done, for people
 */
public record Stability(int replicates, int maps, List<Standing> hotspots, String sentence) {
    public Stability {
        hotspots = List.copyOf(hotspots);
    }

    /** How a hotspot's outline is drawn. */
    public enum Line {
        SOLID,
        DASHED,
        HIDDEN;

        private static final double SOLID_FROM = 0.8;
        private static final double DASHED_FROM = 0.5;

        static Line of(double stability) {
            if (stability >= SOLID_FROM) {
                return SOLID;
            }
            return stability >= DASHED_FROM ? DASHED : HIDDEN;
        }

        /** The word used in answers. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * How one hotspot stands.
     *
     * @param hotspotId the hotspot
     * @param stays resamples in which it is found again; 0 without any
     * @param stability these as a part of the resamples; null without any
     * @param drawn how its outline is drawn; null without resamples
     * @param pChance probability that chance gives a hotspot as large as it; null without maps
     */
    public record Standing(
            String hotspotId,
            int stays,
            @Nullable Double stability,
            @Nullable Line drawn,
            @Nullable Double pChance) {}

    /** What is tried. */
    record Tried(Events events, PatrollableCells ground, FoundHotspots found) {}

    /** Without hotspots, with the reason why there are none. */
    static Stability none(String reason) {
        return new Stability(0, 0, List.of(), reason);
    }

    static Stability of(RunInput input, Tried tried) {
        List<Hotspot> hotspots = tried.found().hotspots();
        if (hotspots.isEmpty()) {
            return none("There is no hotspot to try.");
        }
        TrialCost cost = new TrialCost(input);
        int replicates = cost.replicates(tried.events());
        int[] stays = new int[hotspots.size()];
        if (replicates > 0) {
            stays = new Resampling(input, tried.events(), tried.found()).timesFound(replicates);
        }
        int maps = cost.maps(tried.events(), tried.ground());
        double[] largest =
                maps == 0 ? new double[0] : new NullMaps(input, tried.events(), tried.ground()).largest(maps);
        double[] weights = tried.found().weights(tried.events());
        List<Standing> standings = new ArrayList<>();
        for (int i = 0; i < stays.length; i++) {
            double stability = stays[i] / (double) replicates;
            standings.add(new Standing(
                    hotspots.get(i).id(),
                    stays[i],
                    replicates == 0 ? null : stability,
                    replicates == 0 ? null : Line.of(stability),
                    maps == 0 ? null : NullMaps.pChance(weights[i], largest)));
        }
        return new Stability(replicates, maps, standings, sentence(replicates, maps));
    }

    private static String sentence(int replicates, int maps) {
        String resampled = replicates == 0
                ? "Stability is not given: the resamples would take too long."
                : Wording.of(
                        "Stability: the part of %,d resamples of the events, with reaches of 0.75, 1 and 1.25 times the"
                                + " question's and cells that begin at nine offsets, in which the hotspot is found again.",
                        replicates);
        String chance = maps == 0
                ? " Whether chance could have made a hotspot is not given: the maps would take too long."
                : Wording.of(
                        " Chance: the probability of a hotspot as large as this, by %,d maps of the same events thrown evenly"
                                + " over the patrollable ground.",
                        maps);
        return resampled + chance;
    }
}
