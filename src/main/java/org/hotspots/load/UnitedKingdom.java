package org.hotspots.load;

import org.hotspots.geo.Bounds;

/**
 * Where offences of the United Kingdom can be: a box of the British National Grid from Fermanagh in the west (easting
 * -12,000) to Lowestoft in the east (655,650), from the Isles of Scilly in the south (5,200) to Out Stack in the north
 * (1,220,300), with a little sea around it. The box holds parts of Ireland and of France, and the Isle of Man, which is
 * not of the United Kingdom and is cut out unless a force has reason to keep it.
 */
record UnitedKingdom(boolean withIsleOfMan) {
    private static final Bounds BOX = new Bounds(-20_000, 0, 660_000, 1_225_000);
    private static final Bounds ISLE_OF_MAN = new Bounds(212_000, 460_000, 253_000, 508_500);

    boolean contains(double easting, double northing) {
        return BOX.contains(easting, northing) && (withIsleOfMan || !ISLE_OF_MAN.contains(easting, northing));
    }

    /** Whether numbers read as longitude and latitude could be of these islands. */
    static boolean couldBeLonLat(double longitude, double latitude) {
        return longitude >= -9 && longitude <= 2.5 && latitude >= 49 && latitude <= 61.5;
    }

    /** Whether numbers read as easting and northing could be of these islands, and are no degrees. */
    static boolean couldBeGrid(double easting, double northing) {
        return BOX.contains(easting, northing) && (Math.abs(easting) > 180 || Math.abs(northing) > 180);
    }
}
