package org.hotspots.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hotspots.http.ServerMannersTest.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hotspots.geo.BritishGridPoint;
import org.hotspots.geo.BritishNationalGrid;
import org.hotspots.geo.LonLat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was drawn on a map becomes the area of a question. */
class DrawnAreaTest extends AskedWorld {
    private static final String DRAWN = "/api/v1/areas/drawn";
    private static final String RULE = "longitude,latitude in degrees, corners separated by semicolons";

    private static String degrees(double easting, double northing) {
        LonLat position = BritishNationalGrid.toLonLat(new BritishGridPoint(easting, northing));
        return String.format(Locale.ROOT, "%.7f,%.7f", position.longitude(), position.latitude());
    }

    /** Clockwise, and not from its first corner: the answer is written as the area's address is. */
    private static final String RECTANGLE = String.join(
            ";",
            List.of(
                    degrees(407_000, 306_000),
                    degrees(407_000, 303_000),
                    degrees(403_000, 303_000),
                    degrees(403_000, 306_000)));

    @Test
    void aRingInDegreesIsTheAreaOfAQuestion() {
        JsonNode answer = ok(DRAWN + "?corners=" + RECTANGLE);

        assertThat(answer.fieldNames()).toIterable().containsExactly("area", "area_km2");
        assertThat(answer.get("area").asText())
                .isEqualTo("drawn:403000,303000;407000,303000;407000,306000;403000,306000");
        assertThat(answer.get("area_km2").asDouble()).isCloseTo(4 * 3, within(1e-9));

        JsonNode ground = run("theme=knife&area=" + answer.get("area").asText()).get("area");
        assertThat(ground.get("address")).isEqualTo(answer.get("area"));
    }

    @Test
    void degreesMayHaveAllTheDecimalsOfADouble() {
        // A script's text of 1 / 10^7 is 1e-7; the others have 16 and 20 decimals.
        String corners = "1e-7,52.6000000000000014;0.01000000000000000021,52.6;0.01,52.61";

        assertThat(ok(DRAWN + "?corners=" + corners)).isEqualTo(ok(DRAWN + "?corners=0,52.6;0.01,52.6;0.01,52.61"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "abc | " + RULE,
                "-1.9,52.6;-1.8,52.6;-1.9,52.7; | " + RULE,
                "-1.9,52.6;-1.8,52.6;1e1,52.7 | " + RULE,
                "999,52.6;-1.8,52.6;-1.9,52.7 | longitude=999.0: from -180 to 180",
                "-1.9,91;-1.8,52.6;-1.9,52.7 | latitude=91.0: from -90 to 90",
                "-1.9,52.6;-1.8,52.6 | 2 corners: from 3 to 200",
                "-1.9,52.6;-1.9,52.6;-1.9,52.7 | comes twice",
                "-1.9,52.6;-1.8,52.7;-1.8,52.6;-1.9,52.7 | sides cross or touch",
                "-1.9,52.6;-1.8999,52.6;-1.8999,52.6001 | from 0.01 to 1,000 km²",
                "-3,51;-1,51;-1,53;-3,53 | from 0.01 to 1,000 km²",
                "-1.9,90;-1.8,52.6;-1.9,52.7 | is not on the British National Grid",
                "179,0;178,0;178,1 | is not on the British National Grid"
            })
    void aRingThatNoAreaMayHaveIsRefusedWithItsRule(String corners, String rule) {
        JsonNode problem = assertProblem(wire.get(DRAWN + "?corners=" + corners), 400, "invalid-parameter");

        assertThat(problem.get("errors")).hasSize(1);
        assertThat(problem.get("detail").asText()).startsWith("corners=").contains(rule);
    }

    @Test
    void moreCornersThanAnAreaHasAreRefused() {
        String corners = IntStream.range(0, 201).mapToObj(i -> "1," + i % 90).collect(Collectors.joining(";"));

        assertThat(assertProblem(wire.get(DRAWN + "?corners=" + corners), 400, "invalid-parameter")
                        .get("detail")
                        .asText())
                .endsWith(": more than 200 corners");
    }

    @Test
    void otherParametersAreRefusedAlsoBesideAGoodRing() {
        String good = DRAWN + "?corners=" + RECTANGLE;

        assertProblem(wire.get(good + "&area=force"), 400, "unknown-parameter");
        assertProblem(wire.get(good + "&corners=" + RECTANGLE), 400, "duplicated-parameter");
        assertThat(assertProblem(wire.get(DRAWN), 400, "invalid-parameter")
                        .get("detail")
                        .asText())
                .isEqualTo("corners: required; " + RULE);
        assertThat(assertProblem(wire.get(DRAWN + "?corners="), 400, "invalid-parameter")
                        .get("errors"))
                .hasSize(1);
    }
}
