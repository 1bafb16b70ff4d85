package org.hotspots.offence;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.hotspots.offence.Counting.Counted;
import org.jspecify.annotations.Nullable;

/**
 * The offences of a table that a filter lets through, counted by place. The ground is given as two sets of places: those
 * <em>mapped</em> at all (in the force) and, among them, those <em>inside</em> the area asked about.
 *
 * <p>On the basis of incidents each incident is counted once: at its first place inside, else at its first mapped place
 * around, else among the not mapped (default location, low precision, outside the force, unlocated, in this order).
 * "First" is in the table's order, so the choice does not depend on anything but the data. An incident with offences in
 * two areas therefore counts in each of them, and once in the whole force.
 *
 * <p>Offences at a default location or with low precision lie at a place but say little about it: they are counted, not
 * mapped.
 *
 * <p>With a codebook, an offence weighs what its classification does, and an incident as much as the gravest of its
 * matching offences on the same ground (inside, or around). Cost: one pass over the table's columns and a few over what
 * matches.
 */
public final class Selection {
    private static final byte INSIDE = 0;
    private static final byte AROUND = 1;
    private static final byte DEFAULT_LOCATION = 2;
    private static final byte LOW_PRECISION = 3;
    private static final byte OUTSIDE_FORCE = 4;
    private static final byte UNLOCATED = 5;

    private final OffenceTable table;
    private final Counted events;
    private final Tally inside;
    private final Tally around;
    private final NotMapped notMapped;
    private final Facts facts;
    private final long policeFoundLeftOut;
    private final long timesUnknown;

    /** Where the events of each place inside start, and last where they end. */
    private final int[] firstEvent;

    private Selection(OffenceTable table, OffenceFilter filter, Ground ground, double @Nullable [] weightOfCode) {
        Matches matches = Matches.of(table, filter);
        byte[] classes = ground.classify(table, matches.offences());
        boolean byIncident = filter.countingBasis() == CountingBasis.INCIDENTS;
        Counting counting = new Counting(table.columns(), matches.offences(), classes, byIncident, weightOfCode);
        this.table = table;
        this.events = counting.count(INSIDE);
        this.inside = counting.tally(events);
        this.policeFoundLeftOut = counting.countAdded(ground.inside(table, matches.policeFound()));
        this.timesUnknown = counting.countAdded(ground.inside(table, matches.timesUnknown()));
        this.around = counting.tally(counting.count(AROUND));
        long defaultLocation = counting.number(DEFAULT_LOCATION);
        long lowPrecision = counting.number(LOW_PRECISION);
        long outsideForce = counting.number(OUTSIDE_FORCE);
        long unlocated = counting.number(UNLOCATED);
        this.notMapped = new NotMapped(unlocated, outsideForce, defaultLocation, lowPrecision);
        this.facts = facts(table, matches, classes);
        this.firstEvent = starts(inside);
    }

    /**
     * Counts by place.
     *
     * @param places indexes of the places, rising, each with at least one event
     * @param counts events at each
     * @param total sum of the counts
     * @param weights weight of the events at each; the counts themselves where every event weighs 1
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Tally(int[] places, double[] counts, long total, double[] weights) {}

    /**
     * Events that match but stand on no map. Without a location nobody can tell the area, so for any area these are
     * numbers of the whole force.
     *
     * @param unlocated without a location
     * @param outsideForce located, but outside the force
     * @param defaultLocation at a location that the force uses where it knows none
     * @param lowPrecision located to about a kilometre only
     */
    public record NotMapped(long unlocated, long outsideForce, long defaultLocation, long lowPrecision) {
        public long total() {
            return unlocated + outsideForce + defaultLocation + lowPrecision;
        }
    }

    /**
     * What a reader of the counts should know; numbers of offences, whatever the counting basis.
     *
     * @param offencesInside offences inside
     * @param fromPublicFiles of these, read from public street files
     * @param settingUnknown of these, with a setting that their source does not know
     * @param withoutDetail offences of public street files, anywhere, left out because these files carry no strand or
     *     type of ASB
     * @param policeFoundUnknown offences inside, ASB apart, whose source does not say whether police work brought them to
     *     light
     */
    public record Facts(
            long offencesInside,
            long fromPublicFiles,
            long settingUnknown,
            long withoutDetail,
            long policeFoundUnknown) {}

    /**
     * The offences behind the events inside.
     *
     * @param offences rows of the matching offences inside, rising, hence by rising place
     * @param counted bit {@code k} where the event that {@code offences[k]} belongs to is counted there: with incidents,
     *     the incident's first row
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Members(int[] offences, BitSet counted) {}

    public Tally inside() {
        return inside;
    }

    /** Mapped events that are not inside: the surroundings of an area, for surfaces that must not end at its edge. */
    public Tally around() {
        return around;
    }

    public NotMapped notMapped() {
        return notMapped;
    }

    public Facts facts() {
        return facts;
    }

    /**
     * Events that would be inside as well if offences that police work brought to light counted; 0 unless the filter
     * excludes them.
     */
    public long policeFoundLeftOut() {
        return policeFoundLeftOut;
    }

    /**
     * Events that may be inside as well: they happened on the ground and in the period, but their hour or their day is
     * not known, and the filter asks for some times of the week; 0 where it does not.
     */
    public long timesUnknown() {
        return timesUnknown;
    }

    /** Events inside of which no offence has a weight in the codebook; they weigh 0. */
    public long withoutWeight() {
        return events.weights() == null
                ? 0
                : Arrays.stream(events.weights()).filter(Double::isNaN).count();
    }

