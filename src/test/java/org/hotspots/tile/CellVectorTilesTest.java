package org.hotspots.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import edu.colorado.cires.cmg.mvt.adapt.jts.MvtReader;
import edu.colorado.cires.cmg.mvt.adapt.jts.TagKeyValueMapConverter;
import edu.colorado.cires.cmg.mvt.adapt.jts.model.JtsLayer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.hotspots.geo.BritishNationalGrid;
import org.hotspots.geo.TileAddress;
import org.hotspots.hotspot.CellLayer;
import org.hotspots.hotspot.Engine;
import org.hotspots.hotspot.EngineSettings;
import org.hotspots.hotspot.Run;
import org.hotspots.offence.TableDraft;
import org.hotspots.offence.TableDraft.Row;
import org.hotspots.question.QuestionReader;
import org.hotspots.snapshot.Snapshot;
import org.hotspots.support.FakeRunStore;
import org.hotspots.support.FakeSnapshotStore;
import org.hotspots.support.TestWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

class CellVectorTilesTest {
    private static final double HALF_WORLD = Math.PI * 6378137.0;

    private final CellVectorTiles tiles = new CellVectorTiles();

    @ParameterizedTest
    @ValueSource(strings = {"square", "hex"})
    void everyFilledCellIsInItsTilesWithItsNumbers(String grid) throws IOException {
        Run run = run(TestWorld.snapshot(9, 3000), Map.of("grid", List.of(grid)));
        CellLayer layer = run.cells();
        Map<String, Integer> indexOf = new HashMap<>();
        for (int index = 0; index < layer.counts().length; index++) {
            if (layer.counts()[index] > 0) {
                indexOf.put(layer.cells().lattice().id(layer.cells().cell(index)), index);
            }
        }
        Map<String, Double> drawn = new HashMap<>();
        double unitAreas = 0;
        for (TileAddress tile : tilesOver(run, 12)) {
            for (Geometry cell : decoded(run, tile)) {
                Map<?, ?> properties = (Map<?, ?>) cell.getUserData();
                String id = (String) properties.get("cell_id");
                int index = indexOf.getOrDefault(id, -1);
                assertThat(properties.get("count")).isEqualTo((long) layer.counts()[index]);
                assertThat(properties.get("z")).isEqualTo((float) layer.z()[index]);
                assertThat(properties.get("q")).isEqualTo((float) layer.q()[index]);
                assertThat(cell.isValid()).isTrue();
                assertThat(new Envelope(-64, 4160, -64, 4160).contains(cell.getEnvelopeInternal()))
                        .isTrue();
                double inTile = cell.intersection(GEOMETRY.toGeometry(new Envelope(0, 4096, 0, 4096)))
                        .getArea();
                drawn.merge(id, inTile, Double::sum);
                unitAreas += inTile;
            }
        }

        assertThat(drawn.keySet()).isEqualTo(indexOf.keySet());
        double metresPerUnit = new TileAddress(12, 0, 0).mercatorSide() / 4096;
        double mercatorArea = 0;
        for (int index : indexOf.values()) {
            mercatorArea += BritishNationalGrid.toWebMercator(
                            layer.cells().lattice().polygon(layer.cells().cell(index)))
                    .getArea();
        }
        // Corners are rounded to whole units of 2.4 metres, one way as often as the other.
        assertThat(unitAreas * metresPerUnit * metresPerUnit).isCloseTo(mercatorArea, within(0.005 * mercatorArea));
    }

    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    @Test
    void aTileWithoutFilledCellsIsNothing() {
        Run run = run(TestWorld.snapshot(9, 300), Map.of());

        assertThat(tiles.render(run, new TileAddress(10, 0, 0))).isEmpty();
    }

