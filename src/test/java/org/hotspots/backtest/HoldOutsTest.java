package org.hotspots.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

class HoldOutsTest {
    @Test
    void threeYearsHoldOutAYearAndHaveRoomForEveryWindow() {
        HoldOuts holdOuts = HoldOuts.of(LocalDate.of(2023, 11, 1), LocalDate.of(2026, 10, 31));

        assertThat(holdOuts.months())
                .hasSize(12)
                .startsWith(YearMonth.of(2025, 11))
                .endsWith(YearMonth.of(2026, 10));
        assertThat(holdOuts.windows()).containsExactly(3, 6, 12, 24);
    }

    @Test
    void lessHoldsOutHalfAYear() {
        HoldOuts holdOuts = HoldOuts.of(LocalDate.of(2023, 12, 1), LocalDate.of(2026, 10, 31));

        assertThat(holdOuts.months()).hasSize(6).startsWith(YearMonth.of(2026, 5));
        assertThat(holdOuts.windows()).containsExactly(3, 6, 12, 24);
    }

    @Test
    void onlyWholeMonthsCount() {
        HoldOuts holdOuts = HoldOuts.of(LocalDate.of(2025, 1, 2), LocalDate.of(2026, 1, 30));

        assertThat(holdOuts.months()).endsWith(YearMonth.of(2025, 12)).startsWith(YearMonth.of(2025, 7));
        // February to June are five months before the first held-out one.
        assertThat(holdOuts.windows()).containsExactly(3);
    }

    @Test
    void fewMonthsHoldOutFewer() {
        HoldOuts five = HoldOuts.of(LocalDate.of(2018, 10, 1), LocalDate.of(2019, 2, 28));

        assertThat(five.months()).containsExactly(YearMonth.of(2019, 1), YearMonth.of(2019, 2));
        assertThat(five.windows()).containsExactly(3);
        assertThat(HoldOuts.of(LocalDate.of(2018, 10, 1), LocalDate.of(2018, 12, 31)))
                .isEqualTo(HoldOuts.of(null, null));
        assertThat(HoldOuts.of(null, null).months()).isEmpty();
    }
}
