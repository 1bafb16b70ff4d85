package org.hotspots.search;

import org.hotspots.area.AreaAddress;
import org.hotspots.geo.BritishGridPoint;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A place that somebody may have meant.
 *
 * @param kind what it is
 * @param name as shown to people
 * @param context the area that tells it from its namesakes; null for a district, and where no area is known there
 * @param centre where to look
 * @param extent its outline or the rectangle around it, EPSG:27700, never changed; null for a point
 * @param area the area itself, else the town that it lies in, else the district; null where there is none
 */
public record FoundPlace(
        PlaceKind kind,
        String name,
        @Nullable String context,
        BritishGridPoint centre,
        @Nullable Geometry extent,
        @Nullable AreaAddress area) {}