    @Test
    void Q04_aTileOfTooManyCellsHoldsTheFullestAndSaysSo() throws IOException {
        TableDraft draft = new TableDraft();
        Random random = new Random(6);
        for (int i = 0; i < 20_000; i++) {
            draft.add(Row.at(TestWorld.WEST + 10_000 * random.nextDouble(), 300_000 + 10_000 * random.nextDouble(), i));
        }
        Snapshot snapshot = TestWorld.snapshot(TestWorld.version(1), draft, TestWorld.areas());
        Run run = run(snapshot, Map.of("cell_m", List.of("50"), "area", List.of("district:north")));
        TileAddress tile = tilesOver(run, 7).get(0);

        VectorTile rendered = tiles.render(run, tile).orElseThrow();

        assertThat(rendered.truncated()).isTrue();
        assertThat(rendered.features()).isEqualTo(CellVectorTiles.MOST_CELLS);
        assertThat(rendered.bytes().length).isLessThan(500_000);
        double least = decoded(run, tile).stream()
                .mapToDouble(CellVectorTilesTest::countOf)
                .min()
                .orElseThrow();
        long fuller = Arrays.stream(run.cells().counts())
                .filter(count -> count > least)
                .count();
        assertThat(fuller).isLessThanOrEqualTo(CellVectorTiles.MOST_CELLS);
    }

    @Test
    void aConvexPolygonIsCutToTheSquare() {
        double[] diamond = {5, -1, 11, 5, 5, 11, -1, 5};

        double[] cut = ConvexClip.toSquare(diamond, 0, 10);

        // The diamond of half-diagonal 6 loses four corners of height 1 and base 2.
        assertThat(area(cut)).isCloseTo(72 - 4, within(1e-9));
        assertThat(ConvexClip.toSquare(new double[] {20, 20, 30, 20, 30, 30}, 0, 10))
                .isEmpty();
        assertThat(ConvexClip.toSquare(new double[] {-90, -90, 90, -90, 90, 90, -90, 90}, 0, 10))
                .hasSize(8);
    }

    private static double countOf(Geometry cell) {
        Map<?, ?> properties = (Map<?, ?>) cell.getUserData();
        return properties.get("count") instanceof Number count ? count.doubleValue() : Double.NaN;
    }

    private static double area(double[] ring) {
        double twice = 0;
        for (int at = 0; at < ring.length; at += 2) {
            int next = (at + 2) % ring.length;
            twice += ring[at] * ring[next + 1] - ring[next] * ring[at + 1];
        }
        return twice / 2;
    }

    private Collection<Geometry> decoded(Run run, TileAddress tile) throws IOException {
        VectorTile rendered = tiles.render(run, tile).orElse(null);
        if (rendered == null) {
            return List.of();
        }
        JtsLayer layer = MvtReader.loadMvt(
                        new ByteArrayInputStream(rendered.bytes()), GEOMETRY, new TagKeyValueMapConverter())
                .getLayer("cells");
        assertThat(layer.getExtent()).isEqualTo(4096);
        assertThat(layer.getGeometries()).hasSize(rendered.features());
        return layer.getGeometries();
    }

    private static List<TileAddress> tilesOver(Run run, int z) {
        Envelope mercator = run.area().webMercator();
        double side = 2 * HALF_WORLD / (1 << z);
        mercator.expandBy(500);
        List<TileAddress> tiles = new ArrayList<>();
        for (int x = (int) ((mercator.getMinX() + HALF_WORLD) / side);
                x <= (int) ((mercator.getMaxX() + HALF_WORLD) / side);
                x++) {
            for (int y = (int) ((HALF_WORLD - mercator.getMaxY()) / side);
                    y <= (int) ((HALF_WORLD - mercator.getMinY()) / side);
                    y++) {
                tiles.add(new TileAddress(z, x, y));
            }
        }
        return tiles;
    }

    private static Run run(Snapshot snapshot, Map<String, List<String>> query) {
        try (Engine engine =
                new Engine(new FakeSnapshotStore(snapshot), new FakeRunStore(), EngineSettings.defaults("1"))) {
            return engine.ask(new QuestionReader(snapshot).read(query));
        }
    }
}
