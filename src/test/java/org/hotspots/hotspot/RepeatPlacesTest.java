package org.hotspots.hotspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import org.hotspots.offence.PlaceName;
import org.hotspots.offence.TableDraft;
import org.hotspots.offence.TableDraft.Row;
import org.hotspots.question.QuestionReader;
import org.hotspots.snapshot.Snapshot;
import org.hotspots.support.FakeRunStore;
import org.hotspots.support.FakeSnapshotStore;
import org.hotspots.support.TestWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepeatPlacesTest {
    private static final double EASTING = TestWorld.WEST + 5012;
    private static final double NORTHING = 304_537;

    private static Run run(TableDraft draft) {
        Snapshot snapshot = TestWorld.snapshot(TestWorld.version(1), draft, TestWorld.areas());
        Engine engine =
                new Engine(new FakeSnapshotStore(snapshot), new FakeRunStore(), EngineSettings.defaults("test"));
        return engine.ask(new QuestionReader(snapshot).read(Map.of()));
    }

    private static Row row(double north, int incident, String day) {
        return Row.at(EASTING, NORTHING + north, incident)
                .named("Flat 2, 14 Mill Lane, Middleton")
                .on(LocalDate.parse(day));
    }

    @Test
    void placesAreRankedByEventsAndShownAsTheirStreet() {
        TableDraft draft = new TableDraft()
                .add(row(0, 1, "2025-04-01"))
                .add(row(0, 2, "2025-04-30"))
                .add(row(0, 3, "2025-08-01"))
                // A second offence of one incident is no second event.
                .add(row(0, 3, "2025-09-01"))
                .add(row(500, 4, "2025-05-01"))
                .add(row(500, 5, "2025-05-02"))
                .add(row(900, 6, "2025-05-02"));

        RepeatPlaces found = run(draft).repeatPlaces();

        assertThat(found.places())
                .extracting(
                        RepeatPlaces.Place::rank,
                        RepeatPlaces.Place::count,
                        RepeatPlaces.Place::runningCount,
                        RepeatPlaces.Place::monthsActive,
                        RepeatPlaces.Place::firstMonth,
                        RepeatPlaces.Place::lastMonth)
                .containsExactly(
                        tuple(1, 3L, 3L, 2, YearMonth.of(2025, 4), YearMonth.of(2025, 8)),
                        tuple(2, 2L, 5L, 1, YearMonth.of(2025, 5), YearMonth.of(2025, 5)));
        RepeatPlaces.Place first = found.places().get(0);
        assertThat(first.near()).isEqualTo("Mill Lane");
        assertThat(first.town()).isEqualTo("Middleton");
        assertThat(first.district()).isEqualTo("North");
        assertThat(first.centre().easting()).isEqualTo(TestWorld.WEST + 5050);
        assertThat(first.centre().northing()).isEqualTo(304_550);
        assertThat(found.sentence())
                .isEqualTo(
                        "The busiest fifth of the places with any (1 of 3) holds 3 of 6 incidents; 2 places have more"
                                + " than one.");
    }

    @Test
    void withoutEventsThereAreNoPlaces() {
        RepeatPlaces found = run(new TableDraft()).repeatPlaces();

        assertThat(found.places()).isEmpty();
        assertThat(found.sentence()).isEqualTo("There are no incidents.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "On or near Mill Lane | Mill Lane",
                "12 Mill Lane | Mill Lane",
                "12a Mill Lane | Mill Lane",
                "12-14 Mill Lane | Mill Lane",
                "Flat 3, 12 Mill Lane, Rugby | Mill Lane",
                "12, Mill Lane | Mill Lane",
                "Rose Cottage, Mill Lane | Mill Lane",
                "Supermarket, Rugby | Supermarket",
                "Unit 4 | ''",
                "17 | ''",
                "1st Avenue | 1st Avenue",
                "'' | ''"
            })
    void theStreetOfAnAddress(String address, String street) {
        assertThat(PlaceName.street(address)).isEqualTo(street);
    }
}
