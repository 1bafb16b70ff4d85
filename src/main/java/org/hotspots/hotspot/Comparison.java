package org.hotspots.hotspot;

import java.util.Arrays;
import org.hotspots.offence.Theme;
import org.hotspots.stats.Concentration;
import org.hotspots.stats.MultinomialMaps;
import org.jspecify.annotations.Nullable;

/**
 * The two comparisons of a verdict.
 *
 * @param input the run's
 * @param counts its events in each patrollable cell
 */
@SuppressWarnings("ArrayRecordComponent")
record Comparison(RunInput input, int[] counts) {

    /** Events thrown evenly on the ground: a cell that the area's edge cuts gets the less of them. */
    Concentration even(double[] shares) {
        return beside(shares, "even");
    }

    /** Events thrown where offences of all themes were at the same times of the week; nothing to compare where these are what is asked about. */
    @Nullable
    Concentration offending(int[] offences) {
        return input.question().filter().theme() == Theme.ALL
                ? null
                : beside(Arrays.stream(offences).asDoubleStream().toArray(), "offending");
    }

    private Concentration beside(double[] weights, String stream) {
        Concentration.Draw draw =
                new Concentration.Draw(Verdict.MAPS, input.question().seed(), "verdict-" + stream);
        return Concentration.of(counts, new MultinomialMaps(weights), draw);
    }
}
