package org.hotspots.sample;

import static org.hotspots.offence.Setting.DWELLING;
import static org.hotspots.offence.Setting.ONLINE;
import static org.hotspots.offence.Setting.PUBLIC_PLACE;
import static org.hotspots.offence.Setting.UNKNOWN;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.hotspots.offence.AsbType;
import org.hotspots.offence.Channel;
import org.hotspots.offence.RecordKind;
import org.hotspots.offence.Setting;
import org.hotspots.offence.Theme;
import org.hotspots.stats.SeededRandom;
import org.jspecify.annotations.Nullable;

/** ASB: a background with a summer wave, the planted hotspots, and a few homes that call again and again. */
final class AntiSocialBehaviour {
    private static final double BACKGROUND_PER_YEAR = 8_850;
    private static final double TIME_UNKNOWN_SHARE = 0.02;

    private static final List<Kind> KINDS = List.of(
            new Kind(34, AsbType.NUISANCE, PUBLIC_PLACE, "street"),
            new Kind(12, AsbType.NUISANCE, PUBLIC_PLACE, "park"),
            new Kind(8, AsbType.NUISANCE, PUBLIC_PLACE, "shop"),
            new Kind(5, AsbType.NUISANCE, PUBLIC_PLACE, "car park"),
            new Kind(11, AsbType.NUISANCE, DWELLING, "house"),
            new Kind(9, AsbType.PERSONAL, DWELLING, "flat"),
            new Kind(7, AsbType.PERSONAL, PUBLIC_PLACE, "street"),
            new Kind(3, AsbType.PERSONAL, ONLINE, "house"),
            new Kind(9, AsbType.ENVIRONMENTAL, PUBLIC_PLACE, "open space"),
            new Kind(2, AsbType.NUISANCE, UNKNOWN, ""));

    private final long seed;
    private final StreetPlan plan;
    private final SeededRandom random;
    private final Reporting reporting;
    private final WeightedChoice<Channel> channelsBefore = mix(Plan.CHANNELS_BEFORE);
    private final WeightedChoice<Channel> channelsAfter = mix(Plan.CHANNELS_AFTER);

    AntiSocialBehaviour(long seed, StreetPlan plan) {
        this.seed = seed;
        this.plan = plan;
        this.random = SeededRandom.stream(seed, "anti-social behaviour");
        this.reporting = new Reporting(SeededRandom.stream(seed, "anti-social behaviour records"));
    }

    private record Kind(double share, AsbType type, Setting setting, String premises) {}

    List<Incident> draw() {
        List<Incident> incidents = new ArrayList<>(background());
        Plan.HOTSPOTS.stream()
                .filter(hotspot -> hotspot.theme() == Theme.ASB)
                .forEach(hotspot -> incidents.addAll(planted(hotspot)));
        Plan.REPEAT_ADDRESSES.forEach(address -> incidents.addAll(repeated(address)));
        return incidents;
    }

    private List<Incident> background() {
        List<Incident> incidents = new ArrayList<>();
        Geocoding geocoding = new Geocoding(random);
        WeightedChoice<Kind> kinds = WeightedChoice.of(KINDS, Kind::share);
        WeightedChoice<Street> streets = Spread.byResidents(plan, random, 0.5, 0.5);
        TimePattern times = new TimePattern(Plan.ASB_MONTH_FACTORS, TimePattern.WEEKENDS, HourProfile.EVENING);
        int count = random.poisson(BACKGROUND_PER_YEAR * SamplePeriod.YEARS);
        for (int i = 0; i < count; i++) {
            Kind kind = kinds.pick(random);
            When when = When.starting(times.draw(random), When.Span.MOMENT, random);
            incidents.add(incident(
                    kind,
                    geocoding.locate(streets.pick(random), kind.setting()),
                    random.chance(TIME_UNKNOWN_SHARE) ? when.withTimeUnknown() : when,
                    null));
        }
        return incidents;
    }

    private List<Incident> planted(Hotspot hotspot) {
        List<Incident> incidents = new ArrayList<>();
        SeededRandom own = SeededRandom.stream(seed, hotspot.id());
        HotspotPlanting planting = new HotspotPlanting(hotspot, plan, own);
        WeightedChoice<Kind> kinds = WeightedChoice.of(
                KINDS.stream().filter(kind -> kind.setting() == PUBLIC_PLACE).toList(), Kind::share);
        for (YearMonth month : SamplePeriod.MONTHS) {
            for (HotspotPlanting.Spot spot : planting.draw(month)) {
                incidents.add(incident(kinds.pick(own), spot.place(), spot.when(), hotspot.id()));
            }
        }
        return incidents;
    }

    private List<Incident> repeated(Plan.RepeatAddress repeat) {
        List<Incident> incidents = new ArrayList<>();
        SeededRandom own = SeededRandom.stream(seed, repeat.id());
        Street street = plan.streets().stream()
                .filter(candidate -> candidate.settlement().name().equals(repeat.town()))
                .skip(repeat.streetIndex())
                .findFirst()
                .orElseThrow();
        Place home = Place.atAddress(street, street.addresses().get(0));
        Hotspot.Hours evenings = new Hotspot.Hours(Plan.EVERY_DAY, 17, 24);
        for (YearMonth month = repeat.from(); !month.isAfter(repeat.to()); month = month.plusMonths(1)) {
            for (int left = own.poisson(repeat.incidentsPerMonth()); left > 0; left--) {
                When when = When.starting(evenings.draw(month, own), When.Span.MOMENT, own);
                incidents.add(incident(new Kind(1, AsbType.PERSONAL, DWELLING, "house"), home, when, repeat.id()));
            }
        }
        return incidents;
    }

    private Incident incident(Kind kind, Place place, When when, @Nullable String plantId) {
        LocalDate day = when.from().toLocalDate();
        Channel channel = (day.isBefore(Plan.CHANNEL_SHIFT) ? channelsBefore : channelsAfter).pick(random);
        return new Incident(
                RecordKind.ASB,
                List.of(),
                place,
                when,
                new Incident.Scene(kind.setting(), kind.premises(), kind.type()),
                Incident.Marks.NONE,
                plantId == null ? reporting.report(when, channel, null) : reporting.standing(when, channel, null),
                plantId);
    }

    private static WeightedChoice<Channel> mix(List<Integer> percent) {
        return Reporting.mix(percent.get(0), percent.get(1), percent.get(2), percent.get(3), percent.get(4));
    }
}
