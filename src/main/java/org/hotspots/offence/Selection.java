package org.hotspots.offence;

import java.util.Arrays;
import java.util.BitSet;
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
 * mapped. Cost: one pass over the table's columns and a few over what matches.
 */
public final class Selection {
    private static final byte INSIDE = 0;
    private static final byte AROUND = 1;
    private static final byte DEFAULT_LOCATION = 2;
    private static final byte LOW_PRECISION = 3;
    private static final byte OUTSIDE_FORCE = 4;
    private static final byte UNLOCATED = 5;

    private final Tally inside;
    private final Tally around;
    private final NotMapped notMapped;
    private final Facts facts;

    private Selection(Tally inside, Tally around, NotMapped notMapped, Facts facts) {
        this.inside = inside;
        this.around = around;
        this.notMapped = notMapped;
        this.facts = facts;
    }

    /**
     * Counts by place.
     *
     * @param places indexes of the places, rising, each with at least one event
     * @param counts events at each
     * @param total sum of the counts
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Tally(int[] places, double[] counts, long total) {}

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
     */
    public record Facts(long offencesInside, long fromPublicFiles, long settingUnknown, long withoutDetail) {}

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
     * @param mapped places that stand on the map
     * @param inside places of the area asked about, all of them mapped
     */
    public static Selection of(OffenceTable table, OffenceFilter filter, BitSet mapped, BitSet inside) {
        Matches matches = Matches.of(table, filter);
        byte[] classes = classify(table, matches, mapped, inside);
        boolean byIncident = filter.countingBasis() == CountingBasis.INCIDENTS;
        Counter counter = new Counter(table, matches, classes, byIncident);
        Tally insideTally = counter.tally(INSIDE);
        Tally aroundTally = counter.tally(AROUND);
        long defaultLocation = counter.count(DEFAULT_LOCATION);
        long lowPrecision = counter.count(LOW_PRECISION);
        long outsideForce = counter.count(OUTSIDE_FORCE);
        NotMapped notMapped = new NotMapped(counter.count(UNLOCATED), outsideForce, defaultLocation, lowPrecision);
        return new Selection(insideTally, aroundTally, notMapped, facts(table, matches, classes));
    }

    /** The offences behind {@link #inside} of the same arguments. */
    public static Members membersInside(OffenceTable table, OffenceFilter filter, BitSet mapped, BitSet inside) {
        Matches matches = Matches.of(table, filter);
        byte[] classes = classify(table, matches, mapped, inside);
        Counter counter = new Counter(table, matches, classes, filter.countingBasis() == CountingBasis.INCIDENTS);
        int[] offences = new int[matches.count];
        BitSet counted = new BitSet();
        int count = 0;
        for (int k = 0; k < matches.count; k++) {
            if (classes[k] == INSIDE) {
                counted.set(count, counter.counts(k, INSIDE));
                offences[count++] = matches.offences[k];
            }
        }
        return new Members(Arrays.copyOf(offences, count), counted);
    }

    private static byte[] classify(OffenceTable table, Matches matches, BitSet mapped, BitSet inside) {
        byte[] classOfPlace = new byte[table.places().size()];
        for (int place = 0; place < classOfPlace.length; place++) {
            classOfPlace[place] = inside.get(place) ? INSIDE : mapped.get(place) ? AROUND : OUTSIDE_FORCE;
        }
        OffenceTable.Columns columns = table.columns();
        byte[] classes = new byte[matches.count];
        for (int k = 0; k < matches.count; k++) {
            int i = matches.offences[k];
            int place = columns.place()[i];
            classes[k] = place == OffenceTable.NO_PLACE ? UNLOCATED : mappable(columns.flags()[i], classOfPlace[place]);
        }
        return classes;
    }

    private static byte mappable(byte flags, byte classOfPlace) {
        if ((flags & OffenceFlag.DEFAULT_LOCATION.bit()) != 0) {
            return DEFAULT_LOCATION;
        }
        return (flags & OffenceFlag.LOW_PRECISION.bit()) != 0 ? LOW_PRECISION : classOfPlace;
    }

    private static Facts facts(OffenceTable table, Matches matches, byte[] classes) {
        OffenceTable.Columns columns = table.columns();
        long offences = 0;
        long publicFiles = 0;
        long settingUnknown = 0;
        for (int k = 0; k < matches.count; k++) {
            if (classes[k] == INSIDE) {
                int i = matches.offences[k];
                offences++;
                publicFiles += columns.source()[i] == Source.POLICE_UK.ordinal() ? 1 : 0;
                settingUnknown += columns.setting()[i] == Setting.UNKNOWN.ordinal() ? 1 : 0;
            }
        }
        return new Facts(offences, publicFiles, settingUnknown, matches.withoutDetail);
    }

