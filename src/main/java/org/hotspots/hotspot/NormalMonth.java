package org.hotspots.hotspot;

import java.util.List;
import org.hotspots.stats.Dispersion;
import org.hotspots.stats.PredictionBand;

/**
 * What the months before a month let expect of it. As a rule that is the rate of the twelve months just before. Where
 * these spread more than chance would have it, and the twelve before them say why, a season: the same month a year before,
 * raised or lowered as the last twelve months were against the twelve before them. Of both the one that leaves the last
 * twelve months less spread; what spread it leaves makes the band wider.
 *
 * @param band counts that chance lets expect
 * @param seasonal whether they rest on the same month a year before
 */
public record NormalMonth(PredictionBand band, boolean seasonal) {
    /** Spread that chance gives less often than this is no chance. */
    private static final double SPREAD_P = 0.05;

    private static final int YEAR = Months.BEFORE;

    /**
     * @param earlier 24 months, oldest first, the last just before the month; the latter twelve whole
     * @param days days of the month that are counted
     * @param level probability of a count outside the band where nothing changes
     */
    static NormalMonth of(List<CountedMonth> earlier, int days, double level) {
        List<CountedMonth> last = earlier.subList(YEAR, 2 * YEAR);
        Dispersion dispersion =
                Dispersion.of(last.stream().mapToDouble(CountedMonth::count).toArray());
        double spread = dispersion.mean() == 0 ? 1 : Math.max(1, dispersion.varianceToMean());
        double yearly = yearly(earlier);
        if (dispersion.p() <= SPREAD_P && yearly > 0) {
            double left = Math.max(1, spreadBesideYearBefore(earlier, yearly));
            if (left < spread) {
                CountedMonth same = earlier.get(YEAR);
                return new NormalMonth(PredictionBand.of(same.count(), same.days(), yearly * days, left, level), true);
            }
        }
        return new NormalMonth(PredictionBand.of(sum(last), days(last), days, spread, level), false);
    }

    /** Rate of the last twelve months over that of the twelve before; 0 where the data do not tell. */
    private static double yearly(List<CountedMonth> earlier) {
        List<CountedMonth> first = earlier.subList(0, YEAR);
        List<CountedMonth> last = earlier.subList(YEAR, 2 * YEAR);
        return first.stream().allMatch(CountedMonth::isWhole) && sum(first) > 0
                ? (double) sum(last) / days(last) / ((double) sum(first) / days(first))
                : 0;
    }

    /**
     * Variance by mean of what the same months of the year before, times the ratio r, leave unexplained: for Poisson counts
     * x and y of rates r m and m, x - r y has the variance r (x + y), about.
     */
    private static double spreadBesideYearBefore(List<CountedMonth> earlier, double yearly) {
        double sum = 0;
        for (int i = 0; i < YEAR; i++) {
            CountedMonth before = earlier.get(i);
            CountedMonth after = earlier.get(i + YEAR);
            double ratio = yearly * after.days() / before.days();
            double left = after.count() - ratio * before.count();
            long both = before.count() + after.count();
            sum += both == 0 ? 0 : left * left / (ratio * both);
        }
        return sum / (YEAR - 1);
    }

    private static long sum(List<CountedMonth> months) {
        return months.stream().mapToLong(CountedMonth::count).sum();
    }

    private static int days(List<CountedMonth> months) {
        return months.stream().mapToInt(CountedMonth::days).sum();
    }
}
