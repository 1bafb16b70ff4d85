package org.hotspots.offence;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hotspots.geo.BritishGridPoint;
import org.jspecify.annotations.Nullable;

/**
 * Builds an {@link OffenceTable} from rows in any order. Places come out sorted by rows of {@value #ROW_METRES} m from
 * the south, and from the west within a row, so that neighbours in space are near in memory; offences by place, and in
 * the order in which they were added within one; those without a location last. Places without an offence are left out.
 *
 * <p>Holds 32 bytes a row in arrays that grow by half; for one use by one thread.
 */
public final class OffenceTableBuilder {
    /** For {@link Entry#incident}: an incident of its own. */
    public static final int OWN_INCIDENT = -1;

    /** For {@link Entry#name}: no location text. */
    public static final int NO_NAME = -1;

    private static final int ROW_METRES = 50;
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final Map<String, Integer> categories = new HashMap<>();
    private final Map<HomeOfficeCode, Integer> codes = new HashMap<>();
    private final Map<Beat, Integer> beats = new HashMap<>();
    private final Map<String, Integer> nameNumbers = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private final Map<BritishGridPoint, Integer> places = new HashMap<>();
    private final Map<List<String>, Integer> incidents = new HashMap<>();
    private double[] eastings = new double[64];
    private double[] northings = new double[64];
    private int placeCount;
    private int size;
    private int[] place = new int[64];
    private int[] day = new int[64];
    private short[] minuteOfDay = new short[64];
    private int[] incident = new int[64];
    private byte[] themes = new byte[64];
    private byte[] strands = new byte[64];
    private byte[] asbType = new byte[64];
    private byte[] setting = new byte[64];
    private byte[] source = new byte[64];
    private byte[] flags = new byte[64];
    private short[] category = new short[64];
    private byte[] policeFound = new byte[64];
    private byte[] geocodeClass = new byte[64];
    private short[] code = new short[64];
    private int[] name = new int[64];
    private short[] beat = new short[64];

    /**
     * One row, as {@link OffenceTable.Columns} has it.
     *
     * @param place what {@link #addPlace} gave, or {@link OffenceTable#NO_PLACE}
     * @param day London calendar day, as epoch day
     * @param minuteOfDay London wall-clock minute, or -1
     * @param incident equal for rows of one incident, from 0 and dense; or {@link #OWN_INCIDENT}
     * @param themes mask of Theme
     * @param strands mask of HateStrand
     * @param asbType ordinal of AsbType, or -1
     * @param setting ordinal of Setting
     * @param source ordinal of Source
     * @param flags mask of OffenceFlag
     * @param category what {@link #category} gave
     * @param policeFound {@link OffenceTable#YES}, {@link OffenceTable#NO} or {@link OffenceTable#NOT_KNOWN}
     * @param geocodeClass ordinal of GeocodeClass, or {@link OffenceTable#NOT_KNOWN}
     * @param code what {@link #code} gave
     * @param name what {@link #name} gave, or {@link #NO_NAME}
     * @param beat what {@link #beat} gave
     */
    public record Entry(
            int place,
            int day,
            int minuteOfDay,
            int incident,
            int themes,
            int strands,
            int asbType,
            int setting,
            int source,
            int flags,
            int category,
            int policeFound,
            int geocodeClass,
            int code,
            int name,
            int beat) {}

    /** Assigns places to areas. */
    @FunctionalInterface
    public interface AreaAssignment {
        /** Ordinals for {@code count} points, one array per kind of area in the order of {@code AreaKind}, or -1. */
        short[][] assignAll(double[] eastings, double[] northings, int count);
    }

    /** Adds a place, which must not be there yet, and gives its handle. */
    public int addPlace(double easting, double northing) {
        if (placeCount == eastings.length) {
            eastings = Arrays.copyOf(eastings, grown(placeCount));
            northings = Arrays.copyOf(northings, grown(placeCount));
        }
        eastings[placeCount] = easting;
        northings[placeCount] = northing;
        return placeCount++;
    }

    /** The number of a category. */
    public int category(String words) {
        return number(categories, words);
    }

    /** The number of a Home Office classification. */
    public int code(HomeOfficeCode classification) {
        return number(codes, classification);
    }

    /** The number of a force and beat. */
    public int beat(Beat whose) {
        return number(beats, whose);
    }

    private static <T> int number(Map<T, Integer> numbers, T what) {
        int number = numbers.computeIfAbsent(what, key -> numbers.size());
        if (number > Short.MAX_VALUE) {
            throw new IllegalStateException(
                    "categories, codes or beats=" + numbers.size() + ": at most " + Short.MAX_VALUE);
        }
        return number;
    }

    /** The number of a location's text. */
    public int name(String words) {
        return nameNumbers.computeIfAbsent(words, key -> {
            names.add(words);
            return names.size() - 1;
        });
    }

