package org.hotspots.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hotspots.support.OffenceFixture.asb;
import static org.hotspots.support.OffenceFixture.crime;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
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
import org.hotspots.support.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/** A role made as the page on the database says, which sends whatever SQL it likes. */
class SharedLayersReaderTest {
    private static final String ROLE = "gis_reader";

    private TestDatabase test;
    private Connection reader;

    /** Two cells of eleven and three offences, in one of two kinds of areas. */
    @BeforeEach
    void open() throws Exception {
        test = TestDatabase.create();
        assumeTrue(test.database().hasPostgis(), "skipped: this machine has no PostGIS");
        for (AreaKind kind : List.of(AreaKind.DISTRICT, AreaKind.BEAT)) {
            GeometryFactory geometry = new GeometryFactory();
            Polygon box = (Polygon) geometry.toGeometry(new Envelope(449_000, 460_000, 270_000, 276_000));
            Area rugby = new Area(
                    new AreaAddress(kind, "rugby"), "E07000220", "Rugby", geometry.createMultiPolygon(new Polygon[] {box
                    }));
            test.database().areas().replaceAreas(kind, List.of(rugby), Imports.sha256(kind.word()));
        }
        List<Offence> offences = new ArrayList<>();
        for (int i = 0; i < 11; i++)
            offences.add(crime("many" + i).at(450_100, 273_100).build());
        for (int i = 0; i < 3; i++)
            offences.add(asb("few" + i).at(450_600, 273_100).build());
        Imports.load(test.database(), "rows", offences.toArray(Offence[]::new));
        for (String statement : statementsOfThePage()) test.execute(statement);
        reader = DriverManager.getConnection(test.database().address().jdbcUrl(), ROLE, "choose one");
    }

    @AfterEach
    void close() throws SQLException {
        if (reader != null) {
            reader.close();
            test.execute("drop owned by " + ROLE);
            test.execute("drop role " + ROLE);
        }
        test.close();
    }

    private static List<String> statementsOfThePage() throws Exception {
        List<String> lines = Files.readAllLines(Path.of("src/docs/database.md"));
        int first = lines.indexOf("    create role gis_reader login password 'choose one';");
        assertThat(first).isPositive();
        List<String> rest = lines.subList(first, lines.size());
        return rest.subList(0, rest.indexOf(""));
    }

    @Test
    void itReadsEveryLayer() throws SQLException {
        assertThat(
                        ask(
                                "select string_agg(cell_theme || '=' || offences, ' ') from cells_500m where st_srid(geom) = 27700"))
                .containsExactly("s500-900-546-all=10");
        assertThat(ask("select string_agg(area_month_theme || '=' || offences, ' ') from gis_shared.months"))
                .containsExactly("district:rugby-2020-06-all=15");
        assertThat(ask("select count(*) from gis_shared.districts")).containsExactly("1");
        assertThat(ask("select count(*) from gis_shared.towns union all select count(*) from gis_shared.wards"))
                .containsExactly("0", "0");
        assertThat(ask("select count(*) from geometry_columns where f_table_schema = 'gis_shared' and srid = 27700"))
                .containsExactly("4");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select * from hotspots.offence",
                "select count(*) from hotspots.place",
                "explain select * from hotspots.offence where knife_enabled",
                "select * from hotspots.offence_somewhere",
                "select * from hotspots.offence_in_words",
                "select * from hotspots.area",
                "select * from hotspots.data_version",
                "select * from gis.offences",
                "select * from gis.places",
                "select hotspots.fill_cells('2026-03-10')",
                "select hotspots.fill_months('2020-01-01', '2026-03-10')",
                "delete from gis_shared.cells_500m",
                "insert into gis_shared.months select * from gis_shared.months",
                "create table gis_shared.mine ()",
                "create view hotspots.mine as select 1"
            })
    void itReadsNothingElseAndChangesNothing(String sql) {
        assertThatThrownBy(() -> execute(sql))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied");
    }

    /** Which shows how many rows each step met, so there must be no step below what is told. */
    @Test
    void explainAnalyzeMeetsNoRowThatIsNotTold() throws SQLException {
        assertThat(ask("explain (analyze, costs off, timing off, summary off) select * from gis_shared.cells_500m"
                        + " where theme = 'all'"))
                .containsExactly("Seq Scan on cells_500m (actual rows=1 loops=1)", "  Filter: (theme = 'all'::text)");
        assertThat(ask("explain (analyze, costs off, timing off, summary off) select * from gis_shared.months"
                        + " where kind = 'district'"))
                .containsExactly("Seq Scan on months (actual rows=1 loops=1)", "  Filter: (kind = 'district'::text)");
    }

    /** A cheap function is called early, for each row that a condition is asked of. */
    @Test
    void aFunctionOfItsOwnIsCalledForNoRowThatIsNotTold() throws SQLException {
        execute("create temporary sequence calls");
        execute("create function pg_temp.sees(what text) returns boolean language plpgsql cost 0.0001 as "
                + "$$ begin perform nextval('pg_temp.calls'); raise notice '%', what; return true; end $$");
        for (String layer : List.of("cells_500m", "months", "districts")) {
            execute("select setval('pg_temp.calls', 1, false)");
            String column = layer.equals("cells_500m") ? "theme" : "slug";
            assertThat(ask("select count(*) from gis_shared." + layer + " where pg_temp.sees(" + column + ")"))
                    .containsExactly("1");
            assertThat(ask("select last_value from pg_temp.calls")).as(layer).containsExactly("1");
        }
    }

    /** The planner's own notes on a column: of tables that may be read, so of what is told. */
    @Test
    void statisticsAreOfWhatIsTold() throws SQLException {
        test.execute("analyze");
        assertThat(ask("select distinct schemaname || '.' || tablename from pg_stats"
                        + " where schemaname in ('hotspots', 'gis', 'gis_shared') order by 1"))
                // PostGIS lives in our schema, and its list of reference systems is everybody's.
                .isSubsetOf("gis_shared.cells_500m", "gis_shared.months", "hotspots.spatial_ref_sys");
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = reader.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column. */
    private List<String> ask(String sql) throws SQLException {
        try (Statement statement = reader.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> answer = new ArrayList<>();
            while (rows.next()) answer.add(rows.getString(1));
            return answer;
        }
    }
}
