package org.hotspots.hotspot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hotspots.offence.HourBand;
import org.hotspots.offence.OffenceTable;
import org.hotspots.offence.Source;
import org.hotspots.offence.TableDraft;
import org.hotspots.offence.TableDraft.Row;
import org.hotspots.offence.WeekTimes;
import org.hotspots.question.QuestionReader;
import org.hotspots.snapshot.Snapshot;
import org.hotspots.stats.SeededRandom;
import org.hotspots.support.FakeRunStore;
import org.hotspots.support.FakeSnapshotStore;
import org.hotspots.support.TestWorld;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TimesTest {
    private static final double EASTING = TestWorld.WEST + 5000;
    private static final double NORTHING = 304_500;

    private static Run run(TableDraft draft, Map<String, List<String>> query) {
        Snapshot snapshot = TestWorld.snapshot(TestWorld.version(1), draft, TestWorld.areas());
        Engine engine =
                new Engine(new FakeSnapshotStore(snapshot), new FakeRunStore(), EngineSettings.defaults("test"));
        return engine.ask(new QuestionReader(snapshot).read(query));
    }

    @Test
    void Q18_theDaysOf25And23HoursKeepEveryEvent() {
        // Wall-clock minutes: on 26 October 2025 the hour from one o'clock comes twice, on 30 March it is left out.
        TableDraft draft = new TableDraft();
        for (int hour = 0; hour < 24; hour++) {
            draft.add(Row.at(EASTING, NORTHING, hour)
                    .on(LocalDate.of(2025, 10, 26))
                    .atMinute(60 * hour + 30));
        }
        draft.add(Row.at(EASTING, NORTHING, 24).on(LocalDate.of(2025, 10, 26)).atMinute(90));
        for (int hour = 0; hour < 24; hour++) {
            if (hour != 1) {
                draft.add(Row.at(EASTING, NORTHING, 30 + hour)
                        .on(LocalDate.of(2025, 3, 30))
                        .atMinute(60 * hour + 30));
            }
        }

        Times times = run(draft, Map.of()).times().all();

        List<Long> sunday = new ArrayList<>(Collections.nCopies(24, 2L));
        assertThat(times.byDayAndHour().get(6)).isEqualTo(sunday);
        assertThat(times.total()).isEqualTo(48).isEqualTo(times.known());
        assertThat(times.byHour()).isEqualTo(sunday);
        assertThat(times.byDay()).containsExactly(0L, 0L, 0L, 0L, 0L, 0L, 48L);
    }

    @Test
    void everyEventStandsInOneFigure() {
        TableDraft draft = new TableDraft()
                .add(Row.at(EASTING, NORTHING, 1).on(LocalDate.of(2025, 6, 2)).atMinute(0))
                .add(Row.at(EASTING, NORTHING, 2).on(LocalDate.of(2025, 6, 3)).atMinute(1439))
                .add(Row.at(EASTING, NORTHING, 3).on(LocalDate.of(2025, 6, 4)))
                .add(Row.at(EASTING, NORTHING, 4).on(LocalDate.of(2025, 6, 1)).from(Source.POLICE_UK));

        Times times = run(draft, Map.of()).times().all();

        assertThat(times.byDayAndHour().get(0).get(0)).isEqualTo(1);
        assertThat(times.byDayAndHour().get(1).get(23)).isEqualTo(1);
        assertThat(times.hourUnknownByDay()).containsExactly(0L, 0L, 1L, 0L, 0L, 0L, 0L);
        assertThat(times.dayUnknown()).isEqualTo(1);
        assertThat(times.known()).isEqualTo(2);
        assertThat(times.total()).isEqualTo(4);
    }

    @Test
    void anIncidentsTimeIsThatOfItsFirstOffenceWhereverTheyLie() {
        TableDraft draft = new TableDraft()
                // Further south stands first in the table, so the incident is counted there; the other came earlier.
                .add(Row.at(EASTING, NORTHING, 7).on(LocalDate.of(2025, 6, 3)).atMinute(600))
                .add(Row.at(EASTING, NORTHING + 100, 7)
                        .on(LocalDate.of(2025, 6, 2))
                        .atMinute(1380))
                .add(Row.at(EASTING, NORTHING + 100, 7).on(LocalDate.of(2025, 6, 2)));

        assertThat(run(draft, Map.of()).times().all().byDayAndHour().get(0).get(23))
                .isEqualTo(1);
        Times offences = run(draft, Map.of("counting_basis", List.of("offences")))
                .times()
                .all();
        assertThat(offences.total()).isEqualTo(3);
        assertThat(offences.byDayAndHour().get(1).get(10)).isEqualTo(1);
        assertThat(offences.hourUnknownByDay().get(0)).isEqualTo(1);
    }

    @Test
    void theTableIsThatOfACountByHandAndHotspotsAreParts() {
        TableDraft draft = TestWorld.draft(4, 3000);
        Run run = run(draft, Map.of("counting_basis", List.of("offences"), "area", List.of("district:north")));
        Map<String, Long> byHand = new HashMap<>();
        for (Row row : draft.rows()) {
            boolean counts = row.where() != null
                    && (row.flags() & 3) == 0
                    && row.policeFound() != OffenceTable.YES
                    && (row.themes() & 8) != 0
                    && row.where().northing() > 300_000
                    && row.where().northing() <= 310_000
                    && row.where().easting() >= TestWorld.WEST
                    && row.where().easting() <= TestWorld.WEST + 10_000;
            if (counts && row.minute() >= 0) {
                DayOfWeek day = row.day().getDayOfWeek();
                byHand.merge(day + " " + row.minute() / 60, 1L, Long::sum);
            }
        }

        EventTimes times = run.times();

        for (DayOfWeek day : DayOfWeek.values()) {
            for (int hour = 0; hour < 24; hour++) {
                assertThat(times.all().byDayAndHour().get(day.ordinal()).get(hour))
                        .isEqualTo(byHand.getOrDefault(day + " " + hour, 0L));
            }
        }
        assertThat(times.all().total()).isEqualTo(run.n());
        assertThat(run.hotspots())
                .isNotEmpty()
                .allSatisfy(hotspot -> assertThat(times.of(hotspot).total()).isEqualTo(hotspot.count()));
    }

    @Test
    void aBandIsNamedWhereItStandsOutFromTheRun() {
        long[] even = new long[168];
        Arrays.fill(even, 4);
        long[] peaked = new long[168];
        for (int day : new int[] {4, 5}) {
            for (int hour = 22; hour < 26; hour++) {
                peaked[(24 * day + hour) % 168] += 3;
            }
        }
        peaked[0] = 4;

        PeakBand band = PeakBand.find(times(peaked), times(even), null).orElseThrow();

        assertThat(band.inWords())
                .isEqualTo("Friday and Saturday 22:00 to 02:00: 24 of 28, in the whole run 32 of 672");
        assertThat(band.p()).isLessThan(1e-10);
        assertThat(PeakBand.find(times(even), times(even), null)).isEmpty();
        assertThat(PeakBand.find(times(new long[168]), times(even), null)).isEmpty();
        assertThat(PeakBand.find(times(new long[168]), times(new long[168]), null))
                .isEmpty();
    }

    /** The busiest hours, 20 to 24 on every day, lie partly outside what is asked. */
    @Test
    void aBandLiesWithinTheHoursAsked() {
        long[] run = new long[168];
        Arrays.fill(run, 4);
        long[] place = new long[168];
        for (int day = 0; day < 7; day++) {
            for (int hour = 20; hour < 24; hour++) {
                place[24 * day + hour] = 4;
            }
        }

        assertThat(hours(place, run, null)).isEqualTo("Every day 20:00 to 00:00");
        assertThat(hours(place, run, new WeekTimes(List.of(), new HourBand(21, 3))))
                .isEqualTo("Every day 21:00 to 01:00");
        assertThat(hours(place, run, new WeekTimes(List.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY), new HourBand(19, 3))))
                .isEqualTo("Friday and Saturday 20:00 to 00:00");
        // Without hours a band must end on the days asked: Saturday's ends at midnight.
        assertThat(hours(place, run, new WeekTimes(List.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), null)))
                .isEqualTo("Saturday and Sunday 20:00 to 00:00");
        assertThat(PeakBand.find(times(place), times(run), new WeekTimes(List.of(), new HourBand(21, 24))))
                .as("no band is so short")
                .isEmpty();
        assertThat(PeakBand.find(times(place), times(run), new WeekTimes(List.of(DayOfWeek.MONDAY), null)))
                .as("no band is of Mondays")
                .isEmpty();
    }

    private static String hours(long[] place, long[] run, @Nullable WeekTimes asked) {
        return PeakBand.find(times(place), times(run), asked)
                .map(PeakBand::hours)
                .orElse("none");
    }

    /** Places whose events are drawn from the run's own are said to have a time of their own in at most 1 of 20. */
    @Test
    void chanceNamesABandInAtMostOneOfTwenty() {
        SeededRandom random = new SeededRandom(11);
        long[] run = new long[168];
        List<Integer> events = new ArrayList<>();
        for (int event = 0; event < 600; event++) {
            // Most evenings, some mornings, as profiles are.
            int hour = (random.nextInt(3) == 0 ? random.nextInt(24) : 17 + random.nextInt(8)) % 24;
            int bucket = 24 * random.nextInt(7) + hour;
            run[bucket]++;
            events.add(bucket);
        }
        int named = 0;
        int places = 500;
        for (int place = 0; place < places; place++) {
            long[] drawn = new long[168];
            int size = 5 + random.nextInt(60);
            for (int i = 0; i < size; i++) {
                // The first so many of a shuffle: drawn without putting back.
                Collections.swap(events, i, i + random.nextInt(events.size() - i));
                drawn[events.get(i)]++;
            }
            named += PeakBand.find(times(drawn), times(run), null).isPresent() ? 1 : 0;
        }
        assertThat(named).isLessThanOrEqualTo(places / 20);
    }

    private static Times times(long[] hours) {
        Times.Buckets buckets = new Times.Buckets();
        for (int bucket = 0; bucket < hours.length; bucket++) {
            for (long i = 0; i < hours[bucket]; i++) {
                buckets.add(bucket);
            }
        }
        return buckets.times();
    }

    @Test
    void aHotspotsBandComesFromItsEvents() {
        TableDraft draft = new TableDraft();
        for (int i = 0; i < 30; i++) {
            draft.add(Row.at(EASTING, NORTHING, i)
                    .on(LocalDate.of(2025, 6, 6).plusDays(7L * (i % 4)))
                    .atMinute(60 * 22 + i));
            draft.add(Row.at(EASTING + 1500, NORTHING, 100 + i)
                    .on(LocalDate.of(2025, 6, 2).plusDays(i))
                    .atMinute(i * 48));
            draft.add(Row.at(EASTING + 40 * i - 2000, NORTHING - 900, 200 + i)
                    .on(LocalDate.of(2025, 7, 2).plusDays(i))
                    .atMinute(i * 48));
        }
        Run run = run(draft, Map.of("area", List.of("town:middleton"), "method", List.of("dbscan")));

        EventTimes times = run.times();
        List<Optional<PeakBand>> bands =
                run.hotspots().stream().map(times::peakBand).toList();

        assertThat(bands)
                .hasSizeGreaterThanOrEqualTo(2)
                .filteredOn(Optional::isPresent)
                .hasSize(1);
    }
}
