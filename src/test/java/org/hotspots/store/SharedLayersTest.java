package org.hotspots.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotspots.support.OffenceFixture.asb;
import static org.hotspots.support.OffenceFixture.crime;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import org.hotspots.area.Area;
import org.hotspots.area.AreaAddress;
import org.hotspots.area.AreaKind;
import org.hotspots.offence.Offence;
import org.hotspots.offence.OffenceFlag;
import org.hotspots.offence.Status;
import org.hotspots.support.OffenceFixture;
import org.hotspots.support.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/** What the layers without offences hold, and that they follow each data version. */
class SharedLayersTest {
    private static final String CELLS =
            "select string_agg(cell_theme || '=' || offences, ' ' order by cell_theme) from gis_shared.cells_500m";
    private static final String MONTHS =
            "select string_agg(area_month_theme || '=' || offences || case when whole then ''"
                    + " else ' in part' end, ', ' order by area_month_theme) from gis_shared.months";

    private TestDatabase test;

    @BeforeEach
    void open() {
        test = TestDatabase.create();
        assumeTrue(test.database().hasPostgis(), "skipped: this machine has no PostGIS");
    }

    @AfterEach
    void close() {
        test.close();
    }

    private static OffenceFixture at(OffenceFixture offence, int cell) {
        return offence.at(450_100 + 500 * cell, 273_100)
                .recordedAt("2026-03-10T12:00:00Z")
                .occurredFrom("2026-03-10T11:00:00Z");
    }

    private static OffenceFixture on(OffenceFixture offence, String day) {
        return offence.recordedAt(day + "T12:00:00Z").occurredFrom(day + "T11:00:00Z");
    }

    private static void add(List<Offence> offences, int count, String name, int cell) {
        for (int i = 0; i < count; i++) offences.add(at(crime(name + i), cell).build());
    }

    private void areas(AreaKind kind, Area... areas) {
        test.database().areas().replaceAreas(kind, List.of(areas), Imports.sha256(kind + "" + areas.length));
    }

    /** The area of the cells from one to before another. */
    private static Area area(AreaKind kind, String slug, int from, int to) {
        GeometryFactory geometry = new GeometryFactory();
        Envelope cells = new Envelope(450_000 + 500 * from, 450_000 + 500 * to, 270_000, 276_000);
        Polygon box = (Polygon) geometry.toGeometry(cells);
        return new Area(
                new AreaAddress(kind, slug), "E0700", "Rugby", geometry.createMultiPolygon(new Polygon[] {box}));
    }

    private void load(List<Offence> offences) {
        Imports.load(test.database(), "rows" + offences.size(), offences.toArray(Offence[]::new));
    }

    @Test
    void fewAreLeftOutAndTheRestIsRounded() {
        areas(AreaKind.DISTRICT, area(AreaKind.DISTRICT, "rugby", 0, 9));
        areas(AreaKind.TOWN, area(AreaKind.TOWN, "newbold", 1, 3));
        List<Offence> offences = new ArrayList<>();
        add(offences, 9, "few", 0);
        for (int i = 0; i < 12; i++)
            offences.add(at(crime("some" + i), 1).knifeEnabled().build());
        for (int i = 0; i < 13; i++) offences.add(at(asb("asb" + i), 2).build());
        for (int i = 0; i < 10; i++)
            offences.add(on(at(crime("july" + i), 4), "2025-07-01").build());
        for (int i = 0; i < 10; i++)
            offences.add(on(at(crime("old" + i), 4), "2025-03-10").build());
        offences.add(at(crime("cancelled"), 0).status(Status.CANCELLED).build());
        for (int i = 0; i < 10; i++) {
            offences.add(at(crime("stand-in" + i), 5)
                    .flags(OffenceFlag.DEFAULT_LOCATION)
                    .build());
            offences.add(
                    at(crime("coarse" + i), 2).flags(OffenceFlag.LOW_PRECISION).build());
        }
        load(offences);

        assertThat(test.ask(CELLS))
                .isEqualTo("s500-901-546-all=10 s500-901-546-knife=10 s500-902-546-all=15 s500-902-546-asb=15"
                        + " s500-904-546-all=10");
        assertThat(test.ask("select min(from_day) || ' ' || max(to_day) from gis_shared.cells_500m"))
                .isEqualTo("2025-03-11 2026-03-11");
        assertThat(test.ask("select st_srid(geom) || ' ' || st_area(geom) from gis_shared.cells_500m limit 1"))
                .isEqualTo("27700 250000");
        // 9 + 12 + 13 and the 10 that are located to a kilometre; of the town 12 + 13.
        assertThat(test.ask(MONTHS))
                .isEqualTo("district:rugby-2025-03-all=10 in part, district:rugby-2025-07-all=10,"
                        + " district:rugby-2026-03-all=45 in part, district:rugby-2026-03-asb=15 in part,"
                        + " district:rugby-2026-03-knife=10 in part, town:newbold-2026-03-all=25 in part");
    }

