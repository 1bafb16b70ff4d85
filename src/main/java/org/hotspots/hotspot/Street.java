package org.hotspots.hotspot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hotspots.geo.Bounds;
import org.hotspots.geo.BritishGridPoint;
import org.hotspots.offence.OffenceTable;
import org.hotspots.offence.PlaceName;

/**
 * A street as the data know it, to find one's way on a map without a base map.
 *
 * @param name without the door
 * @param middle centre of the square of {@value #SQUARE_METRES} m that holds the middle of its locations, never a door
 * @param locations of offences of any kind in it
 */
public record Street(String name, BritishGridPoint middle, int locations) {
    private static final int SQUARE_METRES = 100;

    /** The streets whose locations lie in the bounds, those with the most locations first, then by name. */
    public static List<Street> in(Bounds bounds, OffenceTable.Places places) {
        Map<String, List<Integer>> byName = new TreeMap<>();
        for (int place = 0; place < places.size(); place++) {
            if (bounds.contains(places.eastings()[place], places.northings()[place])) {
                String name = PlaceName.street(places.names()[place]);
                byName.computeIfAbsent(name, key -> new ArrayList<>()).add(place);
            }
        }
        return byName.entrySet().stream()
                .filter(street ->
                        !street.getKey().isEmpty() && street.getValue().size() >= PlaceName.LEAST_PLACES)
                .map(street -> new Street(
                        street.getKey(),
                        new BritishGridPoint(
                                middle(places.eastings(), street.getValue()),
                                middle(places.northings(), street.getValue())),
                        street.getValue().size()))
                .sorted(Comparator.comparingInt((Street street) -> -street.locations())
                        .thenComparing(Street::name))
                .toList();
    }

    private static double middle(double[] metres, List<Integer> places) {
        double mean = places.stream().mapToDouble(place -> metres[place]).sum() / places.size();
        return (Math.floor(mean / SQUARE_METRES) + 0.5) * SQUARE_METRES;
    }
}
