package org.hotspots.hotspot;

import java.util.List;
import java.util.Optional;
import org.hotspots.geo.BritishGridPoint;
import org.hotspots.offence.Makeup;
import org.hotspots.stats.Interval;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A place with more than its share of events, whichever method found it.
 *
 * @param rank from 1, the most events first, or the most harm where events are weighed by it
 * @param outline polygonal, EPSG:27700, valid
 * @param count events inside
 * @param interval exact 95 % interval of the count
 * @param share count as part of the run's n; harm as part of the run's where events are weighed by it
 * @param runningShare sum of the shares down to this rank
 * @param areaKm2 area of the outline
 * @param densityPerKm2 count by area
 * @param peakDensityPerKm2 greatest value of the run's density surface inside
 * @param score Gi* of its strongest cell, or what random maps say; null for methods that have none
 * @param near name of the place with most events in it; null where no place has a name
 * @param town town that holds most of its events; null where none does
 * @param district district that holds most of its events; null where none does
 * @param centre a point inside, near the middle
 * @param perMonth events per month of the part of the period that the data cover
 * @param makeup what its events are made of
 * @param harm their weight in the question's codebook; null where every event weighs the same
 * @param places places of the table whose events are counted in it, rising
 */
public record Hotspot(
        int rank,
        Geometry outline,
        long count,
        Interval interval,
        double share,
        double runningShare,
        double areaKm2,
        double densityPerKm2,
        double peakDensityPerKm2,
        @Nullable Score score,
        @Nullable String near,
        @Nullable String town,
        @Nullable String district,
        BritishGridPoint centre,
        double perMonth,
        Makeup makeup,
        @Nullable Double harm,
        List<Integer> places) {

    public Hotspot {
        places = List.copyOf(places);
    }

    /**
     * Evidence by Gi*, or by random maps.
     *
     * @param z standard score; null by random maps
     * @param p two-sided; by random maps the share of them whose largest cluster has at least as many events
     * @param q after false-discovery-rate control over the study area's cells; by random maps p, which is of the largest of
     *     the whole map and so controls for the number of clusters already
     */
    public record Score(@Nullable Double z, double p, double q) {}

    /** What it calls for; empty where no event's setting is known. */
    public Optional<Suited> suitedTo() {
        return Suited.of(makeup);
    }

    /** Its name in the run, such as {@code h1}. */
    public String id() {
        return "h" + rank;
    }
}
