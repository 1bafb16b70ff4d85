package org.hotspots.offence;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.hotspots.offence.Selection.Tally;
import org.jspecify.annotations.Nullable;

/** Makes events of matching offences, one class of ground after the other; an incident of one class is none of the next. */
final class Counting {
    private final OffenceTable.Columns columns;
    private final int[] matches;
    private final byte[] classes;
    private final double @Nullable [] weightOfCode;
    private final boolean byIncident;

    /** Incidents of the classes counted so far. Bits, not numbers: a million of them stay in the processor's cache. */
    private final BitSet counted = new BitSet();

    /**
     * @param matches offences, rising
     * @param classes class of each
     * @param byIncident whether an incident counts once, or each of its offences
     * @param weightOfCode weight of each code, NaN for none; null where every event weighs 1
     */
    Counting(
            OffenceTable.Columns columns,
            int[] matches,
            byte[] classes,
            boolean byIncident,
            double @Nullable [] weightOfCode) {
        this.columns = columns;
        this.matches = matches;
        this.classes = classes;
        this.byIncident = byIncident;
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

    /** How many events the next class has. */
    long number(byte wanted) {
        long number = 0;
        for (int k = 0; k < matches.length; k++) {
            number += classes[k] == wanted && isNew(matches[k]) ? 1 : 0;
        }
        return number;
    }

    /** The events of the next class. */
    Counted count(byte wanted) {
        BitSet repeated = repeated(wanted);
        Map<Integer, Integer> eventOfRepeated = new HashMap<>();
        int most = offences(wanted);
        int[] rows = new int[most];
        int[] offences = new int[most];
        double[] weights = weightOfCode == null ? null : new double[most];
        int count = 0;
        for (int k = 0; k < matches.length; k++) {
            if (classes[k] != wanted) {
                continue;
            }
            int row = matches[k];
            int incident = columns.incident()[row];
            if (isNew(row)) {
                rows[count] = row;
                offences[count] = 1;
                if (weights != null) {
                    weights[count] = weight(row);
                }
                if (repeated.get(incident)) {
                    eventOfRepeated.put(incident, count);
                }
                count++;
            } else if (repeated.get(incident)) {
                // Absent where an earlier class has the incident.
                Integer event = eventOfRepeated.get(incident);
                if (event != null) {
                    offences[event]++;
                    weigh(weights, event, row);
                }
            }
        }
        return new Counted(
                Arrays.copyOf(rows, count),
                Arrays.copyOf(offences, count),
                weights == null ? null : Arrays.copyOf(weights, count));
    }

    /** How many events these offences would add to the classes counted so far; they are not counted by this. */
    long countAdded(int[] offences) {
        if (!byIncident) {
            return offences.length;
        }
        BitSet added = new BitSet();
        for (int row : offences) {
            int incident = columns.incident()[row];
            if (!counted.get(incident)) {
                added.set(incident);
            }
        }
        return added.cardinality();
    }

    /** Marks the offence's incident as counted; false where it was already. */
    private boolean isNew(int row) {
        if (!byIncident) {
            return true;
        }
        int incident = columns.incident()[row];
        if (counted.get(incident)) {
            return false;
        }
        counted.set(incident);
        return true;
    }

    /** Incidents with more than one offence in the class; none on the basis of offences. */
    private BitSet repeated(byte wanted) {
        BitSet seen = new BitSet();
        BitSet repeated = new BitSet();
        for (int k = 0; byIncident && k < matches.length; k++) {
            if (classes[k] == wanted) {
                int incident = columns.incident()[matches[k]];
                if (seen.get(incident)) {
                    repeated.set(incident);
                } else {
                    seen.set(incident);
                }
            }
        }
        return repeated;
    }

    /** Offences of the class: there are no more events than these. */
    private int offences(byte wanted) {
        int number = 0;
        for (byte its : classes) {
            number += its == wanted ? 1 : 0;
        }
        return number;
    }

    private double weight(int row) {
        return weightOfCode == null ? 1 : weightOfCode[columns.code()[row]];
    }

    private void weigh(double @Nullable [] weights, int event, int row) {
        if (weights != null) {
            double weight = weight(row);
            if (Double.isNaN(weights[event]) || weight > weights[event]) {
                weights[event] = weight;
            }
        }
    }

    /** Sums over the places of the events, which come in the order of the places. */
    Tally tally(Counted counted) {
        int[] rows = counted.rows();
        int distinct = distinctPlaces(rows);
        int[] places = new int[distinct];
        double[] counts = new double[distinct];
        double[] weights = counted.weights() == null ? counts : new double[distinct];
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
        return new Tally(places, counts, rows.length, weights);
    }

    private int distinctPlaces(int[] rows) {
        int distinct = 0;
        for (int event = 0; event < rows.length; event++) {
            distinct += event == 0 || columns.place()[rows[event]] != columns.place()[rows[event - 1]] ? 1 : 0;
        }
        return distinct;
    }
}
