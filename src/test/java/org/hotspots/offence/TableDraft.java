package org.hotspots.offence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.hotspots.area.AreaIndex;
import org.hotspots.geo.BritishGridPoint;
import org.jspecify.annotations.Nullable;

/** Builds small offence tables for tests, row by row. */
public final class TableDraft {
    private final List<Row> rows = new ArrayList<>();

    /** One offence; every method that says something of it gives another row. */
    public static final class Row {
        private @Nullable BritishGridPoint where;
        private String name = "Mill Lane";
        private LocalDate day = LocalDate.of(2026, 2, 1);
        private int minute = -1;
        private int incident;
        private int themes = 1 << Theme.ALL.ordinal();
        private int strands;
        private int asbType = -1;
        private Setting setting = Setting.PUBLIC_PLACE;
        private Source source = Source.FORCE_EXTRACT;
        private int flags;
        private int policeFound = OffenceTable.NO;
        private int geocodeClass = GeocodeClass.STREET.ordinal();
        private String hoClass = "8N";
        private Beat beat = new Beat("Middleshire Police", "");

        private Row(BritishGridPoint where, int incident) {
            this.where = where;
            this.incident = incident;
        }

        private Row(Row other) {
            this.where = other.where;
            this.name = other.name;
            this.day = other.day;
            this.minute = other.minute;
            this.incident = other.incident;
            this.themes = other.themes;
            this.strands = other.strands;
            this.asbType = other.asbType;
            this.setting = other.setting;
            this.source = other.source;
            this.flags = other.flags;
            this.policeFound = other.policeFound;
            this.geocodeClass = other.geocodeClass;
            this.hoClass = other.hoClass;
            this.beat = other.beat;
        }

        private Row with(Consumer<Row> change) {
            Row changed = new Row(this);
            change.accept(changed);
            return changed;
        }

        /** A recorded offence of a force extract with no theme of its own, in a public place, an incident for itself. */
        public static Row at(double easting, double northing, int incident) {
            return new Row(new BritishGridPoint(easting, northing), incident);
        }

        public Row unlocated() {
            return with(row -> {
                row.where = null;
                row.name = "";
            });
        }

        public Row whose(String force, String beat) {
            return with(row -> row.beat = new Beat(force, beat));
        }

        public Row named(String other) {
            return with(row -> row.name = other);
        }

        public Row on(LocalDate other) {
            return with(row -> row.day = other);
        }

        /** @param other minute of the day, or -1 where it is unknown */
        public Row atMinute(int other) {
            return with(row -> row.minute = other);
        }

        public Row of(Theme theme) {
            return with(row -> row.themes |= 1 << theme.ordinal());
        }

        public Row notCounted() {
            return with(row -> row.themes = 0);
        }

        /** Counted, but of no theme. */
        public Row unthemed() {
            return with(row -> row.themes = 1 << Theme.ALL.ordinal());
        }

        public Row strand(HateStrand strand) {
            return with(row -> row.strands |= 1 << strand.ordinal());
        }

        public Row asb(AsbType type) {
            return with(row -> row.asbType = type.ordinal());
        }

        public Row in(Setting other) {
            return with(row -> row.setting = other);
        }

        public Row from(Source other) {
            return with(row -> row.source = other);
        }

        /** @param found null where the source does not say */
        public Row foundByPolice(@Nullable Boolean found) {
            return with(row -> row.policeFound =
                    found == null ? OffenceTable.NOT_KNOWN : found ? OffenceTable.YES : OffenceTable.NO);
        }

        /** @param precision null where the source does not say */
        public Row located(@Nullable GeocodeClass precision) {
            return with(row -> row.geocodeClass = precision == null ? OffenceTable.NOT_KNOWN : precision.ordinal());
        }

        /** @param classification a class without a sub-code */
        public Row classified(String classification) {
            return with(row -> row.hoClass = classification);
        }

        public Row flagged(OffenceFlag flag) {
            return with(row -> row.flags |= flag.bit());
        }

        public @Nullable BritishGridPoint where() {
            return where;
        }

        public String name() {
            return name;
        }

        public LocalDate day() {
            return day;
        }

        public int minute() {
            return minute;
        }

        public int incident() {
            return incident;
        }

        public int themes() {
            return themes;
        }

        public int strands() {
            return strands;
        }

        public int asbType() {
            return asbType;
        }

        public Setting setting() {
            return setting;
        }

        public Source source() {
            return source;
        }

        public int flags() {
            return flags;
        }

        public int policeFound() {
            return policeFound;
        }

        public int geocodeClass() {
            return geocodeClass;
        }

        public String hoClass() {
            return hoClass;
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
        List<Beat> beats = rows.stream().map(row -> row.beat).distinct().toList();
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
                codes.stream().map(code -> new HomeOfficeCode(code, "")).toArray(HomeOfficeCode[]::new),
                new short[n],
                beats.toArray(Beat[]::new));
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
            columns.beat()[i] = (short) beats.indexOf(row.beat);
        }
        return columns;
    }
}
