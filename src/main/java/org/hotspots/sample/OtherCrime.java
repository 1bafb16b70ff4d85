package org.hotspots.sample;

import static org.hotspots.offence.Setting.DWELLING;
import static org.hotspots.offence.Setting.ONLINE;
import static org.hotspots.offence.Setting.PUBLIC_PLACE;
import static org.hotspots.sample.HourProfile.DAYTIME;
import static org.hotspots.sample.HourProfile.EVENING;
import static org.hotspots.sample.HourProfile.LATE;
import static org.hotspots.sample.HourProfile.LEAVING;
import static org.hotspots.sample.HourProfile.NIGHTFALL;
import static org.hotspots.sample.HourProfile.SHOP;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hotspots.sample.When.Span;
import org.hotspots.stats.SeededRandom;

/** The bulk that belongs to no theme: violence at home, theft, damage, drugs. Nothing is planted in it. */
final class OtherCrime {
    private static final double INCIDENTS_PER_YEAR = 8_000;

    private static final List<Habit> HABITS = List.of(
            habit(5, OffenceCode.ASSAULT_WITH_INJURY, LATE, Where.SHOPPING_STREETS),
            home(6, OffenceCode.ASSAULT_WITH_INJURY, EVENING),
            habit(6, OffenceCode.ASSAULT_WITHOUT_INJURY, EVENING, Where.STREETS),
            home(9, OffenceCode.ASSAULT_WITHOUT_INJURY, EVENING),
            home(6, OffenceCode.HARASSMENT, DAYTIME),
            home(3, OffenceCode.STALKING, DAYTIME),
            online(6, OffenceCode.MALICIOUS_COMMUNICATIONS),
            habit(9, OffenceCode.PUBLIC_FEAR, EVENING, Where.STREETS),
            new Habit(
                    new CrimeKind(4, OffenceCode.BURGLARY_RESIDENTIAL, DWELLING, "house"),
                    NIGHTFALL,
                    Span.OVERNIGHT,
                    Where.STREETS),
            new Habit(
                    new CrimeKind(2, OffenceCode.BURGLARY_RESIDENTIAL, DWELLING, "house"),
                    LEAVING,
                    Span.AWAY,
                    Where.STREETS),
            new Habit(
                    new CrimeKind(3, OffenceCode.BURGLARY_BUSINESS, PUBLIC_PLACE, "business"),
                    NIGHTFALL,
                    Span.OVERNIGHT,
                    Where.SHOPPING_STREETS),
            new Habit(
                    new CrimeKind(7, OffenceCode.THEFT_FROM_VEHICLE, PUBLIC_PLACE, "street"),
                    NIGHTFALL,
                    Span.OVERNIGHT,
                    Where.STREETS),
            new Habit(
                    new CrimeKind(4, OffenceCode.THEFT_OF_VEHICLE, PUBLIC_PLACE, "driveway"),
                    NIGHTFALL,
                    Span.OVERNIGHT,
                    Where.STREETS),
            new Habit(
                    new CrimeKind(2, OffenceCode.VEHICLE_INTERFERENCE, PUBLIC_PLACE, "car park"),
                    NIGHTFALL,
                    Span.OVERNIGHT,
                    Where.STREETS),
            new Habit(
                    new CrimeKind(12, OffenceCode.SHOPLIFTING, PUBLIC_PLACE, "shop"),
                    SHOP,
                    Span.MOMENT,
                    Where.SHOPPING_STREETS),
            habit(8, OffenceCode.OTHER_THEFT, DAYTIME, Where.STREETS),
            habit(1, OffenceCode.THEFT_FROM_PERSON, DAYTIME, Where.SHOPPING_STREETS),
            habit(2, OffenceCode.CYCLE_THEFT, LEAVING, Where.SHOPPING_STREETS),
            home(3, OffenceCode.DAMAGE_TO_DWELLING, EVENING),
            habit(1, OffenceCode.DAMAGE_TO_BUILDING, NIGHTFALL, Where.STREETS),
            new Habit(
                    new CrimeKind(5, OffenceCode.DAMAGE_TO_VEHICLE, PUBLIC_PLACE, "street"),
                    NIGHTFALL,
                    Span.OVERNIGHT,
                    Where.STREETS),
            habit(3, OffenceCode.OTHER_DAMAGE, EVENING, Where.STREETS),
            habit(0.5, OffenceCode.ARSON, LATE, Where.STREETS),
            habit(1, OffenceCode.POSSESSION_OF_DRUGS, LATE, Where.SHOPPING_STREETS),
            habit(2, OffenceCode.POSSESSION_OF_CANNABIS, EVENING, Where.STREETS),
            habit(0.7, OffenceCode.OFFENSIVE_WEAPON, EVENING, Where.STREETS),
            habit(1, OffenceCode.ROBBERY_OF_PERSON, EVENING, Where.STREETS));

    private final StreetPlan plan;
    private final SeededRandom random;
    private final CrimeRecorder recorder;

    OtherCrime(long seed, StreetPlan plan) {
        this.plan = plan;
        this.random = SeededRandom.stream(seed, "other crime");
        this.recorder = new CrimeRecorder(SeededRandom.stream(seed, "other crime records"));
    }

    private enum Where {
        STREETS,
        SHOPPING_STREETS
    }

    private record Habit(CrimeKind kind, HourProfile hours, Span span, Where where) {}

    List<Incident> draw() {
        Geocoding geocoding = new Geocoding(random);
        WeightedChoice<Habit> habits =
                WeightedChoice.of(HABITS, habit -> habit.kind().share());
        WeightedChoice<Street> anyStreet = Spread.byResidents(plan, random, 0.6, 0.6);
        WeightedChoice<Street> shoppingStreet = Spread.shoppingStreets(plan, random, 350);
        List<TimePattern> times = Stream.of(HourProfile.values())
                .map(hours -> new TimePattern(TimePattern.ALL_MONTHS_ALIKE, TimePattern.ALL_DAYS_ALIKE, hours))
                .toList();
        List<Incident> incidents = new ArrayList<>();
        int count = random.poisson(INCIDENTS_PER_YEAR * SamplePeriod.YEARS);
        for (int i = 0; i < count; i++) {
            Habit habit = habits.pick(random);
            Street street = (habit.where() == Where.STREETS ? anyStreet : shoppingStreet).pick(random);
            LocalDateTime start = times.get(habit.hours().ordinal()).draw(random);
            incidents.add(recorder.background(
                    habit.kind(),
                    geocoding.locate(street, habit.kind().setting()),
                    When.starting(start, habit.span(), random),
                    Incident.Marks.NONE));
        }
        return incidents;
    }

    private static Habit habit(double share, OffenceCode offence, HourProfile hours, Where where) {
        return new Habit(new CrimeKind(share, offence, PUBLIC_PLACE, "street"), hours, Span.MOMENT, where);
    }

    private static Habit home(double share, OffenceCode offence, HourProfile hours) {
        return new Habit(new CrimeKind(share, offence, DWELLING, "house"), hours, Span.MOMENT, Where.STREETS);
    }

    private static Habit online(double share, OffenceCode offence) {
        return new Habit(new CrimeKind(share, offence, ONLINE, "house"), DAYTIME, Span.MOMENT, Where.STREETS);
    }
}
