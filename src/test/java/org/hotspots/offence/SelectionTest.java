package org.hotspots.offence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hotspots.area.AreaIndex;
import org.hotspots.offence.Selection.NotMapped;
import org.hotspots.offence.Selection.Tally;
import org.hotspots.offence.TableDraft.Row;
import org.hotspots.support.TestWorld;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SelectionTest {
    private static final AreaIndex NO_AREAS = new AreaIndex(List.of());

    @Test
    void anIncidentWithTwoOffencesCountsOnceOrTwice() {
        OffenceTable table = new TableDraft()
                .add(Row.at(100, 100, 1))
                .add(Row.at(100, 100, 1))
                .add(Row.at(200, 100, 2))
                .build(NO_AREAS);

        assertThat(selected(table, filter(CountingBasis.INCIDENTS)).inside().total())
                .isEqualTo(2);
        assertThat(selected(table, filter(CountingBasis.OFFENCES)).inside().total())
                .isEqualTo(3);
        assertThat(selected(table, filter(CountingBasis.OFFENCES)).inside().counts())
                .containsExactly(2, 1);
    }

    @Test
    void anIncidentAtTwoPlacesCountsAtTheFirst() {
        OffenceTable table = new TableDraft()
                .add(Row.at(500, 100, 1))
                .add(Row.at(100, 100, 1))
                .build(NO_AREAS);

        Tally inside = selected(table, filter(CountingBasis.INCIDENTS)).inside();

        assertThat(inside.places()).containsExactly(0);
        assertThat(inside.counts()).containsExactly(1);
    }

    @Test
    void anIncidentThatIsMappedIsNotCountedAmongTheNotMapped() {
        OffenceTable table = new TableDraft()
                .add(Row.at(100, 100, 1))
                .add(Row.at(100, 100, 1).unlocated())
                .add(Row.at(100, 100, 2).unlocated())
                .build(NO_AREAS);

        Selection selection = selected(table, filter(CountingBasis.INCIDENTS));

        assertThat(selection.inside().total()).isEqualTo(1);
        assertThat(selection.notMapped()).isEqualTo(new NotMapped(1, 0, 0, 0));
    }

    @Test
    void theLastDayOfThePeriodIsNotCounted() {
        OffenceTable table = new TableDraft()
                .add(Row.at(100, 100, 1).on(LocalDate.of(2026, 1, 1)))
                .add(Row.at(100, 100, 2).on(LocalDate.of(2026, 2, 1)))
                .build(NO_AREAS);
        OffenceFilter january = new OffenceFilter(
                Theme.ALL,
                null,
                null,
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2026, 2, 1),
                null,
                CountingBasis.OFFENCES,
                PoliceFound.EXCLUDE);

        assertThat(selected(table, january).inside().total()).isEqualTo(1);
    }

    @Test
    void offencesWhoseSettingIsNotKnownAreKeptAndTold() {
        OffenceTable table = new TableDraft()
                .add(Row.at(100, 100, 1).in(Setting.DWELLING))
                .add(Row.at(100, 100, 2).in(Setting.UNKNOWN).from(Source.POLICE_UK))
                .add(Row.at(100, 100, 3).in(Setting.PUBLIC_PLACE))
                .build(NO_AREAS);
        OffenceFilter dwellings = new OffenceFilter(
                Theme.ALL,
                null,
                null,
                TestWorld.FIRST_DAY,
                LocalDate.of(2027, 1, 1),
                Setting.DWELLING,
                CountingBasis.OFFENCES,
                PoliceFound.EXCLUDE);

        Selection selection = selected(table, dwellings);

        assertThat(selection.inside().total()).isEqualTo(2);
        assertThat(selection.facts()).isEqualTo(new Selection.Facts(2, 1, 1, 0, 0));
    }

    @Test
    void whatHappenedAtAnUnknownTimeIsLeftOutAndTold() {
        LocalDate friday = LocalDate.of(2026, 2, 6);
        OffenceTable table = new TableDraft()
                .add(Row.at(100, 100, 1).on(friday).atMinute(23 * 60))
                .add(Row.at(100, 100, 2).on(friday.plusDays(1)).atMinute(2 * 60 + 59))
                .add(Row.at(100, 100, 3).on(friday.plusDays(1)).atMinute(3 * 60))
                .add(Row.at(100, 100, 4).on(friday).atMinute(2 * 60))
                .add(Row.at(100, 100, 5).on(friday.plusDays(1)).atMinute(-1))
                .add(Row.at(100, 100, 6).on(friday.plusDays(2)).atMinute(-1))
                .add(Row.at(100, 100, 7).on(LocalDate.of(2026, 2, 1)).from(Source.POLICE_UK))
                .add(Row.at(100, 100, 1).on(friday).atMinute(-1))
                .build(NO_AREAS);
        WeekTimes fridayNight = new WeekTimes(List.of(DayOfWeek.FRIDAY), new HourBand(21, 3));

        Selection selection = selected(table, filter(CountingBasis.INCIDENTS).at(fridayNight));

        assertThat(selection.inside().total()).as("incidents 1 and 2").isEqualTo(2);
        assertThat(selection.timesUnknown()).as("incidents 5 and 7").isEqualTo(2);
    }

    @Test
    void publicFilesWithoutStrandAreLeftOutAloud() {
        OffenceTable table = new TableDraft()
                .add(Row.at(100, 100, 1).of(Theme.HATE).from(Source.POLICE_UK))
                .add(Row.at(100, 100, 2).of(Theme.HATE).strand(HateStrand.RACE))
                .add(Row.at(100, 100, 3).of(Theme.HATE).strand(HateStrand.RELIGION))
                .build(NO_AREAS);
        OffenceFilter race = new OffenceFilter(
                Theme.HATE,
                HateStrand.RACE,
                null,
                TestWorld.FIRST_DAY,
                LocalDate.of(2027, 1, 1),
                null,
                CountingBasis.OFFENCES,
                PoliceFound.EXCLUDE);

        Selection selection = selected(table, race);

        assertThat(selection.inside().total()).isEqualTo(1);
        assertThat(selection.facts().withoutDetail()).isEqualTo(1);
    }

    @Test
    void whatPoliceWorkBroughtToLightIsLeftOutAndTheUnknownKept() {
        OffenceTable table = new TableDraft()
                .add(Row.at(100, 100, 1).foundByPolice(true))
                .add(Row.at(100, 100, 2).foundByPolice(true))
                .add(Row.at(100, 100, 2))
                .add(Row.at(100, 100, 3).foundByPolice(null))
                .add(Row.at(200, 100, 4))
                .add(Row.at(200, 100, 5).foundByPolice(true).unlocated())
                .build(NO_AREAS);

        Selection selection = selected(table, filter(CountingBasis.INCIDENTS));

        assertThat(selection.inside().total()).isEqualTo(3);
        // Incident 2 counts by its other offence; incident 5 could not have been mapped anyway.
        assertThat(selection.policeFoundLeftOut()).isEqualTo(1);
        assertThat(selection.facts().policeFoundUnknown()).isEqualTo(1);
        assertThat(selected(table, filter(CountingBasis.OFFENCES)).policeFoundLeftOut())
                .isEqualTo(2);
    }

    @Test
    void anIncidentWeighsAsMuchAsItsGravestOffence() {
        OffenceTable table = new TableDraft()
                .add(Row.at(100, 100, 1).classified("A"))
                .add(Row.at(200, 100, 1).classified("B"))
                .add(Row.at(200, 100, 2).classified("A"))
                .add(Row.at(200, 100, 2).classified("unheard of"))
                .add(Row.at(200, 100, 3).classified("unheard of"))
                .build(NO_AREAS);

        Selection incidents = weighted(table, filter(CountingBasis.INCIDENTS));
        Selection offences = weighted(table, filter(CountingBasis.OFFENCES));

        assertThat(incidents.inside().weights()).containsExactly(10, 1);
        assertThat(incidents.inside().counts()).containsExactly(1, 2);
        assertThat(incidents.withoutWeight()).isEqualTo(1);
        assertThat(offences.inside().weights()).containsExactly(1, 11);
        assertThat(offences.withoutWeight()).isEqualTo(2);
    }

    @Test
    void withEveryWeightOneTheWeightsAreTheCounts() {
        OffenceTable table = TestWorld.draft(3, 2000).build(TestWorld.areas());
        Codebook one =
                new Codebook("one", "1", "one", "", List.of(new Codebook.Weight(new HomeOfficeCode("8N", ""), 1)));
        for (OffenceFilter filter : filters(new Random(3))) {
            BitSet all = allPlaces(table);
            Tally weighted = Selection.weighted(table, filter, all, all, one).inside();

            assertThat(weighted.weights()).as("%s", filter).isEqualTo(weighted.counts());
        }
    }

    @Test
    void locationsThatSayNothingLowerTheHitRate() {
        OffenceTable table = new TableDraft()
                .add(Row.at(100, 100, 1))
                .add(Row.at(100, 100, 2).located(null))
                .add(Row.at(100, 100, 3).flagged(OffenceFlag.DEFAULT_LOCATION))
                .add(Row.at(100, 100, 4).unlocated())
                .build(NO_AREAS);

        Selection selection = selected(table, filter(CountingBasis.INCIDENTS));

        assertThat(selection.geocodeHitRate()).isEqualTo(0.5);
        assertThat(selection.makeup().count(GeocodeClass.STREET)).isEqualTo(1);
        assertThat(selection.makeup().geocodeUnknown()).isEqualTo(1);
    }

    @Test
    void everyFilterAgreesWithCountingByHand() {
        for (int seed = 0; seed < 8; seed++) {
            Random random = new Random(seed);
            TableDraft draft = TestWorld.draft(seed, 3000);
            OffenceTable table = draft.build(TestWorld.areas());
            for (OffenceFilter filter : filters(random)) {
                BitSet mapped = randomPlaces(random, table, 0.9);
                BitSet inside = randomPlaces(random, table, 0.5);
                inside.and(mapped);

                Selection selection = Selection.of(table, filter, mapped, inside);

                assertThat(described(selection))
                        .as("seed %d, %s", seed, filter)
                        .isEqualTo(new Oracle(table, filter, mapped, inside).described());
                assertThat(selection.makeup())
                        .as("seed %d, %s", seed, filter)
                        .isEqualTo(new Oracle(table, filter, mapped, inside).makeup());
                assertThat(selection.policeFoundLeftOut())
                        .as("seed %d, %s", seed, filter)
                        .isEqualTo(new Oracle(table, filter, mapped, inside).leftOut());
                assertThat(selection.timesUnknown())
                        .isEqualTo(new Oracle(table, filter, mapped, inside).timesUnknown());
            }
        }
    }

    /** Counts the slow way: a set of what was counted, a map of places, one class after the other. */
    private static final class Oracle {
        private final OffenceTable table;
        private final OffenceFilter filter;
        private final BitSet mapped;
        private final BitSet inside;
        private final Set<Object> counted = new TreeSet<>();
        private byte unknown = OffenceTable.NO;

        Oracle(OffenceTable table, OffenceFilter filter, BitSet mapped, BitSet inside) {
            this.table = table;
            this.filter = filter;
            this.mapped = mapped;
            this.inside = inside;
        }

        String described() {
            Map<Integer, Double> insideCounts = count("inside");
            Map<Integer, Double> aroundCounts = count("around");
            double[] notMapped = List.of("default", "low", "outside", "unlocated").stream()
                    .mapToDouble(kind -> count(kind).values().stream()
                            .mapToDouble(Double::doubleValue)
                            .sum())
                    .toArray();
            NotMapped summary =
                    new NotMapped((long) notMapped[3], (long) notMapped[2], (long) notMapped[0], (long) notMapped[1]);
            return insideCounts + " " + aroundCounts + " " + summary;
        }

        /** What the events inside are made of: each incident's first offence, or every offence. */
        Makeup makeup() {
            Map<Object, Integer> events = new LinkedHashMap<>();
            Set<Integer> incidents = new TreeSet<>();
            long offences = 0;
            for (int i = 0; i < table.size(); i++) {
                if (matches(i) && kindOf(i).equals("inside")) {
                    int incident = table.columns().incident()[i];
                    events.putIfAbsent(filter.countingBasis() == CountingBasis.OFFENCES ? -1 - i : incident, i);
                    incidents.add(incident);
                    offences++;
                }
            }
            Long[] settings = {0L, 0L, 0L, 0L};
            Long[] geocodes = {0L, 0L, 0L, 0L, 0L};
            for (int i : events.values()) {
                int geocode = table.columns().geocodeClass()[i];
                settings[table.columns().setting()[i]]++;
                geocodes[geocode < 0 ? 4 : geocode]++;
            }
            return new Makeup(incidents.size(), offences, List.of(settings), List.of(geocodes));
        }

        /** How many more events there would be inside without the rule about police work. */
        long leftOut() {
            if (filter.policeFound() != PoliceFound.EXCLUDE) {
                return 0;
            }
            OffenceFilter every = new OffenceFilter(
                    filter.theme(),
                    filter.strand(),
                    filter.asbType(),
                    filter.from(),
                    filter.to(),
                    filter.setting(),
                    filter.countingBasis(),
                    PoliceFound.INCLUDE,
                    filter.times());
            return new Oracle(table, every, mapped, inside).insideTotal()
                    - new Oracle(table, filter, mapped, inside).insideTotal();
        }

        /** How many more events there may be inside if all whose time is not known happened at the times asked for. */
        long timesUnknown() {
            Oracle most = new Oracle(table, filter, mapped, inside);
            most.unknown = OffenceTable.YES;
            return most.insideTotal() - new Oracle(table, filter, mapped, inside).insideTotal();
        }

        private long insideTotal() {
            return (long) count("inside").values().stream()
                    .mapToDouble(Double::doubleValue)
                    .sum();
        }

        private Map<Integer, Double> count(String kind) {
            Map<Integer, Double> counts = new TreeMap<>();
            for (int i = 0; i < table.size(); i++) {
                boolean first = filter.countingBasis() == CountingBasis.OFFENCES
                        || !counted.contains(table.columns().incident()[i]);
                if (matches(i) && kindOf(i).equals(kind) && first) {
                    counted.add(table.columns().incident()[i]);
                    counts.merge(table.columns().place()[i], 1.0, Double::sum);
                }
            }
            return counts;
        }

        private String kindOf(int i) {
            int place = table.columns().place()[i];
            int flags = table.columns().flags()[i];
            if (place == OffenceTable.NO_PLACE) {
                return "unlocated";
            }
            if ((flags & OffenceFlag.DEFAULT_LOCATION.bit()) != 0) {
                return "default";
            }
            if ((flags & OffenceFlag.LOW_PRECISION.bit()) != 0) {
                return "low";
            }
            return inside.get(place) ? "inside" : mapped.get(place) ? "around" : "outside";
        }

        private boolean matches(int i) {
            LocalDate day = LocalDate.ofEpochDay(table.columns().day()[i]);
            Setting setting = Setting.values()[table.columns().setting()[i]];
            return (table.columns().themes()[i] >> filter.theme().ordinal() & 1) == 1
                    && has(filter.strand(), table.columns().strands()[i])
                    && (filter.asbType() == null
                            || table.columns().asbType()[i] == filter.asbType().ordinal())
                    && !day.isBefore(filter.from())
                    && day.isBefore(filter.to())
                    && (filter.setting() == null || setting == filter.setting() || setting == Setting.UNKNOWN)
                    && countsAsFound(table.columns().policeFound()[i])
                    && isInTime(i);
        }

        private boolean isInTime(int i) {
            byte answer = filter.times() == null
                    ? OffenceTable.YES
                    : filter.times().answers()[WeekHour.of(table.columns(), i)];
            return (answer == OffenceTable.NOT_KNOWN ? unknown : answer) == OffenceTable.YES;
        }

        private boolean countsAsFound(byte policeFound) {
            boolean found = policeFound == OffenceTable.YES;
            return filter.policeFound() == PoliceFound.INCLUDE || found == (filter.policeFound() == PoliceFound.ONLY);
        }

        private static boolean has(@Nullable HateStrand strand, int mask) {
            return strand == null || (mask >> strand.ordinal() & 1) == 1;
        }
    }

    private static String described(Selection selection) {
        return asMap(selection.inside()) + " " + asMap(selection.around()) + " " + selection.notMapped();
    }

    private static Map<Integer, Double> asMap(Tally tally) {
        Map<Integer, Double> counts = new TreeMap<>();
        double total = 0;
        for (int k = 0; k < tally.places().length; k++) {
            counts.put(tally.places()[k], tally.counts()[k]);
            total += tally.counts()[k];
        }
        assertThat(tally.places()).isSorted().doesNotHaveDuplicates();
        assertThat(total).isEqualTo((double) tally.total());
        return counts;
    }

    private static List<OffenceFilter> filters(Random random) {
        List<OffenceFilter> filters = new ArrayList<>();
        for (Theme theme : Theme.values()) {
            for (CountingBasis basis : CountingBasis.values()) {
                LocalDate from = TestWorld.FIRST_DAY.plusDays(random.nextInt(200));
                LocalDate to = from.plusDays(1 + random.nextInt(300));
                Setting setting = random.nextBoolean() ? null : Setting.values()[random.nextInt(3)];
                HateStrand strand = theme == Theme.HATE ? HateStrand.values()[random.nextInt(5)] : null;
                AsbType type = theme == Theme.ASB ? AsbType.values()[random.nextInt(3)] : null;
                PoliceFound rule = PoliceFound.values()[random.nextInt(3)];
                filters.add(new OffenceFilter(theme, strand, type, from, to, setting, basis, rule));
                filters.add(new OffenceFilter(theme, null, null, from, to, null, basis, PoliceFound.EXCLUDE));
                filters.add(filters.get(filters.size() - 1).at(WeekTimesTest.random(random)));
                filters.add(new OffenceFilter(theme, strand, type, from, to, setting, basis, rule)
                        .at(WeekTimesTest.random(random)));
            }
        }
        return filters;
    }

    private static BitSet randomPlaces(Random random, OffenceTable table, double share) {
        BitSet places = new BitSet();
        for (int place = 0; place < table.places().size(); place++) {
            places.set(place, random.nextDouble() < share);
        }
        return places;
    }

    private static Selection selected(OffenceTable table, OffenceFilter filter) {
        BitSet all = allPlaces(table);
        return Selection.of(table, filter, all, all);
    }

    /** By a codebook in which A weighs 1 and B weighs 10. */
    private static Selection weighted(OffenceTable table, OffenceFilter filter) {
        Codebook codebook = new Codebook(
                "test",
                "1",
                "points",
                "",
                List.of(
                        new Codebook.Weight(new HomeOfficeCode("A", ""), 1),
                        new Codebook.Weight(new HomeOfficeCode("B", ""), 10)));
        BitSet all = allPlaces(table);
        return Selection.weighted(table, filter, all, all, codebook);
    }

    private static BitSet allPlaces(OffenceTable table) {
        BitSet all = new BitSet();
        all.set(0, table.places().size());
        return all;
    }

    private static OffenceFilter filter(CountingBasis basis) {
        return new OffenceFilter(
                Theme.ALL, null, null, TestWorld.FIRST_DAY, LocalDate.of(2027, 1, 1), null, basis, PoliceFound.EXCLUDE);
    }
}
