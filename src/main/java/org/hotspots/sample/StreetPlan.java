package org.hotspots.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hotspots.geo.BritishGridPoint;
import org.hotspots.stats.SeededRandom;

/**
 * The streets of every settlement, spread evenly: they lie on a sunflower spiral (equal areas per point), each moved a
 * little at random so that no pattern shows.
 */
final class StreetPlan {
    private static final double GOLDEN_ANGLE = Math.PI * (3 - StrictMath.sqrt(5));
    private static final double JITTER_METRES = 45;
    /** Streets keep this share of the settlement's radius, so that their addresses stay within its outline. */
    private static final double INNER_SHARE = 0.95;

    private static final double ADDRESS_METRES = 35;
    private static final long FIRST_UPRN = 999_000_000_000L;
    /** Towns above this many residents are four beats, split at their centre; smaller places are one. */
    private static final int RESIDENTS_OF_FOUR_BEATS = 20_000;

    private final List<Street> streets = new ArrayList<>();

    StreetPlan(long seed) {
        Stream.concat(County.SETTLEMENTS.stream(), Hamlets.draw(seed).stream())
                .forEach(settlement -> addStreets(settlement, seed));
    }

    private void addStreets(Settlement settlement, long seed) {
        SeededRandom random = SeededRandom.stream(seed, "streets of " + settlement.name());
        List<String> names = StreetNames.draw(settlement.streetCount(), random);
        for (int i = 0; i < settlement.streetCount(); i++) {
            streets.add(street(settlement, i, names.get(i), random));
        }
    }

    /** All streets, settlement by settlement, from its centre outwards. */
    List<Street> streets() {
        return List.copyOf(streets);
    }

    /** Streets whose point lies within the circle. */
    List<Street> within(int easting, int northing, double radiusMetres) {
        return streets.stream()
                .filter(street -> street.metresTo(easting, northing) <= radiusMetres)
                .toList();
    }

    private Street street(Settlement settlement, int index, String name, SeededRandom random) {
        double radius = INNER_SHARE * StrictMath.sqrt((index + 0.5) / settlement.streetCount());
        double angle = index * GOLDEN_ANGLE;
        BritishGridPoint even = settlement.shape().at(radius * StrictMath.cos(angle), radius * StrictMath.sin(angle));
        int easting = (int) StrictMath.rint(even.easting() + random.between(-JITTER_METRES, JITTER_METRES));
        int northing = (int) StrictMath.rint(even.northing() + random.between(-JITTER_METRES, JITTER_METRES));
        return new Street(
                settlement,
                name,
                beat(settlement, easting, northing),
                easting,
                northing,
                addresses(easting, northing, random));
    }

    private List<Street.Address> addresses(int easting, int northing, SeededRandom random) {
        List<Street.Address> addresses = new ArrayList<>();
        for (int i = 0; i < Street.DWELLINGS + Street.PREMISES; i++) {
            addresses.add(new Street.Address(
                    FIRST_UPRN + 100L * streets.size() + i,
                    (int) StrictMath.rint(easting + random.between(-ADDRESS_METRES, ADDRESS_METRES)),
                    (int) StrictMath.rint(northing + random.between(-ADDRESS_METRES, ADDRESS_METRES))));
        }
        return List.copyOf(addresses);
    }

    private static String beat(Settlement settlement, int easting, int northing) {
        if (settlement.population() < RESIDENTS_OF_FOUR_BEATS) {
            return settlement.beatPrefix() + (settlement.town() ? "01" : "10");
        }
        boolean east = easting >= settlement.shape().easting();
        boolean north = northing >= settlement.shape().northing();
        return settlement.beatPrefix() + "0" + (1 + (east ? 1 : 0) + (north ? 0 : 2));
    }
}
