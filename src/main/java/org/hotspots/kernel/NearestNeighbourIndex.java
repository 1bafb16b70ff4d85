package org.hotspots.kernel;

import java.util.Optional;
import org.hotspots.stats.Normal;

/**
 * The nearest-neighbour index of Clark and Evans (1954): the mean distance from an event to the nearest other one, by what
 * it would be if the events were strewn at random over the area. Below 1 they are clustered, above 1 evenly spaced.
 *
 * <p>Expected mean: 0.5 sqrt(A/N); its standard error: 0.26136 / sqrt(N^2/A). No correction for the edge, beyond which
 * neighbours are not seen, so that a random pattern comes out slightly above 1. Events at one place have distance 0.
 * Documentation: {@code src/docs/methods/patterns.md}.
 *
 * @param events N
 * @param meanMetres mean distance to the nearest other event
 * @param expectedMetres that of a random pattern
 * @param index mean by expected
 * @param z their difference in standard errors; below 0 where clustered
 * @param p two-sided, under the normal distribution
 */
public record NearestNeighbourIndex(
        int events, double meanMetres, double expectedMetres, double index, double z, double p) {
    /** Standard deviation of a nearest-neighbour distance of a random pattern by sqrt(A/N): sqrt((4 - pi) / (4 pi)). */
    static final double SPREAD = 0.26136;

    /** Mean distance to the nearest other event in a random pattern, in metres. */
    static double expectedMetres(double events, double areaM2) {
        return 0.5 * Math.sqrt(areaM2 / events);
    }

    /** Standard error of that mean, in metres. */
    static double standardErrorMetres(double events, double areaM2) {
        return SPREAD / Math.sqrt(events * events / areaM2);
    }

    /**
     * The index of events in an area; empty where there are fewer than two. Expected cost: places times their logarithm.
     *
     * @param points weights are whole numbers of events
     * @param areaM2 area that the events could lie in, above 0
     */
    public static Optional<NearestNeighbourIndex> find(WeightedPoints points, double areaM2) {
        if (!(areaM2 > 0 && areaM2 < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("area_m2=" + areaM2 + ": above 0 and finite");
        }
        EventPlaces places = EventPlaces.of(points);
        if (places.events() < 2) {
            return Optional.empty();
        }
        PlaceTree tree = PlaceTree.of(places);
        double sum = 0;
        for (int i = 0; i < places.size(); i++) {
            // Two events at one place are each other's nearest; the second event from a lone one is its nearest.
            sum += places.counts()[i] > 1 ? 0 : tree.reach(places.eastings()[i], places.northings()[i], 2);
        }
        double mean = sum / places.events();
        double expected = expectedMetres(places.events(), areaM2);
        double z = (mean - expected) / standardErrorMetres(places.events(), areaM2);
        return Optional.of(
                new NearestNeighbourIndex(places.events(), mean, expected, mean / expected, z, Normal.twoSidedP(z)));
    }
}
