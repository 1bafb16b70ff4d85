package org.hotspots.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hotspots.support.OffenceFixture.crime;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.hotspots.area.Area;
import org.hotspots.area.AreaAddress;
import org.hotspots.area.AreaKind;
import org.hotspots.load.ImportRecord;
import org.hotspots.offence.OffenceTable;
import org.hotspots.snapshot.DataVersion;
import org.hotspots.snapshot.Snapshot;
import org.hotspots.support.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/** Areas in the database, their versions, and the places in them. Rectangles, so that inside is arithmetic. */
class AreaStoreTest {
    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    private TestDatabase test;
    private Database database;

    @BeforeEach
    void open() {
        test = TestDatabase.create();
        database = test.database();
    }

    @AfterEach
    void close() {
        test.close();
    }

    @ParameterizedTest
    @EnumSource(AreaOutlines.class)
    void outlinesComeBackAsTheyWent(AreaOutlines outlines) throws SQLException {
        assumeTrue(outlines == AreaOutlines.PLAIN || database.hasPostgis(), "skipped: this machine has no PostGIS");
        Polygon withHole = GEOMETRY.createPolygon(
                ring(0, 0, 1_000.5, 2_000),
                new LinearRing[] {ring(100, 100, 200, 200.25).reverse()});
        MultiPolygon outline = GEOMETRY.createMultiPolygon(
                new Polygon[] {withHole, GEOMETRY.createPolygon(ring(5_000, 5_000, 6_000, 6_000))});
        try (Connections connections = new Connections(database.address(), 1)) {
            PostgresAreaStore store = new PostgresAreaStore(connections, outlines);
            Area area = new Area(new AreaAddress(AreaKind.TOWN, "rugby"), "E1", "Rugby", outline);
            store.replaceAreas(AreaKind.TOWN, List.of(area), Imports.sha256("towns"));
            assertThat(store.listAreas()).singleElement().satisfies(read -> {
                assertThat(read.address()).isEqualTo(area.address());
                assertThat(read.code()).isEqualTo("E1");
                assertThat(read.name()).isEqualTo("Rugby");
                assertThat(read.outline().equalsExact(outline)).isTrue();
            });
        }
    }

    @Test
    void areasAreListedByKindThenNameThenCode() {
        database.areas()
                .replaceAreas(
                        AreaKind.TOWN,
                        List.of(
                                area(AreaKind.TOWN, "warwick", "2", 0, 0, 1, 1),
                                area(AreaKind.TOWN, "rugby", "1", 0, 0, 1, 1)),
                        Imports.sha256("towns"));
        database.areas()
                .replaceAreas(
                        AreaKind.DISTRICT,
                        List.of(area(AreaKind.DISTRICT, "warwick", "3", 0, 0, 1, 1)),
                        Imports.sha256("districts"));
        assertThat(database.areas().listAreas())
                .extracting(area -> area.address().toString())
                .containsExactly("district:warwick", "town:rugby", "town:warwick");
    }

    @Test
    void placesAreAssignedAgainAndOldVersionsKeepTheirAreas() {
        Imports.load(
                database,
                "three places",
                crime("1").at(450_100, 270_100).build(),
                crime("2").at(450_900, 270_100).build(),
                crime("3").at(459_000, 270_100).build());
        long assigned = database.areas()
                .replaceAreas(
                        AreaKind.DISTRICT,
                        List.of(
                                area(AreaKind.DISTRICT, "west", "1", 450_000, 270_000, 450_500, 271_000),
                                area(AreaKind.DISTRICT, "east", "2", 450_500, 270_000, 451_000, 271_000)),
                        Imports.sha256("first"));
        assertThat(assigned).isEqualTo(2);
        long secondTime = database.areas()
                .replaceAreas(
                        AreaKind.DISTRICT,
                        List.of(area(AreaKind.DISTRICT, "all", "3", 450_000, 270_000, 460_000, 271_000)),
                        Imports.sha256("second"));
        assertThat(secondTime).isEqualTo(3);

        assertThat(districts(1)).containsExactly("-", "-", "-");
        assertThat(districts(2)).containsExactly("west", "east", "-");
        assertThat(districts(3)).containsExactly("all", "all", "all");
        assertThat(test.ask("select count(*) from place join area on area_id = district_id where slug = 'all'"))
                .isEqualTo("3");
        assertThat(test.ask("select kind || data_from from data_version where number = 3"))
                .isEqualTo("areas2020-06-01");
    }

