package org.hotspots.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;
import org.hotspots.geo.BritishNationalGrid;
import org.hotspots.geo.TileAddress;
import org.hotspots.hotspot.Engine;
import org.hotspots.hotspot.EngineSettings;
import org.hotspots.hotspot.Legend;
import org.hotspots.hotspot.Run;
import org.hotspots.offence.OffenceTable;
import org.hotspots.question.QuestionReader;
import org.hotspots.snapshot.Snapshot;
import org.hotspots.support.FakeRunStore;
import org.hotspots.support.FakeSnapshotStore;
import org.hotspots.support.TestWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

class PictureTilesTest {
    private static final double HALF_WORLD = Math.PI * 6378137.0;
    private static final Run SQUARES = run("square", "town:middleton");
    private static final Run HEXES = run("hex", "district:north");

    @ParameterizedTest
    @ValueSource(ints = {5, 8, 11, 13, 16})
    void aDoubleTileIsTheFourTilesBelowIt(int z) throws IOException {
        for (Run run : List.of(SQUARES, HEXES)) {
            TileAddress tile = tileAt(z, centre(run));
            for (Picture layer : Picture.values()) {
                BufferedImage whole = decoded(layer.render(run, tile, TileSize.DOUBLE));
                for (int quarter = 0; quarter < 4; quarter++) {
                    int right = quarter % 2;
                    int down = quarter / 2;
                    TileAddress below = new TileAddress(z + 1, 2 * tile.x() + right, 2 * tile.y() + down);
                    BufferedImage part = decoded(layer.render(run, below, TileSize.NORMAL));
                    assertThat(part.getRGB(0, 0, 256, 256, null, 0, 256))
                            .as("%s %s", layer, below)
                            .isEqualTo(whole.getRGB(256 * right, 256 * down, 256, 256, null, 0, 256));
                }
            }
        }
    }

    @Test
    void everyPixelHasTheColourOfTheSurfaceAtItsCentre() throws IOException {
        Random random = new Random(11);
        int painted = 0;
        for (int z : new int[] {9, 12, 15}) {
            for (int i = 0; i < 200; i++) {
                Pixel pixel = pixelNearAnEvent(SQUARES, z, random);
                TileAddress tile = pixel.tile();
                int x = pixel.x();
                int y = pixel.y();
                double[] ground = ground(tile, x, y);
                Legend legend = SQUARES.densityLegend();
                double value = SQUARES.density().sampleBilinear(ground[0], ground[1]);
                boolean inside = SQUARES.area().contains(ground[0], ground[1]);
                boolean nearEdge = SQUARES.area().outline().getBoundary().distance(point(ground)) < 40;
                boolean nearBreak = legend.breaks().stream().anyMatch(limit -> Math.abs(limit - value) < 0.01 * limit);
                if (!nearEdge && !nearBreak) {
                    int expected = inside ? colour(legend, value) : 0;
                    BufferedImage picture = decoded(DensityTiles.render(SQUARES, tile, TileSize.NORMAL));
                    assertThat(shown(picture.getRGB(x, y)))
                            .as("%s %d,%d", tile, x, y)
                            .isEqualTo(expected);
                    painted += expected == 0 ? 0 : 1;
                }
            }
        }
        assertThat(painted).isGreaterThan(30);
    }

