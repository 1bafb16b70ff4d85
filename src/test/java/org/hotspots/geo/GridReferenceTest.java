package org.hotspots.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GridReferenceTest {

    /** The lettered squares of Great Britain as Ordnance Survey's diagram has them, north at the top, west at the left. */
    private static final List<String> DIAGRAM = List.of(
            "HL HM HN HO HP JL JM",
            "HQ HR HS HT HU JQ JR",
            "HV HW HX HY HZ JV JW",
            "NA NB NC ND NE OA OB",
            "NF NG NH NJ NK OF OG",
            "NL NM NN NO NP OL OM",
            "NQ NR NS NT NU OQ OR",
            "NV NW NX NY NZ OV OW",
            "SA SB SC SD SE TA TB",
            "SF SG SH SJ SK TF TG",
            "SL SM SN SO SP TL TM",
            "SQ SR SS ST SU TQ TR",
            "SV SW SX SY SZ TV TW");

    @Test
    void everySquareOfTheDiagramIsWhereItIs() {
        for (int row = 0; row < DIAGRAM.size(); row++) {
            List<String> letters = List.of(DIAGRAM.get(row).split(" "));
            for (int column = 0; column < letters.size(); column++) {
                int west = column * 100_000;
                int south = (DIAGRAM.size() - 1 - row) * 100_000;
                assertThat(GridReference.find(letters.get(column) + "00"))
                        .as(letters.get(column))
                        .contains(new GridReference(west, south, 10_000));
                assertThat(new GridReference(west, south, 10_000)).hasToString(letters.get(column) + "00");
            }
        }
    }

    /**
     * Ordnance Survey: the water tower of A guide to coordinate systems in Great Britain (651409.903, 313177.270, so TG
     * 51409 13177); TL63, TL683365 and TL726350 of its leaflet Using the National Grid, the squares of the 100 m that the
     * figures count.
     */
    @ParameterizedTest
    @CsvSource({
        "TG 51409 13177, 651409, 313177, 1",
        "TL63, 560000, 230000, 10000",
        "TL683365, 568300, 236500, 100",
        "TL 726 350, 572600, 235000, 100",
        "tl 7263 3501, 572630, 235010, 10",
        "TL6836, 568000, 236000, 1000"
    })
    void meetsPublishedReferences(String text, int west, int south, int side) {
        assertThat(GridReference.find(text)).contains(new GridReference(west, south, side));
    }

    /** The summit of Ben Nevis, NN 166 712 on Ordnance Survey's maps, lies at 56.79685 N, 5.003508 W. */
    @Test
    void aSummitLiesInItsSquare() {
        GridReference square = GridReference.find("NN 166 712").orElseThrow();
        BritishGridPoint summit = BritishNationalGrid.fromLonLat(new LonLat(-5.003508, 56.79685));

        assertThat(square.bounds().grownBy(5).contains(summit.easting(), summit.northing()))
                .isTrue();
        assertThat(square.centre().easting()).isCloseTo(216_650, within(0.0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SP",
                "SP1",
                "SP 12 345",
                "SP123",
                "SI 12 34",
                "SP 123456 123456",
                "CV21 3AB",
                "S 12 34",
                "SP 12 34 56",
                ""
            })
    void whatIsNoReferenceIsNone(String text) {
        assertThat(GridReference.find(text)).isEmpty();
        assertThat(GridReference.isWritten(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"AA 12 34", "ZZ 12 34", "SE1 1 1", "JN 12 34", "WA 12 34", "HA 12 34"})
    void ofSquaresBeyondBritainThereIsNone(String text) {
        assertThat(GridReference.find(text)).isEmpty();
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        Random random = new Random(1);
        for (int i = 0; i < 2000; i++) {
            BritishGridPoint point = new BritishGridPoint(random.nextInt(700_000), random.nextInt(1_300_000));
            int side = List.of(1, 10, 100, 1000, 10_000).get(i % 5);
            GridReference square = GridReference.of(point, side);

            assertThat(square.bounds().contains(point.easting(), point.northing()))
                    .isTrue();
            assertThat(GridReference.find(square.toString())).contains(square);
            assertThat(GridReference.find(square.toString().replace(" ", "").toLowerCase(Locale.ROOT)))
                    .contains(square);
        }
    }
}
