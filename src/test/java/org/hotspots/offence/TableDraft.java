package org.hotspots.offence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hotspots.area.AreaIndex;
import org.hotspots.geo.BritishGridPoint;
import org.jspecify.annotations.Nullable;

/** Builds small offence tables for tests, row by row. */
public final class TableDraft {
    private final List<Row> rows = new ArrayList<>();

    /**
     * One offence.
     *
     * @param where null for unlocated
     * @param name of the location
     * @param minute of the day, or -1 where it is unknown
     */
    public record Row(
            @Nullable BritishGridPoint where,
            String name,
            LocalDate day,
            int minute,
            int incident,
            int themes,
            int strands,
            int asbType,
            Setting setting,
            Source source,
            int flags,
            int policeFound,
            int geocodeClass,
            String hoClass) {

        /** A recorded offence of a force extract with no theme of its own, in a public place, an incident for itself. */
        public static Row at(double easting, double northing, int incident) {
            return new Row(
                    new BritishGridPoint(easting, northing),
                    "Mill Lane",
                    LocalDate.of(2026, 2, 1),
                    -1,
                    incident,
                    1 << Theme.ALL.ordinal(),
                    0,
                    -1,
                    Setting.PUBLIC_PLACE,
                    Source.FORCE_EXTRACT,
                    0,
                    OffenceTable.NO,
                    GeocodeClass.STREET.ordinal(),
                    "8N");
        }

        public Row unlocated() {
            return new Row(
                    null,
                    "",
                    day,
                    minute,
                    incident,
                    themes,
                    strands,
                    asbType,
                    setting,
                    source,
                    flags,
                    policeFound,
                    geocodeClass,
                    hoClass);
        }

        public Row named(String other) {
            return new Row(
                    where,
                    other,
                    day,
                    minute,
                    incident,
                    themes,
                    strands,
                    asbType,
                    setting,
                    source,
                    flags,
                    policeFound,
                    geocodeClass,
                    hoClass);
        }

        public Row on(LocalDate other) {
            return new Row(
                    where,
                    name,
                    other,
                    minute,
                    incident,
                    themes,
                    strands,
                    asbType,
                    setting,
                    source,
                    flags,
                    policeFound,
                    geocodeClass,
                    hoClass);
        }

        public Row atMinute(int other) {
            return new Row(
                    where,
                    name,
                    day,
                    other,
                    incident,
                    themes,
                    strands,
                    asbType,
                    setting,
                    source,
                    flags,
                    policeFound,
                    geocodeClass,
                    hoClass);
        }

        public Row of(Theme theme) {
            int mask = themes | 1 << theme.ordinal();
            return new Row(
                    where,
                    name,
                    day,
                    minute,
                    incident,
                    mask,
                    strands,
                    asbType,
                    setting,
                    source,
                    flags,
                    policeFound,
                    geocodeClass,
                    hoClass);
        }

        public Row notCounted() {
            return new Row(
                    where,
                    name,
                    day,
                    minute,
                    incident,
                    0,
                    strands,
                    asbType,
                    setting,
                    source,
                    flags,
                    policeFound,
                    geocodeClass,
                    hoClass);
        }

        public Row strand(HateStrand strand) {
            int mask = strands | 1 << strand.ordinal();
            return new Row(
                    where,
                    name,
                    day,
                    minute,
                    incident,
                    themes,
                    mask,
                    asbType,
                    setting,
                    source,
                    flags,
                    policeFound,
                    geocodeClass,
                    hoClass);
        }

        public Row asb(AsbType type) {
            return new Row(
                    where,
                    name,
                    day,
                    minute,
                    incident,
                    themes,
                    strands,
                    type.ordinal(),
                    setting,
                    source,
                    flags,
                    policeFound,
                    geocodeClass,
                    hoClass);
        }

        public Row in(Setting other) {
            return new Row(
                    where,
                    name,
                    day,
                    minute,
                    incident,
                    themes,
                    strands,
                    asbType,
                    other,
                    source,
                    flags,
                    policeFound,
                    geocodeClass,
                    hoClass);
        }

        public Row from(Source other) {
            return new Row(
                    where,
                    name,
                    day,
                    minute,
                    incident,
                    themes,
                    strands,
                    asbType,
                    setting,
                    other,
                    flags,
                    policeFound,
                    geocodeClass,
                    hoClass);
        }

        /** @param found null where the source does not say */
        public Row foundByPolice(@Nullable Boolean found) {
            int value = found == null ? OffenceTable.NOT_KNOWN : found ? OffenceTable.YES : OffenceTable.NO;
            return new Row(
                    where,
                    name,
                    day,
                    minute,
                    incident,
                    themes,
                    strands,
                    asbType,
                    setting,
                    source,
                    flags,
                    value,
                    geocodeClass,
                    hoClass);
        }

        /** @param precision null where the source does not say */
        public Row located(@Nullable GeocodeClass precision) {
            int value = precision == null ? OffenceTable.NOT_KNOWN : precision.ordinal();
            return new Row(
                    where,
                    name,
                    day,
                    minute,
                    incident,
                    themes,
                    strands,
                    asbType,
                    setting,
                    source,
                    flags,
                    policeFound,
                    value,
                    hoClass);
        }

        /** @param classification a class without a sub-code */
        public Row classified(String classification) {
            return new Row(
                    where,
                    name,
                    day,
                    minute,
                    incident,
                    themes,
                    strands,
                    asbType,
                    setting,
                    source,
                    flags,
                    policeFound,
                    geocodeClass,
                    classification);
        }

        public Row flagged(OffenceFlag flag) {
            return new Row(
                    where,
                    name,
                    day,
                    minute,
                    incident,
                    themes,
                    strands,
                    asbType,
                    setting,
                    source,
                    flags | flag.bit(),
                    policeFound,
                    geocodeClass,
                    hoClass);
        }
    }

