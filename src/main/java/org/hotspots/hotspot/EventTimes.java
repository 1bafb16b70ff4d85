package org.hotspots.hotspot;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.hotspots.hotspot.Times.Buckets;
import org.hotspots.offence.OffenceTable;
import org.hotspots.offence.Selection.Members;
import org.hotspots.offence.WeekHour;
import org.hotspots.offence.WeekTimes;
import org.jspecify.annotations.Nullable;

/**
 * When each event of a run happened, and where it is counted. An incident's time is that of its first offence in the
 * area: the earliest day, then the earliest minute, an unknown minute last in its day.
 */
public final class EventTimes {
    private static final int MINUTES_PER_HOUR = 60;
    private static final int MINUTES_PER_DAY = 24 * MINUTES_PER_HOUR;

    private final int[] places;
    private final short[] buckets;
    private final @Nullable WeekTimes asked;

    /**
     * @param places place of each event
     * @param buckets bucket of each event, as {@link WeekHour} numbers them
     * @param asked the times that the run is about; null for any
     */
    private EventTimes(int[] places, short[] buckets, @Nullable WeekTimes asked) {
        this.places = places;
        this.buckets = buckets;
        this.asked = asked;
    }

    static EventTimes of(RunInput input, Members members) {
        OffenceTable.Columns columns = input.snapshot().offences().columns();
        int[] timed = timedRows(columns, members);
        short[] buckets = new short[timed.length];
        for (int event = 0; event < timed.length; event++) {
            buckets[event] = (short) WeekHour.of(columns, timed[event]);
        }
        return new EventTimes(
                places(columns, members), buckets, input.question().filter().times());
    }

    /** The place where each event is counted. */
    static int[] places(OffenceTable.Columns columns, Members members) {
        return members.counted().stream()
                .map(k -> columns.place()[members.offences()[k]])
                .toArray();
    }

    /** The row that tells when each event happened. */
    static int[] timedRows(OffenceTable.Columns columns, Members members) {
        boolean byIncident = members.counted().cardinality() < members.offences().length;
        Map<Integer, Integer> first = byIncident ? firstOffences(columns, members) : Map.of();
        return members.counted().stream()
                .map(k -> members.offences()[k])
                .map(row -> first.getOrDefault(columns.incident()[row], row))
                .toArray();
    }

    /** Row of the first offence in time of each incident; of equals the first in the table's order. */
    private static Map<Integer, Integer> firstOffences(OffenceTable.Columns columns, Members members) {
        Map<Integer, Integer> first = new HashMap<>();
        for (int row : members.offences()) {
            first.merge(
                    columns.incident()[row],
                    row,
                    (known, other) -> moment(columns, other) < moment(columns, known) ? other : known);
        }
        return first;
    }

    /** Minutes since 1970; a day's unknown minute stands behind all others of the day. */
    private static long moment(OffenceTable.Columns columns, int row) {
        short minute = columns.minuteOfDay()[row];
        return columns.day()[row] * (MINUTES_PER_DAY + 1L) + (minute < 0 ? MINUTES_PER_DAY : minute);
    }

    /** Every event. */
    public Times all() {
        Buckets counts = new Buckets();
        for (short bucket : buckets) {
            counts.add(bucket);
        }
        return counts.times();
    }

    /** Only the events of one hotspot of the run. */
    public Times of(Hotspot hotspot) {
        BitSet in = new BitSet();
        hotspot.places().forEach(in::set);
        Buckets counts = new Buckets();
        for (int event = 0; event < places.length; event++) {
            if (in.get(places[event])) {
                counts.add(buckets[event]);
            }
        }
        return counts.times();
    }

    /** The hours in which a hotspot of the run has more of its events than the run has, if any stand out. */
    public Optional<PeakBand> peakBand(Hotspot hotspot) {
        return PeakBand.find(of(hotspot), all(), asked);
    }

    /** What is said of a hotspot without such hours: "no clear time", and within which where only some were asked for. */
    public String noClearTime() {
        return asked == null ? "no clear time" : "no clear time within " + asked.inWords();
    }
}
