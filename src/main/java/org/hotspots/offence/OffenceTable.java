package org.hotspots.offence;

/**
 * The columnar snapshot: every offence of one data version as flat arrays. Equal points are one <em>place</em>; places
 * are sorted in space, and offences by place, so a pass over the offences reads memory in order and equal points are
 * already collapsed. Offences without a location have place {@link #NO_PLACE} and stand at the end.
 *
 * <p>Arrays handed out are the table's own: callers never write to them. Build with {@link OffenceTableBuilder}.
 */
public final class OffenceTable {
    public static final int NO_PLACE = -1;

    /** Values of a byte that says yes, no, or nothing. */
    public static final byte YES = 1;

    public static final byte NO = 0;
    public static final byte NOT_KNOWN = -1;

    private final Places places;
    private final Columns columns;

    OffenceTable(Places places, Columns columns) {
        this.places = places;
        this.columns = columns;
    }

    public Places places() {
        return places;
    }

    public Columns columns() {
        return columns;
    }

    /** Number of offences, with and without a location. */
    public int size() {
        return columns.place().length;
    }

    /**
     * Distinct points.
     *
     * @param eastings metres, per place
     * @param northings metres, per place
     * @param areaOrdinals per {@code AreaKind} ordinal, per place: ordinal in the snapshot's areas, or -1
     * @param names per place the commonest location text of its offences, may be blank
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Places(double[] eastings, double[] northings, short[][] areaOrdinals, String[] names) {
        public int size() {
            return eastings.length;
        }
    }

    /**
     * One value per offence.
     *
     * @param place index of its place, or NO_PLACE
     * @param day London calendar day it is about (occurred_from, else recorded), as epoch day
     * @param minuteOfDay London wall-clock minute, or -1 where the time is unknown
     * @param incident dense number of its incident: equal for offences of one incident
     * @param themes bit {@code 1 << Theme.ordinal()} for each theme it belongs to; 0 for records that do not count
     *     (cancelled, transferred, non-crime)
     * @param strands mask of hate strands
     * @param asbType ordinal of AsbType, or -1
     * @param setting ordinal of Setting
     * @param source ordinal of Source
     * @param flags mask of OffenceFlag
     * @param category index into {@code categories}
     * @param categories the distinct categories
     * @param policeFound {@link #YES} or {@link #NO}; {@link #NOT_KNOWN} where its source does not say
     * @param geocodeClass ordinal of GeocodeClass, or {@link #NOT_KNOWN}
     * @param code index into {@code codes}
     * @param codes the distinct Home Office classifications
     * @param beat index into {@code beats}
     * @param beats the distinct forces and beats that records name
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Columns(
            int[] place,
            int[] day,
            short[] minuteOfDay,
            int[] incident,
            byte[] themes,
            byte[] strands,
            byte[] asbType,
            byte[] setting,
            byte[] source,
            byte[] flags,
            short[] category,
            String[] categories,
            byte[] policeFound,
            byte[] geocodeClass,
            short[] code,
            HomeOfficeCode[] codes,
            short[] beat,
            Beat[] beats) {}
}
