package org.hotspots.hotspot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hotspots.kernel.StudyCells;
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
     * @param pChance probability that chance gives a hotspot of its count or more; null without maps
     */
    public record Standing(
            String hotspotId,
            int stays,
            @Nullable Double stability,
            @Nullable Line drawn,
            @Nullable Double pChance) {}

    /** What is tried. */
    record Tried(Events events, CellLayer cells, FoundHotspots found) {}

    static Stability of(RunInput input, Tried tried) {
        List<Hotspot> hotspots = tried.found().hotspots();
        if (hotspots.isEmpty()) {
            return new Stability(0, 0, List.of(), "There is no hotspot to try.");
        }
        TrialCost cost = new TrialCost(input);
        int replicates = cost.replicates(tried.events());
        int[] stays = new int[hotspots.size()];
        if (replicates > 0) {
            stays = new Resampling(input, tried.events(), tried.found()).timesFound(replicates);
        }
        double[] largest = largestOfChance(input, tried, cost);
        List<Standing> standings = new ArrayList<>();
        for (int i = 0; i < stays.length; i++) {
            standings.add(standing(hotspots.get(i), stays[i], replicates, largest));
        }
        return new Stability(replicates, largest.length, standings, sentence(replicates, largest.length));
    }

    private static double[] largestOfChance(RunInput input, Tried tried, TrialCost cost) {
        StudyCells cells = tried.cells().cells();
        int[] ground = OffenceGround.of(input, cells);
        double groundM2 = input.lattice().cellAreaM2() * ground.length;
        int maps = ground.length == 0 ? 0 : cost.maps(tried.events(), groundM2);
        return maps == 0 ? new double[0] : new NullMaps(input, tried.events(), cells, ground).largestCounts(maps);
    }

    private static Standing standing(Hotspot hotspot, int stays, int replicates, double[] largest) {
        double stability = stays / (double) replicates;
        return new Standing(
                hotspot.id(),
                stays,
                replicates == 0 ? null : stability,
                replicates == 0 ? null : Line.of(stability),
                largest.length == 0 ? null : NullMaps.pChance((double) hotspot.count(), largest));
    }

    private static String sentence(int replicates, int maps) {
        String resampled = replicates == 0
                ? "Stability is not given: the resamples would take too long."
                : String.format(
                        Locale.UK,
                        "Stability: the part of %d resamples of the events, with reaches of 0.75, 1 and 1.25 times the"
                                + " question's and cells that begin at nine offsets, in which the hotspot is found again.",
                        replicates);
        String chance = maps == 0
                ? " Whether chance could have made a hotspot is not given: the maps would take too long."
                : String.format(
                        Locale.UK,
                        " Chance: the probability of a hotspot of as many events, by %d maps of as many events thrown"
                                + " evenly over the cells that had any offence in three years.",
                        maps);
        return resampled + chance;
    }
}
