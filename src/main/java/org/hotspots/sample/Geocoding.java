package org.hotspots.sample;

import java.util.List;
import org.hotspots.offence.GeocodeClass;
import org.hotspots.offence.Setting;
import org.hotspots.stats.SeededRandom;

/** Puts incidents onto the map, with the faults that real geocoding has. */
final class Geocoding {
    private static final double UNLOCATED_SHARE = 0.008;
    private static final double OUTSIDE_SHARE = 0.003;
    private static final double AREA_SHARE = 0.005;
    private static final double PREMISES_SHARE = 0.15;
    private static final int AREA_SQUARE_METRES_SIDE = 500;

    /** Places of neighbouring forces, all outside the five districts. */
    private static final List<Place> OUTSIDE = List.of(
            outside(433_400, 279_000, "Coventry city centre"),
            outside(415_200, 279_600, "Solihull town centre"),
            outside(420_700, 304_300, "Tamworth town centre"),
            outside(404_300, 267_600, "Redditch town centre"),
            outside(445_600, 240_500, "Banbury town centre"),
            outside(442_700, 294_600, "Hinckley town centre"));

    private final SeededRandom random;

    Geocoding(SeededRandom random) {
        this.random = random;
    }

    /** A place for an incident of the background: now and then unlocated, outside the force, or only an area. */
    Place locate(Street street, Setting setting) {
        double mark = random.nextDouble();
        if (mark < UNLOCATED_SHARE) {
            return new Place(null, null, null, "", street.beat());
        }
        if (mark < UNLOCATED_SHARE + OUTSIDE_SHARE) {
            return OUTSIDE.get(random.nextInt(OUTSIDE.size()));
        }
        if (mark < UNLOCATED_SHARE + OUTSIDE_SHARE + AREA_SHARE) {
            return area(street);
        }
        return locateExactly(street, setting);
    }

    /** A place that is right: an address for dwellings and what is suffered at home, else mostly the street. */
    Place locateExactly(Street street, Setting setting) {
        return switch (setting) {
            case DWELLING, ONLINE -> Place.atAddress(street, street.dwelling(random));
            case PUBLIC_PLACE, UNKNOWN ->
                random.chance(PREMISES_SHARE)
                        ? Place.atAddress(street, street.premises(random))
                        : Place.onStreet(street);
        };
    }

    /** The middle of the 500 m square that the street is in. */
    private static Place area(Street street) {
        return new Place(
                new Place.Point(middle(street.easting()), middle(street.northing())),
                GeocodeClass.AREA,
                null,
                "",
                street.beat());
    }

    private static int middle(int metres) {
        return metres / AREA_SQUARE_METRES_SIDE * AREA_SQUARE_METRES_SIDE + AREA_SQUARE_METRES_SIDE / 2;
    }

    private static Place outside(int easting, int northing, String name) {
        return new Place(new Place.Point(easting, northing), GeocodeClass.STREET, null, name, "");
    }
}