    @Test
    void anAreaThatStaysTheSameKeepsItsNumber() {
        Area west = area(AreaKind.DISTRICT, "west", "1", 450_000, 270_000, 450_500, 271_000);
        Area east = area(AreaKind.DISTRICT, "east", "2", 450_500, 270_000, 451_000, 271_000);
        database.areas().replaceAreas(AreaKind.DISTRICT, List.of(west, east), Imports.sha256("first"));
        String before = test.ask("select area_id from area where slug = 'west'");
        database.areas().replaceAreas(AreaKind.DISTRICT, List.of(west), Imports.sha256("second"));
        assertThat(test.ask("select area_id from area where slug = 'west' and valid_to is null"))
                .isEqualTo(before);
        assertThat(test.ask("select valid_to from area where slug = 'east'")).isEqualTo("2");
    }

    @Test
    void U15_locatedOffencesOutsideAllDistrictsAreCounted() {
        ImportRecord without =
                Imports.load(database, "no districts yet", crime("1").at(1, 1).build());
        assertThat(Objects.requireNonNull(without.counts()).outsideForce()).isZero();
        database.areas()
                .replaceAreas(
                        AreaKind.DISTRICT,
                        List.of(area(AreaKind.DISTRICT, "west", "1", 450_000, 270_000, 450_500, 271_000)),
                        Imports.sha256("districts"));
        ImportRecord with = Imports.load(
                database,
                "inside, outside at a new and at a known place, nowhere",
                crime("2").at(450_100, 270_100).build(),
                crime("3").at(2, 2).build(),
                crime("4").at(1, 1).build(),
                crime("5").unlocated().build());
        assertThat(Objects.requireNonNull(with.counts()).outsideForce()).isEqualTo(2);
        assertThat(Objects.requireNonNull(with.counts()).unlocated()).isEqualTo(1);
        assertThat(test.ask("select count(*) from place where district_id is not null"))
                .isEqualTo("1");
    }

    @Test
    void areasOfAnotherKindOrTwiceTheSameAreRefused() {
        Area town = area(AreaKind.TOWN, "rugby", "1", 0, 0, 1, 1);
        assertThatThrownBy(() -> database.areas().replaceAreas(AreaKind.DISTRICT, List.of(town), "x"))
                .hasMessage("town:rugby: every area must be a district");
        assertThatThrownBy(() -> database.areas().replaceAreas(AreaKind.TOWN, List.of(town, town), "x"))
                .hasMessage("town:rugby: comes twice");
    }

    private List<String> districts(long number) {
        DataVersion version = database.snapshots().findVersion(number).orElseThrow();
        Snapshot snapshot = database.snapshots().read(version);
        OffenceTable.Places places = snapshot.offences().places();
        List<String> slugs = new ArrayList<>();
        for (int p = 0; p < places.size(); p++) {
            short ordinal = places.areaOrdinals()[AreaKind.DISTRICT.ordinal()][p];
            slugs.add(
                    ordinal < 0
                            ? "-"
                            : snapshot.areas().areas().get(ordinal).address().slug());
        }
        return slugs;
    }

    private static Area area(
            AreaKind kind, String slug, String code, double west, double south, double east, double north) {
        Polygon polygon = GEOMETRY.createPolygon(ring(west, south, east, north));
        return new Area(new AreaAddress(kind, slug), code, slug, GEOMETRY.createMultiPolygon(new Polygon[] {polygon}));
    }

    private static LinearRing ring(double west, double south, double east, double north) {
        return ((Polygon) GEOMETRY.toGeometry(new Envelope(west, east, south, north)))
                .getExteriorRing()
                .reverse();
    }

    @Test
    void aDatabaseThatGainsPostgisLaterGetsItsGeometry() throws SQLException {
        assumeTrue(database.hasPostgis(), "skipped: this machine has no PostGIS");
        var bare = TestDatabase.createBare();
        Schema.migrate(bare, "core", "schema_history");
        try (Connection connection = DriverManager.getConnection(bare.jdbcUrl(), bare.credentials());
                Statement statement = connection.createStatement()) {
            statement.execute("insert into hotspots.place (place_id, easting, northing) values (1, 450000, 270000)");
            assertThat(Schema.migrate(bare)).isTrue();
            try (ResultSet row = statement.executeQuery("select st_astext(geom), st_srid(geom) from hotspots.place")) {
                row.next();
                assertThat(row.getString(1) + row.getInt(2)).isEqualTo("POINT(450000 270000)27700");
            }
        }
    }

    @Test
    void F26_aDatabaseOfANewerProgramIsRefused() {
        test.execute("""
                insert into schema_history (installed_rank, version, description, type, script, checksum, installed_by,
                    execution_time, success)
                values (99, '99', 'of the future', 'SQL', 'V99__of_the_future.sql', 1, 'hotspots', 1, true)
                """);
        assertThatThrownBy(() -> Database.open(test.settings()).close())
                .isInstanceOfSatisfying(
                        DatabaseException.class, e -> assertThat(e.kind()).isEqualTo(DatabaseException.Kind.SCHEMA))
                .hasMessageContaining("newer version");
    }
}