    public TableDraft add(Row row) {
        rows.add(row);
        return this;
    }

    public List<Row> rows() {
        return rows;
    }

    /** The table, places sorted by northing, then easting; rows of a place in the order of adding. */
    public OffenceTable build(AreaIndex areas) {
        Map<List<Double>, String> names = new LinkedHashMap<>();
        List<Row> located = rows.stream()
                .filter(row -> row.where() != null)
                .sorted(Comparator.comparing((Row row) -> key(row).get(1)).thenComparing(row -> key(row).get(0)))
                .toList();
        located.forEach(row -> names.putIfAbsent(key(row), row.name()));
        List<List<Double>> keys = new ArrayList<>(names.keySet());
        double[] eastings = keys.stream().mapToDouble(key -> key.get(0)).toArray();
        double[] northings = keys.stream().mapToDouble(key -> key.get(1)).toArray();
        OffenceTable.Places places = new OffenceTable.Places(
                eastings,
                northings,
                areas.assignAll(eastings, northings, keys.size()),
                names.values().toArray(String[]::new));
        List<Row> ordered = new ArrayList<>(located);
        rows.stream().filter(row -> row.where() == null).forEach(ordered::add);
        return new OffenceTable(places, columns(ordered, keys));
    }

    private static List<Double> key(Row row) {
        return List.of(
                Objects.requireNonNull(row.where()).easting(), row.where().northing());
    }

    private static OffenceTable.Columns columns(List<Row> rows, List<List<Double>> places) {
        Map<List<Double>, Integer> indexOf = new LinkedHashMap<>();
        places.forEach(place -> indexOf.put(place, indexOf.size()));
        int n = rows.size();
        List<String> codes = rows.stream().map(Row::hoClass).distinct().toList();
        OffenceTable.Columns columns = new OffenceTable.Columns(
                new int[n],
                new int[n],
                new short[n],
                new int[n],
                new byte[n],
                new byte[n],
                new byte[n],
                new byte[n],
                new byte[n],
                new byte[n],
                new short[n],
                new String[] {"any"},
                new byte[n],
                new byte[n],
                new short[n],
                codes.stream().map(code -> new HomeOfficeCode(code, "")).toArray(HomeOfficeCode[]::new));
        for (int i = 0; i < n; i++) {
            Row row = rows.get(i);
            columns.place()[i] = row.where() == null ? OffenceTable.NO_PLACE : indexOf.getOrDefault(key(row), -2);
            columns.day()[i] = (int) row.day().toEpochDay();
            columns.minuteOfDay()[i] = (short) row.minute();
            columns.incident()[i] = row.incident();
            columns.themes()[i] = (byte) row.themes();
            columns.strands()[i] = (byte) row.strands();
            columns.asbType()[i] = (byte) row.asbType();
            columns.setting()[i] = (byte) row.setting().ordinal();
            columns.source()[i] = (byte) row.source().ordinal();
            columns.flags()[i] = (byte) row.flags();
            columns.policeFound()[i] = (byte) row.policeFound();
            columns.geocodeClass()[i] = (byte) row.geocodeClass();
            columns.code()[i] = (short) codes.indexOf(row.hoClass());
        }
        return columns;
    }
}
