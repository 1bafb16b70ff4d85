package org.hotspots.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hotspots.area.Area;
import org.hotspots.area.AreaAddress;
import org.hotspots.area.AreaIndex;
import org.hotspots.area.AreaKind;
import org.hotspots.geo.BritishGridPoint;
import org.hotspots.geo.GridReference;
import org.hotspots.offence.OffenceTable;
import org.hotspots.offence.PlaceName;
import org.hotspots.snapshot.Snapshot;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;

/**
 * The streets that the data name, each within its town, or outside towns its district; where no areas are loaded, within
 * its square of 10 km. Places beyond every area are left out.
 *
 * <p>What is told of a street must not tell a person's door: a street with fewer than {@value PlaceName#LEAST_PLACES} places is left out,
 * house numbers are taken off, and its middle (the median of its places, east and north each for itself) and
 * the rectangle around it are told by squares of {@value #SQUARE_METRES} m.
 */
final class Streets {
    static final int SQUARE_METRES = 100;
    private static final int NO_AREAS_SQUARE_METRES = 10_000;
    private static final GeometryFactory GEOMETRY = new GeometryFactory(new PrecisionModel(), 27700);

    private final OffenceTable.Places places;
    private final AreaIndex areas;
    private final Map<String, String> folded = new HashMap<>();
    private final Map<GridReference, Within> squares = new HashMap<>();

    private Streets(Snapshot snapshot) {
        this.places = snapshot.offences().places();
        this.areas = snapshot.areas();
    }

    /** In the order of their folded names, then of what they lie in. */
    static List<NamedPlace> of(Snapshot snapshot) {
        return new Streets(snapshot).named();
    }

    /** A street's places, and how it is spelt. */
    private static final class Street {
        private final Within within;
        private final Map<String, Integer> spellings = new TreeMap<>();
        private final List<Integer> members = new ArrayList<>();

        Street(Within within) {
            this.within = within;
        }

        void add(int place, String spelling) {
            members.add(place);
            spellings.merge(spelling, 1, Integer::sum);
        }

        /** The commonest; of equals the first of the alphabet. */
        String name() {
            return spellings.entrySet().stream()
                    .max(Map.Entry.<String, Integer>comparingByValue()
                            .thenComparing(
                                    Map.Entry.<String, Integer>comparingByKey().reversed()))
                    .orElseThrow()
                    .getKey();
        }
    }

    private record Within(String name, @Nullable AreaAddress area) {}

    /** @param text the folded name */
    private record Key(String text, Within within) {
        static final Comparator<Key> ORDER = Comparator.comparing(Key::text)
                .thenComparing(key -> key.within().toString());
    }

    private List<NamedPlace> named() {
        Map<String, String> streetOf = new HashMap<>();
        Map<Key, Street> streets = new HashMap<>();
        for (int place = 0; place < places.size(); place++) {
            String name = streetOf.computeIfAbsent(places.names()[place], PlaceName::street);
            String text = folded.computeIfAbsent(name, NameText::folded);
            Within within = text.isEmpty() ? null : within(place);
            if (within != null) {
                streets.computeIfAbsent(new Key(text, within), key -> new Street(within))
                        .add(place, name);
            }
        }
        return streets.entrySet().stream()
                .filter(street -> street.getValue().members.size() >= PlaceName.LEAST_PLACES)
                .sorted(Map.Entry.comparingByKey(Key.ORDER))
                .map(street -> named(street.getValue()))
                .toList();
    }

    private @Nullable Within within(int place) {
        if (areas.areas().isEmpty()) {
            BritishGridPoint point = new BritishGridPoint(places.eastings()[place], places.northings()[place]);
            return GridReference.BRITAIN.contains(point.easting(), point.northing())
                    ? squares.computeIfAbsent(
                            GridReference.of(point, NO_AREAS_SQUARE_METRES),
                            square -> new Within(square.toString(), null))
                    : null;
        }
        for (AreaKind kind : List.of(AreaKind.TOWN, AreaKind.DISTRICT, AreaKind.WARD, AreaKind.LSOA, AreaKind.BEAT)) {
            short ordinal = places.areaOrdinals()[kind.ordinal()][place];
            if (ordinal != AreaIndex.NONE) {
                Area area = areas.areas().get(ordinal);
                return new Within(area.name(), area.address());
            }
        }
        return null;
    }

    private NamedPlace named(Street street) {
        double[] eastings = sorted(street, places.eastings());
        double[] northings = sorted(street, places.northings());
        int last = eastings.length - 1;
        Envelope extent = new Envelope(
                square(eastings[0]),
                square(eastings[last]) + SQUARE_METRES,
                square(northings[0]),
                square(northings[last]) + SQUARE_METRES);
        BritishGridPoint middle = new BritishGridPoint(
                square(eastings[last / 2]) + SQUARE_METRES / 2.0, square(northings[last / 2]) + SQUARE_METRES / 2.0);
        return NamedPlace.street(
                street.name(),
                street.within.name(),
                new NamedPlace.Ground(middle, GEOMETRY.toGeometry(extent), street.within.area()),
                eastings.length);
    }

    private static double[] sorted(Street street, double[] values) {
        double[] sorted =
                street.members.stream().mapToDouble(place -> values[place]).toArray();
        Arrays.sort(sorted);
        return sorted;
    }

    /** The west or south side of the square that holds a coordinate. */
    private static double square(double metres) {
        return Math.floor(metres / SQUARE_METRES) * SQUARE_METRES;
    }
}
