package org.hotspots.sample;

import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import org.hotspots.offence.Setting;
import org.hotspots.stats.SeededRandom;

/** Draws when and where the incidents of one planted hotspot happen. */
final class HotspotPlanting {
    private final Hotspot hotspot;
    private final Geocoding geocoding;
    private final SeededRandom random;
    private final WeightedChoice<Street> streets;

    HotspotPlanting(Hotspot hotspot, StreetPlan plan, SeededRandom random) {
        this.hotspot = hotspot;
        this.random = random;
        this.geocoding = new Geocoding(random);
        Circle circle = hotspot.circle();
        this.streets =
                WeightedChoice.of(plan.within(circle.easting(), circle.northing(), circle.radiusMetres()), street -> {
                    double share = street.metresTo(circle.easting(), circle.northing()) / circle.radiusMetres();
                    return 1.05 - share * share;
                });
    }

    record Spot(Place place, When when) {}

    List<Spot> draw(YearMonth month) {
        int count = random.poisson(hotspot.trend().incidentsPerMonth().applyAsDouble(month));
        return IntStream.range(0, count)
                .mapToObj(i ->
                        new Spot(place(), When.starting(hotspot.hours().draw(month, random), When.Span.MOMENT, random)))
                .toList();
    }

    private Place place() {
        while (true) {
            Place place = geocoding.locateExactly(streets.pick(random), Setting.PUBLIC_PLACE);
            if (place.point() != null && hotspot.circle().contains(place.point())) {
                return place;
            }
        }
    }
}
