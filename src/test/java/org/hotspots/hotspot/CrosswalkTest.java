package org.hotspots.hotspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hotspots.area.Area;
import org.hotspots.area.AreaAddress;
import org.hotspots.area.AreaIndex;
import org.hotspots.area.AreaKind;
import org.hotspots.geo.Bounds;
import org.hotspots.geo.BritishGridPoint;
import org.hotspots.geo.HexLattice;
import org.hotspots.geo.Lattice;
import org.hotspots.geo.SquareLattice;
import org.hotspots.kernel.StudyCells;
import org.hotspots.stats.SeededRandom;
import org.hotspots.support.TestWorld;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

class CrosswalkTest {
    private static final Bounds GROUND = new Bounds(400_000, 300_000, 402_000, 302_000);

    private static Area ward(String slug, Polygon outline) {
        return TestWorld.area(new AreaAddress(AreaKind.WARD, slug), slug, outline);
    }

    private static StudyCells cells(Lattice lattice) {
        return StudyCells.covering(lattice, GROUND, (e, n) -> true);
    }

    private static Map<String, Double> sums(Crosswalk crosswalk) {
        Map<String, Double> sums = new HashMap<>();
        crosswalk.rows().forEach(row -> sums.merge(row.cellId(), row.share(), Double::sum));
        return sums;
    }

    @Test
    void aCellOnASharedBorderIsSplitAndAllOthersAreWhole() {
        // The border at 400,950 halves... the cell from 400,800 to 401,000 is three parts west of it, one part east.
        List<Area> wards = List.of(
                ward("east", TestWorld.box(400_950, 300_000, 402_000, 302_000)),
                ward("west", TestWorld.box(400_000, 300_000, 400_950, 302_000)),
                TestWorld.area(TestWorld.TOWN, "of another kind", TestWorld.box(400_000, 300_000, 402_000, 302_000)));

        Crosswalk crosswalk = Crosswalk.of(cells(new SquareLattice(200)), wards, AreaKind.WARD);

        assertThat(crosswalk.rows()).hasSize(100 + 10);
        assertThat(crosswalk.rows().stream()
                        .filter(row -> row.cellId().equals("s200-2004-1500"))
                        .map(row -> row.area().name() + " " + Math.round(1e9 * row.share()) / 1e9))
                .containsExactly("east 0.25", "west 0.75");
        assertThat(sums(crosswalk).values()).allSatisfy(sum -> assertThat(sum).isCloseTo(1, within(1e-12)));
    }

    @Test
    void groundInTwoAreasBelongsToTheFirstAndGroundInNoneToNone() {
        List<Area> wards = List.of(
                ward("first", TestWorld.box(400_000, 300_000, 400_100, 300_200)),
                ward("second", TestWorld.box(400_050, 300_000, 400_150, 300_200)));

        Crosswalk crosswalk = Crosswalk.of(cells(new SquareLattice(200)), wards, AreaKind.WARD);

        assertThat(crosswalk.rows())
                .extracting(row -> row.area().name() + " " + row.share())
                .containsExactly("first 0.5", "second 0.25");
    }

    /** Crooked wards, overlapping and with gaps: against points thrown into each cell. */
    @Test
    void sharesAreThoseOfPointsThrownIntoTheCells() {
        SeededRandom random = new SeededRandom(3);
        List<Area> wards = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            wards.add(ward("w" + i, crooked(random)));
        }
        AreaIndex index = new AreaIndex(wards);
        for (Lattice lattice : List.of(new SquareLattice(250), new HexLattice(150))) {
            StudyCells cells = cells(lattice);
            Crosswalk crosswalk = Crosswalk.of(cells, wards, AreaKind.WARD);
            Map<String, Double> told = new HashMap<>();
            crosswalk.rows().forEach(row -> told.put(row.cellId() + row.area().name(), row.share()));
            sums(crosswalk).values().forEach(sum -> assertThat(sum).isLessThanOrEqualTo(1 + 1e-12));
            Map<String, Double> thrown = thrown(lattice, cells, index);
            assertThat(told.keySet()).containsAll(thrown.keySet());
            told.forEach((key, share) ->
                    assertThat(thrown.getOrDefault(key, 0.0)).as(key).isCloseTo(share, within(0.02)));
        }
    }

    private static Polygon crooked(SeededRandom random) {
        double east = random.between(400_200, 401_800);
        double north = random.between(300_200, 301_800);
        int corners = 9;
        Coordinate[] ring = new Coordinate[corners + 1];
        for (int i = 0; i < corners; i++) {
            double angle = 2 * Math.PI * i / corners;
            double reach = random.between(200, 800);
            ring[i] = new Coordinate(east + reach * Math.cos(angle), north + reach * Math.sin(angle));
        }
        ring[corners] = ring[0].copy();
        return new GeometryFactory().createPolygon(ring);
    }

    /** Parts of a fine lattice of points in each cell, by area. */
    private static Map<String, Double> thrown(Lattice lattice, StudyCells cells, AreaIndex index) {
        Map<String, Double> hits = new HashMap<>();
        for (int at = cells.inside().nextSetBit(0); at >= 0; at = cells.inside().nextSetBit(at + 1)) {
            long cell = cells.cell(at);
            BritishGridPoint centre = lattice.centre(cell);
            String id = lattice.id(cell);
            int all = 0;
            Map<String, Integer> in = new HashMap<>();
            for (double e = -lattice.sideMetres(); e < lattice.sideMetres(); e += 3.1) {
                for (double n = -lattice.sideMetres(); n < lattice.sideMetres(); n += 3.1) {
                    double easting = centre.easting() + e;
                    double northing = centre.northing() + n;
                    if (lattice.cellAt(easting, northing) == cell) {
                        all++;
                        Area area = index.areaAt(AreaKind.WARD, easting, northing);
                        if (area != null) {
                            in.merge(id + area.name(), 1, Integer::sum);
                        }
                    }
                }
            }
            double points = all;
            in.forEach((key, count) -> hits.put(key, count / points));
        }
        return hits;
    }
}
