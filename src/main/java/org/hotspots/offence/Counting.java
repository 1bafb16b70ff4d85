package org.hotspots.offence;

import java.util.Arrays;
import org.hotspots.offence.Selection.Tally;
import org.jspecify.annotations.Nullable;

/** Makes events of matching offences, one class of ground after the other; an incident of one class is none of the next. */
final class Counting {
    private final OffenceTable.Columns columns;
    private final int[] matches;
    private final byte[] classes;
    private final double @Nullable [] weightOfCode;
    /** On the basis of incidents, the number of each incident's event, counted from 1; 0 for none so far. */
    private final int @Nullable [] eventOf;

    private int events;

    /**
     * @param matches offences, rising
     * @param classes class of each
     * @param incidents how many incident numbers there may be; null on the basis of offences
     * @param weightOfCode weight of each code, NaN for none; null where every event weighs 1
     */
    Counting(
            OffenceTable.Columns columns,
            int[] matches,
            byte[] classes,
            @Nullable Integer incidents,
            double @Nullable [] weightOfCode) {
        this.columns = columns;
        this.matches = matches;
        this.classes = classes;
        this.eventOf = incidents == null ? null : new int[incidents];
        this.weightOfCode = weightOfCode;
    }

    /**
     * The events of one class.
     *
     * @param rows the offence by which each was counted, rising
     * @param offences how many offences of the class each stands for
     * @param weights weight of each, NaN where none of its offences has one; null where every event weighs 1
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Counted(int[] rows, int[] offences, double @Nullable [] weights) {}

    /** Counts the next class. */
    Counted count(byte wanted) {
        int[] rows = new int[matches.length];
        int[] offences = new int[matches.length];
        double[] weights = weightOfCode == null ? null : new double[matches.length];
        int before = events;
        int count = 0;
        for (int k = 0; k < matches.length; k++) {
            if (classes[k] != wanted) {
                continue;
            }
            int row = matches[k];
            int event = count;
            if (eventOf != null) {
                int incident = columns.incident()[row];
                if (eventOf[incident] == 0) {
                    eventOf[incident] = ++events;
                }
                // Below 0 for an incident that an earlier class has.
                event = eventOf[incident] - 1 - before;
            }
            if (event == count) {
                rows[count++] = row;
                if (weights != null) {
                    weights[event] = Double.NaN;
                }
            }
            if (event >= 0) {
                offences[event]++;
                weigh(weights, event, row);
            }
        }
        return new Counted(
                Arrays.copyOf(rows, count),
                Arrays.copyOf(offences, count),
                weights == null ? null : Arrays.copyOf(weights, count));
    }

    private void weigh(double @Nullable [] weights, int event, int row) {
        if (weights != null && weightOfCode != null) {
            double weight = weightOfCode[columns.code()[row]];
            if (Double.isNaN(weights[event]) || weight > weights[event]) {
                weights[event] = weight;
            }
        }
    }

    /**
     * How many events these offences would add to the first class, which has so many; to be asked last, since they are
     * marked as counted.
     */
    long countAdded(int[] offences, int firstClassEvents) {
        if (eventOf == null) {
            return offences.length;
        }
        long added = 0;
        for (int row : offences) {
            int incident = columns.incident()[row];
            boolean known = eventOf[incident] < 0 || (eventOf[incident] > 0 && eventOf[incident] <= firstClassEvents);
            if (!known) {
                eventOf[incident] = -1;
                added++;
            }
        }
        return added;
    }

    /** Sums over the places of the events, which come in the order of the places. */
    Tally tally(Counted counted) {
        int[] rows = counted.rows();
        int[] places = new int[rows.length];
        double[] counts = new double[rows.length];
        double[] weights = counted.weights() == null ? counts : new double[rows.length];
        int used = 0;
        for (int event = 0; event < rows.length; event++) {
            int place = columns.place()[rows[event]];
            if (used == 0 || places[used - 1] != place) {
                places[used++] = place;
            }
            counts[used - 1]++;
            if (counted.weights() != null && !Double.isNaN(counted.weights()[event])) {
                weights[used - 1] += counted.weights()[event];
            }
        }
        double[] placeCounts = Arrays.copyOf(counts, used);
        double[] placeWeights = counted.weights() == null ? placeCounts : Arrays.copyOf(weights, used);
        return new Tally(Arrays.copyOf(places, used), placeCounts, rows.length, placeWeights);
    }
}
