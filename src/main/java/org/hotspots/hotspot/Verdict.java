package org.hotspots.hotspot;

import java.util.Arrays;
import java.util.Locale;
import org.hotspots.kernel.CellCounts;
import org.hotspots.kernel.StudyCells;
import org.hotspots.stats.Concentration;
import org.jspecify.annotations.Nullable;

/**
 * Whether there is a hotspot at all: the run's events beside what chance would do with as many. The kind rests on the
 * even null alone; the sentence tells both.
 *
 * @param kind the verdict
 * @param sentence the verdict for people, with its figures
 * @param advice what to do instead, or first; blank where there is nothing to add
 * @param events events compared, those of the run
 * @param cells patrollable cells they were compared over
 * @param even beside events thrown evenly over the patrollable ground; null where there is too little to compare
 * @param offending beside events thrown where offending in general is; null also for a question about all offences
 * @param seed seed of the random maps
 */
public record Verdict(
        Kind kind,
        String sentence,
        String advice,
        long events,
        int cells,
        @Nullable Concentration even,
        @Nullable Concentration offending,
        int seed) {

    /** Maps drawn for each comparison. */
    public static final int MAPS = 999;

    /** What is decided. */
    public enum Kind {
        CONCENTRATED,
        WEAK,
        CHANCE;

        /** Fewer events than this tell nothing: two in a cell may always be chance. */
        static final int LEAST_EVENTS = 5;

        /** Above this p a difference may be chance. */
        static final double CHANCE_P = 0.05;
        /** Up to this p it is clear. */
        static final double CLEAR_P = 0.01;

        private static final double SMALL_EXCESS = 0.05;
        private static final double SMALL_RATIO = 1.5;

        /** The word used in answers. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * Concentrated where the difference from chance is clear (p at most 0.01), weak where it is likely (p at most
         * 0.05), and chance otherwise; one less where it is small. Of many events a difference that no patrol would
         * notice is clear: it is small where the Gini coefficient is less than 0.05 above chance and the fullest cell
         * within one and a half times what chance may give it. A difference that is only likely is small already where no cell holds
         * more than chance may give it: then there is no place to go to.
         */
        static Kind of(Concentration even) {
            if (even.events() < LEAST_EVENTS || even.p() > CHANCE_P) {
                return CHANCE;
            }
            if (isClear(even)) {
                return isSmall(even, SMALL_RATIO) ? WEAK : CONCENTRATED;
            }
            return isSmall(even, 1) ? CHANCE : WEAK;
        }

        static boolean isClear(Concentration even) {
            return even.p() <= CLEAR_P;
        }

        private static boolean isSmall(Concentration even, double timesChance) {
            return even.excess() < SMALL_EXCESS
                    && even.largest() <= timesChance * even.largestBand().high();
        }
    }

    /** Whether there is no hotspot to show. */
    public boolean isChance() {
        return kind == Kind.CHANCE;
    }

    /** Whether {@link #of} finds chance; where the events are far beyond it, no map is drawn. */
    static boolean isChance(RunInput input, Events events, PatrollableCells ground) {
        int[] counts = inside(CellCounts.count(events.inside(), ground.cells()), ground.cells());
        if (isTooFew(counts)) {
            return true;
        }
        double[] shares = UsedGround.shares(ground, input.area());
        return !Concentration.isBeyondMaps(counts, shares, MAPS)
                && Kind.of(new Comparison(input, counts).even(shares)) == Kind.CHANCE;
    }

    private static boolean isTooFew(int[] counts) {
        return Arrays.stream(counts).sum() < Kind.LEAST_EVENTS || counts.length < 2;
    }

    /** The verdict on a run's cells. */
    static Verdict of(RunInput input, Run.Comparing comparing) {
        CellLayer layer = comparing.cells();
        int[] counts = inside(layer.counts(), layer.cells());
        long events = Arrays.stream(counts).sum();
        boolean tooFew = isTooFew(counts);
        Comparison comparison = new Comparison(input, counts);
        Concentration even = tooFew ? null : comparison.even(UsedGround.shares(comparing.ground(), input.area()));
        Concentration offending =
                tooFew ? null : comparison.offending(inside(comparing.ground().offences(), layer.cells()));
        Kind kind = even == null ? Kind.CHANCE : Kind.of(even);
        VerdictWords words = new VerdictWords(input, comparing.facts(), kind, events, counts.length);
        return new Verdict(
                kind,
                words.sentence(even, offending),
                words.advice(),
                events,
                counts.length,
                even,
                offending,
                input.question().seed());
    }

    /** The values of the cells in the order of the mask. */
    private static int[] inside(double[] values, StudyCells cells) {
        return cells.inside().stream()
                .map(index -> (int) Math.round(values[index]))
                .toArray();
    }
}
