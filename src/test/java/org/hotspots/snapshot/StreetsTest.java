package org.hotspots.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.hotspots.geo.Bounds;
import org.hotspots.geo.BritishGridPoint;
import org.hotspots.offence.OffenceTable;
import org.hotspots.offence.Source;
import org.hotspots.offence.TableDraft;
import org.hotspots.offence.TableDraft.Row;
import org.hotspots.support.TestWorld;
import org.junit.jupiter.api.Test;

/** Streets by the names of their locations, and never a house. */
class StreetsTest {
    private static final double EAST = TestWorld.WEST + 5000;
    private static final double VILLAGE = TestWorld.WEST + 1000;

    private static Snapshot snapshot(TableDraft draft) {
        return TestWorld.snapshot(TestWorld.version(1), draft, TestWorld.areas());
    }

    private static List<String> names(Streets streets) {
        return streets.all().stream()
                .map(street -> street.name() + ", " + street.around().name() + ": " + street.places())
                .toList();
    }

    @Test
    void aStreetHasThreePlacesOrPublicFilesNameIt() {
        TableDraft draft = new TableDraft();
        for (int k = 0; k < 3; k++) {
            draft.add(Row.at(EAST + 40 * k, 304_010, k).named(k + " Mill Lane"));
        }
        draft.add(Row.at(EAST, 304_710, 9).named("Rose Cottage"));
        draft.add(Row.at(EAST + 20, 304_710, 9).named("Rose Cottage"));
        // Another offence at a place makes it no further place.
        draft.add(Row.at(EAST + 20, 304_710, 10).named("Rose Cottage"));
        draft.add(Row.at(EAST, 304_910, 11).named("On or near Elm Close").from(Source.POLICE_UK));
        // The words alone do not make it a public file.
        draft.add(Row.at(EAST, 305_110, 12).named("On or near Home Farm").from(Source.FORCE_EXTRACT));
        draft.add(Row.at(EAST, 305_310, 13).named("The Lodge").from(Source.POLICE_UK));

        assertThat(names(snapshot(draft).streets()))
                .containsExactly("Elm Close, Middleton: 1", "Mill Lane, Middleton: 3");
    }

    @Test
    void aKindOfPlaceIsNoStreetButLiesByOne() {
        TableDraft draft = new TableDraft();
        draft.add(Row.at(EAST, 304_010, 1).named("On or near Elm Close").from(Source.POLICE_UK));
        draft.add(Row.at(EAST + 400, 304_010, 2).named("On or near Oak Road").from(Source.POLICE_UK));
        draft.add(Row.at(EAST + 150, 304_010, 3).named("On or near Supermarket").from(Source.POLICE_UK));
        draft.add(Row.at(EAST + 300, 304_010, 4).named("On or near Supermarket").from(Source.POLICE_UK));
        draft.add(Row.at(EAST, 306_010, 5).named("On or near Race Track").from(Source.POLICE_UK));
        Snapshot snapshot = snapshot(draft);

        assertThat(names(snapshot.streets())).containsExactly("Elm Close, Middleton: 1", "Oak Road, Middleton: 1");
        OffenceTable.Places places = snapshot.offences().places();
        Map<Double, String> told = new HashMap<>();
        for (int place = 0; place < places.size(); place++) {
            told.put(
                    places.eastings()[place] - EAST + places.northings()[place] - 304_010,
                    snapshot.streets().nameOf(place).orElseThrow());
        }
        assertThat(told)
                .containsEntry(150.0, "Supermarket by Elm Close")
                .containsEntry(300.0, "Supermarket by Oak Road")
                .containsEntry(2000.0, "Race Track");
    }

    @Test
    void namesakesFarApartAreNoStreet() {
        TableDraft draft = new TableDraft();
        for (int village = 0; village < 4; village++) {
            draft.add(Row.at(VILLAGE, 300_500 + 2000 * village, village).named("Church Farm"));
        }
        // In squares of 500 m that touch at their corners.
        draft.add(Row.at(VILLAGE + 490, 300_490, 10).named("Long Road"));
        draft.add(Row.at(VILLAGE + 510, 300_510, 11).named("LONG  ROAD"));
        draft.add(Row.at(VILLAGE + 1010, 301_010, 12).named("Long Road"));
        draft.add(Row.at(VILLAGE, 308_000, 13).named("Long Road"));
        Snapshot snapshot = snapshot(draft);

        assertThat(names(snapshot.streets())).containsExactly("Long Road, North: 3");
        OffenceTable.Places places = snapshot.offences().places();
        for (int place = 0; place < places.size(); place++) {
            boolean isTold = places.names()[place].contains("ong") || places.names()[place].contains("ONG");
            assertThat(snapshot.streets().nameOf(place))
                    .isEqualTo(
                            isTold && places.northings()[place] < 302_000
                                    ? Optional.of("Long Road")
                                    : Optional.empty());
        }
    }