    /** Indexes of the matching offences, rising; hence by rising place, those without a place last. */
    private static final class Matches {
        private final int[] offences;
        private final int count;
        private final long withoutDetail;

        private Matches(int[] offences, int count, long withoutDetail) {
            this.offences = offences;
            this.count = count;
            this.withoutDetail = withoutDetail;
        }

        /** The hot loop: three narrow columns are read for every offence, the rest only for what passes them. */
        static Matches of(OffenceTable table, OffenceFilter filter) {
            OffenceTable.Columns columns = table.columns();
            int[] days = columns.day();
            byte[] themes = columns.themes();
            int firstDay = Math.toIntExact(filter.from().toEpochDay());
            int days0 = Math.toIntExact(filter.to().toEpochDay()) - firstDay;
            int theme = 1 << filter.theme().ordinal();
            int[] found = new int[Math.min(days.length, 1024)];
            int count = 0;
            long withoutDetail = 0;
            DetailTest detail = new DetailTest(columns, filter);
            for (int i = 0; i < days.length; i++) {
                // One comparison for both ends: a day before the first is a huge unsigned number.
                if (Integer.compareUnsigned(days[i] - firstDay, days0) >= 0 || (themes[i] & theme) == 0) {
                    continue;
                }
                if (!detail.passesSetting(i)) {
                    continue;
                }
                if (!detail.passesKind(i)) {
                    withoutDetail += columns.source()[i] == Source.POLICE_UK.ordinal() ? 1 : 0;
                    continue;
                }
                if (count == found.length) {
                    found = Arrays.copyOf(found, Math.min(days.length, 2 * count));
                }
                found[count++] = i;
            }
            return new Matches(found, count, withoutDetail);
        }
    }

    /** The filters that few questions use. */
    private static final class DetailTest {
        private final OffenceTable.Columns columns;
        private final int strandMask;
        private final int asbType;
        private final int setting;

        DetailTest(OffenceTable.Columns columns, OffenceFilter filter) {
            this.columns = columns;
            this.strandMask = filter.strand() == null ? 0 : 1 << filter.strand().ordinal();
            this.asbType = ordinal(filter.asbType());
            this.setting = ordinal(filter.setting());
        }

        private static int ordinal(@Nullable Enum<?> word) {
            return word == null ? -1 : word.ordinal();
        }

        boolean passesSetting(int i) {
            return setting < 0 || columns.setting()[i] == setting || columns.setting()[i] == Setting.UNKNOWN.ordinal();
        }

        boolean passesKind(int i) {
            return (strandMask == 0 || (columns.strands()[i] & strandMask) != 0)
                    && (asbType < 0 || columns.asbType()[i] == asbType);
        }
    }

    /** Counts one class after the other; an incident counted in one class is not counted again. */
    private static final class Counter {
        private final OffenceTable.Columns columns;
        private final Matches matches;
        private final byte[] classes;
        private final boolean byIncident;
        private final BitSet counted = new BitSet();

        Counter(OffenceTable table, Matches matches, byte[] classes, boolean byIncident) {
            this.columns = table.columns();
            this.matches = matches;
            this.classes = classes;
            this.byIncident = byIncident;
        }

        private boolean counts(int k, byte wanted) {
            if (classes[k] != wanted) {
                return false;
            }
            if (byIncident) {
                int incident = columns.incident()[matches.offences[k]];
                if (counted.get(incident)) {
                    return false;
                }
                counted.set(incident);
            }
            return true;
        }

        long count(byte wanted) {
            long count = 0;
            for (int k = 0; k < matches.count; k++) {
                count += counts(k, wanted) ? 1 : 0;
            }
            return count;
        }

        Tally tally(byte wanted) {
            int[] places = new int[Math.min(matches.count, 1024)];
            double[] counts = new double[places.length];
            int used = 0;
            long total = 0;
            for (int k = 0; k < matches.count; k++) {
                if (!counts(k, wanted)) {
                    continue;
                }
                int place = columns.place()[matches.offences[k]];
                if (used == 0 || places[used - 1] != place) {
                    if (used == places.length) {
                        places = Arrays.copyOf(places, 2 * used);
                        counts = Arrays.copyOf(counts, 2 * used);
                    }
                    places[used++] = place;
                }
                counts[used - 1]++;
                total++;
            }
            return new Tally(Arrays.copyOf(places, used), Arrays.copyOf(counts, used), total);
        }
    }
}
