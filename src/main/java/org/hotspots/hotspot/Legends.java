package org.hotspots.hotspot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hotspots.offence.Codebook;
import org.hotspots.offence.OffenceFilter;
import org.hotspots.question.GridShape;
import org.hotspots.question.PlainNumber;
import org.hotspots.question.Question;
import org.hotspots.snapshot.CoveredPeriod;

/**
 * Legends whose breaks are round values (1, 2, 5 and their tens; finer where these give fewer than
 * {@value #FEW_CLASSES} classes, coarser where they give more than {@value #MOST_CLASSES}). The lowest
 * class of the cells starts at or above the mean; that of density at or above the mean of the ground that any event
 * reaches and above what a single event gives, so that quiet ground, and an event alone, stay unpainted.
 */
final class Legends {
    private static final int MOST_CLASSES = 8;
    private static final int FEW_CLASSES = 4;
    private static final double[] FINE = {1, 1.5, 2, 3, 5, 7};
    private static final double[] USUAL = {1, 2, 5};
    private static final List<double[]> COARSE = List.of(new double[] {1, 5}, new double[] {1});

    private Legends() {}

    static Legend density(Question question, CoveredPeriod covered, DensityLayer layer) {
        return legend(
                subject(question) + " per km² " + covered.inWords(),
                unit(question) + " per km2 over the period",
                breaks(Math.max(layer.mean(), layer.peakOfOne()), layer.max()),
                layer.max());
    }

    static Legend cells(Question question, CoveredPeriod covered, CellLayer layer) {
        String shape = question.cells().grid() == GridShape.SQUARE ? "square" : "hexagon";
        String cell = shape + " of " + PlainNumber.text(question.cells().cellMetres()) + " m";
        return legend(
                subject(question) + " per " + cell + " " + covered.inWords(),
                unit(question) + " per cell",
                layer.isWeighted()
                        ? breaks(mean(layer), layer.max())
                        : wholeBreaks(Math.max(1, mean(layer)), layer.max()),
                layer.max());
    }

    /** Counts are whole, so a break between two of them would make two classes of one. */
    static List<Double> wholeBreaks(double mean, double max) {
        return breaks(mean, max).stream().filter(value -> value % 1 == 0).toList();
    }

    private static double mean(CellLayer layer) {
        double sum = 0;
        for (double value : layer.values()) {
            sum += value;
        }
        return sum / Math.max(1, layer.cells().size());
    }

    private static Legend legend(String title, String unit, List<Double> breaks, double max) {
        return new Legend(title, unit, breaks, Viridis.colours(breaks.size()), max);
    }

    /**
     * Round values from the mean up to the greatest value: 1-2-5, or a finer or coarser series where these would be too
     * few or too many; the highest are kept should even these be too many.
     */
    static List<Double> breaks(double mean, double max) {
        if (!(mean > 0)) {
            return List.of();
        }
        List<Double> breaks = roundValues(USUAL, mean, max);
        if (breaks.size() < FEW_CLASSES) {
            return roundValues(FINE, mean, max);
        }
        for (double[] series : COARSE) {
            if (breaks.size() <= MOST_CLASSES) {
                return breaks;
            }
            breaks = roundValues(series, mean, max);
        }
        return breaks.subList(Math.max(0, breaks.size() - MOST_CLASSES), breaks.size());
    }

    private static List<Double> roundValues(double[] series, double least, double most) {
        List<Double> values = new ArrayList<>();
        int firstPower = (int) Math.floor(Math.log10(least));
        int lastPower = (int) Math.floor(Math.log10(Math.max(most, least)));
        for (int power = firstPower; power <= lastPower; power++) {
            for (double digit : series) {
                // Parsed from text, so that 0.2 is the double nearest to 0.2 and not 2 times a rounded 0.1.
                double value = Double.parseDouble(digit + "e" + power);
                if (value >= least && value <= most) {
                    values.add(value);
                }
            }
        }
        return values;
    }

    private static String unit(Question question) {
        Codebook codebook = question.codebook();
        return codebook == null ? question.filter().countingBasis().word() : codebook.unit();
    }

    /** What is counted, and how it is weighed unless every event weighs the same. */
    private static String subject(Question question) {
        Codebook codebook = question.codebook();
        String subject = subject(question.filter());
        return codebook == null ? subject : subject + ", harm-weighted, " + codebook.label() + ",";
    }

    /** What is counted, such as "Hate crime (race)". */
    static String subject(OffenceFilter filter) {
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
}