    @Test
    void aNameIsOneStreetInEachTownAndOutsideTownsInEachDistrict() {
        TableDraft draft = new TableDraft();
        for (int k = 0; k < 3; k++) {
            draft.add(Row.at(EAST + 40 * k, 304_010, k).named("High Street"));
            draft.add(Row.at(VILLAGE + 40 * k, 304_010, 10 + k).named("High Street"));
            draft.add(Row.at(VILLAGE + 40 * k, 295_010, 20 + k).named("High Street"));
            draft.add(Row.at(250_000 + 40 * k, 60_010, 30 + k).named("High Street"));
        }

        assertThat(names(snapshot(draft).streets()))
                .containsExactlyInAnyOrder(
                        "High Street, Middleton: 3",
                        "High Street, North: 3",
                        "High Street, South: 3",
                        "High Street, SX56: 3");
    }

    @Test
    void whereAStreetIsIsToldBySquaresOfAHundredMetres() {
        TableDraft draft = new TableDraft();
        for (int k = 0; k < 4; k++) {
            draft.add(Row.at(EAST + 40 * k, 304_010, k).named(k + " Mill Lane"));
        }
        for (int k = 0; k < 3; k++) {
            draft.add(Row.at(EAST + 40 * k, 304_510, k).named("High Street"));
        }
        Streets streets = snapshot(draft).streets();

        Street lane = streets.all().get(1);
        // The lower median of 0, 40, 80 and 120 is 40, in the square whose centre is at 50.
        assertThat(lane.middle()).isEqualTo(new BritishGridPoint(EAST + 50, 304_050));
        assertThat(lane.extent()).isEqualTo(new Bounds(EAST, 304_000, EAST + 200, 304_100));
        List<Street> inBounds = streets.in(new Bounds(EAST + 110, 304_000, EAST + 1000, 305_000));
        assertThat(inBounds).extracting(Street::name).containsExactly("Mill Lane");
        assertThat(inBounds.get(0).places()).isEqualTo(1);
        assertThat(inBounds.get(0).middle()).isEqualTo(new BritishGridPoint(EAST + 150, 304_050));
        assertThat(streets.in(new Bounds(EAST, 304_000, EAST + 1000, 305_000)))
                .extracting(Street::name)
                .containsExactly("Mill Lane", "High Street");
    }

    /** By brute force: places of a name are joined while any two lie in the same or in touching squares. */
    @Test
    void placesHangTogetherThroughTouchingSquares() {
        Random random = new Random(7);
        TableDraft draft = new TableDraft();
        for (int k = 0; k < 16; k++) {
            draft.add(Row.at(EAST - 1950 + random.nextInt(3900), 303_050 + random.nextInt(2900), k)
                    .named("Mill Lane"));
        }
        Snapshot snapshot = snapshot(draft);
        OffenceTable.Places places = snapshot.offences().places();
        int[] group = new int[places.size()];
        for (int i = 0; i < group.length; i++) {
            group[i] = i;
        }
        for (int round = 0; round < group.length; round++) {
            for (int i = 0; i < group.length; i++) {
                for (int j = 0; j < group.length; j++) {
                    boolean isClose = Math.abs(square(places.eastings()[i]) - square(places.eastings()[j])) <= 1
                            && Math.abs(square(places.northings()[i]) - square(places.northings()[j])) <= 1;
                    group[i] = isClose ? Math.min(group[i], group[j]) : group[i];
                }
            }
        }
        Map<Integer, List<Integer>> members = new HashMap<>();
        for (int i = 0; i < group.length; i++) {
            members.computeIfAbsent(group[i], key -> new ArrayList<>()).add(i);
        }

        assertThat(members.values()).anyMatch(list -> list.size() < 3).anyMatch(list -> list.size() >= 3);
        for (int i = 0; i < group.length; i++) {
            assertThat(snapshot.streets().nameOf(i).isPresent())
                    .as("place %d of group %d", i, group[i])
                    .isEqualTo(members.getOrDefault(group[i], List.of()).size() >= 3);
        }
    }

    private static long square(double metres) {
        return (long) Math.floor(metres / 500);
    }
}