    @Test
    void theLastMonthIsWholeOnceTheDataReachItsEnd() {
        areas(AreaKind.DISTRICT, area(AreaKind.DISTRICT, "rugby", 0, 9));
        List<Offence> offences = new ArrayList<>();
        for (int i = 0; i < 10; i++)
            offences.add(on(at(crime("first" + i), 0), "2026-03-01").build());
        offences.add(on(at(crime("last"), 0), "2026-03-30").build());
        load(offences);
        assertThat(test.ask(MONTHS)).isEqualTo("district:rugby-2026-03-all=10 in part");

        offences.add(on(at(crime("later"), 0), "2026-03-31").build());
        load(offences);
        assertThat(test.ask(MONTHS)).isEqualTo("district:rugby-2026-03-all=10");
    }

    /** Nine and nine would be known exactly from eighteen in a town that lies in both districts, and in nothing else. */
    @Test
    void aTownIsLeftOutWhereItReachesIntoADistrictThatIs() {
        areas(
                AreaKind.DISTRICT,
                area(AreaKind.DISTRICT, "west", 0, 1),
                area(AreaKind.DISTRICT, "east", 1, 2),
                area(AreaKind.DISTRICT, "far", 5, 6));
        areas(
                AreaKind.TOWN,
                area(AreaKind.TOWN, "newbold", 0, 2),
                area(AreaKind.TOWN, "far", 5, 6),
                area(AreaKind.TOWN, "abroad", 7, 8));
        List<Offence> offences = new ArrayList<>();
        add(offences, 9, "west", 0);
        add(offences, 9, "east", 1);
        add(offences, 18, "far", 5);
        add(offences, 13, "abroad", 7);
        load(offences);
        assertThat(test.ask(MONTHS))
                .isEqualTo("district:far-2026-03-all=20 in part, town:abroad-2026-03-all=15 in part,"
                        + " town:far-2026-03-all=20 in part");
    }

    @Test
    void layersFollowImportsAndAreas() {
        List<Offence> offences = new ArrayList<>();
        add(offences, 10, "first", 0);
        load(offences);
        assertThat(test.ask(CELLS)).isEqualTo("s500-900-546-all=10");
        assertThat(test.ask(MONTHS)).isEmpty();

        areas(AreaKind.DISTRICT, area(AreaKind.DISTRICT, "rugby", 0, 9));
        assertThat(test.ask(MONTHS)).isEqualTo("district:rugby-2026-03-all=10 in part");

        add(offences, 3, "second", 0);
        load(offences);
        assertThat(test.ask(CELLS)).isEqualTo("s500-900-546-all=15");
        assertThat(test.ask(MONTHS)).isEqualTo("district:rugby-2026-03-all=15 in part");

        for (int i = 0; i < 4; i++)
            offences.set(
                    i,
                    at(crime("first" + i), 0)
                            .status(Status.CANCELLED)
                            .lastUpdated("2026-03-11T12:00:00Z")
                            .build());
        load(offences.subList(0, 4));
        assertThat(test.ask(CELLS)).isEmpty();
        assertThat(test.ask(MONTHS)).isEmpty();
    }
}
