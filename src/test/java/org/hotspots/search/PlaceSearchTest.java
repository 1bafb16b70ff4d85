package org.hotspots.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import org.hotspots.area.AreaAddress;
import org.hotspots.area.AreaIndex;
import org.hotspots.area.AreaKind;
import org.hotspots.geo.BritishGridPoint;
import org.hotspots.geo.BritishNationalGrid;
import org.hotspots.geo.LonLat;
import org.hotspots.offence.TableDraft;
import org.hotspots.offence.TableDraft.Row;
import org.hotspots.search.PlaceSearch.Answer;
import org.hotspots.snapshot.Snapshot;
import org.hotspots.snapshot.StudyArea;
import org.hotspots.snapshot.StudyAreas;
import org.hotspots.support.TestWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;

class PlaceSearchTest {
    private static final double TOWN_EASTING = 404_000;
    private static final double TOWN_NORTHING = 304_000;
    private static final Snapshot COUNTY = snapshot(
            streets(
                    "High Street",
                    "St John's Road",
                    "Café Close",
                    "Old High Lane",
                    "Highfield Way",
                    "Upper Middleton Hill",
                    "50% Yard",
                    "North_South Link"),
            TestWorld.areas());

    /** Three places of each street in the town, 40 m apart, and a High Street of four in the country of the south. */
    private static TableDraft streets(String... names) {
        TableDraft draft = new TableDraft();
        int incident = 0;
        for (String name : names) {
            for (int i = 0; i < 3; i++) {
                draft.add(Row.at(TOWN_EASTING + 40 * i, TOWN_NORTHING + 10 * incident, incident++)
                        .named(name));
            }
        }
        for (int i = 0; i < 4; i++) {
            draft.add(Row.at(402_000 + 100 * i, 292_000, incident++).named("On or near High Street"));
        }
        return draft;
    }

    private static Snapshot snapshot(TableDraft draft, AreaIndex areas) {
        return TestWorld.snapshot(TestWorld.version(1), draft, areas);
    }

    private static Answer search(Snapshot snapshot, String text) {
        StudyArea force = new StudyAreas(snapshot, "Middleshire").get(null);
        return PlaceSearch.of(snapshot).search(text, force);
    }

    private static Answer search(String text) {
        return search(COUNTY, text);
    }

    private static List<String> found(String text) {
        return search(text).results().stream()
                .map(place -> place.name() + (place.context() == null ? "" : ", " + place.context()))
                .toList();
    }

    @Test
    void whatBeginsSoComesBeforeWhatHasAWordThatDoesAndThatBeforeWhatHasItInside() {
        assertThat(found("high"))
                .containsExactly(
                        "High Street, South",
                        "High Street, Middleton",
                        "Highfield Way, Middleton",
                        "Old High Lane, Middleton");
        assertThat(found("middle")).containsExactly("Middleton, North", "Upper Middleton Hill, Middleton");
        assertThat(found("field")).containsExactly("Highfield Way, Middleton");
        assertThat(found("north")).startsWith("North");
    }

