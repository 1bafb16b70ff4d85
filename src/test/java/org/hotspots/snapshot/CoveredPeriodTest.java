package org.hotspots.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CoveredPeriodTest {
    private static final DataVersion FIVE_MONTHS =
            new DataVersion(1, "", Instant.EPOCH, LocalDate.of(2018, 10, 1), LocalDate.of(2019, 2, 28));

    private static CoveredPeriod asked(String from, String to) {
        return CoveredPeriod.of(LocalDate.parse(from), LocalDate.parse(to), FIVE_MONTHS);
    }

    private static boolean isNone(String from, String to) {
        return asked(from, to).isNone(LocalDate.parse(from), LocalDate.parse(to));
    }

    @Test
    void monthsBeforeTheDataAreNotCovered() {
        CoveredPeriod covered = asked("2018-03-01", "2019-03-01");

        assertThat(covered).isEqualTo(new CoveredPeriod(LocalDate.of(2018, 10, 1), LocalDate.of(2019, 3, 1), false));
        assertThat(covered.months()).isEqualTo(5);
        assertThat(covered.inWords()).isEqualTo("in 5 months");
    }

    @Test
    void aPeriodInsideTheDataIsCoveredWhole() {
        CoveredPeriod covered = asked("2018-11-01", "2018-11-16");

        assertThat(covered.whole()).isTrue();
        assertThat(covered.months()).isEqualTo(0.5);
        assertThat(covered.inWords()).isEqualTo("in 15 days");
    }

    @Test
    void aPartOfAMonthCountsByItsDays() {
        // November and 15 of the 31 days of December.
        assertThat(asked("2018-11-01", "2018-12-16").months()).isCloseTo(1 + 15 / 31.0, within(1e-12));
    }

    @Test
    void aPeriodThatMissesTheDataStaysAsAsked() {
        assertThat(asked("2020-01-01", "2020-02-01"))
                .isEqualTo(new CoveredPeriod(LocalDate.of(2020, 1, 1), LocalDate.of(2020, 2, 1), false));
        assertThat(isNone("2020-01-01", "2020-02-01")).isTrue();
        assertThat(isNone("2018-03-01", "2019-03-01")).isFalse();
        assertThat(isNone("2018-11-01", "2018-11-16")).isFalse();
    }
}
