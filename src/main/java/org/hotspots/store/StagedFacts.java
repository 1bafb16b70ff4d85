package org.hotspots.store;

import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hotspots.offence.OffenceFlag;
import org.hotspots.offence.TimePrecision;
import org.jspecify.annotations.Nullable;

/** Tallies of staged rows, kept while they are written: the database need not read them all once more to count them. */
final class StagedFacts {
    private final long[] byFlag = new long[OffenceFlag.values().length];
    private long unlocated;
    private long outsideForce;
    private @Nullable LocalDate first;
    private @Nullable LocalDate last;

    /** @param count how many rows have these facts; negative to take rows off again */
    void add(int flags, boolean isUnlocated, boolean isOutside, long count) {
        if (isUnlocated) {
            unlocated += count;
        }
        if (isOutside) {
            outsideForce += count;
        }
        for (int bits = flags; bits != 0; bits &= bits - 1) {
            byFlag[Integer.numberOfTrailingZeros(bits)] += count;
        }
    }

    void addDay(LocalDate day, TimePrecision precision) {
        if (first == null || day.isBefore(first)) {
            first = day;
        }
        // A row of an earlier month cannot reach beyond the last day so far.
        if (last == null || !day.isBefore(last.withDayOfMonth(1))) {
            LocalDate end = precision == TimePrecision.MONTH ? day.plusMonths(1).minusDays(1) : day;
            last = last == null || end.isAfter(last) ? end : last;
        }
    }

    long unlocated() {
        return unlocated;
    }

    long outsideForce() {
        return outsideForce;
    }

    /** Rows by the word of each flag that any of them carries. */
    SortedMap<String, Long> flags() {
        SortedMap<String, Long> flags = new TreeMap<>();
        for (OffenceFlag flag : OffenceFlag.values()) {
            if (byFlag[flag.ordinal()] != 0) {
                flags.put(flag.word(), byFlag[flag.ordinal()]);
            }
        }
        return flags;
    }

    /** The days that the rows are about. */
    DataVersions.Extent extent() {
        return new DataVersions.Extent(first, last);
    }
}
