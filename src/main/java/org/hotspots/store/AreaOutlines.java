package org.hotspots.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import net.postgis.jdbc.PGgeometry;
import net.postgis.jdbc.geometry.binary.BinaryParser;
import net.postgis.jdbc.geometry.binary.BinaryWriter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;

/** How outlines of areas go into the database and come out: as PostGIS geometries where there is PostGIS, else as bytes. */
enum AreaOutlines {
    /** The well-known binary in the column {@code outline}. */
    PLAIN("outline", "?") {
        @Override
        void bind(PreparedStatement statement, int parameter, MultiPolygon outline) throws SQLException {
            statement.setBytes(parameter, new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN).write(outline));
        }

        @Override
        MultiPolygon read(ResultSet row, String column) throws SQLException {
            return parse(row.getBytes(column));
        }
    },

    /**
     * A geometry, checked by PostGIS on its way in and read back from the column that GIS clients read, so that the map
     * and QGIS show the same outline.
     */
    POSTGIS("geom", "st_asbinary(?::geometry(MultiPolygon, 27700), 'NDR')") {
        @Override
        void bind(PreparedStatement statement, int parameter, MultiPolygon outline) throws SQLException {
            Geometry numbered = outline.copy();
            numbered.setSRID(BRITISH_NATIONAL_GRID);
            byte[] bytes = new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN, true).write(numbered);
            statement.setObject(parameter, new PGgeometry(new BinaryParser().parse(bytes)));
        }

        @Override
        MultiPolygon read(ResultSet row, String column) throws SQLException {
            PGgeometry geometry = (PGgeometry) row.getObject(column);
            return parse(new BinaryWriter().writeBinary(geometry.getGeometry()));
        }
    };

    private static final int BRITISH_NATIONAL_GRID = 27700;

    private final String column;
    private final String parameter;

    AreaOutlines(String column, String parameter) {
        this.column = column;
        this.parameter = parameter;
    }

    static AreaOutlines of(boolean postgis) {
        return postgis ? POSTGIS : PLAIN;
    }

    /** What to select. */
    String column() {
        return column;
    }

    /** What to write in place of a parameter for the column {@code outline}. */
    String parameter() {
        return parameter;
    }

    abstract void bind(PreparedStatement statement, int parameter, MultiPolygon outline) throws SQLException;

    abstract MultiPolygon read(ResultSet row, String column) throws SQLException;

    private static MultiPolygon parse(byte[] wellKnownBinary) {
        try {
            MultiPolygon outline = (MultiPolygon) new WKBReader().read(wellKnownBinary);
            outline.setSRID(0);
            return outline;
        } catch (ParseException e) {
            throw new DatabaseException(DatabaseException.Kind.OTHER, "an outline in the database is not readable", e);
        }
    }
}
