package org.hotspots.offence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.hotspots.area.AreaIndex;
import org.hotspots.offence.TableDraft.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WeekTimesTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    /** By the calendar: whether a band that began on this day or the day before holds the moment. */
    private static boolean isIn(WeekTimes times, LocalDateTime moment) {
        for (LocalDate began :
                List.of(moment.toLocalDate(), moment.toLocalDate().minusDays(1))) {
            HourBand hours = times.hours();
            int start = hours == null ? 0 : hours.start();
            int length = hours == null ? 24 : Math.floorMod(hours.end() - hours.start(), 24);
            LocalDateTime from = began.atStartOfDay().plusHours(start);
            boolean onDay = times.days().isEmpty() || times.days().contains(began.getDayOfWeek());
            if (onDay && !moment.isBefore(from) && moment.isBefore(from.plusHours(length))) {
                return true;
            }
        }
        return false;
    }

    @Test
    void everyHourOfTheWeekIsInOrOutAsTheCalendarSays() {
        Random random = new Random(5);
        for (int trial = 0; trial < 200; trial++) {
            WeekTimes times = random(random);
            byte[] answers = times.answers();
            for (int hour = 0; hour < 7 * 24; hour++) {
                LocalDateTime moment = MONDAY.atStartOfDay().plusHours(hour).plusMinutes(random.nextInt(60));
                OffenceTable.Columns columns = new TableDraft()
                        .add(Row.at(100, 100, 1)
                                .on(moment.toLocalDate())
                                .atMinute(moment.getHour() * 60 + moment.getMinute()))
                        .build(new AreaIndex(List.of()))
                        .columns();
                assertThat(answers[WeekHour.of(columns, 0)])
                        .as("%s at %s", times, moment)
                        .isEqualTo(isIn(times, moment) ? OffenceTable.YES : OffenceTable.NO);
            }
        }
    }

    @Test
    void aDayWithoutAnHourMayBeInWhereAnyHourOfItIs() {
        Random random = new Random(6);
        for (int trial = 0; trial < 200; trial++) {
            WeekTimes times = random(random);
            for (int day = 0; day < 7; day++) {
                int matching = 0;
                for (int hour = 0; hour < 24; hour++) {
                    matching += isIn(times, MONDAY.plusDays(day).atTime(hour, 0)) ? 1 : 0;
                }
                assertThat(times.answers()[WeekHour.FIRST_DAY + day])
                        .as("%s on day %d", times, day)
                        .isEqualTo(
                                matching == 24
                                        ? OffenceTable.YES
                                        : matching == 0 ? OffenceTable.NO : OffenceTable.NOT_KNOWN);
            }
            assertThat(times.answers()[WeekHour.UNKNOWN]).isEqualTo(OffenceTable.NOT_KNOWN);
        }
    }

    /** Some days, some hours, or both. */
    static WeekTimes random(Random random) {
        List<DayOfWeek> days = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            if (days.size() < 6 && random.nextBoolean()) {
                days.add(day);
            }
        }
        HourBand hours = days.isEmpty() || random.nextBoolean() ? band(random) : null;
        return new WeekTimes(days, hours);
    }

    private static HourBand band(Random random) {
        while (true) {
            HourBand band =
                    HourBand.find(random.nextInt(24) + "-" + random.nextInt(25)).orElse(null);
            if (band != null) {
                return band;
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"21-3,21-3", "9-17,9-17", "09-17,9-17", "21-0,21-24", "21-24,21-24", "0-1,0-1", "23-22,23-22"})
    void hoursAreWrittenOneWay(String text, String canonical) {
        assertThat(HourBand.find(text)).hasToString("Optional[" + canonical + "]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "21", "21-", "21-21", "0-24", "0-0", "24-3", "24-24", "21-25", "-1-3", "21:00-3", "2 1-3"})
    void whatIsNoBandOfHoursIsNotRead(String text) {
        assertThat(HourBand.find(text)).isEmpty();
    }

    @Test
    void onlyWhatMeansSomethingCanBeMade() {
        for (List<Integer> wrong :
                List.of(List.of(0, 24), List.of(3, 3), List.of(24, 3), List.of(21, 0), List.of(-1, 3))) {
            assertThatIllegalArgumentException().isThrownBy(() -> new HourBand(wrong.get(0), wrong.get(1)));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> new WeekTimes(List.of(), null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WeekTimes(List.of(DayOfWeek.FRIDAY, DayOfWeek.MONDAY), null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WeekTimes(Arrays.asList(DayOfWeek.values()), new HourBand(1, 2)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "saturday,friday | 21-3 | Friday and Saturday 21:00 to 03:00",
                "friday |  | Friday",
                "monday,tuesday,wednesday,thursday,friday | 7-15 | Monday to Friday 07:00 to 15:00",
                "monday,wednesday,sunday |  | Monday, Wednesday and Sunday",
                "sunday,monday | 22-24 | Sunday and Monday 22:00 to 24:00",
                "friday,saturday,sunday,monday | | Friday to Monday",
                "monday,saturday,sunday | | Saturday to Monday",
                "tuesday,wednesday,thursday,friday,saturday,sunday | | Tuesday to Sunday",
                "monday,tuesday,wednesday,friday,saturday,sunday | | Friday to Wednesday",
                "monday,wednesday,sunday | | Monday, Wednesday and Sunday",
                "monday,tuesday,friday,saturday | | Monday, Tuesday, Friday and Saturday",
                " | 22-7 | 22:00 to 07:00",
            })
    void inWords(@Nullable String days, @Nullable String hours, String words) {
        WeekTimes times = new WeekTimes(
                days == null ? List.of() : WeekTimes.findDays(days).orElseThrow(),
                hours == null ? null : HourBand.find(hours).orElseThrow());

        assertThat(times.inWords()).isEqualTo(words);
    }
}
