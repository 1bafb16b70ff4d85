package org.hotspots.sample;

import org.hotspots.offence.GeocodeClass;
import org.jspecify.annotations.Nullable;

/**
 * Where the extract puts an incident.
 *
 * @param point null where it gives no location
 * @param geocodeClass null without a point
 * @param uprn null unless geocoded to an address
 * @param location street, may be blank
 * @param beat blank outside the force
 */
record Place(
        @Nullable Point point,
        @Nullable GeocodeClass geocodeClass,
        @Nullable Long uprn,
        String location,
        String beat) {

    /**
     * @param easting whole metres
     * @param northing whole metres
     */
    record Point(int easting, int northing) {}

    static Place onStreet(Street street) {
        return new Place(
                new Point(street.easting(), street.northing()),
                GeocodeClass.STREET,
                null,
                street.name(),
                street.beat());
    }

    static Place atAddress(Street street, Street.Address address) {
        return new Place(
                new Point(address.easting(), address.northing()),
                GeocodeClass.UPRN,
                address.uprn(),
                street.name(),
                street.beat());
    }
}
