package org.hotspots.hotspot;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hotspots.offence.OffenceFilter;

/**
 * Legends whose breaks are round values (1, 2, 5 and their tens). The lowest class starts at or above the mean, so that
 * quiet ground stays unpainted; there are at most {@value #MOST_CLASSES} classes.
 */
final class Legends {
    private static final int MOST_CLASSES = 8;
    private static final List<int[]> SERIES = List.of(new int[] {1, 2, 5}, new int[] {1, 5}, new int[] {1});

    private Legends() {}

    static Legend density(Question question, DensityLayer layer) {
        String unit = question.filter().countingBasis().word();
        return legend(
                subject(question.filter()) + " per km² " + period(question.filter()),
                unit + " per km2 over the period",
                breaks(layer.mean(), layer.max()),
                layer.max());
    }

    static Legend cells(Question question, CellLayer layer) {
        String unit = question.filter().countingBasis().word();
        String shape = question.cells().grid() == GridShape.SQUARE ? "square" : "hexagon";
        String cell = shape + " of " + PlainNumber.text(question.cells().cellMetres()) + " m";
        return legend(
                subject(question.filter()) + " per " + cell + " " + period(question.filter()),
                unit + " per cell",
                breaks(Math.max(1, meanCount(layer)), layer.max()),
                layer.max());
    }

    private static double meanCount(CellLayer layer) {
        double sum = 0;
        for (double count : layer.counts()) {
            sum += count;
        }
        return sum / Math.max(1, layer.cells().size());
    }

    private static Legend legend(String title, String unit, List<Double> breaks, double max) {
        return new Legend(title, unit, breaks, Viridis.colours(breaks.size()), max);
    }

    /**
     * Round values from the mean up to the greatest value. Where 1-2-5 would give too many, 1-5, then only tens; the
     * highest are kept should even these be too many.
     */
    static List<Double> breaks(double mean, double max) {
        List<Double> breaks = List.of();
        if (!(mean > 0)) {
            return breaks;
        }
        for (int[] series : SERIES) {
            breaks = roundValues(series, mean, max);
            if (breaks.size() <= MOST_CLASSES) {
                return breaks;
            }
        }
        return breaks.subList(breaks.size() - MOST_CLASSES, breaks.size());
    }

    private static List<Double> roundValues(int[] series, double least, double most) {
        List<Double> values = new ArrayList<>();
        int firstPower = (int) Math.floor(Math.log10(least));
        int lastPower = (int) Math.floor(Math.log10(Math.max(most, least)));
        for (int power = firstPower; power <= lastPower; power++) {
            for (int digit : series) {
                // Parsed from text, so that 0.2 is the double nearest to 0.2 and not 2 times a rounded 0.1.
                double value = Double.parseDouble(digit + "e" + power);
                if (value >= least && value <= most) {
                    values.add(value);
                }
            }
        }
        return values;
    }

    /** What is counted, such as "Hate crime (race)". */
    private static String subject(OffenceFilter filter) {
        String title = filter.theme().title();
        if (filter.strand() != null) {
            return title + " (" + words(filter.strand().word()) + ")";
        }
        return filter.asbType() == null
                ? title
                : title + " (" + words(filter.asbType().word()) + ")";
    }

    private static String words(String word) {
        return word.replace('_', ' ').toLowerCase(Locale.ROOT);
    }

    /** How long, such as "in 12 months" or "in 10 days". */
    private static String period(OffenceFilter filter) {
        LocalDate from = filter.from();
        LocalDate to = filter.to();
        long months = ChronoUnit.MONTHS.between(from, to);
        if (months > 0 && from.plusMonths(months).equals(to)) {
            return months == 1 ? "in a month" : "in " + months + " months";
        }
        long days = ChronoUnit.DAYS.between(from, to);
        return days == 1 ? "in a day" : "in " + days + " days";
    }

    /** Length of the period in months; a part of a month counts by its days. */
    static double months(OffenceFilter filter) {
        long whole = ChronoUnit.MONTHS.between(filter.from(), filter.to());
        LocalDate start = filter.from().plusMonths(whole);
        double part = ChronoUnit.DAYS.between(start, filter.to())
                / (double) ChronoUnit.DAYS.between(start, start.plusMonths(1));
        return whole + part;
    }
}
