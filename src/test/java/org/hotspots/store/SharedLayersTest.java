package org.hotspots.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hotspots.support.OffenceFixture.asb;
import static org.hotspots.support.OffenceFixture.crime;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.hotspots.area.Area;
import org.hotspots.area.AreaAddress;
import org.hotspots.area.AreaKind;
import org.hotspots.offence.Offence;
import org.hotspots.offence.OffenceFlag;
import org.hotspots.offence.Status;
import org.hotspots.stats.SeededRandom;
import org.hotspots.store.cluster.DatabaseAddress;
import org.hotspots.support.OffenceFixture;
import org.hotspots.support.TestDatabase;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/** What somebody sees who may read the layers without offences, and nothing else. */
class SharedLayersTest {
    private static final String READER = "a_reader_of_shared_layers";

    private static OffenceFixture at(OffenceFixture offence, int cell) {
        return offence.at(450_100 + 500 * cell, 273_100)
                .recordedAt("2026-03-10T12:00:00Z")
                .occurredFrom("2026-03-10T11:00:00Z");
    }

    private static void load(TestDatabase test, List<Offence> offences) throws Exception {
        GeometryFactory geometry = new GeometryFactory();
        Polygon box = (Polygon) geometry.toGeometry(new Envelope(449_000, 460_000, 270_000, 276_000));
        AreaAddress address = new AreaAddress(AreaKind.DISTRICT, "rugby");
        Area rugby = new Area(address, "E07000220", "Rugby", geometry.createMultiPolygon(new Polygon[] {box}));
        test.database().areas().replaceAreas(AreaKind.DISTRICT, List.of(rugby), Imports.sha256("districts"));
        Imports.load(test.database(), "rows", offences.toArray(Offence[]::new));
    }

    @Test
    void fewIsNotToldAndTheRestIsRounded() throws Exception {
        try (TestDatabase test = TestDatabase.create()) {
            assumeTrue(test.database().hasPostgis(), "skipped: this machine has no PostGIS");
            List<Offence> offences = new ArrayList<>();
            for (int i = 0; i < 9; i++) offences.add(at(crime("few" + i), 0).build());
            for (int i = 0; i < 12; i++)
                offences.add(at(crime("some" + i), 1).knifeEnabled().build());
            for (int i = 0; i < 13; i++) offences.add(at(asb("asb" + i), 2).build());
            offences.add(at(crime("cancelled"), 0).status(Status.CANCELLED).build());
            offences.add(
                    at(crime("stand-in"), 0).flags(OffenceFlag.DEFAULT_LOCATION).build());
            offences.add(at(crime("old"), 0)
                    .recordedAt("2025-03-10T12:00:00Z")
                    .occurredFrom("2025-03-10T11:00:00Z")
                    .build());
            load(test, offences);

            assertThat(test.ask("select string_agg(cell_theme || '=' || coalesce(offences::text, 'few'), ' ' order by"
                            + " cell_theme) from gis_shared.cells_500m"))
                    .isEqualTo("s500-900-546-all=few s500-901-546-all=10 s500-901-546-knife=10"
                            + " s500-902-546-all=15 s500-902-546-asb=15");
            assertThat(test.ask("select min(from_day) || ' ' || max(to_day) from gis_shared.cells_500m"))
                    .isEqualTo("2025-03-11 2026-03-11");
            assertThat(test.ask("select string_agg(area_month_theme || '=' || coalesce(offences::text, 'few'), ' '"
                            + " order by area_month_theme) from gis_shared.months"))
                    .isEqualTo("district:rugby-2025-03-all=few district:rugby-2026-03-all=35"
                            + " district:rugby-2026-03-asb=15 district:rugby-2026-03-knife=10");
            assertThat(test.ask("select st_srid(geom) || ' ' || st_area(geom) from gis_shared.cells_500m limit 1"))
                    .isEqualTo("27700 250000");
        }
    }

    /** A reader subtracts what is told of the cells from what is told of the district, and still knows no hidden count. */
    @Test
    void differencesTellNoHiddenCount() throws Exception {
        SeededRandom random = new SeededRandom(5);
        for (int trial = 0; trial < 3; trial++) {
            try (TestDatabase test = TestDatabase.create()) {
                assumeTrue(test.database().hasPostgis(), "skipped: this machine has no PostGIS");
                List<Offence> offences = new ArrayList<>();
                for (int cell = 0; cell < 8; cell++) {
                    int events = cell == 0 ? 1 : (int) Math.floor(30 * random.nextDouble());
                    for (int i = 0; i < events; i++)
                        offences.add(at(crime(cell + "-" + i), cell).build());
                }
                load(test, offences);
                int total = Integer.parseInt(test.ask("select offences from gis_shared.months where theme = 'all'"));
                int told = Integer.parseInt(
                        test.ask("select sum(offences) from gis_shared.cells_500m where theme = 'all'"));
                int shown = Integer.parseInt(
                        test.ask("select count(offences) from gis_shared.cells_500m where theme = 'all'"));
                int hidden = Integer.parseInt(test.ask(
                        "select count(*) from gis_shared.cells_500m" + " where theme = 'all' and offences is null"));
                assertThat(hidden).isPositive();
                // A figure told stands for two less to two more; a hidden one for one to nine.
                int least = Math.max(hidden, total - 2 - (told + 2 * shown));
                int most = Math.min(9 * hidden, total + 2 - (told - 2 * shown));
                int leastOfOne = Math.max(1, least - 9 * (hidden - 1));
                int mostOfOne = Math.min(9, most - (hidden - 1));
                assertThat(mostOfOne)
                        .as("%d told of %d, in %d cells; %d hidden", told, total, shown, hidden)
                        .isGreaterThan(leastOfOne);
            }
        }
    }

    @Test
    void aReaderOfTheseReadsNothingElse() throws Exception {
        try (TestDatabase test = TestDatabase.create()) {
            assumeTrue(test.database().hasPostgis(), "skipped: this machine has no PostGIS");
            load(test, List.of(at(crime("1"), 0).build()));
            test.execute("create role " + READER + " login password 'reads'");
            try {
                // As the page on the database has it.
                test.execute("grant usage on schema gis_shared, hotspots to " + READER);
                test.execute("grant select on all tables in schema gis_shared to " + READER);
                test.execute("alter role " + READER + " set search_path = gis_shared, hotspots, public");
                DatabaseAddress owner = test.database().address();
                try (Connection reader = DriverManager.getConnection(owner.jdbcUrl(), READER, "reads")) {
                    for (String layer : List.of("cells_500m", "months", "districts", "towns", "wards"))
                        assertThat(rows(reader, "gis_shared." + layer))
                                .as(layer)
                                .isNotNegative();
                    assertThat(rows(reader, "gis_shared.cells_500m")).isEqualTo(1);
                    assertThat(rows(reader, "cells_500m where st_srid(geom) = 27700"))
                            .isEqualTo(1);
                    assertThat(rows(reader, "geometry_columns where f_table_schema = 'gis_shared' and srid = 27700"))
                            .isEqualTo(4);
                    for (String hidden :
                            List.of("gis.offences", "gis.places", "hotspots.offence", "hotspots.offence_by_theme"))
                        assertThatThrownBy(() -> rows(reader, hidden))
                                .as(hidden)
                                .isInstanceOf(SQLException.class)
                                .hasMessageContaining("permission denied");
                }
            } finally {
                test.execute("drop owned by " + READER);
                test.execute("drop role " + READER);
            }
        }
    }

    private static int rows(Connection connection, String layer) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from " + layer)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
