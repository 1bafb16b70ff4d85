package org.hotspots.hotspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.hotspots.offence.TableDraft;
import org.hotspots.offence.TableDraft.Row;
import org.hotspots.snapshot.Snapshot;
import org.hotspots.support.FakeRunStore;
import org.hotspots.support.FakeSnapshotStore;
import org.hotspots.support.TestWorld;
import org.junit.jupiter.api.Test;

class ChangeTest {
    private static final LocalDate MIDDLE = LocalDate.of(2025, 9, 1);

    @Test
    void twelveToFiveCouldBeChance() {
        // Clopper-Pearson for 5 of 17 is 0.1031 to 0.5596 (R's binom.test), as odds 0.1150 to 1.2706; p as published.
        Change change = Change.of(12, 5, 365, 365);

        assertThat(change.words()).isEqualTo("12 to 5 (-58 %); ratio 0.11 to 1.27; could be chance");
        assertThat(change.p()).isCloseTo(0.143463, within(5e-7));
    }

    @Test
    void noPercentageOnABaseUnderTen() {
        assertThat(Change.of(9, 27, 28, 28).percent()).isNull();
        assertThat(Change.of(9, 27, 28, 28).words())
                .startsWith("9 to 27; ratio ")
                .endsWith("; unlikely to be chance");
        assertThat(Change.of(10, 20, 28, 28).percent()).isCloseTo(100, within(1e-9));
    }

    @Test
    void fromNothingThereIsOnlyALowerLimit() {
        assertThat(Change.of(0, 5, 31, 31).words()).isEqualTo("0 to 5; ratio 0.92 or more; could be chance");
        assertThat(Change.of(0, 0, 31, 31).words()).isEqualTo("0 to 0; nothing to compare");
    }

    @Test
    void periodsOfUnequalLengthAreComparedByTheDay() {
        Change change = Change.of(28, 31, 28, 31);

        assertThat(change.ratio()).isCloseTo(1, within(1e-12));
        assertThat(change.percent()).isCloseTo(0, within(1e-9));
    }

    @Test
    void whatRoundsToNothingHasNoSign() {
        assertThat(Change.of(205, 205, 31, 31).words()).startsWith("205 to 205 (0 %); ");
        assertThat(Change.of(1000, 1004, 31, 31).words()).startsWith("1,000 to 1,004 (0 %); ");
        assertThat(Change.of(1000, 996, 31, 31).words()).startsWith("1,000 to 996 (0 %); ");
        assertThat(Change.of(100, 101, 31, 31).words()).startsWith("100 to 101 (+1 %); ");
    }

    @Test
    void aPeriodIsComparedWithTheMonthsJustBefore() {
        Run run = ask("from", MIDDLE.toString(), "to", "2026-03-01");
        Run before = ask("from", "2025-03-01", "to", MIDDLE.toString());
        ChangeSince previous = run.sincePrevious();

        assertThat(previous.from()).isEqualTo("2025-03-01");
        assertThat(previous.to()).isEqualTo(MIDDLE);
        assertThat(previous.change()).isNotNull().satisfies(change -> {
            assertThat(change.before()).isEqualTo(before.n());
            assertThat(change.now()).isEqualTo(run.n());
        });
        assertThat(run.sinceYearBefore().change()).isNull();
        assertThat(run.sinceYearBefore().reason()).isEqualTo("The data begin on 1 March 2025, after 1 September 2024.");
    }

    @Test
    void aPeriodThatTheDataDoNotCoverIsNotCompared() {
        assertThat(ask("from", "2025-09-01", "to", "2026-03-02").sincePrevious().reason())
                .isEqualTo("The data do not cover the whole of the period.");
    }

    @Test
    void aHotspotIsComparedWithTheEarlierEventsInItsOutline() {
        TableDraft draft = new TableDraft();
        int incident = 0;
        for (int i = 0; i < 30; i++) {
            draft.add(Row.at(TestWorld.WEST + 4010 + i, 304_010, ++incident).on(MIDDLE.plusDays(i)));
        }
        for (int i = 0; i < 4; i++) {
            draft.add(Row.at(TestWorld.WEST + 4015, 304_015, ++incident).on(MIDDLE.minusDays(1 + i)));
            draft.add(Row.at(TestWorld.WEST + 6500, 305_500, ++incident).on(MIDDLE.minusDays(1 + i)));
        }
        Snapshot snapshot = TestWorld.snapshot(TestWorld.version(1), draft, TestWorld.areas());
        try (Engine engine =
                new Engine(new FakeSnapshotStore(snapshot), new FakeRunStore(), EngineSettings.defaults("1"))) {
            Run run = engine.ask(engine.questionReader()
                    .read(Map.of("from", List.of(MIDDLE.toString()), "area", List.of("town:middleton"))));

            assertThat(run.hotspots()).hasSize(1);
            assertThat(run.sincePrevious(run.hotspots()))
                    .singleElement()
                    .satisfies(comparison -> assertThat(comparison.change()).isEqualTo(Change.of(4, 30, 184, 181)));
            assertThat(run.sincePrevious().change()).isEqualTo(Change.of(8, 30, 184, 181));
        }
    }

    private static Run ask(String... namesAndValues) {
        Snapshot snapshot = TestWorld.snapshot(5, 2000);
        try (Engine engine =
                new Engine(new FakeSnapshotStore(snapshot), new FakeRunStore(), EngineSettings.defaults("1"))) {
            return engine.ask(engine.questionReader()
                    .read(Map.of(
                            namesAndValues[0], List.of(namesAndValues[1]),
                            namesAndValues[2], List.of(namesAndValues[3]))));
        }
    }
}
