package org.hotspots.sample;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.hotspots.offence.Theme;
import org.hotspots.sample.Hotspot.Hours;
import org.hotspots.sample.Hotspot.Trend;

/** Everything that is planted. The places are real town centres and invented parks; what happens there is invented. */
final class Plan {
    static final Set<DayOfWeek> EVERY_DAY = EnumSet.allOf(DayOfWeek.class);
    private static final Set<DayOfWeek> WEEKDAYS = EnumSet.range(DayOfWeek.MONDAY, FRIDAY);
    private static final Set<DayOfWeek> FRIDAY_AND_SATURDAY = EnumSet.of(FRIDAY, SATURDAY);

    static final Hotspot RUGBY_KNIFE = new Hotspot(
            "knife-rugby-town-centre",
            Theme.KNIFE,
            "Rugby",
            "Rugby town centre",
            new Circle(450_300, 275_150, 250),
            new Hours(FRIDAY_AND_SATURDAY, 21, 26),
            Trend.steady(9));
    static final Hotspot NUNEATON_KNIFE = new Hotspot(
            "knife-nuneaton-bus-station",
            Theme.KNIFE,
            "Nuneaton",
            "Nuneaton near the bus station",
            new Circle(436_250, 291_950, 220),
            new Hours(WEEKDAYS, 15, 18),
            Trend.steady(6));
    static final Hotspot LEAMINGTON_KNIFE = new Hotspot(
            "knife-leamington-night-life",
            Theme.KNIFE,
            "Royal Leamington Spa",
            "Royal Leamington Spa, bars and clubs",
            new Circle(431_900, 265_600, 250),
            new Hours(EnumSet.of(THURSDAY, FRIDAY, SATURDAY), 22, 27),
            Trend.steady(5));
    static final Hotspot BEDWORTH_KNIFE = new Hotspot(
            "knife-bedworth-town-centre",
            Theme.KNIFE,
            "Bedworth",
            "Bedworth town centre",
            new Circle(435_850, 286_850, 220),
            new Hours(EVERY_DAY, 17, 22),
            Trend.steady(3));

    static final List<Hotspot> HOTSPOTS = List.of(
            RUGBY_KNIFE,
            NUNEATON_KNIFE,
            LEAMINGTON_KNIFE,
            BEDWORTH_KNIFE,
            new Hotspot(
                    "asb-rugby-station",
                    Theme.ASB,
                    "Rugby",
                    "Rugby near the railway station",
                    new Circle(451_100, 275_900, 250),
                    new Hours(EVERY_DAY, 19, 23),
                    Trend.steady(13)),
            new Hotspot(
                    "asb-nuneaton-park",
                    Theme.ASB,
                    "Nuneaton",
                    "Nuneaton, park by the river",
                    new Circle(435_400, 291_400, 250),
                    new Hours(EVERY_DAY, 16, 21),
                    Trend.steady(12)),
            new Hotspot(
                    "asb-leamington-gardens",
                    Theme.ASB,
                    "Royal Leamington Spa",
                    "Royal Leamington Spa, gardens by the river",
                    new Circle(432_150, 264_800, 220),
                    new Hours(EnumSet.of(THURSDAY, FRIDAY, SATURDAY), 20, 26),
                    Trend.steady(12)),
            new Hotspot(
                    "asb-stratford-riverside",
                    Theme.ASB,
                    "Stratford-upon-Avon",
                    "Stratford-upon-Avon, riverside, May to September",
                    new Circle(420_400, 254_800, 250),
                    new Hours(EVERY_DAY, 13, 22),
                    Trend.seasonal(14, 5, 9)),
            new Hotspot(
                    "asb-bedworth-growing",
                    Theme.ASB,
                    "Bedworth",
                    "Bedworth, playing field",
                    new Circle(436_500, 287_500, 220),
                    new Hours(EVERY_DAY, 18, 23),
                    Trend.growing(3, YearMonth.of(2025, 5), 1)),
            new Hotspot(
                    "asb-kenilworth-ended",
                    Theme.ASB,
                    "Kenilworth",
                    "Kenilworth, fields by the castle",
                    new Circle(428_300, 272_000, 220),
                    new Hours(EnumSet.of(FRIDAY, SATURDAY, SUNDAY), 18, 23),
                    Trend.ended(9, YearMonth.of(2025, 8))));

    private static final int OPERATION_RADIUS_METRES = 300;

    static final Operation OPERATION = new Operation(
            "Rugby town centre patrols",
            LocalDate.of(2026, 3, 1),
            LocalDate.of(2026, 9, 1),
            RUGBY_KNIFE.circle().withRadius(OPERATION_RADIUS_METRES),
            200,
            List.of(control(NUNEATON_KNIFE), control(LEAMINGTON_KNIFE), control(BEDWORTH_KNIFE)),
            0.6);

    /** January to December; an ordinary month is 1. */
    static final List<Double> ASB_MONTH_FACTORS =
            List.of(0.8, 0.8, 0.9, 1.0, 1.1, 1.3, 1.4, 1.35, 1.05, 0.95, 0.9, 0.8);

    /** From this day on more ASB is reported online and less by telephone; how much is reported does not change. */
    static final LocalDate CHANNEL_SHIFT = LocalDate.of(2025, 4, 1);

    /** Percent of 999, 101, online, officer, other. */
    static final List<Integer> CHANNELS_BEFORE = List.of(14, 56, 17, 8, 5);

    static final List<Integer> CHANNELS_AFTER = List.of(13, 38, 36, 8, 5);

    static final List<RepeatAddress> REPEAT_ADDRESSES = List.of(
            new RepeatAddress("repeat-nuneaton", "Nuneaton", 300, YearMonth.of(2024, 2), YearMonth.of(2025, 1), 2.5),
            new RepeatAddress("repeat-rugby", "Rugby", 420, YearMonth.of(2025, 3), YearMonth.of(2026, 4), 2.2),
            new RepeatAddress("repeat-warwick", "Warwick", 150, YearMonth.of(2025, 9), YearMonth.of(2026, 10), 2),
            new RepeatAddress(
                    "repeat-atherstone", "Atherstone", 40, YearMonth.of(2026, 1), YearMonth.of(2026, 10), 2.5));

    private Plan() {}

    /**
     * One home that ASB is reported from month after month.
     *
     * @param streetIndex which of the town's streets, counted from its centre outwards; its first home is meant
     * @param from first month
     * @param to last month
     * @param incidentsPerMonth expected planted incidents of a month
     */
    record RepeatAddress(
            String id, String town, int streetIndex, YearMonth from, YearMonth to, double incidentsPerMonth) {}

    private static Operation.Control control(Hotspot hotspot) {
        return new Operation.Control(hotspot.id(), hotspot.circle().withRadius(OPERATION_RADIUS_METRES));
    }
}
