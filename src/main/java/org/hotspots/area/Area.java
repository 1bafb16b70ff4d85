package org.hotspots.area;

import org.locationtech.jts.geom.MultiPolygon;

/**
 * A named area.
 *
 * @param address kind and slug
 * @param code the publisher's code, such as E07000218
 * @param name as shown to people
 * @param outline in EPSG:27700, valid, outer rings counter-clockwise; never changed after construction
 */
public record Area(AreaAddress address, String code, String name, MultiPolygon outline) {
    public Area {
        if (name.isBlank()) {
            throw new IllegalArgumentException("an area needs a name: " + address);
        }
    }
}
