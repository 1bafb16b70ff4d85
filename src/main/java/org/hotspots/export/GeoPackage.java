package org.hotspots.export;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.hotspots.geo.BritishNationalGrid;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.WKBWriter;
import org.sqlite.SQLiteErrorCode;

/**
 * A layer as an OGC GeoPackage 1.3: one table of multipolygons or points, the method card and the marking as its metadata, and
 * the run's colours in {@code layer_styles}, where QGIS looks for them. Tables and times depend on the run alone, so
 * the same program writes the same bytes.
 */
public final class GeoPackage {
    /** "GPKG", and version 1.3.0. */
    private static final List<String> OPENING = List.of(
            "pragma application_id = 1196444487",
            "pragma user_version = 10300",
            "pragma encoding = 'UTF-8'",
            // The file has no name before it is whole, so nothing need be undone or forced to disk on the way.
            "pragma journal_mode = off",
            "pragma synchronous = off");

    private static final byte VERSION = 0;
    /** Little-endian, with an envelope of two dimensions. */
    private static final byte FLAGS = 0b0000_0011;

    private static final int HEADER_BYTES = 8 + 4 * Double.BYTES;

    private final VectorLayer layer;
    private final Crs crs;
    private final Connection connection;
    private final WKBWriter wkb = new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN);
    private final Envelope extent = new Envelope();
    private long count;

    private GeoPackage(VectorLayer layer, Crs crs, Connection connection) {
        this.layer = layer;
        this.crs = crs;
        this.connection = connection;
    }

    /** Fills an empty file; returns the number of features. */
    public static long write(VectorLayer layer, Crs crs, Path file) throws IOException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file.toAbsolutePath())) {
            try (Statement statement = connection.createStatement()) {
                for (String pragma : OPENING) {
                    statement.execute(pragma);
                }
            }
            connection.setAutoCommit(false);
            GeoPackage geoPackage = new GeoPackage(layer, crs, connection);
            geoPackage.write();
            connection.commit();
            return geoPackage.count;
        } catch (SQLException e) {
            throw unwritten(e);
        }
    }

    private static IOException unwritten(SQLException e) {
        boolean isFull = e.getErrorCode() == SQLiteErrorCode.SQLITE_FULL.code;
        return new IOException(isFull ? "the disk is full" : e.getMessage(), e);
    }

    private void write() throws SQLException, IOException {
        for (String table : GeoPackageSchema.TABLES) {
            execute(table);
        }
        for (List<?> system : GeoPackageSchema.SYSTEMS) {
            insert("gpkg_spatial_ref_sys", system);
        }
        createFeatures();
        insertFeatures();
        insertContents();
        insertMetadata();
        insertStyle();
    }

    private void createFeatures() throws SQLException {
        String columns = layer.columns().stream()
                .map(column -> ", " + quoted(column.name()) + " " + type(column))
                .collect(Collectors.joining());
        execute("create table " + quoted(layer.layer().word())
                + " (fid integer primary key autoincrement not null, geom " + type().toLowerCase(Locale.ROOT)
                + " not null, feature_id text not null"
                + columns + ")");
    }

    /** Of its geometries. */
    private String type() {
        return layer.layer().isPoints() ? "POINT" : "MULTIPOLYGON";
    }

    private static String type(Column column) {
        return switch (column.kind()) {
            case TEXT -> "text";
            case WHOLE -> "integer";
            case REAL -> "real";
        };
    }

    private void insertFeatures() throws SQLException, IOException {
        List<Column> columns = layer.columns();
        String sql = "insert into " + quoted(layer.layer().word()) + " (geom, feature_id"
                + columns.stream().map(column -> ", " + quoted(column.name())).collect(Collectors.joining())
                + ") values (?, ?" + ", ?".repeat(columns.size()) + ")";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            layer.features().forEach(feature -> {
                try {
                    insert.setBytes(1, geometry(feature.geometry()));
                    insert.setString(2, feature.id());
                    for (int i = 0; i < columns.size(); i++) {
                        bind(insert, i + 3, columns.get(i), feature);
                    }
                    insert.executeUpdate();
                } catch (SQLException e) {
                    throw unwritten(e);
                }
                count++;
            });
        }
    }

    private static void bind(PreparedStatement insert, int index, Column column, Feature feature) throws SQLException {
        if (column.kind() == Column.Kind.TEXT) {
            insert.setString(index, column.text(feature.properties()));
            return;
        }
        BigDecimal number = column.number(feature.properties());
        if (number == null) {
            insert.setNull(index, column.kind() == Column.Kind.WHOLE ? Types.BIGINT : Types.DOUBLE);
        } else if (column.kind() == Column.Kind.WHOLE) {
            insert.setLong(index, number.longValueExact());
        } else {
            insert.setDouble(index, number.doubleValue());
        }
    }

    /** The standard's binary form: "GP", version, flags, system, envelope, well-known binary. */
    private byte[] geometry(Geometry britishGrid) {
        Geometry told = crs == Crs.WGS84 ? BritishNationalGrid.toLonLat(britishGrid) : britishGrid;
        Envelope box = told.getEnvelopeInternal();
        extent.expandToInclude(box);
        byte[] body = wkb.write(layer.layer().isPoints() ? told : parts(told));
        return ByteBuffer.allocate(HEADER_BYTES + body.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) 'G')
                .put((byte) 'P')
                .put(VERSION)
                .put(FLAGS)
                .putInt(crs.epsg())
                .putDouble(box.getMinX())
                .putDouble(box.getMaxX())
                .putDouble(box.getMinY())
                .putDouble(box.getMaxY())
                .put(body)
                .array();
    }

    private static MultiPolygon parts(Geometry outline) {
        List<Polygon> parts = new ArrayList<>();
        for (int i = 0; i < outline.getNumGeometries(); i++) {
            if (outline.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
                parts.add(polygon);
            }
        }
        MultiPolygon whole = outline.getFactory().createMultiPolygon(parts.toArray(Polygon[]::new));
        // JTS calls clockwise outer rings normal. A copy: the parts are the run's own.
        return (MultiPolygon) whole.norm().reverse();
    }

    private void insertContents() throws SQLException {
        Provenance provenance = layer.provenance();
        String table = layer.layer().word();
        List<@Nullable Object> contents = new ArrayList<>(
                List.of(table, "features", layer.layer().title(), provenance.sentence(), provenance.madeAt()));
        contents.addAll(
                extent.isNull()
                        ? Arrays.asList(null, null, null, null)
                        : List.of(extent.getMinX(), extent.getMinY(), extent.getMaxX(), extent.getMaxY()));
        contents.add(crs.epsg());
        insert("gpkg_contents", contents);
        insert("gpkg_geometry_columns", List.of(table, "geom", type(), crs.epsg(), 0, 0));
    }

    private void insertMetadata() throws SQLException {
        Provenance provenance = layer.provenance();
        insert(
                "gpkg_metadata",
                List.of(
                        1,
                        "dataset",
                        "https://www.rfc-editor.org/rfc/rfc8259",
                        "application/json",
                        provenance.methodCard()));
        insert(
                "gpkg_metadata",
                List.of(2, "dataset", "https://www.rfc-editor.org/rfc/rfc2046", "text/plain", provenance.sentence()));
        for (int id = 1; id <= 2; id++) {
            insert(
                    "gpkg_metadata_reference",
                    Arrays.asList("table", layer.layer().word(), null, null, provenance.madeAt(), id, null));
        }
        for (String table : List.of("gpkg_metadata", "gpkg_metadata_reference")) {
            insert(
                    "gpkg_extensions",
                    Arrays.asList(
                            table,
                            null,
                            "gpkg_metadata",
                            "http://www.geopackage.org/spec121/#extension_metadata",
                            "read-write"));
        }
    }

    private void insertStyle() throws SQLException {
        Provenance provenance = layer.provenance();
        insert(
                "layer_styles",
                Arrays.asList(
                        1,
                        "",
                        "",
                        layer.layer().word(),
                        "geom",
                        "Run " + provenance.runId().substring(0, 12),
                        QgisStyle.of(layer),
                        "",
                        1,
                        layer.style() == null
                                ? layer.layer().title()
                                : layer.style().legend().title(),
                        "",
                        null,
                        provenance.madeAt()));
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void insert(String table, List<?> values) throws SQLException {
        String places = "?" + ", ?".repeat(values.size() - 1);
        try (PreparedStatement insert =
                connection.prepareStatement("insert into " + quoted(table) + " values (" + places + ")")) {
            for (int i = 0; i < values.size(); i++) {
                insert.setObject(i + 1, values.get(i));
            }
            insert.executeUpdate();
        }
    }

    private static String quoted(String name) {
        return '"' + name + '"';
    }
}
