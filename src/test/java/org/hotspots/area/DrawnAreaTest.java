package org.hotspots.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hotspots.area.DrawnArea.Corner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DrawnAreaTest {
    private static final String TRIANGLE = "drawn:450100,275300;450900,275300;450900,276100";

    @Test
    void anAreaIsWrittenAsItIsRead() {
        DrawnArea area = DrawnArea.parse(TRIANGLE);

        assertThat(area).hasToString(TRIANGLE);
        assertThat(area.areaKm2()).as("half of 800 m by 800 m").isEqualTo(0.32);
        assertThat(area.outline().getArea()).isEqualTo(320_000);
        assertThat(area.name()).isEqualTo("Drawn area of 0.3 km²");
        assertThat(area.kindWord()).isEqualTo("drawn");
    }

    /** An L of six corners, from each of them, in both directions, and with corners that are none. */
    @Test
    void theSameRingIsTheSameAreaHoweverItWasDrawn() {
        List<Corner> ring = List.of(
                new Corner(1000, 1000),
                new Corner(3000, 1000),
                new Corner(3000, 2000),
                new Corner(2000, 2000),
                new Corner(2000, 3000),
                new Corner(1000, 3000));
        DrawnArea area = new DrawnArea(ring);
        assertThat(area.corners()).isEqualTo(ring);
        for (int start = 0; start < ring.size(); start++) {
            List<Corner> turned = new ArrayList<>(ring);
            Collections.rotate(turned, start);
            assertThat(new DrawnArea(turned)).isEqualTo(area);
            Collections.reverse(turned);
            assertThat(new DrawnArea(turned)).isEqualTo(area);
            Corner first = turned.get(0);
            Corner second = turned.get(1);
            turned.add(
                    1,
                    new Corner((first.easting() + second.easting()) / 2, (first.northing() + second.northing()) / 2));
            assertThat(new DrawnArea(turned)).isEqualTo(area);
        }
    }

    @Test
    void whatIsLargerThanATownIsLookedAtFromFurtherAway() {
        assertThat(square(7071).isSmall()).isTrue();
        assertThat(square(7072).isSmall()).isFalse();
    }

    private static DrawnArea square(int metres) {
        return new DrawnArea(
                List.of(new Corner(0, 0), new Corner(metres, 0), new Corner(metres, metres), new Corner(0, metres)));
    }

    @Test
    void fromOneHundredMetresSquareToAThousandSquareKilometres() {
        assertThat(square(100).areaKm2()).isEqualTo(0.01);
        assertThat(square(31_622).areaKm2()).isLessThan(1000);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> square(99))
                .withMessage("0.0098 km²: from 0.01 to 1,000 km²");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> square(31_623))
                .withMessage("1,000.0141 km²: from 0.01 to 1,000 km²");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "drawn: | corner 1: easting and northing in whole metres, as 450100,275300, separated from the next by a semicolon",
                "drawn:1,1;2 | corner 2: easting and northing in whole metres, as 450100,275300, separated from the next by a semicolon",
                "drawn:1.5,1;2,2;3,3 | corner 1: easting and northing in whole metres, as 450100,275300, separated from the next by a semicolon",
                "drawn:0,0;900,0;-1,5 | corner 3: easting and northing in whole metres, as 450100,275300, separated from the next by a semicolon",
                "drawn:0,0;900,0; | corner 3: easting and northing in whole metres, as 450100,275300, separated from the next by a semicolon",
                "drawn:0,0;900,0;700001,900 | corner 700001,900 is not on the British National Grid: easting from 0 to 700000, northing from 0 to 1300000",
                "drawn:0,0;900,0 | 2 corners: from 3 to 200",
                "drawn:0,0;900,0;900,900;0,0 | corner 0,0 comes twice: every corner once, the first not repeated at the end",
                "drawn:0,0;900,900;900,0;0,900 | sides cross or touch near 450,450: none may",
                "drawn:0,0;900,0;1800,0;900,900;900,0 | corner 900,0 comes twice: every corner once, the first not repeated at the end",
                "drawn:0,0;500,0;900,0 | the corners lie in one line: at least one must lie beside it",
                "drawn:0,0;900,900;300,300;600,600 | the corners lie in one line: at least one must lie beside it",
                "drawn:0,0;900,10;900,0;0,10 | 0.0090 km²: from 0.01 to 1,000 km²",
                "drawn:0,0;900,0;900,900;450,0 | sides cross or touch near 450,0: none may",
            })
    void whatIsNoAreaIsRefusedWithTheRule(String text, String rule) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DrawnArea.parse(text))
                .withMessage(rule);
    }

    @Test
    void twoHundredCornersAreTheMost() {
        assertThat(DrawnArea.parse(circle(200)).corners()).hasSize(200);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DrawnArea.parse(circle(201)))
                .withMessage("more than 200 corners");
    }

    private static String circle(int corners) {
        return IntStream.range(0, corners)
                .mapToObj(i -> String.format(
                        Locale.ROOT,
                        "%.0f,%.0f",
                        450_000 + 5000 * Math.cos(2 * Math.PI * i / corners),
                        275_000 + 5000 * Math.sin(2 * Math.PI * i / corners)))
                .collect(Collectors.joining(";", "drawn:", ""));
    }
}
