package org.hotspots.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.hotspots.support.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Known answers: Ordnance Survey's OSTN15 test points (ETRS89 longitude and latitude, British grid). Without the OSTN15
 * file on the class path the datum shift is a Helmert transformation, declared good to 5 m.
 */
class BritishNationalGridTest {
    private static final double HELMERT_METRES = 5;

    @ParameterizedTest
    @CsvSource({
        "TP01, -6.29977752014, 49.92226393730, 91492.146, 11318.804",
        "TP02, -5.20304609998, 49.96006137820, 170370.718, 11572.405",
        "TP03, -4.10864563561, 50.43885825610, 250359.811, 62016.569"
    })
    void meetsOrdnanceSurveysPoints(String name, double longitude, double latitude, double easting, double northing) {
        BritishGridPoint point = BritishNationalGrid.fromLonLat(new LonLat(longitude, latitude));

        assertThat(Math.hypot(point.easting() - easting, point.northing() - northing))
                .as(name)
                .isLessThan(HELMERT_METRES);
    }

    @Test
    void meetsAllOfOrdnanceSurveysPoints() throws IOException {
        List<String> input = Files.readAllLines(SharedData.require("vectors/OSTN15_OSGM15_TestInput_ETRStoOSGB.txt"));
        List<String> output = Files.readAllLines(SharedData.require("vectors/OSTN15_OSGM15_TestOutput_ETRStoOSGB.txt"));

        assertThat(input).hasSameSizeAs(output).hasSizeGreaterThan(30);
        for (int i = 1; i < input.size(); i++) {
            String[] etrs = input.get(i).split(",");
            String[] grid = output.get(i).split(",");
            assertThat(grid[0]).isEqualTo(etrs[0]);
            meetsOrdnanceSurveysPoints(
                    etrs[0],
                    Double.parseDouble(etrs[2]),
                    Double.parseDouble(etrs[1]),
                    Double.parseDouble(grid[1]),
                    Double.parseDouble(grid[2]));
        }
    }

    @Test
    void comesBackToWhereItStarted() {
        double[] pairs = {450_000, 275_000, 425_123.4, 260_987.6, 91_492, 11_318};
        double[] there = pairs.clone();
        BritishNationalGrid.toLonLat(there, 3);
        assertThat(there[0]).isBetween(-1.3, -1.2);
        assertThat(there[1]).isBetween(52.3, 52.4);

        BritishNationalGrid.fromLonLat(there, 3);

        // A Helmert transformation is undone by its parameters with the opposite sign, which leaves 8 mm.
        assertThat(there).containsExactly(pairs, within(0.01));
    }

    @Test
    void webMercatorIsLongitudeScaled() {
        double[] pair = {-1.25 * Math.PI / 180 * 6_378_137, 6_860_000};
        BritishNationalGrid.fromWebMercator(pair, 1);
        BritishNationalGrid.toLonLat(pair, 1);

        assertThat(pair[0]).isCloseTo(-1.25, within(1e-7));
    }
}