    @Test
    void everyPixelHasTheColourOfItsCell() throws IOException {
        for (Run run : List.of(SQUARES, HEXES)) {
            Random random = new Random(12);
            Legend legend = run.cellsLegend();
            int painted = 0;
            for (int i = 0; i < 300; i++) {
                Pixel pixel = pixelNearAnEvent(run, 14, random);
                TileAddress tile = pixel.tile();
                int x = pixel.x();
                int y = pixel.y();
                double[] ground = ground(tile, x, y);
                long cell = run.cells().cells().lattice().cellAt(ground[0], ground[1]);
                int index = run.cells().cells().windowIndex(cell);
                int expected = index < 0 ? 0 : colour(legend, run.cells().counts()[index]);
                if (run.cells().cells().lattice().polygon(cell).getBoundary().distance(point(ground)) > 1) {
                    BufferedImage picture = decoded(CellTiles.render(run, tile, TileSize.NORMAL));
                    assertThat(shown(picture.getRGB(x, y)))
                            .as("%s %d,%d", tile, x, y)
                            .isEqualTo(expected);
                    painted += expected == 0 ? 0 : 1;
                }
            }
            assertThat(painted).isGreaterThan(20);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 5, 6, 7, 8, 9, 10, 12, 14, 16, 19})
    void pixelsArePlacedToAFractionOfAPixel(int z) {
        double worst = 0;
        for (double[] corner :
                new double[][] {{170_000, 20_000}, {440_000, 290_000}, {620_000, 330_000}, {460_000, 1_150_000}}) {
            double[] mercator = corner.clone();
            BritishNationalGrid.toWebMercator(mercator, 1);
            TileAddress tile = tileAt(z, corner);
            double reach = Math.min(500_000, 2000 + 60 * tile.mercatorSide() / 256);
            Envelope around =
                    new Envelope(mercator[0] - reach, mercator[0] + reach, mercator[1] - reach, mercator[1] + reach);
            double pixelMetres = 0.48 * tile.mercatorSide() / 256;
            double[] off = {0};
            new PixelLattice(tile, TileSize.NORMAL).classes(around, (stretch, length, classes, at) -> {
                for (int k = 0; k < length; k++) {
                    double[] exact = ground(tile, (at + k) % 256, (at + k) / 256);
                    double easting = stretch.easting + k * stretch.eastingStep - exact[0];
                    double northing = stretch.northing + k * stretch.northingStep - exact[1];
                    boolean inBritain = exact[0] > 0 && exact[0] < 700_000 && exact[1] > 0 && exact[1] < 1_300_000;
                    off[0] = inBritain ? Math.max(off[0], Math.hypot(easting, northing)) : off[0];
                }
            });
            worst = Math.max(worst, off[0] / pixelMetres);
        }

        assertThat(worst).as("pixels off at zoom %d", z).isLessThan(0.1);
    }

    @Test
    void aTileElsewhereIsTheConstantEmptyPicture() throws IOException {
        byte[] tile = DensityTiles.render(SQUARES, new TileAddress(10, 0, 0), TileSize.NORMAL);
        byte[] other = CellTiles.render(SQUARES, new TileAddress(3, 7, 7), TileSize.NORMAL);
        byte[] large = CellTiles.render(SQUARES, new TileAddress(3, 7, 7), TileSize.DOUBLE);

        assertThat(tile).isEqualTo(other).hasSizeLessThan(400);
        assertThat(decoded(tile).getWidth()).isEqualTo(256);
        assertThat(decoded(large).getWidth()).isEqualTo(512);
        assertThat(decoded(tile).getRGB(100, 100) >>> 24).isZero();
    }

    @Test
    void theWorldInOneTileHasTheRunInItsPixel() throws IOException {
        BufferedImage world = decoded(CellTiles.render(HEXES, new TileAddress(0, 0, 0), TileSize.NORMAL));
        int outside = 0;
        for (int y = 0; y < 256; y++) {
            for (int x = 0; x < 256; x++) {
                boolean britain = x >= 125 && x <= 129 && y >= 80 && y <= 86;
                outside += !britain && world.getRGB(x, y) >>> 24 != 0 ? 1 : 0;
            }
        }
        assertThat(outside).isZero();
    }

    @Test
    void imageIoReadsBackEveryIndex() throws IOException {
        List<String> colours = List.of("#010203", "#fde725", "#440154");
        byte[] classes = new byte[256 * 256];
        Random random = new Random(4);
        for (int i = 0; i < classes.length; i++) {
            classes[i] = (byte) random.nextInt(4);
        }

        BufferedImage picture = decoded(IndexedPng.encode(256, classes, colours));

        for (int i = 0; i < classes.length; i++) {
            int expected = classes[i] == 0
                    ? 0
                    : 0xff000000 | Integer.parseInt(colours.get(classes[i] - 1).substring(1), 16);
            assertThat(shown(picture.getRGB(i % 256, i / 256))).isEqualTo(expected);
        }
    }