    /**
     * Part of the matching events, of the whole force, that could be located; NaN where there are none. A default location
     * and coordinates to about a kilometre locate nothing.
     */
    public double geocodeHitRate() {
        double located = inside.total() + around.total() + notMapped.outsideForce();
        double missed = notMapped.unlocated() + notMapped.defaultLocation() + notMapped.lowPrecision();
        return located / (located + missed);
    }

    /** What all events inside are made of. */
    public Makeup makeup() {
        return makeup(IntStream.range(0, inside.places().length));
    }

    /** What the events at some of the places inside are made of; the places are positions in {@link #inside}. */
    public Makeup makeup(IntStream positions) {
        long[] settings = new long[Setting.values().length];
        long[] geocodes = new long[GeocodeClass.values().length + 1];
        BitSet incidents = new BitSet();
        int[] offences = new int[1];
        positions
                .flatMap(position -> IntStream.range(firstEvent[position], firstEvent[position + 1]))
                .forEach(event -> {
                    int row = events.rows()[event];
                    byte geocode = table.columns().geocodeClass()[row];
                    settings[table.columns().setting()[row]]++;
                    geocodes[geocode == OffenceTable.NOT_KNOWN ? geocodes.length - 1 : geocode]++;
                    incidents.set(table.columns().incident()[row]);
                    offences[0] += events.offences()[event];
                });
        return new Makeup(
                incidents.cardinality(),
                offences[0],
                Arrays.stream(settings).boxed().toList(),
                Arrays.stream(geocodes).boxed().toList());
    }

    /**
     * Every event weighs 1.
     *
     * @param mapped places that stand on the map
     * @param inside places of the area asked about, all of them mapped
     */
    public static Selection of(OffenceTable table, OffenceFilter filter, BitSet mapped, BitSet inside) {
        return new Selection(table, filter, new Ground(mapped, inside), null);
    }

    /** Events weigh what their offences do in the codebook. */
    public static Selection weighted(
            OffenceTable table, OffenceFilter filter, BitSet mapped, BitSet inside, Codebook codebook) {
        double[] weightOfCode = codebook.weightsOf(table.columns().codes());
        return new Selection(table, filter, new Ground(mapped, inside), weightOfCode);
    }

    /** The offences behind {@link #inside} of the same arguments. */
    public static Members membersInside(OffenceTable table, OffenceFilter filter, BitSet mapped, BitSet inside) {
        int[] matches = Matches.of(table, filter).offences();
        int[] rows = new Ground(mapped, inside).inside(table, matches);
        BitSet counted = new BitSet();
        BitSet incidents = new BitSet();
        for (int k = 0; k < rows.length; k++) {
            int incident = table.columns().incident()[rows[k]];
            boolean isFurther = filter.countingBasis() == CountingBasis.INCIDENTS && incidents.get(incident);
            incidents.set(incident);
            counted.set(k, !isFurther);
        }
        return new Members(rows, counted);
    }

    private record Ground(BitSet mapped, BitSet inside) {

        byte[] classify(OffenceTable table, int[] offences) {
            byte[] classOfPlace = new byte[table.places().size()];
            for (int place = 0; place < classOfPlace.length; place++) {
                classOfPlace[place] = inside.get(place) ? INSIDE : mapped.get(place) ? AROUND : OUTSIDE_FORCE;
            }
            OffenceTable.Columns columns = table.columns();
            byte[] classes = new byte[offences.length];
            for (int k = 0; k < offences.length; k++) {
                int i = offences[k];
                int place = columns.place()[i];
                classes[k] =
                        place == OffenceTable.NO_PLACE ? UNLOCATED : mappable(columns.flags()[i], classOfPlace[place]);
            }
            return classes;
        }

        /** Those of the offences that are inside. */
        int[] inside(OffenceTable table, int[] offences) {
            OffenceTable.Columns columns = table.columns();
            return Arrays.stream(offences)
                    .filter(i -> columns.place()[i] != OffenceTable.NO_PLACE
                            && inside.get(columns.place()[i])
                            && mappable(columns.flags()[i], INSIDE) == INSIDE)
                    .toArray();
        }

        private static byte mappable(byte flags, byte classOfPlace) {
            if ((flags & OffenceFlag.DEFAULT_LOCATION.bit()) != 0) {
                return DEFAULT_LOCATION;
            }
            return (flags & OffenceFlag.LOW_PRECISION.bit()) != 0 ? LOW_PRECISION : classOfPlace;
        }
    }

    private static int[] starts(Tally tally) {
        int[] starts = new int[tally.places().length + 1];
        for (int k = 0; k < tally.places().length; k++) {
            starts[k + 1] = starts[k] + (int) tally.counts()[k];
        }
        return starts;
    }

    private static Facts facts(OffenceTable table, Matches matches, byte[] classes) {
        OffenceTable.Columns columns = table.columns();
        int asb = 1 << Theme.ASB.ordinal();
        long offences = 0;
        long publicFiles = 0;
        long settingUnknown = 0;
        long policeFoundUnknown = 0;
        for (int k = 0; k < classes.length; k++) {
            if (classes[k] == INSIDE) {
                int i = matches.offences()[k];
                boolean mayBeFound = (columns.themes()[i] & asb) == 0;
                offences++;
                publicFiles += columns.source()[i] == Source.POLICE_UK.ordinal() ? 1 : 0;
                settingUnknown += columns.setting()[i] == Setting.UNKNOWN.ordinal() ? 1 : 0;
                policeFoundUnknown += mayBeFound && columns.policeFound()[i] == OffenceTable.NOT_KNOWN ? 1 : 0;
            }
        }
        return new Facts(offences, publicFiles, settingUnknown, matches.withoutDetail(), policeFoundUnknown);
    }
}
