package org.hotspots.snapshot;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.hotspots.area.Area;
import org.hotspots.area.AreaIndex;
import org.hotspots.area.AreaKind;
import org.hotspots.geo.Bounds;
import org.hotspots.geo.BritishGridPoint;
import org.hotspots.geo.GridReference;
import org.hotspots.geo.SquareLattice;
import org.hotspots.offence.OffenceTable;
import org.hotspots.offence.PlaceName;
import org.hotspots.offence.Source;
import org.hotspots.snapshot.Street.Around;
import org.jspecify.annotations.Nullable;

/**
 * The streets whose names may be told. Every name of a location that leaves the program comes from here: a name in a
 * force's records may be a house's, and a house is a person.
 *
 * <p>Places of one name ({@linkplain NameText#folded folded}, {@linkplain PlaceName#street without the door}) in one town, or
 * outside towns one district, are one street. It is told where at least {@value #LEAST_PLACES} of them hang together, in the same or in
 * touching squares of {@value #TOGETHER_METRES} m: three farms of one name in three villages are no street. One place is enough where public street
 * files name it, because that name is of a map point which stands for several addresses, and everybody has it. A place that hangs together with too few others
 * has no street, whatever is told of the name elsewhere. What public files name by its kind only, such as "Supermarket", is no street: it is told as
 * lying by the nearest one.
 *
 * <p>Where no areas are loaded, and beyond them, squares of 10 km stand in. Immutable; safe for concurrent use. Making it takes
 * one pass over the offences and one over the places.
 */
public final class Streets {
    /** A name that fewer places bear may be a house's. */
    public static final int LEAST_PLACES = 3;

    private static final int TOGETHER_METRES = 500;

    private final List<Street> all;
    /** By place; null where none may be told. */
    private final @Nullable String[] names;

    private Streets(List<Street> all, @Nullable String[] names) {
        this.all = List.copyOf(all);
        this.names = names;
    }

    static Streets of(OffenceTable offences, AreaIndex areas) {
        return new Grouping(offences, areas).streets();
    }

    /** In the order of their folded names, then of what they lie in. */
    public List<Street> all() {
        return all;
    }

    /** What a place may be told by: its street, or its kind and the street it lies by, "Supermarket by Mill Lane". */
    public Optional<String> nameOf(int place) {
        return Optional.ofNullable(names[place]);
    }

    /** The parts of streets that lie in the bounds, those with most places there first, then by name and what they lie in. */
    public List<Street> in(Bounds bounds) {
        return all.stream()
                .flatMap(street -> street.within(bounds).stream())
                .sorted(Comparator.comparingInt((Street street) -> -street.places())
                        .thenComparing(Street::name)
                        .thenComparing(street -> street.around().toString()))
                .toList();
    }

    /** @param text the folded name */
    private record Key(String text, Around around) {
        static final Comparator<Key> ORDER = Comparator.comparing(Key::text)
                .thenComparing(key -> key.around().toString());
    }

    /** Puts places together. */
    private static final class Grouping {
        private static final SquareLattice TOGETHER = new SquareLattice(TOGETHER_METRES);
        private static final int NO_AREA_SQUARE_METRES = 10_000;
        private static final List<AreaKind> CLOSEST_FIRST =
                List.of(AreaKind.TOWN, AreaKind.DISTRICT, AreaKind.WARD, AreaKind.LSOA, AreaKind.BEAT);

        private final OffenceTable.Places places;
        private final AreaIndex areas;
        private final BitSet published;
        private final String[] names;
        private final BitSet kinds = new BitSet();
        private final Map<GridReference, Around> squares = new HashMap<>();

        Grouping(OffenceTable offences, AreaIndex areas) {
            this.places = offences.places();
            this.areas = areas;
            this.published = published(offences);
            this.names = new String[places.size()];
        }

        /** Places that public street files name. */
        private static BitSet published(OffenceTable offences) {
            BitSet published = new BitSet();
            byte[] source = offences.columns().source();
            for (int row = 0; row < source.length; row++) {
                int place = offences.columns().place()[row];
                if (source[row] == Source.POLICE_UK.ordinal()
                        && place != OffenceTable.NO_PLACE
                        && !published.get(place)
                        && PlaceName.isOfPublicFiles(offences.places().names()[place])) {
                    published.set(place);
                }
            }
            return published;
        }

        Streets streets() {
            List<Street> all = new ArrayList<>();
            @Nullable String[] told = new String[places.size()];
            List<Map.Entry<Key, List<Integer>>> groups = groups().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey(Key.ORDER))
                    .toList();
            for (Map.Entry<Key, List<Integer>> group : groups) {
                int[] members = told(group.getValue());
                if (members.length > 0) {
                    Street street = Street.of(name(members), group.getKey().around(), places, members);
                    Arrays.stream(members).forEach(place -> told[place] = street.name());
                    all.add(street);
                }
            }
            tellKinds(told);
            return new Streets(all, told);
        }

