package org.hotspots.sample;

import java.util.List;
import org.hotspots.stats.SeededRandom;

/**
 * A street: the fixed point that offences on it are geocoded to, and a few addresses close by.
 *
 * @param settlement where it is
 * @param name unique within the settlement
 * @param beat code of its beat
 * @param easting whole metres
 * @param northing whole metres
 * @param addresses the first {@link #DWELLINGS} are homes, the others premises open to the public
 */
record Street(Settlement settlement, String name, String beat, int easting, int northing, List<Address> addresses) {
    static final int DWELLINGS = 10;
    static final int PREMISES = 2;

    /**
     * @param uprn invented: the range from 999,000,000,000 is not in use
     * @param easting whole metres
     * @param northing whole metres
     */
    record Address(long uprn, int easting, int northing) {}

    /** Skewed: the first home of a street is about six times as often concerned as its last. */
    Address dwelling(SeededRandom random) {
        double skewed = random.nextDouble();
        return addresses.get((int) (skewed * skewed * DWELLINGS));
    }

    Address premises(SeededRandom random) {
        return addresses.get(DWELLINGS + random.nextInt(PREMISES));
    }

    double metresTo(int otherEasting, int otherNorthing) {
        return StrictMath.hypot(easting - otherEasting, northing - otherNorthing);
    }

    double metresFromCentre() {
        return settlement.metresFromCentre(easting, northing);
    }
}
