package org.hotspots.hotspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.hotspots.kernel.Knox;
import org.hotspots.offence.Source;
import org.hotspots.offence.TableDraft;
import org.hotspots.offence.TableDraft.Row;
import org.hotspots.question.QuestionReader;
import org.hotspots.snapshot.Snapshot;
import org.hotspots.support.FakeRunStore;
import org.hotspots.support.FakeSnapshotStore;
import org.hotspots.support.TestWorld;
import org.junit.jupiter.api.Test;

class NearRepeatsTest {
    private static final int PLACES = 30;

    private static NearRepeats of(TableDraft draft) {
        Snapshot snapshot = TestWorld.snapshot(TestWorld.version(1), draft, TestWorld.areas());
        try (Engine engine =
                new Engine(new FakeSnapshotStore(snapshot), new FakeRunStore(), EngineSettings.defaults("test"))) {
            return engine.ask(new QuestionReader(snapshot).read(Map.of())).nearRepeats();
        }
    }

    /** Thirty places a kilometre apart, each with two events three days apart; places twelve days after each other. */
    private static TableDraft pairs() {
        TableDraft draft = new TableDraft();
        for (int place = 0; place < PLACES; place++) {
            double easting = TestWorld.WEST + 1500 + 1000 * (place % 6);
            double northing = TestWorld.SOUTH + 1500 + 1000 * Math.floorDiv(place, 6);
            LocalDate day = TestWorld.FIRST_DAY.plusDays(12L * place);
            // Of one incident, the later offence first: the event is of the earlier day.
            draft.add(Row.at(easting, northing, 2 * place)
                    .on(day.plusDays(100).isBefore(TestWorld.LAST_DAY) ? day.plusDays(100) : day));
            draft.add(Row.at(easting, northing, 2 * place).on(day));
            draft.add(Row.at(easting, northing, 2 * place + 1).on(day.plusDays(3)));
        }
        return draft;
    }

    @Test
    void whatComesBackToTheSameDoorWithinAWeekIsSeen() {
        NearRepeats found = of(pairs());

        assertThat(found.reason()).isEmpty();
        Knox.Table table = Objects.requireNonNull(found.table());
        assertThat(table.pairs()).isEqualTo(60 * 59 / 2);
        Knox.Cell first = table.cells().get(0);
        assertThat(first.observed()).isEqualTo(PLACES);
        // 30 pairs at one place and 30 within a week, of 1,770.
        assertThat(first.expected()).isCloseTo(30.0 * 30 / 1770, within(1e-12));
        assertThat(first.p()).isEqualTo(0.001);
        assertThat(found.q().get(0)).isEqualTo(0.001 * table.cells().size());
        assertThat(table.cells().subList(1, table.cells().size())).allMatch(cell -> cell.observed() == 0);
    }

    @Test
    void publicFilesKnowNoDay() {
        NearRepeats found = of(pairs().add(Row.at(TestWorld.WEST + 1500, TestWorld.SOUTH + 1500, 99)
                .from(Source.POLICE_UK)));

        assertThat(found.table()).isNull();
        assertThat(found.reason()).contains("the month only");
    }

    @Test
    void morePairsThanCanBeShuffledAreToldWithTheirNumber() {
        TableDraft draft = new TableDraft();
        for (int i = 0; i < 3200; i++) {
            draft.add(Row.at(TestWorld.WEST + 1500, TestWorld.SOUTH + 1500, i));
        }

        NearRepeats found = of(draft);

        assertThat(found.table()).isNull();
        assertThat(found.reason()).startsWith("5,118,400 pairs within 400 m are more than");
    }
}