        /** Places told by their kind get the nearest street to it; the first of equals in the order of the places. */
        private void tellKinds(@Nullable String[] told) {
            Map<Long, List<Integer>> bySquare = new HashMap<>();
            for (int place = 0; place < told.length; place++) {
                if (told[place] != null) {
                    bySquare.computeIfAbsent(square(place), key -> new ArrayList<>())
                            .add(place);
                }
            }
            kinds.stream().forEach(place -> {
                Optional<Integer> nearest = around(square(place)).stream()
                        .flatMap(square -> bySquare.getOrDefault(square, List.of()).stream())
                        .filter(other -> distance(place, other) <= TOGETHER_METRES)
                        .min(Comparator.comparingDouble((Integer other) -> distance(place, other))
                                .thenComparing(Comparator.naturalOrder()));
                told[place] = names[place]
                        + nearest.map(other -> " by " + told[other]).orElse("");
            });
        }

        private double distance(int place, int other) {
            return Math.hypot(
                    places.eastings()[place] - places.eastings()[other],
                    places.northings()[place] - places.northings()[other]);
        }

        private long square(int place) {
            return TOGETHER.cellAt(places.eastings()[place], places.northings()[place]);
        }

        /** A square and the eight that touch it. */
        private static List<Long> around(long square) {
            BritishGridPoint centre = TOGETHER.centre(square);
            return IntStream.range(0, 9)
                    .mapToObj(k -> TOGETHER.cellAt(
                            centre.easting() + (k % 3 - 1) * TOGETHER_METRES,
                            centre.northing() + (k / 3 - 1) * TOGETHER_METRES))
                    .toList();
        }

        /** The places of each name within each area, rising. */
        private Map<Key, List<Integer>> groups() {
            Map<String, String> streetOf = new HashMap<>();
            Map<String, String> folded = new HashMap<>();
            Map<Key, List<Integer>> groups = new HashMap<>();
            for (int place = 0; place < places.size(); place++) {
                names[place] = streetOf.computeIfAbsent(places.names()[place], PlaceName::street);
                String text = folded.computeIfAbsent(names[place], NameText::folded);
                boolean isKind = published.get(place) && PlaceName.isKind(names[place]);
                kinds.set(place, isKind);
                Around around = text.isEmpty() || isKind ? null : around(place);
                if (around != null) {
                    groups.computeIfAbsent(new Key(text, around), key -> new ArrayList<>())
                            .add(place);
                }
            }
            return groups;
        }

        private @Nullable Around around(int place) {
            for (AreaKind kind : CLOSEST_FIRST) {
                short ordinal = places.areaOrdinals()[kind.ordinal()][place];
                if (ordinal != AreaIndex.NONE) {
                    Area area = areas.areas().get(ordinal);
                    return new Around(area.name(), area.address());
                }
            }
            BritishGridPoint point = new BritishGridPoint(places.eastings()[place], places.northings()[place]);
            return GridReference.BRITAIN.contains(point.easting(), point.northing())
                    ? squares.computeIfAbsent(
                            GridReference.of(point, NO_AREA_SQUARE_METRES),
                            square -> new Around(square.toString(), null))
                    : null;
        }

        /** Of places of one name those that may be told by it, rising. */
        private int[] told(List<Integer> members) {
            Map<Long, List<Integer>> bySquare = new TreeMap<>();
            for (int place : members) {
                bySquare.computeIfAbsent(square(place), key -> new ArrayList<>())
                        .add(place);
            }
            List<Integer> told = new ArrayList<>();
            while (!bySquare.isEmpty()) {
                List<Integer> together = takeTogether(bySquare);
                if (together.size() >= LEAST_PLACES || together.stream().anyMatch(published::get)) {
                    told.addAll(together);
                }
            }
            return told.stream().mapToInt(Integer::intValue).sorted().toArray();
        }

        /** Takes the places of one square and of all that are joined to it by touching squares. */
        private static List<Integer> takeTogether(Map<Long, List<Integer>> bySquare) {
            List<Integer> together = new ArrayList<>();
            Deque<Long> reached =
                    new ArrayDeque<>(List.of(bySquare.keySet().iterator().next()));
            while (!reached.isEmpty()) {
                long square = reached.remove();
                List<Integer> here = bySquare.remove(square);
                if (here != null) {
                    together.addAll(here);
                    reached.addAll(around(square));
                }
            }
            return together;
        }

        /** The commonest spelling; of equals the first of the alphabet. */
        private String name(int[] members) {
            Map<String, Integer> spellings = new TreeMap<>();
            for (int place : members) {
                spellings.merge(names[place], 1, Integer::sum);
            }
            return spellings.entrySet().stream()
                    .max(Map.Entry.<String, Integer>comparingByValue()
                            .thenComparing(
                                    Map.Entry.<String, Integer>comparingByKey().reversed()))
                    .orElseThrow()
                    .getKey();
        }
    }
}
