package org.hotspots.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDateTime;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class AoristicTest {
    /** A Monday. */
    private static final LocalDateTime MONDAY = LocalDateTime.of(2024, 1, 1, 0, 0);

    /** Minute by minute, each to the hour that the calendar names. */
    @Test
    void agreesWithCountingTheMinutes() {
        SeededRandom random = new SeededRandom(72);
        for (int round = 0; round < 200; round++) {
            LocalDateTime from = MONDAY.plusMinutes(random.nextInt(60_000) - 30_000);
            int minutes = 1 + random.nextInt(round % 2 == 0 ? 300 : 10_080);
            double[] expected = new double[168];
            for (int minute = 0; minute < minutes; minute++) {
                LocalDateTime at = from.plusMinutes(minute);
                expected[(at.getDayOfWeek().getValue() - 1) * 24 + at.getHour()] += 1.0 / minutes;
            }
            double[] week = Aoristic.week(from, from.plusMinutes(minutes));

            assertThat(week).containsExactly(expected, within(1e-11));
            assertThat(Aoristic.week(from.plusMinutes(minutes), from)).isEqualTo(week);
            assertThat(Arrays.stream(week).sum()).isCloseTo(1, within(1e-12));
        }
    }

    @Test
    void aMomentFallsIntoItsHourWhole() {
        assertThat(Aoristic.week(MONDAY.plusMinutes(59), MONDAY.plusMinutes(59))[0])
                .isEqualTo(1);
        assertThat(Aoristic.week(MONDAY.plusHours(1), MONDAY.plusHours(1))[1]).isEqualTo(1);
        assertThat(Aoristic.week(MONDAY.minusMinutes(1), MONDAY.minusMinutes(1))[167])
                .isEqualTo(1);
        assertThat(Aoristic.week(LocalDateTime.of(1969, 12, 31, 23, 30), LocalDateTime.of(1969, 12, 31, 23, 30))[71])
                .isEqualTo(1);
    }

    @Test
    void aSpanThatEndsWithTheHourHasNoPartInTheNext() {
        double[] week = Aoristic.week(MONDAY.plusHours(23), MONDAY.plusHours(25));

        assertThat(week[23]).isEqualTo(0.5);
        assertThat(week[24]).isEqualTo(0.5);
        assertThat(week[25]).isZero();
    }

    @Test
    void aWeekAndMoreSaysNothingOfTheHour() {
        double[] even = new double[168];
        Arrays.fill(even, 1.0 / 168);

        assertThat(Aoristic.week(MONDAY.plusMinutes(7), MONDAY.plusMinutes(7).plusDays(7)))
                .containsExactly(even, within(1e-15));
        assertThat(Aoristic.week(MONDAY, MONDAY.plusDays(7).plusHours(20))).isEqualTo(even);
        assertThat(Aoristic.week(MONDAY.plusYears(3), MONDAY)).isEqualTo(even);
    }

    @Test
    void twoEventsAreOneOfDoubleWeight() {
        double[] twice = new double[168];
        double[] doubled = new double[168];
        LocalDateTime to = MONDAY.plusMinutes(1234);
        Aoristic.add(twice, MONDAY, to, 1);
        Aoristic.add(twice, MONDAY, to, 1);
        Aoristic.add(doubled, MONDAY, to, 2);

        assertThat(twice).isEqualTo(doubled);
    }

    @Test
    void refusesAnotherWeekAndAWeightThatIsNone() {
        assertThatThrownBy(() -> Aoristic.add(new double[24], MONDAY, MONDAY, 1))
                .hasMessage("week.length=24: a week has 168 hours");
        assertThatThrownBy(() -> Aoristic.add(new double[168], MONDAY, MONDAY, Double.NaN))
                .hasMessage("weight=NaN: must be finite");
    }
}
