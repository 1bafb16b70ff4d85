package org.hotspots.sample;

import java.util.ArrayList;
import java.util.List;
import org.hotspots.sample.County.District;
import org.hotspots.stats.SeededRandom;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** The countryside between towns and villages: a few houses here and there, at invented places. */
final class Hamlets {
    private static final int COUNT = 150;
    private static final int RESIDENTS = 200;
    private static final double METRES_FROM_BORDER = 400;
    private static final double METRES_FROM_OTHERS = 900;
    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    private Hamlets() {}

    static List<Settlement> draw(long seed) {
        SeededRandom random = SeededRandom.stream(seed, "hamlets");
        List<Polygon> districts =
                County.DISTRICTS.stream().map(Hamlets::polygon).toList();
        List<Settlement> others = new ArrayList<>(County.SETTLEMENTS);
        while (others.size() < County.SETTLEMENTS.size() + COUNT) {
            int easting = (int) random.between(405_000, 458_000);
            int northing = (int) random.between(229_000, 311_000);
            Point point = GEOMETRIES.createPoint(new Coordinate(easting, northing));
            for (int i = 0; i < districts.size(); i++) {
                Polygon district = districts.get(i);
                if (district.contains(point)
                        && district.getBoundary().distance(point) > METRES_FROM_BORDER
                        && others.stream().allMatch(other -> apart(other, easting, northing))) {
                    String beat = County.DISTRICTS.get(i).ruralBeatPrefix();
                    others.add(Settlement.village("hamlet " + others.size(), beat, easting, northing, RESIDENTS));
                }
            }
        }
        return List.copyOf(others.subList(County.SETTLEMENTS.size(), others.size()));
    }

    private static boolean apart(Settlement other, int easting, int northing) {
        double reach = Math.max(other.shape().halfWidthMetres(), other.shape().halfHeightMetres());
        return other.metresFromCentre(easting, northing) > reach + METRES_FROM_OTHERS;
    }

    private static Polygon polygon(District district) {
        return GEOMETRIES.createPolygon(district.ring().stream()
                .map(corner -> new Coordinate(corner.easting(), corner.northing()))
                .toArray(Coordinate[]::new));
    }
}
