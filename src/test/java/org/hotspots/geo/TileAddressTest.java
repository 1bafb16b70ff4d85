package org.hotspots.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Known answers: OGC 17-083r4, WebMercatorQuad, whose top-left corner is -20037508.3427892, 20037508.3427892. */
class TileAddressTest {
    private static final double HALF = 20_037_508.3427892;

    @Test
    void theWorldIsOneTile() {
        TileAddress world = new TileAddress(0, 0, 0);

        assertThat(world.mercatorWest()).isCloseTo(-HALF, within(1e-6));
        assertThat(world.mercatorNorth()).isCloseTo(HALF, within(1e-6));
        assertThat(world.mercatorSide()).isCloseTo(2 * HALF, within(1e-6));
    }

    @Test
    void aTilesChildrenFillIt() {
        TileAddress parent = new TileAddress(12, 2033, 1350);
        TileAddress southEast = new TileAddress(13, 4067, 2701);

        assertThat(southEast.mercatorWest()).isCloseTo(parent.mercatorWest() + parent.mercatorSide() / 2, within(1e-6));
        assertThat(southEast.mercatorNorth())
                .isCloseTo(parent.mercatorNorth() - parent.mercatorSide() / 2, within(1e-6));
    }

    @Test
    void rugbyIsWhereTheFormulaOfTheSchemePutsIt() {
        double longitude = -1.2650;
        double latitude = Math.toRadians(52.3705);
        int x = (int) Math.floor((longitude + 180) / 360 * 4096);
        int y = (int) Math.floor((1 - Math.log(Math.tan(latitude) + 1 / Math.cos(latitude)) / Math.PI) / 2 * 4096);
        TileAddress tile = new TileAddress(12, x, y);
        double[] rugby = {longitude, 52.3705};
        BritishNationalGrid.fromLonLat(rugby, 1);
        double[] corner = {tile.mercatorWest(), tile.mercatorNorth()};
        BritishNationalGrid.fromWebMercator(corner, 1);

        assertThat(rugby[0] - corner[0]).isBetween(-500.0, 7_000.0);
        assertThat(corner[1] - rugby[1]).isBetween(-500.0, 7_000.0);
    }

    @Test
    void refusesTilesThatDoNotExist() {
        assertThatThrownBy(() -> new TileAddress(3, 8, 0)).hasMessage("no tile 3/8/0");
        assertThatThrownBy(() -> new TileAddress(3, 0, -1)).hasMessage("no tile 3/0/-1");
        assertThatThrownBy(() -> new TileAddress(20, 0, 0)).hasMessage("no tile 20/0/0");
    }
}
