package org.hotspots.sample;

import static org.hotspots.offence.Setting.DWELLING;
import static org.hotspots.offence.Setting.ONLINE;
import static org.hotspots.offence.Setting.PUBLIC_PLACE;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.hotspots.offence.HateStrand;
import org.hotspots.stats.SeededRandom;

/** Hate crime: no hotspot, no trend, no season; every street is as likely as any other. */
final class HateCrime {
    static final double CRIMES_PER_YEAR = 935;
    private static final double NON_CRIMES_PER_YEAR = 60;
    private static final double SECOND_STRAND_SHARE = 0.07;
    private static final double AGGRAVATED_SHARE = 0.7;
    private static final double KNIFE_SHARE_OF_INJURIES = 0.13;

    private static final Map<HateStrand, Integer> STRANDS = Map.of(
            HateStrand.RACE, 66,
            HateStrand.RELIGION, 6,
            HateStrand.SEXUAL_ORIENTATION, 15,
            HateStrand.DISABILITY, 10,
            HateStrand.TRANSGENDER, 3);

    /** The first six, 94 % of all, are public order, malicious communications, harassment, assault without injury. */
    private static final List<CrimeKind> KINDS = List.of(
            new CrimeKind(44, OffenceCode.PUBLIC_FEAR, PUBLIC_PLACE, "street"),
            new CrimeKind(6, OffenceCode.PUBLIC_FEAR, DWELLING, "house"),
            new CrimeKind(18, OffenceCode.MALICIOUS_COMMUNICATIONS, ONLINE, "house"),
            new CrimeKind(8, OffenceCode.HARASSMENT, DWELLING, "house"),
            new CrimeKind(6, OffenceCode.HARASSMENT, PUBLIC_PLACE, "shop"),
            new CrimeKind(12, OffenceCode.ASSAULT_WITHOUT_INJURY, PUBLIC_PLACE, "street"),
            new CrimeKind(3, OffenceCode.ASSAULT_WITH_INJURY, PUBLIC_PLACE, "public house"),
            new CrimeKind(3, OffenceCode.OTHER_DAMAGE, PUBLIC_PLACE, "place of worship"));

    /** Where race or religion is the motive the law knows an aggravated form. */
    private static final Map<OffenceCode, OffenceCode> AGGRAVATED = Map.of(
            OffenceCode.PUBLIC_FEAR, OffenceCode.AGGRAVATED_PUBLIC_FEAR,
            OffenceCode.HARASSMENT, OffenceCode.AGGRAVATED_HARASSMENT,
            OffenceCode.ASSAULT_WITHOUT_INJURY, OffenceCode.AGGRAVATED_ASSAULT_WITHOUT_INJURY,
            OffenceCode.ASSAULT_WITH_INJURY, OffenceCode.AGGRAVATED_ASSAULT_WITH_INJURY,
            OffenceCode.OTHER_DAMAGE, OffenceCode.AGGRAVATED_DAMAGE);

    private final SeededRandom random;
    private final CrimeRecorder recorder;
    private final Geocoding geocoding;
    private final WeightedChoice<Street> streets;
    private final WeightedChoice<HateStrand> strands =
            WeightedChoice.of(List.of(HateStrand.values()), strand -> STRANDS.getOrDefault(strand, 0));
    private final TimePattern times =
            new TimePattern(TimePattern.ALL_MONTHS_ALIKE, TimePattern.ALL_DAYS_ALIKE, HourProfile.EVENING);

    HateCrime(long seed, StreetPlan plan) {
        random = SeededRandom.stream(seed, "hate crime");
        recorder = new CrimeRecorder(SeededRandom.stream(seed, "hate crime records"));
        geocoding = new Geocoding(random);
        streets = Spread.even(plan);
    }

    List<Incident> draw() {
        List<Incident> incidents = new ArrayList<>();
        WeightedChoice<CrimeKind> kinds = WeightedChoice.of(KINDS, CrimeKind::share);
        int crimes = random.poisson(CRIMES_PER_YEAR * SamplePeriod.YEARS);
        for (int i = 0; i < crimes; i++) {
            incidents.add(incident(kinds.pick(random)));
        }
        int nonCrimes = random.poisson(NON_CRIMES_PER_YEAR * SamplePeriod.YEARS);
        for (int i = 0; i < nonCrimes; i++) {
            incidents.add(incident(new CrimeKind(1, OffenceCode.NON_CRIME_HATE, PUBLIC_PLACE, "street")));
        }
        return incidents;
    }

    private Incident incident(CrimeKind kind) {
        List<HateStrand> own = strandsOfOne();
        boolean aggravated =
                (own.contains(HateStrand.RACE) || own.contains(HateStrand.RELIGION)) && random.chance(AGGRAVATED_SHARE);
        OffenceCode offence = aggravated ? AGGRAVATED.getOrDefault(kind.offence(), kind.offence()) : kind.offence();
        boolean knife = kind.offence() == OffenceCode.ASSAULT_WITH_INJURY && random.chance(KNIFE_SHARE_OF_INJURIES);
        return recorder.background(
                new CrimeKind(kind.share(), offence, kind.setting(), kind.premises()),
                geocoding.locate(streets.pick(random), kind.setting()),
                When.starting(times.draw(random), When.Span.MOMENT, random),
                new Incident.Marks(knife, own, false));
    }

    private List<HateStrand> strandsOfOne() {
        EnumSet<HateStrand> own = EnumSet.of(strands.pick(random));
        if (random.chance(SECOND_STRAND_SHARE)) {
            own.add(own.contains(HateStrand.RACE) ? HateStrand.RELIGION : strands.pick(random));
        }
        return List.copyOf(own);
    }
}
