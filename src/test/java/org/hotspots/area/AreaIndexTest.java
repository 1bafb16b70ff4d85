package org.hotspots.area;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.hotspots.support.SharedData;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.WKTReader;
import org.locationtech.jts.triangulate.VoronoiDiagramBuilder;

class AreaIndexTest {
    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    @Test
    void aPointBelongsToTheAreaAroundIt() {
        AreaIndex index =
                new AreaIndex(List.of(square(AreaKind.DISTRICT, "a", 0, 0, 10), square(AreaKind.TOWN, "b", 2, 2, 2)));

        assertThat(index.assign(AreaKind.DISTRICT, 5, 5)).isEqualTo((short) 0);
        assertThat(index.assign(AreaKind.TOWN, 5, 5)).isEqualTo(AreaIndex.NONE);
        assertThat(index.assign(AreaKind.TOWN, 3, 3)).isEqualTo((short) 1);
        assertThat(index.assign(AreaKind.WARD, 3, 3)).isEqualTo(AreaIndex.NONE);
        assertThat(index.areaAt(AreaKind.TOWN, 3, 3)).isSameAs(index.areas().get(1));
        assertThat(index.areaAt(AreaKind.TOWN, 50, 3)).isNull();
        assertThat(index.find(new AreaAddress(AreaKind.TOWN, "b")))
                .contains(index.areas().get(1));
        assertThat(index.find(new AreaAddress(AreaKind.TOWN, "a"))).isEmpty();
    }

    @Test
    void aPointOnASharedEdgeBelongsToTheFirstInOrder() {
        Area west = square(AreaKind.WARD, "west", 0, 0, 10);
        Area east = square(AreaKind.WARD, "east", 10, 0, 10);

        assertThat(new AreaIndex(List.of(west, east)).areaAt(AreaKind.WARD, 10, 5))
                .isSameAs(west);
        assertThat(new AreaIndex(List.of(east, west)).areaAt(AreaKind.WARD, 10, 5))
                .isSameAs(east);
    }

    @Test
    void aHoleIsOutside() throws Exception {
        Polygon ring =
                (Polygon) new WKTReader().read("POLYGON((0 0, 10 0, 10 10, 0 10, 0 0), (4 4, 4 6, 6 6, 6 4, 4 4))");
        AreaIndex index = new AreaIndex(List.of(area(AreaKind.BEAT, "ring", ring)));

        assertThat(index.assign(AreaKind.BEAT, 5, 5)).isEqualTo(AreaIndex.NONE);
        assertThat(index.assign(AreaKind.BEAT, 1, 5)).isEqualTo((short) 0);
    }

    /** Three hundred irregular areas that share edges, their corners and edge middles among the points. */
    @Test
    void agreesWithTryingEveryOutline() {
        Random random = new Random(7);
        List<Area> areas = new ArrayList<>(voronoi(AreaKind.LSOA, 300, random));
        areas.addAll(voronoi(AreaKind.DISTRICT, 5, random));
        AreaIndex index = new AreaIndex(areas);
        List<Coordinate> points = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            points.add(new Coordinate(random.nextDouble() * 120_000 - 10_000, random.nextDouble() * 120_000 - 10_000));
        }
        areas.forEach(area -> points.addAll(List.of(area.outline().getCoordinates())));

        double[] eastings = points.stream().mapToDouble(point -> point.x).toArray();
        double[] northings = points.stream().mapToDouble(point -> point.y).toArray();
        short[][] assigned = index.assignAll(eastings, northings, points.size());

        for (AreaKind kind : AreaKind.values()) {
            for (int i = 0; i < points.size(); i++) {
                assertThat(assigned[kind.ordinal()][i])
                        .as("%s at %s", kind, points.get(i))
                        .isEqualTo(firstCovering(areas, kind, points.get(i)));
            }
        }
    }

    /** The counts of the vectors' own description, which PostGIS and JTS both gave. */
    @Test
    void countsTheCountyByDistrict() throws Exception {
        List<Area> districts = new ArrayList<>();
        List<String> lines = Files.readAllLines(SharedData.require("vectors/county/districts.csv"));
        for (String line : lines.subList(1, lines.size())) {
            String[] field = line.split(",", 3);
            Polygon outline = (Polygon) new WKTReader().read(field[2].replace("\"", ""));
            districts.add(area(AreaKind.DISTRICT, "district-" + field[0], outline));
        }
        List<String[]> offences = Files.readAllLines(SharedData.require("vectors/county/off_10000.csv")).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .toList();
        double[] eastings =
                offences.stream().mapToDouble(row -> Double.parseDouble(row[3])).toArray();
        double[] northings =
                offences.stream().mapToDouble(row -> Double.parseDouble(row[4])).toArray();

        int[] counts = new int[5];
        for (short ordinal :
                new AreaIndex(districts).assignAll(eastings, northings, offences.size())[AreaKind.DISTRICT.ordinal()]) {
            counts[ordinal]++;
        }

        assertThat(counts).containsExactly(1232, 2807, 1924, 2017, 2020);
    }

    private static short firstCovering(List<Area> areas, AreaKind kind, Coordinate at) {
        Point point = GEOMETRY.createPoint(at);
        for (short i = 0; i < areas.size(); i++) {
            if (areas.get(i).address().kind() == kind && areas.get(i).outline().covers(point)) {
                return i;
            }
        }
        return AreaIndex.NONE;
    }

    private static List<Area> voronoi(AreaKind kind, int count, Random random) {
        List<Coordinate> sites = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            sites.add(new Coordinate(random.nextInt(100_000), random.nextInt(100_000)));
        }
        VoronoiDiagramBuilder builder = new VoronoiDiagramBuilder();
        builder.setSites(sites);
        builder.setClipEnvelope(new Envelope(0, 100_000, 0, 100_000));
        List<Area> areas = new ArrayList<>();
        var cells = builder.getDiagram(GEOMETRY);
        for (int i = 0; i < cells.getNumGeometries(); i++) {
            areas.add(area(kind, "cell-" + i, (Polygon) cells.getGeometryN(i)));
        }
        return areas;
    }

    private static Area square(AreaKind kind, String slug, double west, double south, double side) {
        return area(kind, slug, (Polygon) GEOMETRY.toGeometry(new Envelope(west, west + side, south, south + side)));
    }

    private static Area area(AreaKind kind, String slug, Polygon outline) {
        MultiPolygon multi = GEOMETRY.createMultiPolygon(new Polygon[] {outline});
        return new Area(new AreaAddress(kind, slug), slug, slug, multi);
    }
}