    @Test
    void wordsInAnyOrderAndOfWhereItIs() {
        assertThat(found("lane old")).containsExactly("Old High Lane, Middleton");
        assertThat(found("high st south")).containsExactly("High Street, South");
        assertThat(found("street cake")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ST. JOHNS ROAD", "st john’s road", "St-John's Road", " st  johns  road "})
    void caseAccentsAndPunctuationDoNotMatter(String text) {
        assertThat(found(text)).containsExactly("St John's Road, Middleton");
        assertThat(found("cafe")).containsExactly("Café Close, Middleton");
        assertThat(found("CAFÉ")).containsExactly("Café Close, Middleton");
    }

    @Test
    void everyOtherCharacterIsItself() {
        assertThat(found("%")).containsExactly("50% Yard, Middleton");
        assertThat(found("_")).containsExactly("North_South Link, Middleton");
        assertThat(found("(a+)+$")).isEmpty();
        assertThat(found(".*")).isEmpty();
        assertThat(found("\\")).isEmpty();
        assertThat(PlaceSearch.isSearchable("- ' .")).isFalse();
        assertThat(PlaceSearch.isSearchable("%")).isTrue();
    }

    @Test
    void aStreetIsToldByItsMiddleToAHundredMetresAndOnlyWithThreePlaces() {
        TableDraft draft = new TableDraft();
        int[][] mill = {{3_010, 3_020}, {3_190, 3_090}, {3_460, 3_410}};
        for (int i = 0; i < mill.length; i++) {
            draft.add(Row.at(TestWorld.WEST + mill[i][0], 300_000 + mill[i][1], i)
                    .named("12" + i + " Mill Lane, Middleton"));
        }
        draft.add(Row.at(TestWorld.WEST + 3_500, 303_500, 8).named("Back Lane"));
        draft.add(Row.at(TestWorld.WEST + 3_600, 303_500, 9).named("Back Lane"));
        // A second offence at a place makes it no second place.
        draft.add(Row.at(TestWorld.WEST + 3_600, 303_500, 10).named("Back Lane"));
        Snapshot snapshot = snapshot(draft, TestWorld.areas());

        FoundPlace lane = search(snapshot, "mill").results().get(0);
        assertThat(lane.name()).isEqualTo("Mill Lane");
        assertThat(lane.kind()).isEqualTo(PlaceKind.STREET);
        assertThat(lane.area()).isEqualTo(TestWorld.TOWN);
        assertThat(lane.centre()).isEqualTo(new BritishGridPoint(403_150, 303_050));
        assertThat((Object) Objects.requireNonNull(lane.extent()).getEnvelopeInternal())
                .isEqualTo(new Envelope(403_000, 403_500, 303_000, 303_500));
        assertThat(search(snapshot, "back lane").results()).isEmpty();
        assertThat(search(snapshot, "121").results()).isEmpty();
    }

    @Test
    void streetsBeyondTheForceAreLeftOutAndWithoutAreasToldByTheirSquare() {
        TableDraft draft = new TableDraft();
        for (int i = 0; i < 3; i++) {
            draft.add(Row.at(250_000 + 100 * i, 60_000, i).named("Fore Street"));
        }
        draft.add(Row.at(TOWN_EASTING, TOWN_NORTHING, 7).named("High Street"));

        assertThat(search(snapshot(draft, TestWorld.areas()), "fore").results()).isEmpty();
        List<FoundPlace> without =
                search(snapshot(draft, new AreaIndex(List.of())), "fore").results();
        assertThat(without).extracting(FoundPlace::context).containsExactly("SX56");
        assertThat(without).extracting(FoundPlace::area).containsOnlyNulls();
    }

    @Test
    void atMostTen() {
        String[] names = new String[40];
        for (int i = 0; i < names.length; i++) {
            names[i] = "Acacia Avenue " + (char) ('A' + i % 26) + (i / 26 == 0 ? "" : "b");
        }
        assertThat(search(snapshot(streets(names), TestWorld.areas()), "acacia").results())
                .hasSize(10);
    }

    @Test
    void aGridReferenceIsItsSquareAndTheTownItLiesIn() {
        // The town lies in the square of 100 km SK (400, 300).
        FoundPlace square = search("sk 045 042").results().get(0);

        assertThat(square.kind()).isEqualTo(PlaceKind.GRID_REFERENCE);
        assertThat(square.name()).isEqualTo("SK 045 042");
        assertThat(square.centre()).isEqualTo(new BritishGridPoint(404_550, 304_250));
        assertThat(square.area()).isEqualTo(TestWorld.TOWN);
        assertThat(square.context()).isEqualTo("Middleton");
        assertThat(search("SK0904").results().get(0).area()).isEqualTo(new AreaAddress(AreaKind.DISTRICT, "north"));
        assertThat(search("SK 045 042").note()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"404550 304250", "404550, 304250", "404550.0,304250", "E 404550 N 304250", "304250N 404550E"})
    void eastingAndNorthing(String text) {
        FoundPlace point = search(text).results().get(0);

        assertThat(point.kind()).isEqualTo(PlaceKind.COORDINATES);
        assertThat(point.name()).isEqualTo("404550 304250");
        assertThat(point.centre()).isEqualTo(new BritishGridPoint(404_550, 304_250));
        assertThat((Object) point.extent()).isNull();
    }

    /**
     * One place in many ways: 52.657570 N, 1.717922 E is Ordnance Survey's water tower, 52° 39' 27.2531" N 1° 43' 4.5177" E,
     * in the datum of the grid; here only that all ways of writing come to one point matters.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "52.65757030556, 1.71792158333",
                "1.71792158333, 52.65757030556",
                "52.65757030556N 1.71792158333E",
                "N52.65757030556 E1.71792158333",
                "1.71792158333°E, 52.65757030556°N",
                "52° 39' 27.2531\" N, 1° 43' 4.5177\" E",
                "52°39′27.2531″N 1°43′4.5177″E",
                "52.65757030556; 1.71792158333"
            })
    void degreesInEveryWayAreOnePoint(String text) {
        BritishGridPoint expected = BritishNationalGrid.fromLonLat(new LonLat(1.71792158333, 52.65757030556));
        Answer answer = search(text);
        FoundPlace point = answer.results().get(0);

        assertThat(point.name()).isEqualTo("52.65757, 1.717922");
        assertThat(point.centre().easting()).isCloseTo(expected.easting(), within(0.01));
        assertThat(point.centre().northing()).isCloseTo(expected.northing(), within(0.01));
        assertThat(answer.note()).startsWith("52.65757, 1.717922 lies outside Middleshire.");
        assertThat(answer.note().contains("Read as longitude, latitude")).isEqualTo(text.startsWith("1.71792158333,"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"52.37, -1.26|-1.26", "52.37N 1.26W|-1.26", "52.37 1.26 W|-1.26", "52.37, 1.26|1.26"})
    void westIsNegative(String text, double longitude) {
        LonLat back = BritishNationalGrid.toLonLat(search(text).results().get(0).centre());

        assertThat(back.longitude()).isCloseTo(longitude, within(1e-6));
        assertThat(back.latitude()).isCloseTo(52.37, within(1e-6));
    }

    @ParameterizedTest
    @ValueSource(strings = {"48.85, 2.35", "52.37, 11.2", "800000 300000", "12 34", "ZZ 12 34", "450300 1400000"})
    void beyondBritainIsTold(String text) {
        Answer answer = search(text);

        assertThat(answer.results()).isEmpty();
        assertThat(answer.note()).endsWith(" is not in Great Britain.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"52.37N 1.26N", "52° 61' N, 1° W", "52 30' N 1 10' W", "N52.37N 1W", "1 2 3", "12"})
    void whatIsNoPositionIsLookedForByName(String text) {
        assertThat(search(text)).isEqualTo(new Answer(List.of(), ""));
    }

    @Test
    void aPostcodeIsNotKnown() {
        assertThat(search("CV21 3AB").note()).startsWith("Postcodes are not known here");
        assertThat(search("CV213AB").results()).isEmpty();
    }

    @Test
    void manyNamesTakeLittleTime() {
        TableDraft draft = new TableDraft();
        for (int i = 0; i < 60_000; i++) {
            draft.add(Row.at(TestWorld.WEST + i % 300 * 30, 290_010 + i / 300 * 90, i)
                    .named("Street number " + i / 3));
        }
        Snapshot snapshot = snapshot(draft, TestWorld.areas());
        PlaceSearch search = PlaceSearch.of(snapshot);
        StudyArea force = new StudyAreas(snapshot, "Middleshire").get(null);
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            long start = System.nanoTime();
            assertThat(search.search("(a+)+$".repeat(15), force).results()).isEmpty();
            assertThat(search.search("e n", force).results()).isEmpty();
            best = Math.min(best, System.nanoTime() - start);
        }
        assertThat(best).isLessThan(200_000_000L);
    }
}
