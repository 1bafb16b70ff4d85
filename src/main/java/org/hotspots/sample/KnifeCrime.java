package org.hotspots.sample;

import static org.hotspots.offence.Setting.DWELLING;
import static org.hotspots.offence.Setting.PUBLIC_PLACE;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.hotspots.offence.Theme;
import org.hotspots.stats.SeededRandom;

/** Knife-enabled crime: a background by residents, and the planted hotspots, less what the operation prevents. */
final class KnifeCrime {
    private static final double BACKGROUND_PER_YEAR = 300;

    private static final List<CrimeKind> KINDS = List.of(
            new CrimeKind(32, OffenceCode.BLADE_OR_POINT, PUBLIC_PLACE, "street"),
            new CrimeKind(18, OffenceCode.ROBBERY_OF_PERSON, PUBLIC_PLACE, "street"),
            new CrimeKind(4, OffenceCode.ROBBERY_OF_BUSINESS, PUBLIC_PLACE, "shop"),
            new CrimeKind(10, OffenceCode.ASSAULT_WITH_INJURY, PUBLIC_PLACE, "street"),
            new CrimeKind(11, OffenceCode.ASSAULT_WITH_INJURY, DWELLING, "house"),
            new CrimeKind(4, OffenceCode.WOUNDING_WITH_INTENT, PUBLIC_PLACE, "street"),
            new CrimeKind(3, OffenceCode.WOUNDING_WITH_INTENT, DWELLING, "flat"),
            new CrimeKind(9, OffenceCode.THREATS_TO_KILL, DWELLING, "house"),
            new CrimeKind(4, OffenceCode.THREATS_TO_KILL, PUBLIC_PLACE, "street"),
            new CrimeKind(5, OffenceCode.PUBLIC_FEAR, PUBLIC_PLACE, "public house"));

    private final StreetPlan plan;
    private final SeededRandom random;
    private final SeededRandom operationRandom;
    private final CrimeRecorder recorder;
    private final List<Incident> incidents = new ArrayList<>();
    private int prevented;

    KnifeCrime(long seed, StreetPlan plan) {
        this.plan = plan;
        this.random = SeededRandom.stream(seed, "knife crime");
        this.operationRandom = SeededRandom.stream(seed, "operation");
        this.recorder = new CrimeRecorder(SeededRandom.stream(seed, "knife crime records"));
        drawBackground(new Geocoding(random));
        Plan.HOTSPOTS.stream()
                .filter(hotspot -> hotspot.theme() == Theme.KNIFE)
                .forEach(hotspot -> plant(hotspot, SeededRandom.stream(seed, hotspot.id())));
    }

    List<Incident> incidents() {
        return List.copyOf(incidents);
    }

    /** Incidents that the operation prevented; they are not in the sample. */
    int prevented() {
        return prevented;
    }

    private void drawBackground(Geocoding geocoding) {
        WeightedChoice<CrimeKind> kinds = WeightedChoice.of(KINDS, CrimeKind::share);
        WeightedChoice<Street> streets = Spread.byResidents(plan, random, 0.4, 0.4);
        TimePattern times = new TimePattern(TimePattern.ALL_MONTHS_ALIKE, TimePattern.WEEKENDS, HourProfile.EVENING);
        int count = random.poisson(BACKGROUND_PER_YEAR * SamplePeriod.YEARS);
        for (int i = 0; i < count; i++) {
            CrimeKind kind = kinds.pick(random);
            Place place = geocoding.locate(streets.pick(random), kind.setting());
            When when = When.starting(times.draw(random), When.Span.MOMENT, random);
            if (happens(place, when)) {
                incidents.add(recorder.background(kind, place, when, Incident.Marks.KNIFE));
            }
        }
    }

    private void plant(Hotspot hotspot, SeededRandom own) {
        HotspotPlanting planting = new HotspotPlanting(hotspot, plan, own);
        WeightedChoice<CrimeKind> kinds = WeightedChoice.of(
                KINDS.stream().filter(kind -> kind.setting() == PUBLIC_PLACE).toList(), CrimeKind::share);
        for (YearMonth month : SamplePeriod.MONTHS) {
            for (HotspotPlanting.Spot spot : planting.draw(month)) {
                if (happens(spot.place(), spot.when())) {
                    incidents.add(recorder.planted(
                            kinds.pick(own), spot.place(), spot.when(), Incident.Marks.KNIFE, hotspot.id()));
                }
            }
        }
    }

    private boolean happens(Place place, When when) {
        boolean stopped = Plan.OPERATION.covers(place, when.from().toLocalDate())
                && operationRandom.chance(Plan.OPERATION.preventedShare());
        prevented += stopped ? 1 : 0;
        return !stopped;
    }
}