    /** Adds a row. */
    public void add(Entry entry) {
        if (size == place.length) {
            grow();
        }
        place[size] = entry.place();
        day[size] = entry.day();
        minuteOfDay[size] = (short) entry.minuteOfDay();
        incident[size] = entry.incident();
        themes[size] = (byte) entry.themes();
        strands[size] = (byte) entry.strands();
        asbType[size] = (byte) entry.asbType();
        setting[size] = (byte) entry.setting();
        source[size] = (byte) entry.source();
        flags[size] = (byte) entry.flags();
        category[size] = (short) entry.category();
        policeFound[size] = (byte) entry.policeFound();
        geocodeClass[size] = (byte) entry.geocodeClass();
        code[size] = (short) entry.code();
        name[size] = entry.name();
        beat[size] = (short) entry.beat();
        size++;
    }

    /** Adds an offence as it was read; simple rather than fast. Not to be mixed with {@link #addPlace}. */
    public void add(Offence offence) {
        Instant from = offence.occurredFrom();
        LocalDateTime local = LocalDateTime.ofInstant(from == null ? offence.recordedAt() : from, LONDON);
        boolean timeIsKnown = from != null
                && offence.timePrecision() == TimePrecision.MINUTE
                && !offence.flags().contains(OffenceFlag.TIME_UNKNOWN);
        GeocodeClass geocode = offence.geocodeClass();
        int strandMask = offence.hateStrands().stream()
                .mapToInt(strand -> 1 << strand.ordinal())
                .sum();
        add(new Entry(
                handle(offence.point()),
                (int) local.toLocalDate().toEpochDay(),
                timeIsKnown ? local.get(ChronoField.MINUTE_OF_DAY) : -1,
                incident(offence),
                Themes.maskOf(
                        offence.source(),
                        offence.kind(),
                        offence.status(),
                        offence.knifeEnabled(),
                        strandMask,
                        offence.category()),
                strandMask,
                offence.asbType() == null ? -1 : offence.asbType().ordinal(),
                offence.setting().ordinal(),
                offence.source().ordinal(),
                offence.flags().stream().mapToInt(OffenceFlag::bit).sum(),
                category(offence.category()),
                policeFound(offence),
                geocode == null ? OffenceTable.NOT_KNOWN : geocode.ordinal(),
                code(new HomeOfficeCode(offence.hoClass(), offence.hoSubclass())),
                offence.location().isEmpty() ? NO_NAME : name(offence.location()),
                beat(new Beat(offence.force(), offence.beat()))));
    }

    private static int policeFound(Offence offence) {
        Boolean found = offence.policeFound();
        return found == null ? OffenceTable.NOT_KNOWN : found ? OffenceTable.YES : OffenceTable.NO;
    }

    private int handle(@Nullable BritishGridPoint point) {
        if (point == null) {
            return OffenceTable.NO_PLACE;
        }
        Integer known = places.get(point);
        if (known != null) {
            return known;
        }
        int handle = addPlace(point.easting(), point.northing());
        places.put(point, handle);
        return handle;
    }

    private int incident(Offence offence) {
        String number = offence.incidentNumber();
        return number == null
                ? OWN_INCIDENT
                : incidents.computeIfAbsent(List.of(offence.force(), number), key -> incidents.size());
    }

    /** The table of all that was added. */
    public OffenceTable build(AreaAssignment areas) {
        numberOwnIncidents();
        int[] order = sortedPlaces();
        int[] rank = new int[placeCount];
        Arrays.fill(rank, OffenceTable.NO_PLACE);
        for (int i = 0; i < order.length; i++) {
            rank[order[i]] = i;
        }
        int[] first = firstRows(rank, order.length);
        int[] rows = sortedRows(rank, first);
        double[] sortedEastings =
                Arrays.stream(order).mapToDouble(p -> eastings[p]).toArray();
        double[] sortedNorthings =
                Arrays.stream(order).mapToDouble(p -> northings[p]).toArray();
        OffenceTable.Places sortedPlaces = new OffenceTable.Places(
                sortedEastings,
                sortedNorthings,
                areas.assignAll(sortedEastings, sortedNorthings, order.length),
                commonestNames(first, rows, order.length));
        return new OffenceTable(sortedPlaces, columns(rank, rows));
    }

    /** Rows that share no incident get the numbers after those that do. */
    private void numberOwnIncidents() {
        int next = 0;
        for (int row = 0; row < size; row++) {
            next = Math.max(next, incident[row] + 1);
        }
        for (int row = 0; row < size; row++) {
            if (incident[row] == OWN_INCIDENT) {
                incident[row] = next++;
            }
        }
    }