    @Test
    void aValueOnABreakBelongsToTheUpperClass() {
        Palette palette = new Palette(new double[] {1, 2, 5}, List.of("#000001", "#000002", "#000003"));

        assertThat(List.of(0.999, 1.0, 1.999, 2.0, 5.0, 1e9).stream().map(palette::classOf))
                .containsExactly((byte) 0, (byte) 1, (byte) 1, (byte) 2, (byte) 3, (byte) 3);
    }

    @Test
    void nodesAreFarApartOnlyWhereTheGroundIsNearlyFlat() {
        assertThat(PixelLattice.stepFor(0.3)).isEqualTo(256);
        assertThat(PixelLattice.stepFor(156_543)).isEqualTo(2);
        assertThat(Math.pow(PixelLattice.stepFor(611) * 611.0, 2) * 1e-8).isLessThan(0.05 * 611 * 0.48);
    }

    private enum Picture {
        DENSITY,
        CELLS;

        byte[] render(Run run, TileAddress tile, TileSize size) {
            return this == DENSITY ? DensityTiles.render(run, tile, size) : CellTiles.render(run, tile, size);
        }
    }

    private static int colour(Legend legend, double value) {
        int colour = 0;
        for (int i = 0; i < legend.breaks().size() && value >= legend.breaks().get(i); i++) {
            colour = 0xff000000 | Integer.parseInt(legend.colours().get(i).substring(1), 16);
        }
        return colour;
    }

    /** All wholly transparent pixels look the same. */
    private static int shown(int argb) {
        return argb >>> 24 == 0 ? 0 : argb;
    }

    private static Geometry point(double[] ground) {
        return new GeometryFactory().createPoint(new Coordinate(ground[0], ground[1]));
    }

    /** Easting and northing of a pixel's centre, converted by itself. */
    private static double[] ground(TileAddress tile, int x, int y) {
        double metres = tile.mercatorSide() / 256;
        double[] pair = {
            -HALF_WORLD + (256.0 * tile.x() + x + 0.5) * metres, HALF_WORLD - (256.0 * tile.y() + y + 0.5) * metres
        };
        BritishNationalGrid.fromWebMercator(pair, 1);
        return pair;
    }

    private record Pixel(TileAddress tile, int x, int y) {}

    /** A pixel some hundred metres from the place of an offence. */
    private static Pixel pixelNearAnEvent(Run run, int z, Random random) {
        OffenceTable.Places places = run.snapshot().offences().places();
        int place = random.nextInt(places.size());
        double[] near = {
            places.eastings()[place] + 150 * random.nextGaussian(),
            places.northings()[place] + 150 * random.nextGaussian()
        };
        TileAddress tile = tileAt(z, near);
        BritishNationalGrid.toWebMercator(near, 1);
        double metres = tile.mercatorSide() / 256;
        return new Pixel(tile, (int) Math.floor((near[0] - tile.mercatorWest()) / metres), (int)
                Math.floor((tile.mercatorNorth() - near[1]) / metres));
    }

    private static TileAddress tileAt(int z, double[] ground) {
        double[] pair = ground.clone();
        BritishNationalGrid.toWebMercator(pair, 1);
        double side = 2 * HALF_WORLD / (1 << z);
        return new TileAddress(
                z, (int) Math.floor((pair[0] + HALF_WORLD) / side), (int) Math.floor((HALF_WORLD - pair[1]) / side));
    }

    private static double[] centre(Run run) {
        return new double[] {
            (run.area().bounds().minEasting() + run.area().bounds().maxEasting()) / 2,
            (run.area().bounds().minNorthing() + run.area().bounds().maxNorthing()) / 2
        };
    }

    private static BufferedImage decoded(byte[] png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    private static Run run(String grid, String area) {
        Snapshot snapshot = TestWorld.snapshot(9, 4000);
        try (Engine engine =
                new Engine(new FakeSnapshotStore(snapshot), new FakeRunStore(), EngineSettings.defaults("1"))) {
            return engine.ask(new QuestionReader(snapshot)
                    .read(Map.of("grid", List.of(grid), "area", List.of(area), "cell_m", List.of("150"))));
        }
    }
}
