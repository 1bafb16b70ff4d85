package org.hotspots.hotspot;

import java.util.Arrays;
import java.util.List;
import org.hotspots.kernel.Knox;
import org.hotspots.kernel.Knox.Bands;
import org.hotspots.kernel.Knox.DatedEvents;
import org.hotspots.kernel.Knox.Metric;
import org.hotspots.offence.OffenceTable;
import org.hotspots.offence.Selection.Facts;
import org.hotspots.offence.Selection.Members;
import org.hotspots.stats.FalseDiscovery;
import org.hotspots.stats.SeededRandom;
import org.hotspots.wording.Wording;
import org.jspecify.annotations.Nullable;

/**
 * Whether events follow each other nearby more often than places and days alone would bring.
 *
 * @param table pairs by distance and days apart; null where {@code reason} says why there is none
 * @param q per cell of the table its p after Benjamini-Hochberg over the table
 * @param reason why there is no table; blank where there is one
 */
public record NearRepeats(Knox.@Nullable Table table, List<Double> q, String reason) {
    /** Places 1 m apart are the same door; the rest are a street, two, three and four away. Weeks, up to four. */
    public static final Bands BANDS =
            new Bands(List.of(0.0, 1.0, 101.0, 201.0, 301.0, 401.0), List.of(0, 8, 15, 22, 29));

    public static final Metric METRIC = Metric.EUCLIDEAN;

    private static final double FARTHEST = BANDS.metres().get(BANDS.metres().size() - 1);
    private static final int MOST_SHUFFLES = 999;
    private static final int FEWEST_SHUFFLES = 99;
    /** Pairs times shuffles: some seconds. */
    private static final long MOST_COMPARISONS = 500_000_000;

    /** Beyond this even counting the pairs takes seconds. */
    private static final int MOST_EVENTS = 50_000;

    public NearRepeats {
        q = List.copyOf(q);
    }

    static NearRepeats of(RunInput input, Facts facts, Members members) {
        if (facts.fromPublicFiles() > 0) {
            return none("Public street files know the month only, so what followed what cannot be told.");
        }
        DatedEvents events = events(input.snapshot().offences(), members);
        int count = events.days().length;
        if (count > MOST_EVENTS) {
            return none(Wording.of("%,d events are more than %,d; ask for less at a time.", count, MOST_EVENTS));
        }
        long pairs = Knox.pairsWithin(events, FARTHEST, METRIC);
        int shuffles = (int) Math.min(MOST_SHUFFLES, MOST_COMPARISONS / Math.max(1, pairs));
        if (shuffles < FEWEST_SHUFFLES) {
            return none(Wording.of(
                    "%,d pairs within %.0f m are more than can be shuffled %,d times; ask for less at a time.",
                    pairs, FARTHEST - 1, FEWEST_SHUFFLES));
        }
        SeededRandom random = SeededRandom.stream(input.question().seed(), "near repeats");
        Knox.Table table = Knox.table(events, BANDS, METRIC, shuffles, random);
        double[] p = table.cells().stream().mapToDouble(Knox.Cell::p).toArray();
        return new NearRepeats(
                table,
                Arrays.stream(FalseDiscovery.benjaminiHochberg(p)).boxed().toList(),
                "");
    }

    private static DatedEvents events(OffenceTable table, Members members) {
        int[] places = EventTimes.places(table.columns(), members);
        int[] rows = EventTimes.timedRows(table.columns(), members);
        return new DatedEvents(
                Arrays.stream(places)
                        .mapToDouble(place -> table.places().eastings()[place])
                        .toArray(),
                Arrays.stream(places)
                        .mapToDouble(place -> table.places().northings()[place])
                        .toArray(),
                Arrays.stream(rows).map(row -> table.columns().day()[row]).toArray());
    }

    private static NearRepeats none(String reason) {
        return new NearRepeats(null, List.of(), reason);
    }
}