    /** Handles of the places that have offences, in the order of the table. */
    private int[] sortedPlaces() {
        boolean[] used = new boolean[placeCount];
        for (int row = 0; row < size; row++) {
            if (place[row] != OffenceTable.NO_PLACE) {
                used[place[row]] = true;
            }
        }
        return IntStream.range(0, placeCount)
                .filter(p -> used[p])
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(p -> Math.floor(northings[p] / ROW_METRES))
                        .thenComparingDouble(p -> eastings[p])
                        .thenComparingDouble(p -> northings[p]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Where each place's offences start in the sorted order; the last entry is where those without a place start. */
    private int[] firstRows(int[] rank, int places) {
        int[] first = new int[places + 2];
        for (int row = 0; row < size; row++) {
            first[bucket(rank, row, places) + 1]++;
        }
        for (int p = 0; p <= places; p++) {
            first[p + 1] += first[p];
        }
        return first;
    }

    /** A counting sort by place, which keeps the order of equal ones: the row that comes first, second … */
    private int[] sortedRows(int[] rank, int[] first) {
        int places = first.length - 2;
        int[] next = first.clone();
        int[] rows = new int[size];
        for (int row = 0; row < size; row++) {
            rows[next[bucket(rank, row, places)]++] = row;
        }
        return rows;
    }

    private int bucket(int[] rank, int row, int places) {
        return place[row] == OffenceTable.NO_PLACE ? places : rank[place[row]];
    }

    private String[] commonestNames(int[] first, int[] rows, int places) {
        String[] commonest = new String[places];
        for (int p = 0; p < places; p++) {
            int[] here = IntStream.range(first[p], first[p + 1])
                    .map(i -> name[rows[i]])
                    .filter(number -> number != NO_NAME)
                    .sorted()
                    .toArray();
            commonest[p] = commonest(here);
        }
        return commonest;
    }

    /** The name that comes most often among sorted numbers; of equals the first of the alphabet. */
    private String commonest(int[] sortedNumbers) {
        String best = "";
        int bestCount = 0;
        for (int from = 0, to; from < sortedNumbers.length; from = to) {
            to = from + 1;
            while (to < sortedNumbers.length && sortedNumbers[to] == sortedNumbers[from]) {
                to++;
            }
            String words = names.get(sortedNumbers[from]);
            if (to - from > bestCount || (to - from == bestCount && words.compareTo(best) < 0)) {
                best = words;
                bestCount = to - from;
            }
        }
        return best;
    }

    private OffenceTable.Columns columns(int[] rank, int[] rows) {
        int[] sortedPlace = new int[size];
        for (int i = 0; i < size; i++) {
            int p = place[rows[i]];
            sortedPlace[i] = p == OffenceTable.NO_PLACE ? p : rank[p];
        }
        String[] words = new String[categories.size()];
        categories.forEach((word, number) -> words[number] = word);
        HomeOfficeCode[] classifications = new HomeOfficeCode[codes.size()];
        codes.forEach((classification, number) -> classifications[number] = classification);
        Beat[] whose = new Beat[beats.size()];
        beats.forEach((named, number) -> whose[number] = named);
        return new OffenceTable.Columns(
                sortedPlace,
                pick(day, rows),
                pick(minuteOfDay, rows),
                pick(incident, rows),
                pick(themes, rows),
                pick(strands, rows),
                pick(asbType, rows),
                pick(setting, rows),
                pick(source, rows),
                pick(flags, rows),
                pick(category, rows),
                words,
                pick(policeFound, rows),
                pick(geocodeClass, rows),
                pick(code, rows),
                classifications,
                pick(beat, rows),
                whose);
    }

    private static int[] pick(int[] values, int[] rows) {
        int[] picked = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            picked[i] = values[rows[i]];
        }
        return picked;
    }

    private static short[] pick(short[] values, int[] rows) {
        short[] picked = new short[rows.length];
        for (int i = 0; i < rows.length; i++) {
            picked[i] = values[rows[i]];
        }
        return picked;
    }

    private static byte[] pick(byte[] values, int[] rows) {
        byte[] picked = new byte[rows.length];
        for (int i = 0; i < rows.length; i++) {
            picked[i] = values[rows[i]];
        }
        return picked;
    }

    private static int grown(int length) {
        return length + (length >> 1);
    }

    private void grow() {
        int length = grown(size);
        place = Arrays.copyOf(place, length);
        day = Arrays.copyOf(day, length);
        minuteOfDay = Arrays.copyOf(minuteOfDay, length);
        incident = Arrays.copyOf(incident, length);
        themes = Arrays.copyOf(themes, length);
        strands = Arrays.copyOf(strands, length);
        asbType = Arrays.copyOf(asbType, length);
        setting = Arrays.copyOf(setting, length);
        source = Arrays.copyOf(source, length);
        flags = Arrays.copyOf(flags, length);
        category = Arrays.copyOf(category, length);
        policeFound = Arrays.copyOf(policeFound, length);
        geocodeClass = Arrays.copyOf(geocodeClass, length);
        code = Arrays.copyOf(code, length);
        name = Arrays.copyOf(name, length);
        beat = Arrays.copyOf(beat, length);
    }
}
